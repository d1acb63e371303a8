// What every program here starts with: a channel, and the declarations of its generation.
import amqp from 'amqplib';

// old: hello and rpc_queue transient, task_queue durable, no arguments. current: durable quorum queues.
const CURRENT = { durable: true, arguments: { 'x-queue-type': 'quorum' } };
const TRANSIENT = { durable: false };
const QUEUES = {
  old: { hello: TRANSIENT, task_queue: { durable: true }, rpc_queue: TRANSIENT },
  current: { hello: CURRENT, task_queue: CURRENT, rpc_queue: CURRENT },
};

export const connect = () => amqp.connect(process.env.AMQP_URL);

export const declare = (channel, queue) =>
  channel.assertQueue(queue, QUEUES[process.env.GENERATION ?? 'current'][queue]);

export const waiting = () => console.log(' [*] Waiting');

export const show = (message) =>
  console.log(` [x] Received ${message.fields.routingKey}:${message.content}`);

/** Binds an exclusive, server-named queue and shows what arrives in it. */
export async function subscribe(channel, exchange, keys, args) {
  const { queue } = await channel.assertQueue('', { exclusive: true });
  for (const key of keys) {
    await channel.bindQueue(queue, exchange, key, args);
  }
  await channel.consume(queue, show, { noAck: true });
  waiting();
}

/** Closes after what was published has been written. */
export async function close(connection, channel) {
  await channel.close();
  await connection.close();
}
