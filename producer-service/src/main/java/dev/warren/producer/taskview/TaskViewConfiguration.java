package dev.warren.producer.taskview;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.taskevents.TaskEventAppendListener;
import dev.warren.messaging.taskevents.TaskEventsConfiguration;
import dev.warren.messaging.web.sse.SseBroadcaster;
import dev.warren.messaging.web.sse.SseConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** From the stream to the view. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskViewProperties.class)
@Import({TaskEventsConfiguration.class, SseConfiguration.class})
class TaskViewConfiguration {

  @Bean
  TaskView taskTable(TaskViewProperties properties) {
    return new TaskView(properties.maxTasks(), properties.maxTextBytes().toBytes());
  }

  @Bean
  RecentEvents recentTaskEvents(TaskViewProperties properties, TaskChanges changes) {
    return new RecentEvents(
        properties.recentEvents(), properties.recentTextBytes().toBytes() / 2, changes::toSse);
  }

  @Bean
  OwnBatches ownTaskEvents() {
    return new OwnBatches();
  }

  @Bean
  ViewLag taskViewLag(MeterRegistry meters) {
    return new ViewLag(Clock.systemUTC(), meters);
  }

  @Bean
  TaskEventAppendListener ownTaskEventsListener(OwnBatches own, ViewLag lag) {
    return (messageId, body, events) -> {
      own.appending(messageId, body, events);
      lag.appending(messageId);
    };
  }

  @Bean
  TaskChanges taskChanges(JsonMapper json) {
    return new TaskChanges(json);
  }

  @Bean
  StreamSubscription taskEventsSubscription(TaskViewProperties properties) {
    return new StreamSubscription(properties.prefetch());
  }

  @Bean
  Replay taskReplay(ConfirmedPublisher publisher, OutgoingMessages messages, ViewLag lag) {
    return new Replay(publisher, messages, lag);
  }

  @Bean
  StreamListener taskEventsListener(
      TaskView view,
      RecentEvents recent,
      TaskChanges changes,
      SseBroadcaster broadcaster,
      JsonMapper json,
      OwnBatches own,
      ViewLag lag,
      MeterRegistry meters,
      StreamSubscription subscription,
      Replay replay) {
    EventMessages messages = new EventMessages(json, own);
    TaskFeed feed = new TaskFeed(messages, view, recent, changes, broadcaster, lag, meters);
    return new StreamListener(feed, subscription, replay);
  }

  /** The health component {@code taskView}. */
  @Bean("taskView")
  ReplayHealthIndicator taskViewHealth(Replay replay, TaskView view) {
    return new ReplayHealthIndicator(replay, view);
  }
}
