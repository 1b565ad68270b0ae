// SPDX-License-Identifier: Apache-2.0
/** Coroutines, events, the loop that runs them, what tasks share, and dumps of what they do. */
module dev.weft {
  // Not transitive: who compiles against Weft need not have it.
  requires static org.jspecify;

  // Programs run without it, too; then nothing is recorded.
  requires static jdk.jfr;

  exports dev.weft;
  exports dev.weft.dump;
  exports dev.weft.sync;
}
