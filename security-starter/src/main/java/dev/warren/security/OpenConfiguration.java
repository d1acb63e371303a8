package dev.warren.security;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Nobody is asked who they are: a demo, and no more than that unless it is said. */
@Configuration(proxyBeanMethods = false)
@OnSecurityMode(SecurityMode.OPEN)
class OpenConfiguration {

  private static final Logger log = LoggerFactory.getLogger(OpenConfiguration.class);

  OpenConfiguration(AccessProperties properties, ServerProperties server) {
    InetAddress address = server.getAddress();
    boolean loopback = address != null && address.isLoopbackAddress();
    if (!loopback && !properties.openBeyondLoopback()) {
      throw new SecurityNotConfiguredException(
          "This service is open to everybody and listens on more than loopback (%s)."
              .formatted(address == null ? "all addresses" : address.getHostAddress()));
    }
    log.warn(
        "OPEN: whoever reaches {} may do everything. For more than a demo set"
            + " WARREN_SECURITY_MODE to api-keys or jwt (docs/security.md)",
        loopback ? "this machine's loopback" : "this address, beyond loopback,");
  }

  @Bean
  Callers callers() {
    return scope -> {};
  }

  @Bean
  ForeignPageFilter foreignPageFilter(
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new ForeignPageFilter(resolver);
  }
}
