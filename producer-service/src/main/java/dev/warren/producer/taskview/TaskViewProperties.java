package dev.warren.producer.taskview;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the history a replica keeps in memory.
 *
 * @param maxTasks how many tasks; beyond it the oldest finished one is forgotten, or else the
 *     oldest. Default is 100000.
 * @param maxTextBytes how much their texts may take together, counted as two bytes per character.
 *     Default is 64 MB.
 * @param recentEvents how many events are kept for clients that come back with {@code
 *     Last-Event-ID}. Default is 10000.
 * @param recentTextBytes how much their texts may take together, counted as two bytes per
 *     character; older events are forgotten first. Default is 4 MB.
 * @param prefetch how many messages of the stream may be under way; each is up to 512 KB. Default
 *     is 50.
 */
@Validated
@ConfigurationProperties("warren.tasks.view")
record TaskViewProperties(
    @DefaultValue("100000") @Min(1) int maxTasks,
    @DefaultValue("64MB") DataSize maxTextBytes,
    @DefaultValue("10000") @Min(1) int recentEvents,
    @DefaultValue("4MB") DataSize recentTextBytes,
    @DefaultValue("50") @Min(1) int prefetch) {}
