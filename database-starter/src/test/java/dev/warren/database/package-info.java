@NullMarked
package dev.warren.database;

import org.jspecify.annotations.NullMarked;
