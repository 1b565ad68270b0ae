// SPDX-License-Identifier: Apache-2.0
/**
 * Writes class files without code from a compiler's elements.
 *
 * <p>In comes a {@link javax.lang.model.element.TypeElement}, out goes a class file that tells
 * another compiler all that a class declares. The package knows the language model and ASM, and
 * nothing of javac's trees.
 */
@NullMarked
package dev.weft.processor.attribute.headers;

import org.jspecify.annotations.NullMarked;
