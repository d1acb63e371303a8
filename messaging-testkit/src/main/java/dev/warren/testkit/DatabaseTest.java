package dev.warren.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test method whose first parameter is a {@link TestDatabase}: it runs once on H2, and once on
 * PostgreSQL where there is one.
 *
 * <p>That is the one that {@code WARREN_TEST_POSTGRES_URI} names ({@code
 * postgresql://user:password@host:5432/postgres}, of a user who may create databases), else a
 * container. {@code WARREN_TEST_DATABASE=all} fails where there is none, {@code h2} looks for none.
 * The test's name and the log tell on which it ran.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ParameterizedTest(name = "{0}")
@ArgumentsSource(EveryDatabase.class)
public @interface DatabaseTest {}
