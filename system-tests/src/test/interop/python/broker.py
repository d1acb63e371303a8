"""What every program here starts with: a channel, and the declarations of its generation."""
import os
import sys

import pika

# old: hello and rpc_queue transient, task_queue durable, no arguments. current: durable quorum queues.
CURRENT = {"durable": True, "arguments": {"x-queue-type": "quorum"}}
QUEUES = {
    "old": {"hello": {}, "task_queue": {"durable": True}, "rpc_queue": {}},
    "current": {"hello": CURRENT, "task_queue": CURRENT, "rpc_queue": CURRENT},
}


def connect():
    parameters = pika.URLParameters(os.environ["AMQP_URL"])
    return pika.BlockingConnection(parameters)


def declare(channel, queue):
    generation = os.environ.get("GENERATION", "current")
    channel.queue_declare(queue=queue, **QUEUES[generation][queue])


def serve(channel):
    print(" [*] Waiting", flush=True)
    try:
        channel.start_consuming()
    except KeyboardInterrupt:
        sys.exit(0)


def show(channel, method, properties, body):
    print(f" [x] Received {method.routing_key}:{body.decode()}", flush=True)


def subscribe(channel, exchange, keys, arguments=None):
    """Binds an exclusive, server-named queue and shows what arrives in it."""
    queue = channel.queue_declare(queue="", exclusive=True).method.queue
    for key in keys:
        channel.queue_bind(exchange=exchange, queue=queue, routing_key=key, arguments=arguments)
    channel.basic_consume(queue=queue, on_message_callback=show, auto_ack=True)
    serve(channel)
