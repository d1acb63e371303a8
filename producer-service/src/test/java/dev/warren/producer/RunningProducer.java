package dev.warren.producer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a free port, for tests that decide themselves which broker it sees and when. */
public record RunningProducer(ConfigurableApplicationContext context, Api api)
    implements AutoCloseable {

  /** Starts it with settings such as {@code spring.rabbitmq.port=5672}. */
  public static RunningProducer start(List<String> settings, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
    settings.forEach(setting -> arguments.add("--" + setting));
    List.of(more).forEach(setting -> arguments.add("--" + setting));
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ProducerApplication.class)
            .run(arguments.toArray(String[]::new));
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return new RunningProducer(context, new Api(port));
  }

  /** The value of a gauge. */
  public double gauge(String name) {
    return context.getBean(MeterRegistry.class).get(name).gauge().value();
  }

  public int readiness() {
    return api.get("/actuator/health/readiness").status();
  }

  @Override
  public void close() {
    context.close();
  }
}
