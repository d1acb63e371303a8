package dev.warren.security;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The same headers where health and metrics have a port of their own, whose filters are its own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementHeaders {

  @Bean
  FilterRegistrationBean<HeaderWriterFilter> managementResponseHeaders() {
    return ResponseHeaders.registration();
  }
}
