package dev.warren.database;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What callers are told while the database is away; the exceptions of {@link DatabaseAway}. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseProblemAdvice {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(DatabaseProblemAdvice.class);

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    RecoverableDataAccessException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class
  })
  ErrorResponse databaseAway(Exception cause) {
    log.warn("A request finds no database: {}", DatabaseAway.why(cause));
    String detail = "The database does not answer";
    return new ProblemException(ProblemType.DATABASE_UNAVAILABLE, detail).retryAfter(RETRY);
  }
}
