// SPDX-License-Identifier: Apache-2.0
/**
 * What Weft costs before anything runs: the time from {@code java} to the first await, and the size
 * of what is deployed. The programs that are started do one thing and return from {@code main}; the
 * suite holds the watch.
 */
@NullMarked
package dev.weft.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
