package dev.warren.producer.syslog;

import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.producer.publishing.Outcomes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes syslog lines, a batch or a stream of them, and publishes each as it arrives. The answer
 * comes when the body ends, and counts.
 */
@RestController
@Tag(name = "Topics")
class SyslogController {

  private final SyslogPublisher publisher;

  SyslogController(SyslogPublisher publisher) {
    this.publisher = publisher;
  }

  @PostMapping(
      path = "/api/logs/syslog",
      consumes = MediaType.TEXT_PLAIN_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send RFC 5424 and RFC 3164 lines, each under its facility.severity")
  SyslogReport take(InputStream body) {
    SyslogIntake intake = new SyslogIntake(publisher);
    LineReader lines = new LineReader(body);
    try {
      intake.take(lines);
    } catch (IOException e) {
      throw interrupted(ProblemType.MALFORMED_REQUEST, "The body broke off", lines, intake);
    }
    PublishOutcome loss = intake.loss();
    if (loss != null) {
      throw interrupted(Outcomes.type(loss), Outcomes.reason(loss), lines, intake);
    }
    return intake.report();
  }

  private static ProblemException interrupted(
      ProblemType type, @Nullable String reason, LineReader lines, SyslogIntake intake) {
    return new ProblemException(type, "Stopped at line " + lines.number() + ". " + reason)
        .with("report", intake.report());
  }
}
