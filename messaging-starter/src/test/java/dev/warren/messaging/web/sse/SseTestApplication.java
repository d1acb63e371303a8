package dev.warren.messaging.web.sse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with one event stream. Subscribers see the key they ask for, up to event "end". */
@EnableAutoConfiguration
@Import(SseConfiguration.class)
@RestController
class SseTestApplication {

  private final SseBroadcaster broadcaster;

  SseTestApplication(SseBroadcaster broadcaster) {
    this.broadcaster = broadcaster;
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(@RequestParam String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    broadcaster.open(
        request,
        response,
        SseSubscription.live()
            .startingWith(() -> List.of(new SseEvent("0", "first", "hello " + key, key)))
            .only(event -> event.key().equals(key))
            .endingAfter(event -> event.name().equals("end")));
  }
}
