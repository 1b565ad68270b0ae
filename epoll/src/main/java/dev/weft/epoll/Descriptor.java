// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A socket's number in the system, and what its selector knows of it.
 *
 * <p><b>A number is not given back while it may be in use.</b> A channel may be closed by any
 * thread, but the system gives a closed number to the next socket, and the selector's thread might
 * be about to read from it. So as long as the channel is registered, it is that thread that closes
 * the number, in its next selection.
 */
final class Descriptor {
  private static final int SHUT_RD = 0;
  private static final int SHUT_WR = 1;
  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;
  private static final int IPV6_LEVEL = 41;
  private static final int IPV6_V6ONLY = 26;

  final int number;
  private final int family;

  /** The one key of the channel; it is used by the selector's thread. */
  @Nullable EpollKey key;

  private boolean closed;

  private Descriptor(int number, int family) {
    this.number = number;
    this.family = family;
  }

  /** Opens a socket for both versions of the protocol, or for the one there is. */
  static Descriptor open() throws IOException {
    int number =
        Boolean.getBoolean("java.net.preferIPv4Stack")
            ? -Linux.EAFNOSUPPORT
            : Linux.socket(Addresses.IPV6);
    return number == -Linux.EAFNOSUPPORT ? open(Addresses.IPV4) : dual(number);
  }

  static Descriptor open(int family) throws IOException {
    int number = Linux.socket(family);
    return family == Addresses.IPV6
        ? dual(number)
        : new Descriptor(Linux.check("socket", number), family);
  }

  private static Descriptor dual(int number) throws IOException {
    Descriptor descriptor = new Descriptor(Linux.check("socket", number), Addresses.IPV6);
    Linux.setOption(number, IPV6_LEVEL, IPV6_V6ONLY, 0);
    return descriptor;
  }

  /** Returns null if nobody wants to connect. */
  @Nullable Descriptor accept() throws IOException {
    EpollKey key = this.key;
    if (key != null && !key.mayBe(EpollKey.IN)) {
      return null;
    }
    int number = Linux.accept(this.number);
    if (number >= 0) {
      return new Descriptor(number, family);
    }
    if (number != -Linux.EAGAIN) {
      throw Linux.failure("accept", -number);
    }
    if (key != null) {
      key.isNot(EpollKey.IN);
    }
    return null;
  }

  void bind(InetSocketAddress address) throws IOException {
    Linux.check("bind", Linux.bind(number, Addresses.encode(family, address)));
  }

  void listen(int backlog) throws IOException {
    Linux.check("listen", Linux.listen(number, backlog));
  }

  /** Returns true if the connection stands already. */
  boolean connect(InetSocketAddress address) throws IOException {
    int result = Linux.connect(number, Addresses.encode(family, address));
    if (result < 0 && result != -Linux.EINPROGRESS && result != -Linux.EINTR) {
      throw Linux.failure("connect", -result);
    }
    if (key != null) {
      key.lookAgain();
    }
    return result == 0;
  }

  /** Returns true if the connection stands, and fails if it cannot be made. */
  boolean connected() throws IOException {
    int[] error = new int[1];
    Linux.check("getsockopt", Linux.getOption(number, SOL_SOCKET, SO_ERROR, error));
    if (error[0] != 0) {
      throw Linux.failure("connect", error[0]);
    }
    if (remoteAddress() != null) {
      return true;
    }
    if (key != null) {
      key.isNot(EpollKey.OUT);
    }
    return false;
  }

  InetSocketAddress localAddress() throws IOException {
    byte[] name = new byte[Addresses.LONGEST];
    Linux.check("getsockname", Linux.localName(number, name));
    return Addresses.decode(name);
  }

  /** Returns null if there is no connection. */
  @Nullable InetSocketAddress remoteAddress() throws IOException {
    byte[] name = new byte[Addresses.LONGEST];
    return Linux.remoteName(number, name) < 0 ? null : Addresses.decode(name);
  }

  /** Reads what is there: 0 if nothing is, -1 at the end. */
  int read(ByteBuffer buffer) throws IOException {
    int wanted = buffer.remaining();
    EpollKey key = this.key;
    if (wanted == 0 || (key != null && !key.mayBe(EpollKey.IN))) {
      return 0;
    }
    MemorySegment memory = MemorySegment.ofBuffer(buffer);
    if (memory.isReadOnly()) {
      throw new IllegalArgumentException("read-only buffer");
    }
    long count = Linux.receive(number, memory, wanted);
    if (count > 0) {
      buffer.position(buffer.position() + (int) count);
      if (count < wanted && key != null) {
        key.fellShort(EpollKey.IN);
      }
      return (int) count;
    }
    if (count == 0) {
      return -1;
    }
    if (key != null && count == -Linux.EAGAIN) {
      key.isNot(EpollKey.IN);
    }
    return nothing("read", (int) -count);
  }

  /** Writes what there is room for. */
  int write(ByteBuffer buffer) throws IOException {
    int wanted = buffer.remaining();
    EpollKey key = this.key;
    if (wanted == 0 || (key != null && !key.mayBe(EpollKey.OUT))) {
      return 0;
    }
    long count = Linux.send(number, MemorySegment.ofBuffer(buffer), wanted);
    if (count < 0) {
      if (key != null && count == -Linux.EAGAIN) {
        key.isNot(EpollKey.OUT);
      }
      return nothing("write", (int) -count);
    }
    buffer.position(buffer.position() + (int) count);
    if (count < wanted && key != null) {
      key.fellShort(EpollKey.OUT);
    }
    return (int) count;
  }

  private static int nothing(String call, int errno) throws SocketException {
    if (errno == Linux.EAGAIN || errno == Linux.EINTR) {
      return 0;
    }
    throw Linux.failure(call, errno);
  }

  void shutdownInput() {
    shutdown(SHUT_RD);
  }

  void shutdownOutput() {
    shutdown(SHUT_WR);
  }

  /** Fails if the peer was first, and that is all right. */
  private synchronized void shutdown(int how) {
    if (!closed) {
      Linux.shutdown(number, how);
    }
  }

  /** Gives the number back, once. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      Linux.close(number);
    }
  }
}
