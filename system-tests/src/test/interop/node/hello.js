// Tutorial 1. hello.js send TEXT | hello.js receive
import { close, connect, declare, show, waiting } from './broker.js';

const [side, text] = process.argv.slice(2);
const connection = await connect();
const channel = await connection.createChannel();
await declare(channel, 'hello');
if (side === 'send') {
  channel.sendToQueue('hello', Buffer.from(text));
  await close(connection, channel);
} else {
  await channel.consume('hello', show, { noAck: true });
  waiting();
}
