/** The fault lab: load, evidence, and the course of an experiment. */
@NullMarked
package dev.warren.systemtests.faults.lab;

import org.jspecify.annotations.NullMarked;
