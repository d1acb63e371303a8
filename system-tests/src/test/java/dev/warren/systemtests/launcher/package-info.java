/** Parts of the launcher by themselves: functions of its scripts, without a suite that runs. */
@NullMarked
package dev.warren.systemtests.launcher;

import org.jspecify.annotations.NullMarked;
