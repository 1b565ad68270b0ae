// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

/**
 * What one run of one peer came to, such as {@code memory, sleepers-1000000, kotlin, heap, B,
 * 308.1}.
 *
 * @param suite which part of the whole, such as {@code step}
 * @param scenario what was done, with its size if it has one
 * @param peer who did it
 * @param metric what was measured
 * @param unit of the value, as the program printed it
 * @param value of this one run; medians are the report's business
 */
public record Figure(
    String suite, String scenario, String peer, String metric, String unit, double value) {}
