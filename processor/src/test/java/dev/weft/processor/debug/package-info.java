/**
 * Debugs programs as an IDE does, through JDI against a JVM that was launched for it: what a user
 * sees of a machine must be what he would see of plain Java. In comes a compiled program, out go
 * the places where it stopped, with their frames and variables. It knows nothing of how machines
 * are made.
 */
@NullMarked
package dev.weft.processor.debug;

import org.jspecify.annotations.NullMarked;
