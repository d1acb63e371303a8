"""Tutorial 3. pubsub.py send TEXT | pubsub.py receive"""
import sys

from broker import connect, subscribe

connection = connect()
channel = connection.channel()
channel.exchange_declare(exchange="logs", exchange_type="fanout")
if sys.argv[1] == "send":
    channel.basic_publish(exchange="logs", routing_key="", body=sys.argv[2])
    connection.close()
else:
    subscribe(channel, "logs", [""])
