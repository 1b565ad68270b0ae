// SPDX-License-Identifier: Apache-2.0
/**
 * Learns the types of method bodies without touching the user's trees.
 *
 * <p>In come the names of the classes that own {@code @Async} methods, out go their compilation
 * units, attributed by a second compiler that runs over the same text. What that compiler must know
 * of the other classes it is told by header class files ({@link
 * dev.weft.processor.attribute.headers}) and by the libraries' own class files. The package must
 * not know what an {@code @Async} method is, and nothing in it may force the outer compiler to
 * attribute a tree.
 */
@NullMarked
package dev.weft.processor.attribute;

import org.jspecify.annotations.NullMarked;
