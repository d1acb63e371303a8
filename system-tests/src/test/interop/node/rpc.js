// Tutorial 6. rpc.js call N [direct] | rpc.js serve
import { randomUUID } from 'node:crypto';
import { close, connect, declare, waiting } from './broker.js';

const [side, n, style] = process.argv.slice(2);
const connection = await connect();
const channel = await connection.createChannel();

const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));

async function call() {
  const correlationId = randomUUID();
  const replyTo =
    style === 'direct'
      ? 'amq.rabbitmq.reply-to'
      : (await channel.assertQueue('', { exclusive: true })).queue;
  const reply = new Promise((resolve, reject) => {
    const collect = (message) => {
      if (message.properties.correlationId === correlationId) resolve(message.content.toString());
    };
    channel.consume(replyTo, collect, { noAck: true }).catch(reject);
  });
  channel.sendToQueue('rpc_queue', Buffer.from(n), { correlationId, replyTo });
  return reply;
}

async function serve() {
  await declare(channel, 'rpc_queue');
  await channel.prefetch(1);
  await channel.consume('rpc_queue', (message) => {
    const { replyTo, correlationId } = message.properties;
    const result = String(fib(Number(message.content.toString())));
    channel.sendToQueue(replyTo, Buffer.from(result), { correlationId });
    channel.ack(message);
    console.log(` [x] Answered ${message.content}`);
  });
  waiting();
}

if (side === 'call') {
  console.log(await call());
  await close(connection, channel);
} else {
  await serve();
}
