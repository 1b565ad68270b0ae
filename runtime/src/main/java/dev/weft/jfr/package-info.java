// SPDX-License-Identifier: Apache-2.0
/**
 * The events of the JDK Flight Recorder.
 *
 * <p>In come names, words and frames; out go events into whatever recording is on. Nothing here
 * knows of loops or coroutines, and nothing else in the runtime knows of {@code jdk.jfr}: that
 * module may be missing when a program runs, and then {@link dev.weft.jfr.Flight#isOn} is all that
 * may be called here.
 */
@NullMarked
package dev.weft.jfr;

import org.jspecify.annotations.NullMarked;
