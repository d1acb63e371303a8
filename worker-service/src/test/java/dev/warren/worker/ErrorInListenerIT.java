package dev.warren.worker;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.listen.ListenerAdvice;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** An {@code Error} outside everything that catches one. */
@BrokerTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ErrorInListenerIT {

  @Autowired private FirstCallsFail listeners;

  /** The first acknowledges nothing, the second each message by itself. */
  @ParameterizedTest
  @ValueSource(strings = {Hello.QUEUE, WorkQueue.QUEUE})
  void costsItsMessageAndNotTheConsumer(String queue, Channel channel, TestVhost vhost)
      throws Exception {
    channel.basicPublish("", queue, null, "an error".getBytes(UTF_8));
    channel.basicPublish("", queue, null, "good".getBytes(UTF_8));

    soon().until(() -> listeners.handled.contains(queue));
    assertThatQueue(vhost, queue).hasMessages(0).hasConsumers(1);
    int letters = queue.equals(WorkQueue.QUEUE) ? 1 : 0;
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(letters);
  }

  static final class FirstCallsFail implements ListenerAdvice {

    final Set<String> failed = ConcurrentHashMap.newKeySet();
    final Set<String> handled = ConcurrentHashMap.newKeySet();

    @Override
    public MethodInterceptor around(String listener) {
      return call -> {
        if (failed.add(listener)) {
          throw new StackOverflowError("once");
        }
        Object result = call.proceed();
        handled.add(listener);
        return result;
      };
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Failing {

    @Bean
    FirstCallsFail firstCallsFail() {
      return new FirstCallsFail();
    }
  }
}
