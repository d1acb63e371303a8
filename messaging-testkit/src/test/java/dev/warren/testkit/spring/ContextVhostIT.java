package dev.warren.testkit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestBroker;
import dev.warren.testkit.TestVhost;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestContextManager;

/** Looks at the contexts that Spring's test framework makes and keeps for other test classes. */
@BrokerTest
class ContextVhostIT {

  @BrokerTest
  @SpringBootTest(classes = EchoApplication.class)
  static class First {}

  @BrokerTest
  @SpringBootTest(classes = EchoApplication.class)
  static class Second {}

  @Test
  void cachedContextDoesNotTakeAnotherTestsMessages() throws Exception {
    EchoApplication first = contextOf(First.class).getBean(EchoApplication.class);
    ConfigurableApplicationContext second = contextOf(Second.class);
    assertThat(second.getBean(EchoApplication.class)).isNotSameAs(first);

    second.getBean(RabbitTemplate.class).convertAndSend(WorkQueue.QUEUE, "for the second");

    assertThat(take(second.getBean(EchoApplication.class))).isEqualTo("for the second");
    contextOf(First.class)
        .getBean(RabbitTemplate.class)
        .convertAndSend(WorkQueue.QUEUE, "for the first");
    assertThat(take(first)).isEqualTo("for the first");
  }

  @Test
  void closedContextLeavesNoVhost(TestBroker broker) throws Exception {
    ConfigurableApplicationContext context = contextOf(First.class);
    String vhost = context.getBean(TestVhost.class).name();
    assertThat(broker.management().vhosts()).contains(vhost);

    context.close();

    assertThat(broker.management().vhosts()).doesNotContain(vhost);
  }

  private static ConfigurableApplicationContext contextOf(Class<?> testClass) {
    return (ConfigurableApplicationContext)
        new TestContextManager(testClass).getTestContext().getApplicationContext();
  }

  private static String take(EchoApplication application) throws InterruptedException {
    return String.valueOf(application.received.poll(Bounds.SOON.toSeconds(), TimeUnit.SECONDS));
  }
}
