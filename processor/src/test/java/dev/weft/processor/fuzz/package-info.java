// SPDX-License-Identifier: Apache-2.0
/**
 * Differential fuzzing: random Java programs, each well-typed and sure to end, run eagerly and as
 * machines by the proof of {@link dev.weft.processor.proof}; what fails is reduced to a few lines.
 *
 * <p>A program is a tree of {@link dev.weft.processor.fuzz.Node}s, which the reducer cuts without
 * knowing any Java: what it makes is only kept if javac takes it and it fails in the same way. The
 * same seed gives the same programs on the same JDK.
 */
@NullMarked
package dev.weft.processor.fuzz;

import org.jspecify.annotations.NullMarked;
