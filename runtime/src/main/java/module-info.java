// SPDX-License-Identifier: Apache-2.0
/** Coroutines, events, the loop that runs them, and what tasks share. */
module dev.weft {
  // Not transitive: who compiles against Weft need not have it.
  requires static org.jspecify;

  // Programs run without it, too; then nothing is recorded.
  requires static jdk.jfr;

  exports dev.weft;
  exports dev.weft.sync;
}
