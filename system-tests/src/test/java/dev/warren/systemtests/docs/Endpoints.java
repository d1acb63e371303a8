package dev.warren.systemtests.docs;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.warren.systemtests.sources.CompiledModules;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The HTTP endpoints that the controllers map, such as {@code GET /api/tasks/{id}}. */
final class Endpoints {

  private static final String WEB = "org.springframework.web.bind.annotation.";
  private static final Map<String, String> METHODS =
      Map.of(
          WEB + "GetMapping", "GET",
          WEB + "PostMapping", "POST",
          WEB + "PutMapping", "PUT",
          WEB + "DeleteMapping", "DELETE",
          WEB + "PatchMapping", "PATCH");

  private Endpoints() {}

  static Set<String> all() {
    Set<String> endpoints = new TreeSet<>();
    new ClassFileImporter()
        .importPaths(CompiledModules.folders())
        .forEach(
            type ->
                type.getMethods().stream()
                    .flatMap(method -> endpoints(type, method))
                    .forEach(endpoints::add));
    return endpoints;
  }

  private static Stream<String> endpoints(JavaClass type, JavaMethod method) {
    return METHODS.entrySet().stream()
        .filter(mapping -> method.isAnnotatedWith(mapping.getKey()))
        .flatMap(
            mapping ->
                paths(type, WEB + "RequestMapping")
                    .flatMap(
                        prefix ->
                            paths(method, mapping.getKey())
                                .map(path -> mapping.getValue() + " " + prefix + path)));
  }

  private static Stream<String> paths(CanBeAnnotated element, String annotation) {
    if (!element.isAnnotatedWith(annotation)) {
      return Stream.of("");
    }
    String[] paths =
        Stream.of("path", "value")
            .flatMap(name -> annotation(element, annotation).get(name).stream())
            .map(String[].class::cast)
            .filter(values -> values.length > 0)
            .findFirst()
            .orElse(new String[] {""});
    return Arrays.stream(paths);
  }

  private static JavaAnnotation<?> annotation(CanBeAnnotated element, String name) {
    return element instanceof JavaClass type
        ? type.getAnnotationOfType(name)
        : ((JavaMethod) element).getAnnotationOfType(name);
  }
}
