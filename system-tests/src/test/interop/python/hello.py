"""Tutorial 1. hello.py send TEXT | hello.py receive"""
import sys

from broker import connect, declare, serve, show

connection = connect()
channel = connection.channel()
declare(channel, "hello")
if sys.argv[1] == "send":
    channel.basic_publish(exchange="", routing_key="hello", body=sys.argv[2])
    connection.close()
else:
    channel.basic_consume(queue="hello", on_message_callback=show, auto_ack=True)
    serve(channel)
