package dev.warren.messaging.listen;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.beans.factory.DisposableBean;

/**
 * Keeps the listener containers from logging rejections. Who rejects a message has said why, in a
 * line of its own; the direct container logs each once more, with a stack trace, after the error
 * handler and whatever that one does. A flood of bad messages would fill the disk.
 */
final class KnownRejections extends TurboFilter implements DisposableBean {

  private static final String CONTAINERS = "org.springframework.amqp.rabbit.listener.";

  private final LoggerContext logs;

  private KnownRejections(LoggerContext logs) {
    this.logs = logs;
  }

  static KnownRejections installIn(LoggerContext logs) {
    KnownRejections filter = new KnownRejections(logs);
    filter.start();
    logs.addTurboFilter(filter);
    return filter;
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    return failure != null && logger.getName().startsWith(CONTAINERS) && isRejection(failure)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean isRejection(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AmqpRejectAndDontRequeueException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void destroy() {
    logs.getTurboFilterList().remove(this);
  }
}
