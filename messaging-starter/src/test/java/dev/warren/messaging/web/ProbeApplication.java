package dev.warren.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A controller with one of everything that can go wrong. It needs no broker. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
class ProbeApplication {

  record Note(@NotEmpty(message = "must not be empty") String text, @Nullable Integer number) {}

  @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
  Note note(@Valid @RequestBody Note note) {
    return note;
  }

  @GetMapping("/numbers/{n}")
  int number(@PathVariable int n, @RequestParam @Max(value = 9, message = "too big") int limit) {
    return n + limit;
  }

  @PostMapping("/forms")
  String form(@RequestParam(defaultValue = "none") String limit) {
    return limit;
  }

  @PostMapping(path = "/stream", consumes = MediaType.TEXT_PLAIN_VALUE)
  long stream(InputStream body) throws IOException {
    long length = 0;
    byte[] buffer = new byte[8192];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      length += read;
    }
    return length;
  }

  /** Takes longer for its answer than the tests allow for a body. */
  @PostMapping(path = "/slow", consumes = MediaType.TEXT_PLAIN_VALUE)
  String slow(@RequestBody String body) {
    long end = System.nanoTime() + 1_500_000_000L;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    return body;
  }

  /** More than the buffers of a connection hold. */
  static final int MUCH = 40_000_000;

  @GetMapping("/much")
  byte[] much() {
    return new byte[MUCH];
  }

  @GetMapping("/faulty")
  String faulty() {
    throw new IllegalStateException("a secret of dev.warren");
  }

  @GetMapping("/refused")
  CompletableFuture<String> refused() {
    return CompletableFuture.failedFuture(
        new ProblemException(ProblemType.NACKED, "Queue is full")
            .with("id", "42")
            .retryAfter(java.time.Duration.ofSeconds(2)));
  }

  /** Never ends by itself. */
  @GetMapping("/events")
  void events(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    request.startAsync().setTimeout(0);
    response.flushBuffer();
  }

  /** Answered when somebody else says so. */
  final CompletableFuture<String> answer = new CompletableFuture<>();

  @GetMapping("/later")
  CompletableFuture<String> later() {
    return answer;
  }
}
