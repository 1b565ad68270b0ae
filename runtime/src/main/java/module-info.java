// SPDX-License-Identifier: Apache-2.0
/** Coroutines, events, the loop that runs them, what tasks share, and dumps of what they do. */
module dev.weft {
  // Not transitive: who compiles against Weft need not have it.
  requires static org.jspecify;

  // Programs run without these, too: nothing is recorded then, or nothing dumped from outside.
  requires static java.management;
  requires static jdk.attach;
  requires static jdk.jfr;

  exports dev.weft;
  exports dev.weft.dump;
  exports dev.weft.management;
  exports dev.weft.sync;
}
