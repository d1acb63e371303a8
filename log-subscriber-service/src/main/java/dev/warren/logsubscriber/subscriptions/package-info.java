/**
 * Subscriptions of all patterns: those that the settings ask for at start, and those that come and
 * go at run time over REST. What a binding looks like is each pattern's own affair ({@link
 * dev.warren.logsubscriber.subscriptions.SubscriptionPattern}).
 */
@NullMarked
package dev.warren.logsubscriber.subscriptions;

import org.jspecify.annotations.NullMarked;
