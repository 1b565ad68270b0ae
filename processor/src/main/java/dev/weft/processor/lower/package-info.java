// SPDX-License-Identifier: Apache-2.0
/**
 * Lowering: the attributed tree of an {@code @Async} body comes in, a {@link
 * dev.weft.processor.graph.Graph} goes out.
 *
 * <p>Only what contains an await is taken apart; all else stays the user's text, with the names in
 * it replaced that mean something else in the machine. The package knows javac's trees ({@code
 * com.sun.source}); it must not know how a machine is printed, nor which variables become fields.
 *
 * <p>{@link dev.weft.processor.lower.Statements} and {@link dev.weft.processor.lower.Expressions}
 * walk; loops, switches, tries, conditions and assignments each have a class of their own; {@link
 * dev.weft.processor.lower.Jumps} knows where {@code break}, {@code continue}, {@code yield} and
 * {@code return} lead, {@link dev.weft.processor.lower.Verbatim} turns trees into text with holes.
 */
@NullMarked
package dev.weft.processor.lower;

import org.jspecify.annotations.NullMarked;
