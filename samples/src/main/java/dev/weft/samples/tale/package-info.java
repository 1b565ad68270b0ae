// SPDX-License-Identifier: Apache-2.0
/**
 * How an event loop works, told by building one, a chapter at a time.
 *
 * <p>The story is the one that André Caron told for Python in "A Tale of Event Loops"; the words
 * and the code here are our own. Each chapter is one file, complete in itself, and read from top to
 * bottom: first what a coroutine may ask for, then coroutines that ask, then a loop that answers.
 * Nothing here uses Weft's own loop. All a chapter takes from Weft is {@code await} and the
 * conversation with a coroutine: {@code send} and {@code raise}.
 *
 * <ol>
 *   <li>{@link dev.weft.samples.tale.Chapter1Nice} - a coroutine, and how to talk to one
 *   <li>{@link dev.weft.samples.tale.Chapter2Run} - the smallest loop there is
 *   <li>{@link dev.weft.samples.tale.Chapter3Spawn} - many tasks, taking turns
 *   <li>{@link dev.weft.samples.tale.Chapter4Join} - waiting for a task, and having its result
 *   <li>{@link dev.weft.samples.tale.Chapter5Sleep} - timers
 *   <li>{@link dev.weft.samples.tale.Chapter6Streams} - sockets
 *   <li>{@link dev.weft.samples.tale.Chapter7Cancel} - stopping a task from outside
 *   <li>{@link dev.weft.samples.tale.Chapter8Everything} - one loop with all of it
 * </ol>
 */
@NullMarked
package dev.weft.samples.tale;

import org.jspecify.annotations.NullMarked;
