package dev.warren.messaging.aot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.CollectionFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The settings that decided which beans a generated context has, and what each was then: null if it
 * was not set. Where one is different now, other beans would be right.
 */
record Decisions(Map<String, @Nullable String> settings) {

  /** In the jar, and there if it has a generated context. */
  static final String RESOURCE = "META-INF/warren/decisions.properties";

  private static final String QUOTE = "\"";

  static Decisions in(Environment environment, Collection<String> names) {
    Map<String, @Nullable String> settings = new LinkedHashMap<>();
    names.forEach(name -> settings.put(name, environment.getProperty(name)));
    return new Decisions(settings);
  }

  static Decisions read(Resource resource) throws IOException {
    Map<String, @Nullable String> settings = new LinkedHashMap<>();
    PropertiesLoaderUtils.loadProperties(resource)
        .forEach((name, text) -> settings.put((String) name, setting((String) text)));
    return new Decisions(settings);
  }

  private static @Nullable String setting(String text) {
    return text.isEmpty() ? null : text.substring(QUOTE.length(), text.length() - QUOTE.length());
  }

  /** As properties, in quotes; one that was not set is empty. */
  String text() throws IOException {
    Properties properties = CollectionFactory.createSortedProperties(true);
    settings.forEach(
        (name, value) -> properties.put(name, value == null ? "" : QUOTE + value + QUOTE));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    properties.store(text, null);
    return text.toString(ISO_8859_1);
  }

  /** The names of the settings that are not what they were. */
  List<String> changedIn(Environment environment) {
    return settings.entrySet().stream()
        .filter(then -> !Objects.equals(environment.getProperty(then.getKey()), then.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
