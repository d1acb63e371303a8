package dev.warren.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings there are, instead of a stack trace. */
final class SecurityNotConfiguredFailureAnalyzer
    extends AbstractFailureAnalyzer<SecurityNotConfiguredException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, SecurityNotConfiguredException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        """
        Say who may call this service by one of
          WARREN_SECURITY_MODE=api-keys   with the hashes of the keys in warren.security.api-keys, a file of that name in
                                          a folder that SPRING_CONFIG_IMPORT=configtree:FOLDER/ names
          WARREN_SECURITY_MODE=jwt        with SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI, or _JWK_SET_URI
                                          or _PUBLIC_KEY_LOCATION, and WARREN_SECURITY_AUDIENCE (warren)
          WARREN_SECURITY_MODE=open       for a demo on this machine: whoever reaches it may do everything. Where it
                                          listens on more than loopback, WARREN_SECURITY_OPEN_BEYOND_LOOPBACK=true
                                          says that this is meant
        docs/security.md tells more.\
        """,
        cause);
  }
}
