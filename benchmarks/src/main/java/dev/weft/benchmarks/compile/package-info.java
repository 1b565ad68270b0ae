// SPDX-License-Identifier: Apache-2.0
/** How much longer javac takes with Weft. */
@NullMarked
package dev.weft.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
