// SPDX-License-Identifier: Apache-2.0
/** Coroutines, events and the loop that runs them. */
module dev.weft {
  requires static transitive org.jspecify;

  exports dev.weft;
}
