package dev.warren.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Issues tokens, as an authorization server does. */
record Issuer(KeyPair keys) {

  static Issuer create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new Issuer(generator.generateKeyPair());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  /** A token that is good for a minute. */
  String token(String audience, String scope) {
    return token(audience, scope, Instant.now().plusSeconds(60));
  }

  String token(String audience, String scope, Instant expires) {
    return token("somebody", audience, scope, expires);
  }

  String token(@Nullable String subject, String audience, String scope, Instant expires) {
    return signed(
        new JWSHeader(JWSAlgorithm.RS256),
        new JWTClaimsSet.Builder()
            .subject(subject)
            .audience(audience)
            .claim("scope", scope)
            .expirationTime(Date.from(expires))
            .build());
  }

  /** A token to read with that says by which key it is signed, and who this issuer is. */
  String tokenOfKey(String key, String issuer) {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build(),
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject("somebody")
            .audience("warren")
            .claim("scope", "tasks:read")
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .build());
  }

  private String signed(JWSHeader header, JWTClaimsSet claims) {
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(keys.getPrivate()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /** What it publishes, with its key under this name. */
  String keySet(String key) {
    return new JWKSet(new RSAKey.Builder((RSAPublicKey) keys.getPublic()).keyID(key).build())
        .toString();
  }

  Path writePublicKey(Path file) throws IOException {
    String encoded = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    return Files.writeString(
        file, "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
  }
}
