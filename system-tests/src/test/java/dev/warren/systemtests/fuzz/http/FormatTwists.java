package dev.warren.systemtests.fuzz.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.systemtests.fuzz.chance.Bombs;
import dev.warren.systemtests.fuzz.chance.Dice;
import java.nio.charset.Charset;
import java.util.List;

/** Bodies that are not what their media type says, in encodings that nobody asked for. */
final class FormatTwists {

  private static final String[] MEDIA_TYPES = {
    "application/json",
    "text/plain",
    "text/plain;charset=no-such",
    "text/plain;charset=utf-16",
    "application/json;charset=utf-7",
    "application/json;charset=\"",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data;boundary=" + "b".repeat(300),
    "application/x-ndjson",
    "application/xml",
    "application/x-java-serialized-object",
    "application/octet-stream",
    "text/event-stream",
    "*/*",
    "application/*",
    "////;;;",
    "a",
    "",
    "application/json, text/plain",
    "\u00e4/\u00e4",
    "text/plain;" + "a=b;".repeat(500)
  };

  private FormatTwists() {}

  static List<Twist> all() {
    return List.of(
        new Twist("another media type", (draft, dice) -> draft.mediaType(dice.pick(MEDIA_TYPES))),
        new Twist("no media type", (draft, dice) -> draft.mediaType(null)),
        new Twist("no body", (draft, dice) -> draft.framing(Framing.NONE)),
        new Twist("an empty body", (draft, dice) -> draft.body(draft.mediaType(), "")),
        new Twist("random bytes", FormatTwists::random),
        new Twist("broken UTF-8", FormatTwists::breakUtf8),
        new Twist("UTF-16", FormatTwists::utf16),
        new Twist("a byte order mark", (draft, dice) -> prefix(draft, "\u00ef\u00bb\u00bf")),
        new Twist("gzip", FormatTwists::zip),
        new Twist("a gzip bomb", FormatTwists::bomb),
        new Twist("a serialized object", FormatTwists::serialize),
        new Twist("many lines", FormatTwists::lines));
  }

  private static void random(Draft draft, Dice dice) {
    draft.body(dice.pick(MEDIA_TYPES), dice.bytes(dice.between(1, 2_000)));
  }

  private static void breakUtf8(Draft draft, Dice dice) {
    byte[] body = draft.body();
    String broken =
        dice.pick("\u00c3(", "\u00ff", "\u00ed\u00a0\u0080", "\u00f8\u0088\u0080", "\u00c0\u00af");
    String text = body.length > 2 ? new String(body, ISO_8859_1) : "{\"text\":\"a\"}";
    int at = text.length() - 2;
    draft.body(
        draft.mediaType(),
        (text.substring(0, at) + broken + text.substring(at)).getBytes(ISO_8859_1));
  }

  private static void utf16(Draft draft, Dice dice) {
    Charset charset = dice.pick(UTF_16LE, UTF_16BE);
    draft.body(draft.mediaType(), new String(draft.body(), UTF_8).getBytes(charset));
    if (dice.oneIn(2)) {
      draft.mediaType("application/json;charset=" + charset);
    }
  }

  private static void prefix(Draft draft, String prefix) {
    String text = prefix + new String(draft.body(), ISO_8859_1);
    draft.body(draft.mediaType(), text.getBytes(ISO_8859_1));
  }

  private static void zip(Draft draft, Dice dice) {
    draft.body(draft.mediaType(), Bombs.gzip(draft.body()));
    draft.header(
        "Content-Encoding: " + dice.pick("gzip", "deflate", "br", "gzip, gzip", "\t", "x"));
  }

  private static void bomb(Draft draft, Dice dice) {
    draft.body(draft.mediaType(), Bombs.gzipOfZeros(dice.between(1, 16) << 20));
    draft.header("Content-Encoding: gzip");
  }

  private static void serialize(Draft draft, Dice dice) {
    draft.body(
        dice.pick("application/x-java-serialized-object", "application/octet-stream", "text/plain"),
        Bombs.serialized());
  }

  private static void lines(Draft draft, Dice dice) {
    String line =
        dice.pick("{\"text\":\"a\"}", "<13>Oct 11 22:14:15 h a: b", "{", "", "<999>1 x", "\u0000");
    int count = dice.between(2, 300);
    draft.body(dice.pick("application/x-ndjson", "text/plain"), (line + "\n").repeat(count));
  }
}
