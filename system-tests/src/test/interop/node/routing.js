// Tutorial 4. routing.js send TEXT SEVERITY | routing.js receive SEVERITY...
import { close, connect, subscribe } from './broker.js';

const [side, ...rest] = process.argv.slice(2);
const connection = await connect();
const channel = await connection.createChannel();
await channel.assertExchange('direct_logs', 'direct', { durable: false });
if (side === 'send') {
  const [text, severity] = rest;
  channel.publish('direct_logs', severity, Buffer.from(text));
  await close(connection, channel);
} else {
  await subscribe(channel, 'direct_logs', rest);
}
