// SPDX-License-Identifier: Apache-2.0
/**
 * Analysis: a {@link dev.weft.processor.graph.Graph} comes in; its {@link
 * dev.weft.processor.analyse.Layout} goes out, which says what the states of the machine are, where
 * each variable lives, and which fields are cleared before a suspension. The graph is not changed.
 * The package knows neither javac's trees nor how a machine is printed.
 */
@NullMarked
package dev.weft.processor.analyse;

import org.jspecify.annotations.NullMarked;
