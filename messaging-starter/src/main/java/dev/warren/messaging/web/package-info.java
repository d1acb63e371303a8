/**
 * How every service answers when it cannot do what was asked: RFC 9457 problems with stable types,
 * strict JSON, and body limits that hold while the body is being read.
 */
@NullMarked
package dev.warren.messaging.web;

import org.jspecify.annotations.NullMarked;
