package dev.warren.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that runs on the {@link TestBroker}.
 *
 * <p>Its methods may take a {@link TestBroker}, a {@link
 * dev.warren.testkit.management.ManagementClient}, a {@link TestVhost}, a {@link
 * com.rabbitmq.client.Connection} or a {@link com.rabbitmq.client.Channel}: each test method has
 * one virtual host and one connection to it, each channel parameter is a channel of its own, and
 * all are closed after the test. What a {@code @BeforeAll} method takes belongs to the whole class.
 *
 * <p>On a Spring test (such as {@code @SpringBootTest}) it also points {@code spring.rabbitmq.*} at
 * a virtual host which belongs to the application context, and which is the one that the methods
 * take. Every test class has a context of its own, so a context that Spring keeps in its cache
 * cannot consume another test's messages.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(BrokerExtension.class)
public @interface BrokerTest {}
