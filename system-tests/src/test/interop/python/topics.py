"""Tutorial 5. topics.py send TEXT KEY | topics.py receive BINDING_KEY..."""
import sys

from broker import connect, subscribe

connection = connect()
channel = connection.channel()
channel.exchange_declare(exchange="topic_logs", exchange_type="topic")
if sys.argv[1] == "send":
    channel.basic_publish(exchange="topic_logs", routing_key=sys.argv[3], body=sys.argv[2])
    connection.close()
else:
    subscribe(channel, "topic_logs", sys.argv[2:])
