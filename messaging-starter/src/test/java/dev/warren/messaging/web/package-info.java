/** Problems and body limits, seen through a real Tomcat. */
@NullMarked
package dev.warren.messaging.web;

import org.jspecify.annotations.NullMarked;
