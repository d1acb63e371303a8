package dev.warren.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warren.systemtests.sources.CompiledModules;

@AnalyzeClasses(locations = CompiledModules.class)
class StructureTest {

  @ArchTest
  static final ArchRule patternsDoNotReachIntoEachOther =
      slices().assignedFrom(new Patterns()).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule handlersDoNotKnowSpringAmqp =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.warren.messaging..")
          .and()
          .haveNameMatching(".*\\.(?:\\w+Handler|Fibonacci)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.amqp..", "com.rabbitmq..");

  @ArchTest
  static final ArchRule contractsDoNotKnowSpring =
      noClasses()
          .that()
          .resideInAPackage("dev.warren.contracts..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.rabbitmq..");

  @ArchTest
  static final ArchRule servicesDoNotKnowEachOther =
      slices()
          .matching("dev.warren.(producer|worker|logsubscriber|rpcfib)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule theStartersKnowNoService =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.warren.messaging..", "dev.warren.database..", "dev.warren.security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.warren.producer..",
              "dev.warren.worker..",
              "dev.warren.logsubscriber..",
              "dev.warren.rpcfib..");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes().should(ResideInNullMarkedPackages.INSTANCE);
}
