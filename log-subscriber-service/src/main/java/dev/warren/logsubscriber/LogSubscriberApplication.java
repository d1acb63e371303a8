package dev.warren.logsubscriber;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The two receivers of the log tutorials: one to the screen, one to a file. */
@SpringBootApplication
public class LogSubscriberApplication {

  public static void main(String[] args) {
    SpringApplication.run(LogSubscriberApplication.class, args);
  }
}
