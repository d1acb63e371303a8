package dev.warren.messaging.settings;

import java.nio.file.AccessDeniedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Names the file that this process may not open, most likely a secret, instead of a stack trace.
 */
final class DeniedFileFailureAnalyzer extends AbstractFailureAnalyzer<AccessDeniedException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, AccessDeniedException cause) {
    return new FailureAnalysis(
        "This service may not open the file " + cause.getFile() + ".",
        "Let the user that it runs as (10001 in a container) read it:"
            + " docs/adr/0010-users-and-secrets.md.",
        cause);
  }
}
