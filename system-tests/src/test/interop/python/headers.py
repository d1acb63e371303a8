"""A headers exchange. headers.py send TEXT NAME=VALUE... | headers.py receive all|any NAME=VALUE..."""
import sys

import pika
from broker import connect, subscribe

connection = connect()
channel = connection.channel()
channel.exchange_declare(exchange="header_test", exchange_type="headers")
headers = dict(pair.split("=", 1) for pair in sys.argv[3:])
if sys.argv[1] == "send":
    properties = pika.BasicProperties(headers=headers)
    channel.basic_publish(exchange="header_test", routing_key="", body=sys.argv[2], properties=properties)
    connection.close()
else:
    subscribe(channel, "header_test", [""], {"x-match": sys.argv[2], **headers})
