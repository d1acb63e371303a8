package dev.warren.producer.workqueue;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.messaging.web.WireText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the tasks of a bulk, without a tree or an object in between. An item that is well-formed
 * JSON but no task spoils itself only.
 */
@Component
class BulkReader {

  static final int MAX_TASKS = 10_000;

  private static final String WRONG_TEXT = "text must be a text that is not empty";

  private final JsonMapper json;

  BulkReader(JsonMapper json) {
    this.json = json;
  }

  /**
   * Reads a JSON array.
   *
   * @throws ProblemException if it is not well-formed, or no array, or has too many items
   */
  List<BulkItem> array(byte[] body) {
    List<BulkItem> items = new ArrayList<>();
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw malformed("The body must be a JSON array", null);
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        add(items, item(parser));
      }
      if (parser.nextToken() != null) {
        throw malformed("Something follows the JSON array", null);
      }
    } catch (JacksonException e) {
      throw malformed("Not well-formed JSON" + position(e) + "; nothing was sent", e);
    }
    return items;
  }

  /**
   * Reads one JSON object per line. A line that is not well-formed spoils itself only; blank lines
   * are skipped.
   *
   * @throws ProblemException if there are too many lines
   * @see <a href="https://github.com/ndjson/ndjson-spec">NDJSON</a>
   */
  List<BulkItem> lines(byte[] body) {
    List<BulkItem> items = new ArrayList<>();
    int start = 0;
    while (start < body.length) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      if (!new String(body, start, end - start, StandardCharsets.ISO_8859_1).isBlank()) {
        add(items, line(body, start, end - start));
      }
      start = end + 1;
    }
    return items;
  }

  private BulkItem line(byte[] body, int offset, int length) {
    try (JsonParser parser = json.createParser(body, offset, length)) {
      parser.nextToken();
      BulkItem item = item(parser);
      return parser.nextToken() == null ? item : BulkItem.invalid("must be one JSON object");
    } catch (JacksonException e) {
      return BulkItem.invalid("is not well-formed JSON");
    }
  }

  private static BulkItem item(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return BulkItem.invalid("must be a JSON object");
    }
    String text = null;
    String error = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (!name.equals("text")) {
        error = name + " is unknown";
      } else if (value == JsonToken.VALUE_STRING) {
        text = parser.getString();
      }
      parser.skipChildren();
    }
    return error != null ? BulkItem.invalid(error) : checked(text);
  }

  private static BulkItem checked(@Nullable String text) {
    return text == null || text.isEmpty() || !WireText.isEncodable(text)
        ? BulkItem.invalid(WRONG_TEXT)
        : BulkItem.valid(text);
  }

  private static void add(List<BulkItem> items, BulkItem item) {
    if (items.size() == MAX_TASKS) {
      throw new ProblemException(
          ProblemType.BODY_TOO_LARGE, "More than " + MAX_TASKS + " tasks; nothing was sent");
    }
    items.add(item);
  }

  private static String position(JacksonException e) {
    return e instanceof StreamReadException && e.getLocation() != null
        ? " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr()
        : "";
  }

  private static ProblemException malformed(String detail, @Nullable Throwable cause) {
    ProblemType type = ProblemType.MALFORMED_REQUEST;
    return new ProblemException(type, type.status(), detail, cause);
  }
}
