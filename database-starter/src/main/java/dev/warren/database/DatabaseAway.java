package dev.warren.database;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that is away, or is too busy, from a statement that will never succeed. After
 * the former the transaction has to be repeated as a whole. Whether it was committed is not known
 * if the connection was lost at the commit.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-framework/reference/data-access/dao.html#dao-exceptions">Consistent
 *     Exception Hierarchy</a>
 */
public final class DatabaseAway {

  private DatabaseAway() {}

  /** Whether the same may well succeed in a moment. */
  public static boolean isCauseOf(Throwable failure) {
    return failure instanceof DataAccessResourceFailureException
        || failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof CannotCreateTransactionException
        || failure instanceof TransactionSystemException;
  }

  /** In the words of the driver or the network: what is around them says only that it failed. */
  public static String why(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    return cause instanceof SQLException sql ? String.valueOf(sql.getMessage()) : cause.toString();
  }
}
