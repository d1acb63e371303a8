package dev.warren.worker.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ids of the messages that have had their effect. */
class ProcessedMessages {

  private final JdbcClient jdbc;
  private final Clock clock;

  ProcessedMessages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the id is new. Belongs into the transaction of the effect. */
  boolean add(String messageId) {
    return jdbc.sql(
                """
                insert into processed_message (message_id, processed_at) values (?, ?)
                on conflict do nothing
                """)
            .params(messageId, clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Forgets what is older. A message that came again even later would have its effect again. */
  int purge(Duration kept) {
    return jdbc.sql("delete from processed_message where processed_at < ?")
        .param(clock.instant().minus(kept).atOffset(ZoneOffset.UTC))
        .update();
  }
}
