// SPDX-License-Identifier: Apache-2.0
/**
 * Whole programs that measure tasks: what a sleeping one holds, what it costs to spawn and join
 * one, to set and fire a timer, to pass a message to and fro, and Skynet.
 *
 * <p>Each peer is a subclass of {@link dev.weft.benchmarks.tasks.TaskPeer} with a {@code main}, or
 * a program in another language under {@code peers/}, started as {@code COMMAND <scenario> <n>}. It
 * prints lines of metric, value and unit. {@link dev.weft.benchmarks.tasks.TaskProgram} has the
 * rules of measuring, which the programs in other languages repeat. Here nobody knows what becomes
 * of the figures.
 */
@NullMarked
package dev.weft.benchmarks.tasks;

import org.jspecify.annotations.NullMarked;
