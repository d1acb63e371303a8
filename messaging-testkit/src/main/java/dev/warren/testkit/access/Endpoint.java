package dev.warren.testkit.access;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A method and a path that some controller, or endpoint of the actuator, has.
 *
 * @param method one of those that the path is mapped for; several if it is for all
 * @param path as it is mapped, with its variables
 */
record Endpoint(String method, String path) {

  private static final Set<RequestMethod> ANY =
      Set.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE);

  /** All of a running service, by path and method. */
  static List<Endpoint> of(ApplicationContext context) {
    return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(Endpoint::of)
        .distinct()
        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }

  private static Stream<Endpoint> of(RequestMappingInfo mapping) {
    Set<RequestMethod> mapped = mapping.getMethodsCondition().getMethods();
    Set<RequestMethod> methods = mapped.isEmpty() ? ANY : mapped;
    return mapping.getPatternValues().stream()
        .flatMap(path -> methods.stream().map(method -> new Endpoint(method.name(), path)));
  }

  /** A path that this one matches. */
  String example() {
    return path.replaceAll("\\{[^}]*}|\\*+", "1");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
