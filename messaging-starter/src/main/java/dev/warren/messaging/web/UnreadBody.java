package dev.warren.messaging.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The rest of a body, read and thrown away as it comes. No thread waits for it, not even in the
 * middle of a chunk's header. If it is not over in time, or is too long, its connection ends.
 */
final class UnreadBody implements ReadListener, AsyncListener, ApplicationBufferHandler {

  private final Request request;
  private final Duration time;
  private final long limit;
  private final AtomicBoolean over = new AtomicBoolean();
  private final long start = System.nanoTime();
  private ByteBuffer last = ByteBuffer.allocate(0);
  private long length;

  private UnreadBody(Request request, Duration time, long limit) {
    this.request = request;
    this.time = time;
    this.limit = limit;
  }

  /** Takes no more than {@code server.tomcat.max-swallow-size}. */
  static UnreadBody of(Request request, Duration time) {
    int limit =
        request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
            ? http.getMaxSwallowSize()
            : -1;
    return new UnreadBody(request, time, limit < 0 ? Long.MAX_VALUE : limit);
  }

  void readOn() {
    AsyncContext waiting = request.startAsync();
    waiting.setTimeout(time.toMillis());
    waiting.addListener(this);
    request.getCoyoteRequest().setReadListener(this);
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!request.isFinished() && request.getCoyoteRequest().isReady()) {
      if (!readSome()) {
        end();
        return;
      }
    }
  }

  /** Returns whether more may be read. */
  private boolean readSome() throws IOException {
    length += Math.max(0, request.getCoyoteRequest().doRead(this));
    return length <= limit && System.nanoTime() - start <= time.toNanos();
  }

  /** Reads what came of a body whose length was declared. A chunk's header might be waited for. */
  void readWhatIsThere() {
    boolean declared = request.getContentLengthLong() >= 0;
    try {
      while (declared && !request.isFinished() && isSomethingThere() && readSome()) {
        // reads
      }
    } catch (IOException e) {
      // the connection ends, since the body is not finished
    }
  }

  private boolean isSomethingThere() {
    request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
    return request.getCoyoteRequest().getAvailable() > 0;
  }

  /** Ends the connection, too, if there is more to come. */
  void end() {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    if (!request.isFinished()) {
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      request.getResponse().setErrorReported(); // or an error page would be made
    }
    if (request.isAsync()) {
      request.getAsyncContext().complete();
    }
  }

  @Override
  public void onAllDataRead() {
    end();
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // nothing is held
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // nobody else starts
  }

  @Override
  public void setByteBuffer(ByteBuffer buffer) {
    last = buffer;
  }

  @Override
  public ByteBuffer getByteBuffer() {
    return last;
  }

  @Override
  public void expand(int size) {
    // the buffers are Tomcat's own
  }
}
