package dev.warren.producer.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class KeyedRequestTest {

  @Test
  void aKeyBelongsToACallerAMethodAndAPath() {
    String key = KeyedRequest.read(request()).keyHash();
    MockHttpServletRequest ofSomebody = request();
    ofSomebody.setRemoteUser("somebody");
    MockHttpServletRequest elsewhere = request();
    elsewhere.setRequestURI("/api/hello");

    assertThat(KeyedRequest.read(request()).keyHash()).isEqualTo(key).hasSize(64);
    assertThat(KeyedRequest.read(ofSomebody).keyHash()).isNotEqualTo(key);
    assertThat(KeyedRequest.read(elsewhere).keyHash()).isNotEqualTo(key);
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(new Fingerprint().add("ab").add("c").hex())
        .isNotEqualTo(new Fingerprint().add("a").add("bc").hex());
    assertThat(new Fingerprint().add("").hex()).isNotEqualTo(new Fingerprint().hex());
    assertThat(new Fingerprint().add((String) null).hex())
        .isNotEqualTo(new Fingerprint().add("").hex());
  }

  @Test
  void theBodyCanBeReadOnceMore() throws IOException {
    KeyedRequest asBytes = KeyedRequest.read(request());
    assertThat(asBytes.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("a t\u00e4sk");
    assertThat(asBytes.getInputStream().isFinished()).isTrue();
    assertThat(KeyedRequest.read(request()).getReader().readLine()).isEqualTo("a t\u00e4sk");
  }

  private static MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/tasks");
    request.addHeader("Idempotency-Key", "key");
    request.setContentType("text/plain");
    request.setContent("a t\u00e4sk".getBytes(UTF_8));
    return request;
  }
}
