package dev.warren.security;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Some endpoints, one of which is in no rule. It needs no broker. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class ThingsApplication {

  private static final String RULES = "warren.security.access";

  static final String READ = RULES + "[0].scope=tasks:read";
  static final String READ_REQUESTS =
      RULES + "[0].requests=GET /api/things,GET /api/later,GET /api/faulty";
  static final String WRITE = RULES + "[1].scope=tasks:write";
  static final String WRITE_REQUESTS = RULES + "[1].requests=POST /api/things";

  private final Callers callers;

  ThingsApplication(Callers callers) {
    this.callers = callers;
  }

  /** The service, with tokens of the issuer that a setting such as {@code issuer-uri} names. */
  static ConfigurableApplicationContext trusting(String setting, String address) {
    return new SpringApplicationBuilder(ThingsApplication.class)
        .run(
            "--server.port=0",
            "--spring.config.import=classpath:warren-security.yaml",
            "--warren.security.mode=jwt",
            "--spring.security.oauth2.resourceserver.jwt." + setting + "=" + address,
            "--" + READ,
            "--" + READ_REQUESTS);
  }

  @GetMapping(path = "/api/things", produces = MediaType.APPLICATION_JSON_VALUE)
  String things() {
    return "[]";
  }

  @PostMapping("/api/things")
  String make(@RequestParam(defaultValue = "false") boolean special) {
    if (special) {
      callers.require(Scope.ADMIN);
    }
    return "made";
  }

  @GetMapping("/api/later")
  CompletableFuture<String> later() {
    return CompletableFuture.supplyAsync(
        () -> "later", CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS));
  }

  @GetMapping("/api/faulty")
  String faulty() {
    throw new IllegalStateException("a fault");
  }

  @GetMapping("/api/forgotten")
  String forgotten() {
    return "in no rule";
  }
}
