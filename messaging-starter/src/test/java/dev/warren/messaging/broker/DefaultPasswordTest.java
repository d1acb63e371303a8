package dev.warren.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class DefaultPasswordTest {

  @TempDir private Path secrets;

  @Test
  void isShownWhereTheFolderOfSecretsLacksTheFile() throws IOException {
    write("spring.datasource.password");
    assertThat(isShown()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring.rabbitmq.password", "WARREN_RABBITMQ_PASSWORD"})
  void isNotShownWhereAFileHasOne(String file) throws IOException {
    write(file);
    assertThat(isShown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARREN_RABBITMQ_PASSWORD=guest",
        "WARREN_RABBITMQ_PASSWORD=",
        "spring.rabbitmq.password=guest",
        "spring.rabbitmq.addresses=amqp://worker:secret@localhost"
      })
  void isNotShownWhereASettingHasOne(String setting) {
    assertThat(isShown(setting)).isFalse();
  }

  private void write(String file) throws IOException {
    Files.writeString(secrets.resolve(file), "secret");
  }

  private boolean isShown(String... settings) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "spring.config.import=classpath:warren-defaults.yaml,configtree:"
                        + secrets
                        + "/"),
                Stream.of(settings))
            .map(each -> "--" + each)
            .toArray(String[]::new);
    try (ConfigurableApplicationContext service =
        new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE).run(arguments)) {
      return DefaultPassword.isShown(
          service.getBean(RabbitConnectionDetails.class), service.getEnvironment());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(RabbitAutoConfiguration.class)
  static class Service {}
}
