// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import java.util.List;
import java.util.stream.Stream;

/** The options of all servers on the JVM, the same for each. */
final class JvmOptions {
  /** Netty asks for both, and goes without its fast ways where they are not given. */
  private static final List<String> NATIVE =
      List.of("--enable-native-access=ALL-UNNAMED", "-Dsun.misc.unsafe.memory.access=allow");

  /** Serial is what the JVM chooses itself on one core. */
  static final List<String> FOR_SPEED = and("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g");

  /** The heap grows with what it holds, and hardly with what has become garbage. */
  static final List<String> FOR_MEMORY =
      and("-XX:+UseSerialGC", "-Xms32m", "-Xmn16m", "-Xmx4g", "-XX:MaxDirectMemorySize=4g");

  private JvmOptions() {}

  private static List<String> and(String... options) {
    return Stream.concat(Stream.of(options), NATIVE.stream()).toList();
  }
}
