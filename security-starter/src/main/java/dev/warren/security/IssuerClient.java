package dev.warren.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RequestCallback;
import org.springframework.web.client.ResponseExtractor;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * Asks the issuer of tokens for what it publishes, and for the same thing once in a while only:
 * whoever sends a token that names an unknown key has the decoder look for that key, and anybody
 * can make up such tokens. Until then the last answer counts, so the key is still unknown, or the
 * last failure. The decoder has one request at a time look, and the others wait for it.
 */
final class IssuerClient extends RestTemplate {

  /** After this time at most a new key is found. */
  static final Duration ANSWER_COUNTS = Duration.ofSeconds(30);

  /** After this time the issuer may have come back. */
  static final Duration FAILURE_COUNTS = Duration.ofSeconds(5);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

  private final Cache<URI, Object> answers;

  IssuerClient(Ticker time) {
    SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(CONNECT_TIMEOUT);
    requests.setReadTimeout(READ_TIMEOUT);
    setRequestFactory(requests);
    this.answers =
        Caffeine.newBuilder()
            .ticker(time)
            .expireAfter(Expiry.<URI, Object>writing((address, answer) -> howLongCounts(answer)))
            .build();
  }

  private static Duration howLongCounts(Object answer) {
    return answer instanceof RestClientException ? FAILURE_COUNTS : ANSWER_COUNTS;
  }

  @Override
  @SuppressWarnings("unchecked") // the decoder asks an address for one type only
  protected <T> @Nullable T doExecute(
      URI address,
      @Nullable String template,
      @Nullable HttpMethod method,
      @Nullable RequestCallback request,
      @Nullable ResponseExtractor<T> extractor) {
    Object answer = answers.getIfPresent(address);
    if (answer instanceof RestClientException failure) {
      throw failure;
    }
    return answer == null ? ask(address, template, method, request, extractor) : (T) answer;
  }

  private <T> @Nullable T ask(
      URI address,
      @Nullable String template,
      @Nullable HttpMethod method,
      @Nullable RequestCallback request,
      @Nullable ResponseExtractor<T> extractor) {
    try {
      T answer = super.doExecute(address, template, method, request, extractor);
      if (answer != null) {
        answers.put(address, answer);
      }
      return answer;
    } catch (RestClientException e) {
      answers.put(address, e);
      throw e;
    }
  }
}
