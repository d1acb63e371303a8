package dev.warren.messaging.broker;

import dev.warren.messaging.settings.WrongSettingException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/** Opens the SSL bundle for the broker, if one is named, before whoever needs it fails with it. */
final class BrokerTlsCheck implements BeanPostProcessor {

  private final Environment environment;

  BrokerTlsCheck(Environment environment) {
    this.environment = environment;
  }

  /**
   * @throws WrongSettingException if there is no such bundle, or what it names cannot be read
   */
  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof RabbitConnectionDetails details) {
      requireUsable(details);
    }
    return bean;
  }

  private void requireUsable(RabbitConnectionDetails details) {
    try {
      SslBundle bundle = details.getSslBundle();
      if (bundle != null) {
        bundle.createSslContext();
      }
    } catch (NoSuchSslBundleException e) {
      throw new WrongSettingException(
          "There is no SSL bundle '"
              + e.getBundleName()
              + "', which spring.rabbitmq.ssl.bundle names.",
          "Set WARREN_RABBITMQ_TLS_BUNDLE to broker, or to the name of a bundle of your own under"
              + " spring.ssl.bundle.");
    } catch (RuntimeException e) {
      throw new WrongSettingException(
          "The SSL bundle '%s' cannot be used (%s)."
              .formatted(
                  environment.getProperty("spring.rabbitmq.ssl.bundle"),
                  NestedExceptionUtils.getMostSpecificCause(e)),
          "Correct WARREN_RABBITMQ_CA, which is file: and a path, or the PEM itself; or what"
              + " spring.ssl.bundle says of a bundle of your own.");
    }
  }
}
