/** The tests of the package of the same name. */
@NullMarked
package dev.warren.producer.web;

import org.jspecify.annotations.NullMarked;
