"""Tutorial 6. rpc.py call N [direct] | rpc.py serve"""
import sys
import uuid

import pika
from broker import connect, declare, serve

connection = connect()
channel = connection.channel()


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def answer(channel, method, properties, body):
    reply = pika.BasicProperties(correlation_id=properties.correlation_id)
    result = str(fib(int(body)))
    channel.basic_publish(exchange="", routing_key=properties.reply_to, body=result, properties=reply)
    channel.basic_ack(delivery_tag=method.delivery_tag)
    print(f" [x] Answered {body.decode()}", flush=True)


def call(n, direct):
    correlation_id = str(uuid.uuid4())
    replies = []

    def collect(channel, method, properties, body):
        if properties.correlation_id == correlation_id:
            replies.append(body.decode())

    reply_to = "amq.rabbitmq.reply-to"
    if not direct:
        reply_to = channel.queue_declare(queue="", exclusive=True).method.queue
    channel.basic_consume(queue=reply_to, on_message_callback=collect, auto_ack=True)
    request = pika.BasicProperties(reply_to=reply_to, correlation_id=correlation_id)
    channel.basic_publish(exchange="", routing_key="rpc_queue", body=n, properties=request)
    while not replies:
        connection.process_data_events(time_limit=None)
    return replies[0]


if sys.argv[1] == "call":
    print(call(sys.argv[2], "direct" in sys.argv), flush=True)
    connection.close()
else:
    declare(channel, "rpc_queue")
    channel.basic_qos(prefetch_count=1)
    channel.basic_consume(queue="rpc_queue", on_message_callback=answer)
    serve(channel)
