// SPDX-License-Identifier: Apache-2.0
/**
 * The scheduler and its shell, and what others need to know of a loop to build on it.
 *
 * <p>In come jobs: made ready, put on a timer, posted by another thread, or waiting for a channel.
 * Out come their runs, one after the other on the loop's thread. The scheduler is told the time and
 * knows neither clock nor socket; the {@link dev.weft.loop.Shell} has both and can be replaced.
 *
 * <p>A {@link dev.weft.loop.SelfPerformed} event of another package sees the task that awaits it as
 * an {@link dev.weft.loop.Awaiter}, which waits in a {@link dev.weft.loop.Place}. Otherwise nothing
 * here knows of coroutines, events or tasks: {@code dev.weft} is built on this package, never the
 * other way.
 */
@NullMarked
package dev.weft.loop;

import org.jspecify.annotations.NullMarked;
