package dev.warren.messaging.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * For a member that may be left out and then has a default: a string or nothing, but not a {@code
 * null}, which would be neither.
 */
public final class StringUnlessAbsent extends StdScalarDeserializer<String> {

  public StringUnlessAbsent() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    return StringDeserializer.instance.deserialize(parser, context);
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    throw MismatchedInputException.from(context.getParser(), String.class, "null is no string");
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return null;
  }
}
