package dev.warren.producer.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.web.ProblemException;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;

class OutcomesTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new PublishOutcome.Returned(312, "NO_ROUTE"), 503, "unroutable", null),
        Arguments.of(new PublishOutcome.Nacked("full"), 429, "nacked", "1"),
        Arguments.of(new PublishOutcome.Unconfirmed("too late"), 503, "unconfirmed", null),
        Arguments.of(new PublishOutcome.NotSent("no connection"), 503, "not-sent", "1"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureIsAProblemWithTheIdAndARetryOnlyWhereItCannotDuplicate(
      PublishOutcome outcome, int status, String name, @Nullable String retryAfter) {
    ProblemException problem = Outcomes.problem("42", outcome);
    assertThat(Outcomes.name(outcome)).isEqualTo(name);
    assertThat(problem.getStatusCode().value()).isEqualTo(status);
    assertThat(problem.getBody().getType()).isEqualTo(URI.create("urn:warren:problem:" + name));
    assertThat(problem.getBody().getProperties()).containsEntry("id", "42");
    assertThat(problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(retryAfter);
  }

  @Test
  void confirmIsNoProblem() {
    PublishOutcome confirmed = new PublishOutcome.Confirmed();
    assertThat(Outcomes.name(confirmed)).isEqualTo("confirmed");
    assertThat(Outcomes.reason(confirmed)).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> Outcomes.problem("42", confirmed));
  }
}
