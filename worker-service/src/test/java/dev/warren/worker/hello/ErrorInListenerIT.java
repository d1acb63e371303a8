package dev.warren.worker.hello;

import static dev.warren.testkit.Bounds.soon;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.messaging.listen.ListenerAdvice;
import dev.warren.testkit.BrokerTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** An {@code Error} outside everything that catches one. */
@BrokerTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ErrorInListenerIT {

  @Autowired private AtomicInteger handled;

  @Test
  void costsItsMessageAndNotTheConsumer(Channel channel) throws Exception {
    channel.basicPublish("", Hello.QUEUE, null, "an error".getBytes(UTF_8));
    channel.basicPublish("", Hello.QUEUE, null, "Hello World!".getBytes(UTF_8));

    soon().until(() -> handled.get() == 1);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class FirstCallFails {

    @Bean
    AtomicInteger handled() {
      return new AtomicInteger();
    }

    @Bean
    ListenerAdvice failure(AtomicInteger handled) {
      AtomicInteger calls = new AtomicInteger();
      return listener ->
          call -> {
            if (listener.equals(Hello.QUEUE) && calls.getAndIncrement() == 0) {
              throw new StackOverflowError("once");
            }
            Object result = call.proceed();
            if (listener.equals(Hello.QUEUE)) {
              handled.incrementAndGet();
            }
            return result;
          };
    }
  }
}
