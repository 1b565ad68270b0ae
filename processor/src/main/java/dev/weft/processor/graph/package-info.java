// SPDX-License-Identifier: Apache-2.0
/**
 * The intermediate form: what lowering makes, analysis reads and emission prints.
 *
 * <p>A {@link dev.weft.processor.graph.Graph} is one {@code @Async} body as basic blocks of
 * statements; a statement is the user's source text with holes ({@link
 * dev.weft.processor.graph.Code}). The package knows the language model ({@code javax.lang.model})
 * and nothing of javac's trees, of JavaPoet, or of class files.
 */
@NullMarked
package dev.weft.processor.graph;

import org.jspecify.annotations.NullMarked;
