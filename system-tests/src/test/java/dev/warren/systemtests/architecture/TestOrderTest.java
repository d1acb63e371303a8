package dev.warren.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warren.systemtests.suite.BesideOthers;
import dev.warren.systemtests.suite.OneByOne;
import org.junit.platform.commons.annotation.Testable;

/** What tests may do at the same time. */
@AnalyzeClasses(packages = "dev.warren.systemtests")
class TestOrderTest {

  @ArchTest
  static final ArchRule aClassThatRunsBesideOthersDoesOneThingAtATime =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(BesideOthers.class)
          .and()
          .areMetaAnnotatedWith(Testable.class)
          .should()
          .beAnnotatedWith(OneByOne.class);
}
