// SPDX-License-Identifier: Apache-2.0
/**
 * The contract: what users of Weft write against, and what generated machines are built on.
 *
 * <p>An {@link dev.weft.Async} method becomes a {@link dev.weft.Machine}; a machine hands {@link
 * dev.weft.Event}s to whoever drives it: a {@link dev.weft.Loop}, or anyone who calls {@link
 * dev.weft.Coroutine#send}. Nothing here knows how machines are made, and nothing but the loop's
 * shell reads a clock or waits for a channel.
 */
@NullMarked
package dev.weft;

import org.jspecify.annotations.NullMarked;
