package dev.warren.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A new database of each product for each test; the servers end with the JVM's last test. */
final class EveryDatabase implements ArgumentsProvider {

  private static final Namespace NAMESPACE = Namespace.create(EveryDatabase.class);

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(
            Servers.class,
            key -> new Servers(DatabaseFinder.in(System.getenv()).find()),
            Servers.class)
        .servers()
        .stream()
        .map(server -> Arguments.of(server.create()));
  }

  private record Servers(List<DatabaseServer> servers) implements AutoCloseable {
    @Override
    public void close() {
      servers.forEach(DatabaseServer::stop);
    }
  }
}
