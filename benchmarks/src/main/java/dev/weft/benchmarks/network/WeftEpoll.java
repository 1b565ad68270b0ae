// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import java.io.IOException;
import java.nio.channels.spi.SelectorProvider;

/** As {@link WeftEcho}, on the selectors and channels of {@code weft-epoll}. */
final class WeftEpoll {
  private WeftEpoll() {}

  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    // By name: this is compiled for JDKs on which that module cannot be built.
    Class<?> epoll = Class.forName("dev.weft.epoll.EpollProvider");
    SelectorProvider provider = (SelectorProvider) epoll.getMethod("provider").invoke(null);
    WeftEcho.serve(args, provider, WeftEcho::echo);
  }
}
