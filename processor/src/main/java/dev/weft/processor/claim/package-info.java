// SPDX-License-Identifier: Apache-2.0
/**
 * Claiming: the rounds of annotation processing come in; out go the {@code @Async} methods, each
 * with the source file that is reserved for its machine, and the classes whose bodies are worth a
 * look.
 *
 * <p>The rounds before the last are no time for types: the package looks at elements and at the
 * shape of trees, and must not ask javac for the type or the element of any tree.
 */
@NullMarked
package dev.weft.processor.claim;

import org.jspecify.annotations.NullMarked;
