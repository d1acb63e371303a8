package dev.warren.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The log of a service, whose libraries log what strangers send as it came. */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

  private static final Logger log = LoggerFactory.getLogger(LogLinesTest.class);
  private static final String FORGED = "00:00:00.000 INFO  d.w.w.Worker : [x] Done";

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n\u0085", "\u2028", "\n\u2029"})
  void aLineBreakInAMessageMakesNoLineThatLooksLikeAnother(String end, CapturedOutput output) {
    inAService(() -> log.info("Got {}", "something" + end + FORGED));

    assertThat(output.toString().split("\\R")).contains("    " + FORGED).doesNotContain(FORGED);
  }

  @Test
  void norDoesOneInTheMessageOfAnException(CapturedOutput output) {
    inAService(() -> log.warn("Failed", new IllegalStateException("something\n" + FORGED)));

    assertThat(output.toString().split("\\R")).contains("    " + FORGED).doesNotContain(FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[1A", "\b", "\u000b", "\f", "\u009b2K", "\u0000"})
  void noTextMovesTheCursorOfATerminal(String control, CapturedOutput output) {
    inAService(() -> log.warn("Got {}", control, new IllegalStateException(control + "x\ty")));

    assertThat(output).contains("Got ?", "x\ty").doesNotContain(control);
  }

  @Test
  void theNextMessageBeginsALine(CapturedOutput output) {
    inAService(
        () -> {
          log.warn("Failed", new IllegalStateException("something"));
          log.warn("and next");
        });

    assertThat(output.toString().lines())
        .filteredOn(line -> line.endsWith(" : and next"))
        .singleElement()
        .asString()
        .matches("\\d\\d:\\d\\d.*");
  }

  private static void inAService(Runnable work) {
    SpringApplicationBuilder service =
        new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE);
    try (ConfigurableApplicationContext running =
        service.run(
            "--spring.config.import=classpath:warren-defaults.yaml",
            "--spring.application.name=probe")) {
      assertThat(running.isRunning()).isTrue();
      work.run();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
