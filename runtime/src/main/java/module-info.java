// SPDX-License-Identifier: Apache-2.0
/** Coroutines, events, the loop that runs them, and what tasks share. */
module dev.weft {
  // Not transitive: who compiles against Weft need not have it.
  requires static org.jspecify;

  exports dev.weft;
  exports dev.weft.sync;
}
