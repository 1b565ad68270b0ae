// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.report;

/** One thing that was measured of several peers. */
record Metric(String suite, String scenario, String name) {}
