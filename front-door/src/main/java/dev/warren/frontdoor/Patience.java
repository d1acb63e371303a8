package dev.warren.frontdoor;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hangs up on whoever does not take what is written to him: a socket's writes have no timeout, and
 * a peer that says that it has no room may say so for ever.
 */
final class Patience implements AutoCloseable {

  private final Duration time;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "patience"));

  /**
   * As long as this.
   *
   * @param time how long a write, which is of some KB, may take
   */
  Patience(Duration time) {
    this.time = time;
    clock.setRemoveOnCancelPolicy(true);
  }

  /** The output of a socket, which is closed if a write takes too long. */
  OutputStream outputOf(Socket socket) throws IOException {
    return new Output(socket);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private final class Output extends FilterOutputStream {

    private final Socket socket;

    Output(Socket socket) throws IOException {
      super(socket.getOutputStream());
      this.socket = socket;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      Future<?> end =
          clock.schedule(() -> Door.close(socket), time.toMillis(), TimeUnit.MILLISECONDS);
      try {
        out.write(bytes, offset, length);
      } finally {
        end.cancel(false);
      }
    }
  }
}
