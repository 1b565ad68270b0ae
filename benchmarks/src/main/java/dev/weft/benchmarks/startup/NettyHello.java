// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.startup;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

/** One event loop, and a task on it. */
final class NettyHello {
  private NettyHello() {}

  public static void main(String[] arguments) throws InterruptedException {
    var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    group.submit(() -> {}).sync();
    System.exit(0); // not after the quiet period of a graceful end
  }
}
