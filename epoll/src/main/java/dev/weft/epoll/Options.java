// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Map;
import java.util.Set;

/** The options of sockets, and what the system calls them. */
final class Options {
  private record Name(int level, int option) {}

  private static final int SOL_SOCKET = 1;
  private static final int IPPROTO_TCP = 6;

  private static final Map<SocketOption<?>, Name> NAMES =
      Map.of(
          StandardSocketOptions.SO_REUSEADDR, new Name(SOL_SOCKET, 2),
          StandardSocketOptions.SO_SNDBUF, new Name(SOL_SOCKET, 7),
          StandardSocketOptions.SO_RCVBUF, new Name(SOL_SOCKET, 8),
          StandardSocketOptions.SO_KEEPALIVE, new Name(SOL_SOCKET, 9),
          StandardSocketOptions.SO_LINGER, new Name(SOL_SOCKET, 13),
          StandardSocketOptions.SO_REUSEPORT, new Name(SOL_SOCKET, 15),
          StandardSocketOptions.TCP_NODELAY, new Name(IPPROTO_TCP, 1));

  static final Set<SocketOption<?>> OF_CONNECTIONS = NAMES.keySet();
  static final Set<SocketOption<?>> OF_LISTENERS =
      Set.of(
          StandardSocketOptions.SO_RCVBUF,
          StandardSocketOptions.SO_REUSEADDR,
          StandardSocketOptions.SO_REUSEPORT);

  private Options() {}

  static <T> void set(
      int descriptor, Set<SocketOption<?>> supported, SocketOption<T> option, T value)
      throws IOException {
    Name name = name(supported, option);
    int number = value instanceof Boolean on ? (on ? 1 : 0) : (Integer) value;
    int result =
        option.equals(StandardSocketOptions.SO_LINGER)
            ? Linux.setOption(
                descriptor, name.level, name.option, number < 0 ? 0 : 1, Math.max(number, 0))
            : Linux.setOption(descriptor, name.level, name.option, number);
    Linux.check("setsockopt", result);
  }

  static <T> T get(int descriptor, Set<SocketOption<?>> supported, SocketOption<T> option)
      throws IOException {
    Name name = name(supported, option);
    boolean linger = option.equals(StandardSocketOptions.SO_LINGER);
    int[] value = new int[linger ? 2 : 1];
    Linux.check("getsockopt", Linux.getOption(descriptor, name.level, name.option, value));
    if (linger) {
      return option.type().cast(value[0] == 0 ? -1 : value[1]);
    }
    return option
        .type()
        .cast(option.type() == Boolean.class ? (Object) (value[0] != 0) : (Object) value[0]);
  }

  private static Name name(Set<SocketOption<?>> supported, SocketOption<?> option) {
    Name name = supported.contains(option) ? NAMES.get(option) : null;
    if (name == null) {
      throw new UnsupportedOperationException(option + " is not supported");
    }
    return name;
  }
}
