package dev.warren.testkit;

import java.util.Base64;

/** What a TLS server shows, with the key to it: a certificate and PKCS #8, both in DER. */
public final class ServerCertificate {

  private final byte[] certificate;
  private final byte[] key;

  ServerCertificate(byte[] certificate, byte[] key) {
    this.certificate = certificate;
    this.key = key;
  }

  /**
   * What {@code rabbitmqctl eval} takes to have a broker that runs listen with it.
   *
   * @param address of the broker's machine
   * @see <a href="https://www.rabbitmq.com/docs/ssl">TLS support</a>
   */
  public String listener(String address, int port) {
    return "ok = rabbit_networking:start_ssl_listener({\"%s\", %d}, %s, 1)."
        .formatted(address, port, asErlang());
  }

  /** What {@code rabbitmqctl eval} takes to have it listen there no more. */
  public static String endOfListener(String address, int port) {
    return "ok = rabbit_networking:stop_tcp_listener({\"%s\", %d}).".formatted(address, port);
  }

  private String asErlang() {
    return "[{cert, %s}, {key, {'PrivateKeyInfo', %s}}]"
        .formatted(binary(certificate), binary(key));
  }

  private static String binary(byte[] der) {
    return "base64:decode(<<\"%s\">>)".formatted(Base64.getEncoder().encodeToString(der));
  }
}
