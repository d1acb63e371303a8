// A headers exchange. headers.js send TEXT NAME=VALUE... | headers.js receive all|any NAME=VALUE...
import { close, connect, subscribe } from './broker.js';

const [side, first, ...pairs] = process.argv.slice(2);
const headers = Object.fromEntries(pairs.map((pair) => pair.split('=', 2)));
const connection = await connect();
const channel = await connection.createChannel();
await channel.assertExchange('header_test', 'headers', { durable: false });
if (side === 'send') {
  channel.publish('header_test', '', Buffer.from(first), { headers });
  await close(connection, channel);
} else {
  await subscribe(channel, 'header_test', [''], { 'x-match': first, ...headers });
}
