/**
 * Warren against RabbitMQ's own PerfTest, on the same broker in the same run, as ratios.
 *
 * <p>Both sides of a comparison are separate processes, and both are measured alike, by how fast a
 * queue grows or shrinks. They take turns, so that a machine that slows down slows both.
 *
 * @see <a href="https://perftest.rabbitmq.com">PerfTest</a>
 */
@NullMarked
package dev.warren.benchmarks;

import org.jspecify.annotations.NullMarked;
