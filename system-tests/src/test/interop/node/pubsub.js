// Tutorial 3. pubsub.js send TEXT | pubsub.js receive
import { close, connect, subscribe } from './broker.js';

const [side, ...rest] = process.argv.slice(2);
const connection = await connect();
const channel = await connection.createChannel();
await channel.assertExchange('logs', 'fanout', { durable: false });
if (side === 'send') {
  const [text] = rest;
  channel.publish('logs', '', Buffer.from(text));
  await close(connection, channel);
} else {
  await subscribe(channel, 'logs', ['']);
}
