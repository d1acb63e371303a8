package dev.warren.security;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * What browsers are told with every answer, in every mode: to guess no media types, to keep
 * nothing, to show no page within another, and to run only what the page itself brought.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-security/reference/servlet/exploits/headers.html">Security
 *     HTTP response headers</a>
 */
final class ResponseHeaders {

  /** Swagger UI sets styles on its elements, and has images in them. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** After those that observe, before those that may refuse a request. */
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

  private ResponseHeaders() {}

  static FilterRegistrationBean<HeaderWriterFilter> registration() {
    FilterRegistrationBean<HeaderWriterFilter> registration =
        new FilterRegistrationBean<>(filter());
    registration.setOrder(ORDER);
    return registration;
  }

  private static HeaderWriterFilter filter() {
    HeaderWriterFilter filter =
        new HeaderWriterFilter(
            List.of(
                new XContentTypeOptionsHeaderWriter(),
                new CacheControlHeadersWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new ContentSecurityPolicyHeaderWriter(POLICY)));
    filter.setShouldWriteHeadersEagerly(true); // a wrapped response costs each event of a stream
    return filter;
  }
}
