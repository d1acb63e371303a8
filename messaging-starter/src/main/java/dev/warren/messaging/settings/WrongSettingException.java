package dev.warren.messaging.settings;

/**
 * A setting that no check of a single value finds: it contradicts another one, or the machine. Ends
 * the start with what is wrong and what to set, as Boot does for a value that it cannot read.
 */
public final class WrongSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  /**
   * @param problem what is wrong, with the values; a sentence
   * @param remedy which settings to change, by the names that a user knows; a sentence
   */
  public WrongSettingException(String problem, String remedy) {
    super(problem + " " + remedy);
    this.problem = problem;
    this.remedy = remedy;
  }

  String problem() {
    return problem;
  }

  String remedy() {
    return remedy;
  }
}
