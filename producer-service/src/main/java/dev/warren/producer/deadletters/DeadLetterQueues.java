package dev.warren.producer.deadletters;

import dev.warren.messaging.web.ProblemException;
import dev.warren.producer.replay.DeadLetterQueue;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The dead-letter queues that the patterns have declared. */
@Component
class DeadLetterQueues {

  private final List<DeadLetterQueue> all;

  DeadLetterQueues(ObjectProvider<DeadLetterQueue> queues) {
    this.all = queues.orderedStream().toList();
  }

  List<DeadLetterQueue> all() {
    return all;
  }

  /**
   * The one of that name, or all if the name is empty.
   *
   * @throws ProblemException 400, if there is no such one
   */
  List<DeadLetterQueue> named(String name) {
    return StringUtils.hasLength(name) ? List.of(one(name)) : all;
  }

  /**
   * The one of that name.
   *
   * @throws ProblemException 400, if there is no such one
   */
  DeadLetterQueue one(String name) {
    return all.stream()
        .filter(queue -> queue.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid("queue", "must be one of " + names()));
  }

  private String names() {
    return all.stream().map(DeadLetterQueue::name).collect(Collectors.joining(", "));
  }
}
