package dev.warren.logsubscriber.received;

import dev.warren.messaging.web.sse.SseBroadcaster;
import dev.warren.messaging.web.sse.SseSubscription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the subscriptions have received. */
@RestController
@RequestMapping("/api/received")
@Tag(name = "Received", description = "What arrived, once for every subscription that got it")
class ReceivedController {

  private static final String PATTERNS = "|fanout|direct|topic|headers";
  private static final String ONE_OF = "must be one of fanout, direct, topic, headers";

  private final ReceivedMessages messages;
  private final SseBroadcaster streams;

  ReceivedController(ReceivedMessages messages, SseBroadcaster streams) {
    this.messages = messages;
    this.streams = streams;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The newest messages",
      description = "The oldest of them first, as in a log. Older ones are no longer kept.")
  List<ReceivedMessage> newest(
      @Parameter(description = "only of this pattern", example = "topic")
          @RequestParam(required = false)
          @Pattern(regexp = PATTERNS, message = ONE_OF)
          @Nullable String pattern,
      @Parameter(description = "only of this subscription", example = "topic-screen")
          @RequestParam(required = false)
          @Nullable String subscription,
      @Parameter(description = "at most so many", example = "20")
          @RequestParam(defaultValue = "100")
          @Min(value = 1, message = "must be 1 to 1000")
          @Max(value = 1000, message = "must be 1 to 1000")
          int limit) {
    return messages.newest(limit, new ReceivedFilter(pattern, subscription));
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "Messages as they arrive",
      description =
          "Server-sent events named message. With Last-Event-ID, those since come first: the newest"
              + " 1000 of them at most, and about 1 MB. If there may have been more, an event named"
              + " reset precedes them.")
  void stream(
      @RequestParam(required = false) @Pattern(regexp = PATTERNS, message = ONE_OF)
          @Nullable String pattern,
      @RequestParam(required = false) @Nullable String subscription,
      @RequestHeader(name = "Last-Event-ID", required = false)
          @Pattern(regexp = "|\\d{1,18}", message = "must be the id of an event")
          @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ReceivedFilter filter = new ReceivedFilter(pattern, subscription);
    SseSubscription wanted = SseSubscription.live().only(filter::passes);
    if (StringUtils.hasLength(lastEventId)) {
      long last = Long.parseLong(lastEventId);
      wanted = wanted.startingWith(() -> messages.after(last, filter));
    }
    streams.open(request, response, wanted);
  }
}
