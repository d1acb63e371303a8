package dev.warren.messaging.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpStatus;

/**
 * Answers at once who has not sent all of a body that nobody reads, and then reads on for a short
 * time only, since a client may read its answer only when it has sent all. Otherwise Tomcat would
 * read the rest, on a thread, for as long as that takes. A body that was too slow is not read on.
 * When the connection ends, who is still sending may see it reset.
 */
final class UnreadBodyValve extends ValveBase {

  private final Duration time;

  UnreadBodyValve(Duration time) {
    super(true);
    this.time = time;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (request.isAsync() || request.isFinished()) {
      return;
    }
    response.finishResponse();
    UnreadBody rest = UnreadBody.of(request, time);
    if (response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value()) {
      rest.end();
    } else if (mayWait(request)) {
      rest.readOn();
    } else {
      rest.readWhatIsThere();
      rest.end();
    }
  }

  /**
   * One who asks before sending will not send now. What was asynchronous before is not again, since
   * its listeners would hear twice that it is over; without a context it cannot be.
   */
  private static boolean mayWait(Request request) {
    return request.isAsyncSupported()
        && request.getContext() != null
        && request.getAsyncContextInternal() == null
        && !request.getCoyoteRequest().hasExpectation();
  }
}
