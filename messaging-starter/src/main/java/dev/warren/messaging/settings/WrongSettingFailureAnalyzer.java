package dev.warren.messaging.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set, instead of a stack trace. */
final class WrongSettingFailureAnalyzer extends AbstractFailureAnalyzer<WrongSettingException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, WrongSettingException cause) {
    return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
  }
}
