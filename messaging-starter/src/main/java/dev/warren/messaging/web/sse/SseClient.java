package dev.warren.messaging.web.sse;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Any thread may {@link #offer}; only the writer's thread touches the response.
 * The container calls {@link #onWritePossible} when a client that was not ready has become so, and
 * ends the exchange of one that has gone or that takes nothing for the connector's timeout ({@code
 * server.tomcat.connection-timeout}).
 */
final class SseClient implements WriteListener {

  private static final Logger log = LoggerFactory.getLogger(SseClient.class);

  private final AsyncContext exchange;
  private final ServletOutputStream output;
  private final SseSubscription subscription;
  private final SseBuffer buffer;
  private final Executor writer;
  private final Consumer<SseClient> gone;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile boolean opened;
  private volatile boolean closed;
  private boolean unflushed;

  SseClient(
      AsyncContext exchange,
      SseSubscription subscription,
      SseBuffer buffer,
      Executor writer,
      Consumer<SseClient> gone)
      throws IOException {
    this.exchange = exchange;
    this.output = exchange.getResponse().getOutputStream();
    this.subscription = subscription;
    this.buffer = buffer;
    this.writer = writer;
    this.gone = gone;
  }

  void start(byte[] greeting, List<SseEvent> replay) {
    buffer.add(greeting, false);
    for (Iterator<SseEvent> events = replay.iterator(); events.hasNext(); ) {
      SseEvent event = events.next();
      buffer.add(event.encoded(), !events.hasNext() && endsAfter(event));
    }
    exchange.addListener(new WhenOver(this::close));
    output.setWriteListener(this);
  }

  boolean wants(SseEvent event) {
    return !closed && subscription.wanted().test(event);
  }

  boolean endsAfter(SseEvent event) {
    return subscription.last().test(event);
  }

  /** Appends a frame for the writer to send; a client whose buffer is full is disconnected. */
  void offer(byte[] frame, boolean last) {
    if (!buffer.offer(frame, last)) {
      log.warn("Disconnecting a client that does not read its events");
      gone.accept(this);
    }
    scheduleWrite();
  }

  /** Ends the stream after what is buffered already. */
  void finish() {
    buffer.end();
    scheduleWrite();
  }

  /** Ends the stream where it is. */
  void abort() {
    synchronized (output) {
      if (!closed
          && exchange.getRequest().getAttribute(AbortValve.ATTRIBUTE) instanceof Runnable cut) {
        log.warn("Cutting off a client that does not read its events");
        cut.run();
      }
    }
  }

  @Override
  public void onWritePossible() {
    opened = true;
    scheduleWrite();
  }

  @Override
  public void onError(Throwable failure) {
    close();
  }

  private void scheduleWrite() {
    if (scheduled.compareAndSet(false, true)) {
      writer.execute(this::write);
    }
  }

  private void write() {
    scheduled.set(false);
    try {
      synchronized (output) {
        writeWhileReady();
      }
    } catch (IOException | RuntimeException e) {
      log.debug("A client has gone: {}", e.toString());
      close(); // the container reports the error and ends the exchange
    }
  }

  private void writeWhileReady() throws IOException {
    while (opened && !closed && output.isReady()) {
      byte[] frame = buffer.poll();
      if (frame != null) {
        output.write(frame);
        unflushed = true;
      } else if (unflushed) {
        unflushed = false;
        output.flush();
      } else {
        if (buffer.isEnded()) { // never earlier: the last flush would block on a stalled client
          close();
          exchange.complete();
        }
        return;
      }
    }
  }

  /**
   * Called by the container before it uses the response object again for another request, which
   * waits here for a write in progress and sees none begin later.
   */
  private void close() {
    synchronized (output) {
      closed = true;
    }
    gone.accept(this);
  }
}
