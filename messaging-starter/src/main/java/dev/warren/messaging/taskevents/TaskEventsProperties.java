package dev.warren.messaging.taskevents;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How task events are batched.
 *
 * @param capacity how many events may wait. Default is 100000.
 * @param maxWaitingText how much text the waiting events may hold together. Default is 64 MB.
 * @param batchSize how many events a message holds at most. Default is 1000.
 * @param batchBytes how long a message's body gets at most, if it holds more than one event; well
 *     below the broker's {@code max_message_size}. Default is 512 KB.
 * @param interval the least time from one batch to the next, unless a full one waits: it makes
 *     batches grow under load; an event that comes after a pause is sent at once. Default is 20 ms.
 * @param drainTimeout how long shutdown waits for the last events. Default is 10 s.
 */
@Validated
@ConfigurationProperties("warren.task-events")
public record TaskEventsProperties(
    @DefaultValue("100000") @Min(1) int capacity,
    @DefaultValue("64MB") DataSize maxWaitingText,
    @DefaultValue("1000") @Min(1) int batchSize,
    @DefaultValue("512KB") DataSize batchBytes,
    @DefaultValue("20ms") Duration interval,
    @DefaultValue("10s") Duration drainTimeout) {}
