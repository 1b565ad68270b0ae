// SPDX-License-Identifier: Apache-2.0
package dev.weft.management;

/** The loops of a JVM, as JMX shows them. */
public interface LoopsMXBean {
  /**
   * Returns what the tasks of all loops that run are doing, for people: see {@link
   * dev.weft.dump.LoopDump#toString}.
   *
   * @return a text for each loop, parted by empty lines
   */
  String dump();

  /**
   * Returns the same for tools: see {@link dev.weft.dump.LoopDump#toJson()}.
   *
   * @return a JSON array with an object for each loop
   */
  String dumpJson();
}
