package dev.warren.producer.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys in the database. Each statement is a transaction of its own, but for the purge. */
class KeyTable {

  private final JdbcClient jdbc;

  KeyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the key was not there. Of several callers at the same time, one is told so. */
  boolean insert(Claim claim, String fingerprint, Instant now, Duration lease) {
    return jdbc.sql(
                """
                insert into idempotency_key
                  (key_hash, fingerprint, message_id, created_at, lease_until)
                values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(claim.keyHash(), fingerprint, claim.messageId(), utc(now), utc(now.plus(lease)))
            .update()
        == 1;
  }

  Optional<KeyRow> find(String keyHash) {
    return jdbc.sql(
            """
            select fingerprint, message_id, attempts, status, content_type, location, body
            from idempotency_key where key_hash = ?
            """)
        .param(keyHash)
        .query((row, number) -> keyRow(row))
        .optional();
  }

  /** Whether nobody had the key any more, so that this attempt has it now. */
  boolean takeOver(Claim claim, Instant now, Duration lease) {
    return jdbc.sql(
                """
                update idempotency_key set attempts = :attempt, lease_until = :lease
                where key_hash = :key and attempts = :attempt - 1
                  and status is null and lease_until <= :now
                """)
            .param("attempt", claim.attempt())
            .param("lease", utc(now.plus(lease)))
            .param("key", claim.keyHash())
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** The request was done, by this attempt or by one that was taken for dead. */
  void complete(Claim claim, StoredAnswer answer) {
    jdbc.sql(
            """
            update idempotency_key set status = ?, content_type = ?, location = ?, body = ?
            where key_hash = ? and message_id = ? and status is null
            """)
        .param(answer.status())
        .param(answer.contentType())
        .param(answer.location())
        .param(answer.body())
        .param(claim.keyHash())
        .param(claim.messageId())
        .update();
  }

  /** The request may be tried again at once, with the same id, unless somebody does already. */
  void release(Claim claim, Instant now) {
    jdbc.sql(
            """
            update idempotency_key set lease_until = ?
            where key_hash = ? and message_id = ? and attempts = ? and status is null
            """)
        .params(utc(now), claim.keyHash(), claim.messageId(), claim.attempt())
        .update();
  }

  /** As if the key had not been sent, unless the request was tried again meanwhile. */
  void forget(Claim claim) {
    jdbc.sql(
            """
            delete from idempotency_key
            where key_hash = ? and message_id = ? and attempts = ? and status is null
            """)
        .params(claim.keyHash(), claim.messageId(), claim.attempt())
        .update();
  }

  /**
   * Forgets the oldest keys from before that, but for those in hand and those that another replica
   * is forgetting. Belongs into a transaction. They are found first and locked then: H2 would lock
   * all that are so old, however few are asked for.
   */
  int purge(Instant before, Instant now, int most) {
    List<String> found =
        jdbc.sql(
                """
                select key_hash from idempotency_key
                where created_at < ? and lease_until <= ?
                order by created_at
                limit ?
                """)
            .params(utc(before), utc(now), most)
            .query(String.class)
            .list();
    List<String> old = found.isEmpty() ? found : lock(found, now);
    return old.isEmpty()
        ? 0
        : jdbc.sql("delete from idempotency_key where key_hash in (:old)")
            .param("old", old)
            .update();
  }

  private List<String> lock(List<String> found, Instant now) {
    return jdbc.sql(
            """
            select key_hash from idempotency_key
            where key_hash in (:found) and lease_until <= :now
            for update skip locked
            """)
        .param("found", found)
        .param("now", utc(now))
        .query(String.class)
        .list();
  }

  private static KeyRow keyRow(ResultSet row) throws SQLException {
    return new KeyRow(
        Objects.requireNonNull(row.getString("fingerprint")),
        Objects.requireNonNull(row.getString("message_id")),
        row.getInt("attempts"),
        answer(row));
  }

  private static @Nullable StoredAnswer answer(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    return row.wasNull()
        ? null
        : new StoredAnswer(
            status, row.getString("content_type"), row.getString("location"), row.getBytes("body"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
