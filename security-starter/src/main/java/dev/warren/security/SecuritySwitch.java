package dev.warren.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Leaves out what Boot would configure of Spring Security and is not used: all of it where the
 * service is open, so that nothing of it is paid for, and its users with a generated password
 * anywhere.
 */
final class SecuritySwitch implements AutoConfigurationImportFilter, EnvironmentAware {

  private static final String ALL = "org.springframework.boot.security.";
  private static final String TOKENS = ALL + "oauth2.";
  private static final String USERS = ALL + "autoconfigure.UserDetailsServiceAutoConfiguration";

  private Environment environment = new StandardEnvironment();

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
    List<String> left = leftOut(SecurityMode.of(environment));
    boolean[] matches = new boolean[configurations.length];
    for (int i = 0; i < matches.length; i++) {
      String name = configurations[i];
      matches[i] = name == null || left.stream().noneMatch(name::startsWith);
    }
    return matches;
  }

  private static List<String> leftOut(@Nullable SecurityMode mode) {
    if (mode == SecurityMode.JWT) {
      return List.of(USERS);
    }
    return mode == SecurityMode.API_KEYS ? List.of(USERS, TOKENS) : List.of(ALL);
  }
}
