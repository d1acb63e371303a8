package dev.warren.worker.workqueue;

import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.listen.ListenerCustomizer;
import dev.warren.messaging.taskevents.TaskEventPublisher;
import dev.warren.worker.WorkerProperties;
import dev.warren.worker.status.WorkerJournal;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the worker, put together. */
@Configuration(proxyBeanMethods = false)
class WorkQueueConfiguration {

  @Bean
  ListenerCustomizer taskContainer(WorkerProperties properties) {
    return new TaskContainer(properties);
  }

  @Bean
  TaskHandler taskHandler(WorkerProperties properties, LifecycleProperties lifecycle) {
    DrainTime.check(properties.maxTaskDuration(), lifecycle.getTimeoutPerShutdownPhase());
    return new TaskHandler(properties.dotDuration(), properties.maxTaskDuration());
  }

  @Bean
  TaskReporter taskReporter(TaskEventPublisher events, WorkerJournal journal, InstanceName worker) {
    return new TaskReporter(events, journal, worker);
  }

  @Bean
  TaskListener taskListener(TaskHandler handler, TaskReporter reporter) {
    return new TaskListener(handler, reporter);
  }
}
