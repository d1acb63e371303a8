package dev.warren.producer.taskview;

import dev.warren.messaging.web.sse.SseEvent;
import dev.warren.messaging.web.sse.SseSubscription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the event streams show to a client, depending on what it has seen already. */
@Component
class TaskStreams {

  private final TaskQueries tasks;
  private final RecentEvents recent;
  private final TaskChanges changes;

  TaskStreams(TaskQueries tasks, RecentEvents recent, TaskChanges changes) {
    this.tasks = tasks;
    this.recent = recent;
    this.changes = changes;
  }

  /** One task: what it came to, what it comes to, and nothing after its final state. */
  SseSubscription ofTask(String id, @Nullable EventPosition lastSeen) {
    return SseSubscription.live()
        .startingWith(() -> changes.toSse(after(lastSeen, tasks.history(id))))
        .only(event -> event.key().equals(id))
        .endingAfter(event -> TaskChanges.isFinal(event) && tasks.isOver(id));
  }

  /** Whether a client that has seen this much has seen a task's end. */
  boolean nothingLeft(Task task, @Nullable EventPosition lastSeen) {
    return lastSeen != null
        && task.state().isFinal()
        && after(lastSeen, tasks.history(task.id())).isEmpty();
  }

  /** All tasks, from where the client was, or from now on. */
  SseSubscription ofAll(@Nullable EventPosition lastSeen) {
    return lastSeen == null
        ? SseSubscription.live()
        : SseSubscription.live().startingWith(() -> resumed(lastSeen));
  }

  private List<SseEvent> resumed(EventPosition lastSeen) {
    if (recent.reachesBackTo(lastSeen)) {
      return recent.after(lastSeen);
    }
    List<SseEvent> events = new ArrayList<>();
    events.add(SseEvent.reset());
    events.addAll(recent.all());
    return events;
  }

  private static List<StreamedEvent> after(
      @Nullable EventPosition lastSeen, List<StreamedEvent> events) {
    return lastSeen == null
        ? events
        : events.stream().filter(event -> event.position().isAfter(lastSeen)).toList();
  }
}
