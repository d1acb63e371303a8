package dev.warren.producer.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class RpcTimeoutsIT {

  private static final int CALLERS = 8;

  @Test
  void aThousandTimeoutsLeakNoChannels(
      @LocalServerPort int port, @Autowired CachingConnectionFactory connections, Channel channel)
      throws Exception {
    AtomicInteger opened = new AtomicInteger();
    connections.addChannelListener((created, transactional) -> opened.incrementAndGet());
    channel.basicConsume(Rpc.QUEUE, true, (tag, request) -> {}, tag -> {});
    Api api = new Api(port);
    callInVain(api, 10 * CALLERS);
    assertThat(opened.getAndSet(0)).isPositive();

    callInVain(api, 1000);

    assertThat(opened.get()).isZero();
  }

  private static void callInVain(Api api, int times) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      calls.add(
          callers.submit(
              () -> api.get("/api/fib/1?timeout=20ms").assertProblem(504, "rpc-timeout")));
    }
    for (Future<?> call : calls) {
      call.get(60, TimeUnit.SECONDS);
    }
    callers.shutdown();
  }
}
