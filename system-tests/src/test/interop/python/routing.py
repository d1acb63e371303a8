"""Tutorial 4. routing.py send TEXT SEVERITY | routing.py receive SEVERITY..."""
import sys

from broker import connect, subscribe

connection = connect()
channel = connection.channel()
channel.exchange_declare(exchange="direct_logs", exchange_type="direct")
if sys.argv[1] == "send":
    channel.basic_publish(exchange="direct_logs", routing_key=sys.argv[3], body=sys.argv[2])
    connection.close()
else:
    subscribe(channel, "direct_logs", sys.argv[2:])
