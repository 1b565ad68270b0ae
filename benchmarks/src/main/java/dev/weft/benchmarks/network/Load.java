// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of a server.
 *
 * @param connections that each have one message in flight all the time
 * @param bytes of a message
 * @param warmUp seconds before those that count
 * @param seconds that count
 * @param idle connections that say nothing after their first message
 */
record Load(int connections, int bytes, double warmUp, double seconds, int idle) {
  Load(int connections, int bytes, double warmUp, double seconds) {
    this(connections, bytes, warmUp, seconds, 0);
  }

  /** What the generator is called with. */
  List<String> arguments(int port, long pid) {
    return Stream.of(port, connections, bytes, warmUp, seconds, pid, idle)
        .map(Object::toString)
        .toList();
  }
}
