package dev.warren.logsubscriber.receivers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import dev.warren.messaging.settings.WrongSettingException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * {@code logs_from_rabbit.log}, by Logback's rolling appender: when the file is full it becomes
 * {@code logs_from_rabbit.1.log}, and the oldest goes. Set up here and not in {@code logback.xml},
 * for it holds messages rather than what this service says of itself.
 *
 * @see <a href="https://logback.qos.ch/manual/appenders.html#RollingFileAppender">Logback</a>
 */
final class LogFile implements DisposableBean {

  private static final String NAME = "logs_from_rabbit";
  private static final org.slf4j.Logger log = LoggerFactory.getLogger(LogFile.class);

  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger(NAME);
  private final RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();

  /**
   * Opens the file for appending.
   *
   * @throws WrongSettingException if it cannot be written
   */
  LogFile(LogFileProperties properties) {
    Path file = properties.directory().resolve(NAME + ".log").toAbsolutePath();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.getStatusManager().add(LogFile::report);
    context.start();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder());
    appender.setTriggeringPolicy(whenLongerThan(properties.maxSize().toBytes()));
    appender.setRollingPolicy(keeping(properties.maxFiles(), properties.directory()));
    appender.getRollingPolicy().start();
    appender.start();
    if (!appender.isStarted()) {
      throw new WrongSettingException(
          "The file " + file + " cannot be written.",
          "Set WARREN_LOG_DIR to a directory that can.");
    }
  }

  /** Writes a line; what keeps it from being written is logged, as the service goes on. */
  void append(String line) {
    appender.doAppend(new LoggingEvent(NAME, logger, Level.INFO, line, null, null));
  }

  private static void report(Status status) {
    if (status.getEffectiveLevel() >= Status.WARN) {
      log.warn("{}: {}", NAME, status.getMessage(), status.getThrowable());
    }
  }

  @Override
  public void destroy() {
    context.stop();
    appender.stop();
  }

  private PatternLayoutEncoder encoder() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC}%msg%n");
    encoder.start();
    return encoder;
  }

  private SizeBasedTriggeringPolicy<ILoggingEvent> whenLongerThan(long bytes) {
    SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
    policy.setContext(context);
    policy.setMaxFileSize(new FileSize(bytes));
    policy.setCheckIncrement(Duration.buildByMilliseconds(0)); // at every message
    policy.start();
    return policy;
  }

  private FixedWindowRollingPolicy keeping(int files, Path directory) {
    FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(directory.resolve(NAME + ".%i.log").toString());
    policy.setMinIndex(1);
    policy.setMaxIndex(files);
    return policy;
  }
}
