"""Tutorial 2. workqueue.py send TEXT | workqueue.py receive"""
import sys

import pika
from broker import connect, declare, serve, show

connection = connect()
channel = connection.channel()
declare(channel, "task_queue")


def work(channel, method, properties, body):
    show(channel, method, properties, body)
    channel.basic_ack(delivery_tag=method.delivery_tag)


if sys.argv[1] == "send":
    persistent = pika.BasicProperties(delivery_mode=2)
    channel.basic_publish(exchange="", routing_key="task_queue", body=sys.argv[2], properties=persistent)
    connection.close()
else:
    channel.basic_qos(prefetch_count=1)
    channel.basic_consume(queue="task_queue", on_message_callback=work)
    serve(channel)
