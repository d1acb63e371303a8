package dev.warren.messaging.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns what the container refuses before any controller sees it into a problem as well. */
@RestController
class ProblemErrorController implements ErrorController {

  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    return BodyTimeValve.complaint(request)
        .map(slow -> ResponseEntity.status(slow.getStatusCode()).body(slow.getBody()))
        .orElseGet(() -> ofStatus(request));
  }

  private static ResponseEntity<ProblemDetail> ofStatus(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemType fallback = ProblemType.NOT_FOUND; // someone asked for the error page itself
    HttpStatusCode status =
        code instanceof Integer known ? HttpStatusCode.valueOf(known) : fallback.status();
    ProblemType type = ProblemType.of(status);
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(type.uri());
    problem.setTitle(type.title());
    return ResponseEntity.status(status).body(problem);
  }
}
