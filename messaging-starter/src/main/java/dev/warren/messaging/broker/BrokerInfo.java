package dev.warren.messaging.broker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/** Remembers which version the broker named when it was last connected to. */
public final class BrokerInfo implements ConnectionListener {

  private volatile @Nullable BrokerVersion version;

  @Override
  public void onCreate(@Nullable Connection connection) {
    com.rabbitmq.client.Connection delegate = connection == null ? null : connection.getDelegate();
    if (delegate != null) {
      Object named = delegate.getServerProperties().get("version");
      BrokerVersion.parse(String.valueOf(named)).ifPresent(known -> version = known);
    }
  }

  /** The version; empty until the first connection. */
  public Optional<BrokerVersion> version() {
    return Optional.ofNullable(version);
  }

  /** The broker is known to be this version or newer. */
  public boolean atLeast(int major, int minor) {
    return version().filter(known -> known.atLeast(major, minor)).isPresent();
  }
}
