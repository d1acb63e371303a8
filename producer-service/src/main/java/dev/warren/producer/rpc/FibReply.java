package dev.warren.producer.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.messaging.text.LogText;
import dev.warren.messaging.text.Utf8;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/**
 * What a server replied, which may be any server: the tutorials' send decimal digits and nothing
 * else, in whatever {@code content_type} their client sets or leaves out.
 */
final class FibReply {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final Message message;
  private final int maxLength;

  /**
   * Takes a reply.
   *
   * @param message the reply
   * @param maxN the largest n that may have been asked for; F(n) has about 0.209 n digits
   */
  FibReply(Message message, int maxN) {
    this.message = message;
    this.maxLength = 32 + maxN / 4;
  }

  /**
   * The number in decimal digits.
   *
   * @throws ProblemException 502, if the server replied with an error or with something else
   */
  String number() {
    String code = header(Rpc.ERROR_HEADER);
    String text = text();
    if (code != null) {
      throw new ProblemException(ProblemType.RPC_ERROR, LogText.oneLine(text))
          .with("code", LogText.oneLine(code))
          .with("server", server());
    }
    if (text.length() > maxLength || !DIGITS.matcher(text).matches()) {
      throw new ProblemException(
              ProblemType.RPC_BAD_REPLY, "Not a decimal number: " + LogText.oneLine(text))
          .with("server", server());
    }
    return text;
  }

  /** Who replied; {@code unknown} if it does not say. */
  String server() {
    return LogText.oneLine(Objects.requireNonNullElse(header(Rpc.SERVER_HEADER), "unknown"));
  }

  private String text() {
    return Utf8.decode(message.getBody()).map(String::strip).orElse("(a body that is not UTF-8)");
  }

  private @Nullable String header(String name) {
    Object value = message.getMessageProperties().getHeader(name);
    return value == null ? null : value.toString();
  }
}
