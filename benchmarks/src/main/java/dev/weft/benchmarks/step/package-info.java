// SPDX-License-Identifier: Apache-2.0
/**
 * What one step costs: a class for each scenario, a method for each peer, and nanoseconds and bytes
 * for each operation out of JMH. All peers of a scenario do the same work on the same values:
 *
 * <ul>
 *   <li>{@code weft}: {@code @Async} methods, as anybody would write them.
 *   <li>{@code handWritten}: the state machine that a careful person would write for just this,
 *       with the types and the fields that it needs and no base class. It is the limit in Java.
 *   <li>{@code kotlin}: suspend functions, in the Kotlin files of the same package.
 *   <li>{@code virtualThread}: plain methods on virtual threads, of which one runs at a time.
 *   <li>{@code plainMethod}: a static method that cannot wait at all.
 * </ul>
 *
 * <p>Values that cross an await are references and not numbers, so that no peer measures boxing.
 * What a JIT makes of a peer counts: if it finds out that an object is not needed, then it is not.
 */
@NullMarked
package dev.weft.benchmarks.step;

import org.jspecify.annotations.NullMarked;
