package dev.warren.messaging.web.sse;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Sends the same events to every connected client that wants them. {@link #broadcast} only appends
 * to the clients' buffers; one thread writes for all of them, which it can because no write blocks.
 */
public final class SseBroadcaster implements SmartLifecycle, DisposableBean {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final SseProperties properties;
  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService writer =
      new ScheduledThreadPoolExecutor(
          1, new CustomizableThreadFactory("sse-writer-"), new DiscardPolicy());
  private @Nullable ScheduledFuture<?> heartbeat;

  public SseBroadcaster(SseProperties properties) {
    this.properties = properties;
  }

  /**
   * Turns the response into an event stream and returns at once; the stream stays open. For
   * controller methods that return {@code void}. {@code HEAD} gets no stream: nothing would be
   * written to its client, so nobody would notice that it has gone.
   *
   * @throws ProblemException 503, with too many clients or during shutdown
   * @throws IOException if the client has gone already
   */
  public synchronized void open(
      HttpServletRequest request, HttpServletResponse response, SseSubscription subscription)
      throws IOException {
    requireRoom();
    List<SseEvent> replay = subscription.replay().get();
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (HttpMethod.HEAD.matches(request.getMethod())) {
      return;
    }
    AsyncContext exchange = request.startAsync();
    exchange.setTimeout(0);
    SseBuffer buffer = new SseBuffer(properties.bufferSize().toBytes());
    SseClient client = new SseClient(exchange, subscription, buffer, writer, this::remove);
    clients.add(client);
    client.start(COMMENT, replay);
  }

  /**
   * Makes a change and sends the events that it returns, as one step as far as {@link #open} is
   * concerned. Never waits for a client.
   */
  public synchronized void broadcast(Supplier<List<SseEvent>> change) {
    List<SseEvent> events = change.get();
    if (!clients.isEmpty()) {
      events.forEach(this::send);
    }
  }

  /** How many clients are connected. Events need not be made when there is none. */
  public int clients() {
    return clients.size();
  }

  @Override
  public synchronized void start() {
    if (heartbeat == null) {
      long period = properties.heartbeat().toMillis();
      heartbeat = writer.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Ends every stream, so that graceful shutdown of the web server does not wait for them: after
   * what is buffered, or in the middle for a client that takes too long to read it.
   */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the service
  public synchronized void stop() {
    if (heartbeat != null) {
      heartbeat.cancel(false);
      heartbeat = null;
      clients.forEach(SseClient::finish);
      writer.schedule(
          () -> clients.forEach(SseClient::abort),
          properties.shutdownGrace().toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return heartbeat != null;
  }

  /** After the web server has stopped. */
  @Override
  public void destroy() {
    writer.shutdownNow();
  }

  /** After the listeners that feed it, before the web server's graceful shutdown begins. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 512;
  }

  private void requireRoom() {
    if (heartbeat == null) {
      throw refusal("This service is shutting down");
    }
    if (clients.size() >= properties.maxClients()) {
      throw refusal("All " + properties.maxClients() + " event streams are taken");
    }
  }

  private static ProblemException refusal(String detail) {
    return new ProblemException(ProblemType.TOO_MANY_STREAMS, detail).retryAfter(RETRY_AFTER);
  }

  private void send(SseEvent event) {
    byte[] frame = null;
    for (SseClient client : clients) {
      if (client.wants(event)) {
        frame = frame == null ? event.encoded() : frame;
        client.offer(frame, client.endsAfter(event));
      }
    }
  }

  private void beat() {
    clients.forEach(client -> client.offer(COMMENT, false));
  }

  private void remove(SseClient client) {
    clients.remove(client);
  }
}
