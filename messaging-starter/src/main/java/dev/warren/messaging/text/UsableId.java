package dev.warren.messaging.text;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** An id that is safe in a URL and in a log, for a message whose sender chose any text for it. */
public final class UsableId {

  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  private UsableId() {}

  /** The id itself, or one made of it, which is the same whenever the message comes again. */
  public static String of(String messageId) {
    return USABLE.matcher(messageId).matches()
        ? messageId
        : "foreign-" + UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8));
  }
}
