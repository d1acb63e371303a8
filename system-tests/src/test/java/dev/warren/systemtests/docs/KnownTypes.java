package dev.warren.systemtests.docs;

import dev.warren.systemtests.sources.SourceTree;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of types that the sources define or use. */
final class KnownTypes {

  private static final Pattern DEFINED =
      Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w+)");
  private static final Pattern IMPORTED = Pattern.compile("\\bimport [\\w.]+\\.([A-Z]\\w+);");

  private final Set<String> names = new HashSet<>();

  KnownTypes() {
    SourceTree.files(".java").stream()
        .map(SourceTree::read)
        .forEach(
            source -> {
              collect(DEFINED, source);
              collect(IMPORTED, source);
            });
  }

  private void collect(Pattern pattern, String source) {
    pattern.matcher(source).results().forEach(match -> names.add(match.group(1)));
  }

  boolean contains(String name) {
    return names.contains(name);
  }
}
