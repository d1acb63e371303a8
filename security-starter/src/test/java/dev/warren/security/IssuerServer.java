package dev.warren.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes what an authorization server does, and counts who reads it. */
final class IssuerServer implements AutoCloseable {

  private static final String KEYS = "/keys";
  private static final String METADATA = "/.well-known/openid-configuration";

  private final Map<String, String> published = new ConcurrentHashMap<>();
  private final AtomicInteger keysRead = new AtomicInteger();
  private final HttpServer server;

  IssuerServer(String keySet) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    publish(keySet);
    published.put(
        METADATA, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(address(), addressOfKeys()));
  }

  void publish(String keySet) {
    published.put(KEYS, keySet);
  }

  /** From now on it fails when its keys are read. */
  void fail() {
    published.remove(KEYS);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String addressOfKeys() {
    return address() + KEYS;
  }

  int keysRead() {
    return keysRead.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(KEYS)) {
      keysRead.incrementAndGet();
    }
    String body = published.getOrDefault(path, "");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(body.isEmpty() ? 500 : 200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
