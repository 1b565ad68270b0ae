// SPDX-License-Identifier: Apache-2.0
/**
 * Shows figures: in come the results, out go tables in Markdown, which replace those between
 * markers in a page, and plots as SVG. Nothing that it shows comes from anywhere else; prose is
 * written by hand around it.
 */
@NullMarked
package dev.weft.benchmarks.report;

import org.jspecify.annotations.NullMarked;
