package dev.warren.messaging.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpStatus;

/**
 * Ends the connection of a caller whose body was too slow. Otherwise Tomcat would read the rest of
 * it, for as long as that takes. Who is still sending at that moment may see the connection reset
 * instead of the answer.
 */
final class SlowBodyValve extends ValveBase {

  SlowBodyValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value()) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }
}
