// SPDX-License-Identifier: Apache-2.0
package dev.weft.sync;

/** A link of a ring. */
@SuppressWarnings("ReferenceEquality") // of links
abstract class Link {
  private Link previous = this;
  Link next = this;

  final boolean isAlone() {
    return next == this;
  }

  /** Goes between {@code follower} and the link before it. */
  final void linkBefore(Link follower) {
    Link before = follower.previous;
    previous = before;
    next = follower;
    before.next = this;
    follower.previous = this;
  }

  /** Once only: it keeps pointing to where it was. */
  final void unlink() {
    previous.next = next;
    next.previous = previous;
  }
}
