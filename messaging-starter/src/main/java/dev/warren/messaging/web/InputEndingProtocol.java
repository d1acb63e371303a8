package dev.warren.messaging.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1, whose connections can be told by another thread that nothing more comes in.
 * Who reads from one sees its end at once, wherever in a body that is, and can still answer.
 */
public final class InputEndingProtocol extends Http11NioProtocol {

  /** Of those that a request may have; Tomcat itself uses the first few. */
  private static final int NOTE = 31;

  /** Ends the input of the connection that a request came on; nothing with another protocol. */
  static void endInputOf(Request request) {
    if (request.getCoyoteRequest().getNote(NOTE) instanceof EndingProcessor processor) {
      processor.endInput();
    }
  }

  @Override
  protected Processor createProcessor() {
    return new EndingProcessor(this);
  }

  private static final class EndingProcessor extends Http11Processor {

    EndingProcessor(InputEndingProtocol protocol) {
      super(protocol, protocol.getAdapter());
      request.setNote(NOTE, this);
    }

    private void endInput() {
      SocketWrapperBase<?> connection = getSocketWrapper();
      if (connection != null && connection.getSocket() instanceof NioChannel channel) {
        try {
          channel.getIOChannel().shutdownInput();
        } catch (IOException e) {
          getLog().debug("the connection is closed already", e);
        }
      }
    }
  }
}
