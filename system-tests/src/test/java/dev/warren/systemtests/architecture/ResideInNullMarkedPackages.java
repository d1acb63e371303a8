package dev.warren.systemtests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The package has a {@code package-info} that says {@code @NullMarked}. */
final class ResideInNullMarkedPackages extends ArchCondition<JavaClass> {

  static final ResideInNullMarkedPackages INSTANCE = new ResideInNullMarkedPackages();

  private ResideInNullMarkedPackages() {
    super("reside in a package that is @NullMarked");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
    events.add(
        new SimpleConditionEvent(
            type, marked, type.getName() + (marked ? " is" : " is not") + " null-marked"));
  }
}
