// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.diagnostic;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/**
 * Where a diagnostic goes: a tree of the user's own compilation.
 *
 * <p>javac keeps these trees from round to round, unlike the elements, so a place stays good until
 * the last one.
 */
record Place(CompilationUnitTree unit, Tree tree, long position) {}
