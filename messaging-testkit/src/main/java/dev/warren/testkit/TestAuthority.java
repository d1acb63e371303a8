package dev.warren.testkit;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates for the TLS listeners of a test's broker. */
public final class TestAuthority {

  private static final X500Principal NAME = new X500Principal("CN=test authority");
  private static final Duration DAY = Duration.ofDays(1);

  private final KeyPair keys;
  private final X509Certificate certificate;

  private TestAuthority(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /** One that nobody has heard of yet. */
  public static TestAuthority create() {
    try {
      KeyPair keys = newKeys();
      JcaX509v3CertificateBuilder own =
          builder(NAME, keys, Instant.now().minus(DAY), Instant.now().plus(DAY));
      own.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      return new TestAuthority(keys, signed(own, keys));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("cannot make an authority", e);
    }
  }

  /** What has to be trusted, as PEM. */
  public String pem() {
    StringWriter pem = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
      writer.writeObject(certificate);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write the certificate", e);
    }
    return pem.toString();
  }

  /** Makes connections of a client that trusts this authority alone. */
  public SSLContext trusted() {
    try {
      KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      authorities.setCertificateEntry("authority", certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot trust the authority", e);
    }
  }

  /** For a server of this host name or address, since yesterday and until tomorrow. */
  public ServerCertificate certify(String host) {
    return certify(host, Instant.now().plus(DAY));
  }

  /** The same, of which the last hour is over. */
  public ServerCertificate certifyUntilAnHourAgo(String host) {
    return certify(host, Instant.now().minus(Duration.ofHours(1)));
  }

  private ServerCertificate certify(String host, Instant end) {
    try {
      KeyPair its = newKeys();
      JcaX509v3CertificateBuilder builder =
          builder(new X500Principal("CN=broker"), its, Instant.now().minus(DAY), end);
      int kind = host.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName;
      builder.addExtension(
          Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
      return new ServerCertificate(
          signed(builder, keys).getEncoded(), its.getPrivate().getEncoded());
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("cannot certify " + host, e);
    }
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Principal subject, KeyPair subjectKeys, Instant start, Instant end) {
    return new JcaX509v3CertificateBuilder(
        NAME,
        BigInteger.valueOf(System.nanoTime()),
        Date.from(start),
        Date.from(end),
        subject,
        subjectKeys.getPublic());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair signer)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
