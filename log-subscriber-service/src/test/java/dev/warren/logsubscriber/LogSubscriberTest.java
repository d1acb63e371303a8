package dev.warren.logsubscriber;

import dev.warren.testkit.BrokerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;

/** Runs the whole service on a free port, on a virtual host of its own of a real broker. */
@BrokerTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LogSubscriberTest {

  /** Where the file receiver of the tested service writes: a directory for each test class. */
  String LOG_FILE = "warren.log-file.directory=target/logs/${spring.rabbitmq.virtual-host}";

  /** Settings; {@link #LOG_FILE} must be among them. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
  String[] value() default LOG_FILE;
}
