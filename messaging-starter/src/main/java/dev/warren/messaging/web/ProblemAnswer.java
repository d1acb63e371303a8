package dev.warren.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** How a filter tells a caller what is wrong. */
@FunctionalInterface
interface ProblemAnswer {

  void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem);

  /** As a controller's problems are told. */
  static ProblemAnswer by(ObjectProvider<HandlerExceptionResolver> resolver) {
    return (request, response, problem) ->
        resolver.getObject().resolveException(request, response, null, problem);
  }

  /** By the status alone, where nothing tells problems. */
  static ProblemAnswer withoutBody() {
    return (request, response, problem) -> response.setStatus(problem.getStatusCode().value());
  }
}
