package dev.warren.testkit;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An empty database of a test's own on a server that the JVM's tests share; see {@link
 * DatabaseTest}. It is reached by TCP, so that a {@link Relay} can stand in front of it.
 */
public final class TestDatabase implements AutoCloseable {

  private final String product;
  private final URI server;
  private final BiFunction<String, Integer, String> url;
  private final Runnable drop;

  TestDatabase(String product, URI server, BiFunction<String, Integer, String> url, Runnable drop) {
    this.product = product;
    this.server = server;
    this.url = url;
    this.drop = drop;
  }

  /** A relay to it, which drops every connection until it is opened. */
  public Relay shutRelay() throws IOException {
    return Relay.shutTo(server.getHost(), server.getPort());
  }

  /** Points a Spring Boot application here: {@code spring.datasource.url=...} and so on. */
  public List<String> springSettings() {
    return springSettings(server.getHost(), server.getPort(), password());
  }

  /** The same for an application that has been given this password. */
  public List<String> springSettings(String password) {
    return springSettings(server.getHost(), server.getPort(), password);
  }

  /** The same for an application that reaches the database through the relay. */
  public List<String> springSettings(Relay relay) {
    return springSettings(relay.host(), relay.port(), password());
  }

  private List<String> springSettings(String host, int port, String password) {
    return List.of(
        "spring.datasource.url=" + url.apply(host, port),
        "spring.datasource.username=" + username(),
        "spring.datasource.password=" + password);
  }

  public String username() {
    return server.getUserInfo().split(":", 2)[0];
  }

  public String password() {
    return server.getUserInfo().split(":", 2)[1];
  }

  @Override
  public void close() {
    drop.run();
  }

  /** {@code H2} or {@code PostgreSQL}. */
  @Override
  public String toString() {
    return product;
  }
}
