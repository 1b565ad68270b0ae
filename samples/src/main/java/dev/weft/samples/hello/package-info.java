// SPDX-License-Identifier: Apache-2.0
/** First steps: a coroutine, what becomes of one that nobody runs, and an event of one's own. */
@NullMarked
package dev.weft.samples.hello;

import org.jspecify.annotations.NullMarked;
