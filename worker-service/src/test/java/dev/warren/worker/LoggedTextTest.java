package dev.warren.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

class LoggedTextTest {

  private final MockEnvironment environment = new MockEnvironment();

  LoggedTextTest() {
    environment.setConversionService(new ApplicationConversionService());
  }

  @Test
  void whereEverybodyMayCallTextsAreShownAsTheTutorialsPrintThem() {
    environment.setProperty("warren.security.mode", "open");

    assertThat(logged("Hello\nWorld!")).isEqualTo("Hello\\u000aWorld!");
  }

  @Test
  void whereCallersAreAskedWhoTheyAreTextsAreNot() {
    for (String mode : new String[] {"api-keys", "jwt"}) {
      environment.setProperty("warren.security.mode", mode);
      assertThat(logged("Hello World!")).isEqualTo("12 characters");
    }
  }

  @Test
  void theSettingHasTheLastWord() {
    environment.setProperty("warren.security.mode", "api-keys");
    environment.setProperty("warren.worker.log-texts", "true");
    assertThat(logged("Hello World!")).isEqualTo("Hello World!");

    environment.setProperty("warren.security.mode", "open");
    environment.setProperty("warren.worker.log-texts", "false");
    assertThat(logged("Hello World!")).isEqualTo("12 characters");
  }

  private String logged(String text) {
    WorkerProperties properties =
        Binder.get(environment).bindOrCreate("warren.worker", WorkerProperties.class);
    return new WorkerConfiguration().loggedText(properties, environment).of(text);
  }
}
