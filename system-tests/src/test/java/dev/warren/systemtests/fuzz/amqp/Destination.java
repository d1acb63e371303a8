package dev.warren.systemtests.fuzz.amqp;

import dev.warren.contracts.HeaderRouting;
import dev.warren.contracts.Hello;
import dev.warren.contracts.Orders;
import dev.warren.contracts.PublishSubscribe;
import dev.warren.contracts.Routing;
import dev.warren.contracts.Rpc;
import dev.warren.contracts.TaskEvents;
import dev.warren.contracts.Topics;
import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;

/** Whatever takes messages, and what becomes of those there. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is
enum Destination {
  TASKS(Kind.TASK, "", WorkQueue.QUEUE),
  SUSPECTS(Kind.TASK, "", WorkQueue.SUSPECTS_QUEUE),
  RETRIES(Kind.TASK, "", WorkQueue.FIRST_RETRY_QUEUE, WorkQueue.SECOND_RETRY_QUEUE),
  ORDERS(Kind.ORDER, Orders.EXCHANGE, Orders.PLACED),
  ORDER_QUEUE(Kind.ORDER, "", Orders.QUEUE),
  CALLS(Kind.CALL, "", Rpc.QUEUE),
  HELLO(Kind.RECEIVED, "", Hello.QUEUE),
  FANOUT(Kind.RECEIVED, PublishSubscribe.EXCHANGE, "", "anything"),
  DIRECT(Kind.RECEIVED, Routing.EXCHANGE, "info", "warning", "error", "nobody's"),
  TOPIC(Kind.RECEIVED, Topics.EXCHANGE, "kern.critical", "a.b.c.d", "", "..", "#", "\u0000"),
  HEADERS(Kind.RECEIVED, HeaderRouting.EXCHANGE, ""),
  EVENTS(Kind.KEPT, "", TaskEvents.STREAM),
  DEAD(Kind.DEAD, "", WorkQueue.DEAD_LETTER_QUEUE, Rpc.DEAD_LETTER_QUEUE, Orders.DEAD_LETTER_QUEUE),
  NOWHERE(Kind.RECEIVED, "no-such-exchange", "no-such-key"),
  NOBODY(Kind.RECEIVED, "", "no-such-queue", "q\r\n");

  /** What becomes of messages. */
  enum Kind {
    /** Done by a worker, or dead-lettered. */
    TASK,
    /** Shipped, or dead-lettered. */
    ORDER,
    /** Answered, or dead-lettered. */
    CALL,
    /** Received, once or by nobody. */
    RECEIVED,
    /** Kept, and passed over by who reads it. */
    KEPT,
    /** A dead letter from the beginning. */
    DEAD
  }

  private final Kind kind;
  private final String exchange;
  private final List<String> keys;

  Destination(Kind kind, String exchange, String... keys) {
    this.kind = kind;
    this.exchange = exchange;
    this.keys = List.of(keys);
  }

  /** Those that do work more often than the others. */
  static Destination any(Dice dice) {
    return dice.oneIn(3) ? dice.pick(TASKS, ORDERS, CALLS) : dice.pick(values());
  }

  Kind kind() {
    return kind;
  }

  String exchange() {
    return exchange;
  }

  String key(Dice dice) {
    return dice.pick(keys);
  }

  /** Whether what expires there is a dead letter, and not gone. */
  boolean keepsWhatExpires() {
    return kind == Kind.TASK || kind == Kind.ORDER;
  }
}
