package dev.warren.systemtests.sources;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The compiled main classes of the modules, from their build folders: executable jars hide them.
 *
 * <p>Fails if a module is not compiled, because rules over no classes hold.
 */
public final class CompiledModules implements LocationProvider {

  private static final List<String> MODULES =
      List.of(
          "messaging-contracts",
          "messaging-starter",
          "database-starter",
          "security-starter",
          "producer-service",
          "worker-service",
          "log-subscriber-service",
          "rpc-fib-service",
          "front-door");

  @Override
  public Set<Location> get(Class<?> testClass) {
    return folders().stream().map(Location::of).collect(Collectors.toSet());
  }

  /**
   * The folders of compiled classes, one per module.
   *
   * @throws IllegalStateException if a module is not compiled
   */
  public static List<Path> folders() {
    return MODULES.stream().map(CompiledModules::folder).toList();
  }

  private static Path folder(String module) {
    Path classes = SourceTree.root().resolve(module).resolve("target/classes");
    if (!hasClasses(classes)) {
      throw new IllegalStateException(
          module + " is not compiled. Run: mvn -pl system-tests -am test");
    }
    return classes;
  }

  private static boolean hasClasses(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".class"));
    } catch (IOException e) {
      throw new IllegalStateException("cannot walk " + folder, e);
    }
  }
}
