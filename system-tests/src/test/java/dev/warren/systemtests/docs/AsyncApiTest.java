package dev.warren.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.warren.systemtests.sources.SourceTree;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AsyncApiTest {

  private final AsyncApi asyncApi = new AsyncApi();

  @Test
  void itsQueuesAreThoseOfTheBrokersDefinitions() {
    JsonNode definitions =
        new JsonMapper()
            .readTree(SourceTree.read(SourceTree.root().resolve("broker/definitions.json")));
    Set<Declared> queues =
        definitions.get("queues").valueStream().map(Declared::queue).collect(Collectors.toSet());
    assertThat(asyncApi.queues()).isEqualTo(queues);
  }

  @Test
  void itsNamesAreThoseOfTheContracts() {
    Set<String> names =
        Stream.concat(asyncApi.queues().stream(), asyncApi.exchanges().stream())
            .map(Declared::name)
            .collect(Collectors.toSet());
    assertThat(names).isEqualTo(namesInContracts());
  }

  @Test
  void itsReferencesLeadSomewhere() {
    assertThat(asyncApi.brokenReferences()).isEmpty();
  }

  private static Set<String> namesInContracts() {
    return new ClassFileImporter()
        .importPackages("dev.warren.contracts").stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getName().matches("(?:.*_)?(?:QUEUE|EXCHANGE|STREAM)"))
            .map(AsyncApiTest::valueOf)
            .collect(Collectors.toSet());
  }

  private static String valueOf(JavaField constant) {
    try {
      return (String) constant.reflect().get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(constant.getFullName() + " is not public", e);
    }
  }
}
