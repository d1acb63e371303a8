/** What the REST endpoints share: the text of a message, as JSON or plain. */
@NullMarked
package dev.warren.producer.web;

import org.jspecify.annotations.NullMarked;
