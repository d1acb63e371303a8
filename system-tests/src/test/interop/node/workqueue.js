// Tutorial 2. workqueue.js send TEXT | workqueue.js receive
import { close, connect, declare, show, waiting } from './broker.js';

const [side, text] = process.argv.slice(2);
const connection = await connect();
const channel = await connection.createChannel();
await declare(channel, 'task_queue');
if (side === 'send') {
  channel.sendToQueue('task_queue', Buffer.from(text), { persistent: true });
  await close(connection, channel);
} else {
  await channel.prefetch(1);
  await channel.consume('task_queue', (message) => {
    show(message);
    channel.ack(message);
  });
  waiting();
}
