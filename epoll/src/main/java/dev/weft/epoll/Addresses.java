// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Arrays;

/**
 * Socket addresses as the system lays them out: {@code sockaddr_in} and {@code sockaddr_in6}.
 *
 * <p>As in the JDK, a socket is of family IPv6 if the system has it, and then speaks IPv4 too, by
 * addresses that are mapped into IPv6.
 */
final class Addresses {
  static final int IPV4 = 2;
  static final int IPV6 = 10;

  /** Long enough for either family. */
  static final int LONGEST = 28;

  private static final int IPV4_LENGTH = 16;

  private Addresses() {}

  static int family(ProtocolFamily family) {
    if (family == StandardProtocolFamily.INET) {
      return IPV4;
    }
    if (family == StandardProtocolFamily.INET6) {
      return IPV6;
    }
    throw new UnsupportedOperationException(family.name());
  }

  static byte[] encode(int family, InetSocketAddress address) {
    InetAddress host = address.getAddress();
    ByteBuffer name = ByteBuffer.allocate(family == IPV6 ? LONGEST : IPV4_LENGTH);
    name.order(ByteOrder.nativeOrder()).putShort((short) family);
    name.order(ByteOrder.BIG_ENDIAN).putShort((short) address.getPort());
    if (family == IPV4) {
      if (!(host instanceof Inet4Address) && !host.isAnyLocalAddress()) {
        throw new UnsupportedAddressTypeException();
      }
      return host instanceof Inet4Address ? name.put(host.getAddress()).array() : name.array();
    }
    name.putInt(0); // flow
    if (host instanceof Inet6Address six) {
      name.put(six.getAddress()).order(ByteOrder.nativeOrder()).putInt(six.getScopeId());
    } else if (!host.isAnyLocalAddress()) {
      name.putLong(0).putInt(0xffff).put(host.getAddress());
    }
    return name.array();
  }

  static InetSocketAddress decode(byte[] address) throws IOException {
    ByteBuffer name = ByteBuffer.wrap(address);
    int port = name.getShort(2) & 0xffff;
    int family = name.order(ByteOrder.nativeOrder()).getShort(0);
    try {
      if (family == IPV4) {
        return new InetSocketAddress(
            InetAddress.getByAddress(Arrays.copyOfRange(address, 4, 8)), port);
      }
      byte[] host = Arrays.copyOfRange(address, 8, 24);
      InetAddress plain = InetAddress.getByAddress(host); // IPv4 again if it was mapped
      return new InetSocketAddress(
          plain instanceof Inet6Address && plain.isLinkLocalAddress()
              ? Inet6Address.getByAddress(null, host, name.getInt(24))
              : plain,
          port);
    } catch (UnknownHostException e) {
      throw new AssertionError(e); // the length is right
    }
  }

  /** Refuses what has no place in a {@code sockaddr}. */
  static InetSocketAddress resolved(SocketAddress address) {
    if (!(address instanceof InetSocketAddress internet)) {
      throw new UnsupportedAddressTypeException();
    }
    if (internet.isUnresolved()) {
      throw new UnresolvedAddressException();
    }
    return internet;
  }
}
