package dev.warren.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/**
 * Has the pool part with a connection of H2's that is broken. It knows the codes of PostgreSQL, but
 * would hand out one of H2's again and again while that is in constant use.
 */
public final class BrokenConnections implements SQLExceptionOverride {

  @java.lang.Override
  public SQLExceptionOverride.Override adjudicate(SQLException failure) {
    return failure instanceof SQLNonTransientConnectionException
        ? SQLExceptionOverride.Override.MUST_EVICT
        : SQLExceptionOverride.Override.CONTINUE_EVICT;
  }
}
