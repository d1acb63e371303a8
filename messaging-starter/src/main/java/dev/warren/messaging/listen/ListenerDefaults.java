package dev.warren.messaging.listen;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.aopalliance.aop.Advice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.adapter.MessagingMessageListenerAdapter;

/**
 * Warren's defaults of a listener container: it survives missing queues and refused credentials, an
 * {@code Error} ends neither the JVM nor the container, and at shutdown it waits for the running
 * handler, a little less long than Spring waits for it.
 *
 * @see <a href="https://docs.spring.io/spring-amqp/reference/amqp/containerAttributes.html">Message
 *     listener container configuration</a>
 */
final class ListenerDefaults {

  /** What Spring's phase timeout leaves for everything but the running handler. */
  static final Duration SHUTDOWN_MARGIN = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(ListenerDefaults.class);
  private static final long RETRY_MILLIS = 1000;

  private final Duration shutdownTimeout;
  private final List<ListenerAdvice> advice;
  private final List<ListenerCustomizer> customizers;

  ListenerDefaults(
      Duration phaseTimeout, List<ListenerAdvice> advice, List<ListenerCustomizer> customizers) {
    Duration left = phaseTimeout.minus(SHUTDOWN_MARGIN);
    this.shutdownTimeout = left.compareTo(Duration.ZERO) > 0 ? left : phaseTimeout.dividedBy(2);
    this.advice = advice;
    this.customizers = customizers;
  }

  void apply(AbstractMessageListenerContainer container) {
    container.setMissingQueuesFatal(false);
    container.setMismatchedQueuesFatal(false);
    container.setPossibleAuthenticationFailureFatal(false);
    container.setDefaultRequeueRejected(false);
    container.setErrorHandler(new RejectionErrorHandler());
    container.setMessagePropertiesConverter(new TolerantPropertiesConverter());
    container.setDeBatchingEnabled(false); // or a foreign header decides how often a listener runs
    container.setRecoveryInterval(RETRY_MILLIS);
    container.setFailedDeclarationRetryInterval(RETRY_MILLIS);
    container.setShutdownTimeout(shutdownTimeout.toMillis());
    container.setJavaLangErrorHandler(
        error -> log.error("A container's thread failed", error)); // by default it ends the JVM
    container.setMicrometerEnabled(false); // ListenerMeters measures instead
    container.setAdviceChain(adviceOf(nameOf(container.getListenerId())));
    if (container.getMessageListener() instanceof MessagingMessageListenerAdapter adapter) {
      adapter.setHeaderMapper(new NoHeaders());
    }
    customizers.forEach(customizer -> customizer.customize(container));
  }

  private Advice[] adviceOf(String listener) {
    return Stream.concat(
            Stream.of(new ErrorsAsFailures()), advice.stream().map(each -> each.around(listener)))
        .toArray(Advice[]::new);
  }

  static String nameOf(String listenerId) {
    return listenerId.split("#", 2)[0];
  }
}
