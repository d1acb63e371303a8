package dev.warren.systemtests.fuzz.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request in the making. Nothing in it has to be what HTTP allows. */
final class Draft {

  private final List<String> headers = new ArrayList<>();
  private final List<String> twists = new ArrayList<>();
  private String method;
  private String target;
  private @Nullable HostileJson json;
  private @Nullable String mediaType;
  private byte[] body = new byte[0];
  private Framing framing = Framing.NONE;

  Draft(String method, String target) {
    this.method = method;
    this.target = target;
  }

  void method(String other) {
    this.method = other;
  }

  String target() {
    return target;
  }

  void target(String other) {
    this.target = other;
  }

  /** What its body is, if that is JSON. */
  Optional<HostileJson> json() {
    return Optional.ofNullable(json);
  }

  void json(HostileJson value) {
    this.json = value;
  }

  byte[] body() {
    return body.clone();
  }

  void body(@Nullable String type, Object text) {
    body(type, text.toString().getBytes(UTF_8));
  }

  void body(@Nullable String type, byte[] bytes) {
    this.mediaType = type;
    this.body = bytes.clone();
    if (framing == Framing.NONE) {
      this.framing = Framing.LENGTH;
    }
  }

  /** The body as it is, called something else. */
  void mediaType(@Nullable String other) {
    this.mediaType = other;
  }

  @Nullable String mediaType() {
    return mediaType;
  }

  void framing(Framing other) {
    this.framing = other;
  }

  /** A line without its end, or several with one. */
  void header(String line) {
    headers.add(line);
  }

  void twistedBy(String name) {
    twists.add(name);
  }

  /** As it goes over the wire to a service. */
  RawRequest finish(Operation operation) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    if (headers.stream().noneMatch(line -> line.startsWith("Host"))) {
      head.append("Host: ").append(operation.service().getAuthority()).append("\r\n");
    }
    head.append("Connection: close\r\n");
    if (mediaType != null) {
      head.append("Content-Type: ").append(mediaType).append("\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    byte[] framed = framing.frame(head, body);
    return new RawRequest(
        operation.service(),
        ByteBuffer.wrap(head.append("\r\n").toString().getBytes(ISO_8859_1)),
        ByteBuffer.wrap(framed),
        framing.isCutOff(),
        !operation.isManagement(),
        operation + " with " + String.join(", ", twists));
  }

  /** With the key that the suite asks for, if it does. */
  Draft withKey(@Nullable String key) {
    if (key != null) {
      headers.add("X-API-Key: " + key);
    }
    return this;
  }
}
