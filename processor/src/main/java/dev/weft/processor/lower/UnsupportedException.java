// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.Tree;

/** Thrown where a body uses what lowering cannot take apart yet. */
public final class UnsupportedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Tree tree;
  private final String what;

  UnsupportedException(Tree tree, String what) {
    super(what);
    this.tree = tree;
    this.what = what;
  }

  /** What is not supported, as the subject of a sentence. */
  public String what() {
    return what;
  }

  /** The place, in the attributed unit. */
  public Tree tree() {
    return tree;
  }
}
