// SPDX-License-Identifier: Apache-2.0
/** Coroutines, events and the loop that runs them. */
module dev.weft {
  // Not transitive: who compiles against Weft need not have it.
  requires static org.jspecify;

  exports dev.weft;
}
