// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program that does the least its library can do.
 *
 * @param peer who that is
 * @param main its main class, in this package
 * @param jars how the names of the jars begin that it needs; nothing else is on its class path
 */
record Hello(String peer, String main, List<String> jars) {
  static final List<Hello> ALL =
      List.of(
          new Hello("empty-main", "EmptyHello", List.of()),
          new Hello("weft", "WeftHello", Jars.WEFT),
          new Hello("virtual-threads", "VirtualThreadHello", List.of()),
          new Hello("kotlin", "KotlinHello", Jars.with(Jars.COROUTINES, Jars.KOTLIN)),
          new Hello("netty", "NettyHello", Jars.NETTY),
          new Hello("vertx", "VertxHello", Jars.with(Jars.VERTX, Jars.OF_VERTX)));

  /** Starts it with these options. */
  List<String> command(List<String> options, Path lib) throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(lib.resolveSibling("benchmarks.jar")));
    classPath.addAll(Jars.of(lib, jars));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
    command.add("dev.weft.benchmarks.startup." + main);
    return command;
  }
}
