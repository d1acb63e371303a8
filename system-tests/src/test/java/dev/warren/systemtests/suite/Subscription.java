package dev.warren.systemtests.suite;

/** A subscription of the log subscriber, made over its API and deleted when closed. */
public final class Subscription implements AutoCloseable {

  private final RestClient subscriber;
  private final String id;

  private Subscription(RestClient subscriber, String id) {
    this.subscriber = subscriber;
    this.id = id;
  }

  static Subscription of(RestClient subscriber, String json) {
    Answer answer = subscriber.postJson("/api/subscriptions", json);
    if (answer.status() != 201) {
      throw new IllegalStateException(json + " answered " + answer.status() + " " + answer.body());
    }
    return new Subscription(subscriber, answer.json().get("id").stringValue());
  }

  public String id() {
    return id;
  }

  @Override
  public void close() {
    subscriber.delete("/api/subscriptions/" + id);
  }
}
