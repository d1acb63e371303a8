package dev.warren.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/**
 * Has a management port of its own listen where the API does, unless {@code
 * management.server.address} says otherwise. Boot would have it listen on every address, and does
 * not take an address in the settings as long as there is no such port.
 */
record ManagementAddress(ObjectProvider<ServerProperties> server) implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof ManagementServerProperties management && management.getAddress() == null) {
      management.setAddress(server.getObject().getAddress());
    }
    return bean;
  }
}
