// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.Tree;

/** Thrown where a body uses what lowering cannot take apart yet. */
public final class UnsupportedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Tree tree;

  UnsupportedException(Tree tree, String what) {
    super(what);
    this.tree = tree;
  }

  /** The place, in the attributed unit. */
  public Tree tree() {
    return tree;
  }
}
