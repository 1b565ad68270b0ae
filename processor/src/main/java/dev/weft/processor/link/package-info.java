// SPDX-License-Identifier: Apache-2.0
/**
 * Linking: the class files that javac has written and a {@link dev.weft.processor.emit.Linkage} for
 * each machine come in; the owner's method makes its machine, the machine is a nestmate of its
 * owner and speaks of the user's lines.
 *
 * <p>Works on class files alone, and is the only package besides the header writer of attribution
 * that knows ASM. It knows neither javac's trees nor what a machine does.
 */
@NullMarked
package dev.weft.processor.link;

import org.jspecify.annotations.NullMarked;
