// SPDX-License-Identifier: Apache-2.0
/**
 * Runs Weft beside its peers and records what that costs. In come the suites that the user names;
 * out go the figures, one row for each run, in {@code docs/performance/results.csv}. Tables and
 * plots are computed from that file and from nothing else.
 */
@NullMarked
package dev.weft.benchmarks;

import org.jspecify.annotations.NullMarked;
