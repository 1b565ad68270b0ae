// SPDX-License-Identifier: Apache-2.0
/**
 * First steps: a coroutine, what becomes of one that nobody runs, an event of one's own, and tasks
 * that talk through channels.
 */
@NullMarked
package dev.weft.samples.hello;

import org.jspecify.annotations.NullMarked;
