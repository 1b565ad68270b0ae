// SPDX-License-Identifier: Apache-2.0
/**
 * What tasks of one loop share: channels.
 *
 * <p>In come events that tasks await; out go answers to those who wait. Everything here is confined
 * to the thread of one loop, so it needs no locks, and what happens between two awaits happens at
 * once. It is built on {@code dev.weft.loop} and on {@link dev.weft.Event}, and knows neither tasks
 * nor machines.
 */
@NullMarked
package dev.weft.sync;

import org.jspecify.annotations.NullMarked;
