package dev.warren.messaging.broker;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;

/** The exchanges and queues that this service declares from its start, as beans or in groups. */
public record OwnTopology(List<Exchange> exchanges, List<Queue> queues) {

  /** Of what is declared one by one and what is declared in groups. */
  static OwnTopology of(
      Stream<Exchange> exchanges, Stream<Queue> queues, List<Declarables> groups) {
    return new OwnTopology(
        Stream.concat(
                exchanges,
                groups.stream().flatMap(of -> of.getDeclarablesByType(Exchange.class).stream()))
            .toList(),
        Stream.concat(
                queues,
                groups.stream().flatMap(of -> of.getDeclarablesByType(Queue.class).stream()))
            .toList());
  }

  /** The names of all of them. */
  Stream<String> names() {
    return Stream.concat(
        exchanges.stream().map(Exchange::getName), queues.stream().map(Queue::getName));
  }
}
