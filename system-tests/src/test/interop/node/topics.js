// Tutorial 5. topics.js send TEXT KEY | topics.js receive BINDING_KEY...
import { close, connect, subscribe } from './broker.js';

const [side, ...rest] = process.argv.slice(2);
const connection = await connect();
const channel = await connection.createChannel();
await channel.assertExchange('topic_logs', 'topic', { durable: false });
if (side === 'send') {
  const [text, key] = rest;
  channel.publish('topic_logs', key, Buffer.from(text));
  await close(connection, channel);
} else {
  await subscribe(channel, 'topic_logs', rest);
}
