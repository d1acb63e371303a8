package dev.warren.worker.workqueue;

import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.listen.ListenerCustomizer;
import dev.warren.messaging.taskevents.TaskEventPublisher;
import dev.warren.worker.LoggedText;
import dev.warren.worker.StopSignal;
import dev.warren.worker.WorkerProperties;
import dev.warren.worker.retry.DeadLetters;
import dev.warren.worker.retry.FirstAttempts;
import dev.warren.worker.retry.Relocation;
import dev.warren.worker.retry.Retries;
import dev.warren.worker.simulation.SimulatedFaults;
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
    DrainTime.check(
        properties.maxTaskDuration(),
        properties.taskDeadline(),
        lifecycle.getTimeoutPerShutdownPhase());
    return new TaskHandler(properties.dotDuration(), properties.maxTaskDuration());
  }

  @Bean
  TaskReporter taskReporter(
      TaskEventPublisher events, WorkerJournal journal, LoggedText logged, InstanceName worker) {
    return new TaskReporter(events, journal, logged, worker);
  }

  @Bean
  TaskDeadline taskDeadline(WorkerProperties properties) {
    return new TaskDeadline(properties.taskDeadline()).watching();
  }

  @Bean
  TaskExecution taskExecution(
      TaskHandler handler,
      TaskDeadline deadline,
      SimulatedFaults faults,
      TaskReporter reporter,
      FirstAttempts firstAttempts,
      DeadLetters deadLetters,
      Retries retries) {
    return new TaskExecution(
        handler, deadline, faults, reporter, firstAttempts, deadLetters, retries.maxAttempts());
  }

  @Bean
  Quarantine quarantine(
      Relocation relocation, Retries retries, TaskReporter reporter, WorkerProperties properties) {
    return new Quarantine(
        relocation,
        retries,
        reporter,
        properties.suspectAfter(),
        Settlement.of(properties.messagesPerAck()));
  }

  @Bean
  TaskListener taskListener(
      TaskExecution execution,
      Quarantine quarantine,
      Retries retries,
      WorkerProperties properties,
      StopSignal stop) {
    return new TaskListener(
        execution, quarantine, retries, Settlement.of(properties.messagesPerAck()), stop);
  }
}
