package dev.warren.messaging.web.sse;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets a response be cut off at once. The Servlet API can only complete one, and that waits for a
 * client which takes nothing until the connector's timeout ({@code
 * server.tomcat.connection-timeout}).
 */
final class AbortValve extends ValveBase {

  /** The request's attribute, a {@link Runnable}; to be run before the exchange is over. */
  static final String ATTRIBUTE = AbortValve.class.getName();

  AbortValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Runnable abort =
        () ->
            response
                .getCoyoteResponse()
                .action(ActionCode.CLOSE_NOW, new IOException("cut off by the service"));
    request.setAttribute(ATTRIBUTE, abort);
    getNext().invoke(request, response);
  }
}
