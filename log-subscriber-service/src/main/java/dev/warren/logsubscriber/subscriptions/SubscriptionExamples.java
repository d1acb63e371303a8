package dev.warren.logsubscriber.subscriptions;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One request for each pattern, to try in the Swagger page. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
    content =
        @Content(
            mediaType = "application/json",
            examples = {
              @ExampleObject(
                  name = "topic",
                  summary = "All of the kernel, and whatever is critical",
                  value =
                      """
                      {"pattern": "topic", "bindingKeys": ["kern.*", "*.critical"]}"""),
              @ExampleObject(
                  name = "direct",
                  summary = "Errors only",
                  value =
                      """
                      {"pattern": "direct", "bindingKeys": ["error"]}"""),
              @ExampleObject(
                  name = "fanout",
                  summary = "Every log",
                  value =
                      """
                      {"pattern": "fanout"}"""),
              @ExampleObject(
                  name = "headers",
                  summary = "What is a report or concerns billing",
                  value =
                      """
                      {"pattern": "headers", "match": "any",
                       "headers": {"type": "report", "department": "billing"}}""")
            }))
@interface SubscriptionExamples {}
