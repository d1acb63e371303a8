/** The patterns that this service publishes for, described by the packages that implement them. */
@NullMarked
package dev.warren.producer.catalogue;

import org.jspecify.annotations.NullMarked;
