/**
 * Dead letters to work with: what was given up is listed, looked at, put back into its queue or
 * discarded, without losing any of it on the way.
 *
 * @see <a href="https://www.rabbitmq.com/docs/dlx">Dead letter exchanges</a>
 */
@NullMarked
package dev.warren.producer.deadletters;

import org.jspecify.annotations.NullMarked;
