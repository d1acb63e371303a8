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

  /** As options of Erlang's {@code ssl}. */
  String asErlang() {
    return "[{cert, %s}, {key, {'PrivateKeyInfo', %s}}]"
        .formatted(binary(certificate), binary(key));
  }

  private static String binary(byte[] der) {
    return "base64:decode(<<\"%s\">>)".formatted(Base64.getEncoder().encodeToString(der));
  }
}
