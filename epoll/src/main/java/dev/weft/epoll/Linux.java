// SPDX-License-Identifier: Apache-2.0
package dev.weft.epoll;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.SocketException;

/**
 * The system calls. Each returns what the system returns, or the negated errno.
 *
 * <p>What never blocks is called as <em>critical</em>: the thread does not leave Java for the call,
 * and arrays on the heap can be passed as they are. The collector has to wait for such a call to
 * end, so what may block for long ({@link #epollWait}) is an ordinary one.
 */
@SuppressWarnings("restricted") // what makes calling a system possible
final class Linux {
  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final int EAFNOSUPPORT = 97;
  static final int EINPROGRESS = 115;

  private static final int SOCK_STREAM = 1;
  private static final int NONBLOCK = 0x800;
  private static final int CLOEXEC = 0x80000;
  private static final int MSG_NOSIGNAL = 0x4000;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO_IS_KEPT = Linker.Option.captureCallState("errno");

  private static final MethodHandle EPOLL_CREATE1 = critical("epoll_create1", JAVA_INT, JAVA_INT);
  private static final MethodHandle EPOLL_CTL =
      critical("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle EPOLL_NOW =
      critical("epoll_wait", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle EPOLL_WAIT =
      handle("epoll_wait", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle EVENTFD = critical("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle EVENTFD_WRITE =
      critical("eventfd_write", JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle SOCKET =
      critical("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = critical("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle LISTEN = critical("listen", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle ACCEPT4 =
      critical("accept4", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
  private static final MethodHandle CONNECT =
      critical("connect", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GETSOCKNAME =
      critical("getsockname", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle GETPEERNAME =
      critical("getpeername", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle GETSOCKOPT =
      critical("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle SETSOCKOPT =
      critical("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle RECV =
      critical("recv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle SEND =
      critical("send", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle SHUTDOWN = critical("shutdown", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle STRERROR =
      LINKER.downcallHandle(
          LINKER.defaultLookup().find("strerror").orElseThrow(),
          FunctionDescriptor.of(
              ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(256, JAVA_BYTE)), JAVA_INT));

  /** Where a call leaves its errno. */
  private static final ThreadLocal<MemorySegment> ERRNO =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

  private Linux() {}

  /** Runs one call, which throws nothing that a method handle could not. */
  @FunctionalInterface
  private interface Call {
    long on(MemorySegment errno) throws Throwable;
  }

  // ---- epoll

  static int epollCreate() {
    return call(errno -> (int) EPOLL_CREATE1.invokeExact(errno, CLOEXEC));
  }

  static int epollControl(int epoll, int operation, int descriptor, MemorySegment event) {
    return call(errno -> (int) EPOLL_CTL.invokeExact(errno, epoll, operation, descriptor, event));
  }

  /**
   * Waits for events.
   *
   * @param millis 0 not to wait, -1 to wait for as long as it takes
   */
  static int epollWait(int epoll, MemorySegment events, int capacity, int millis) {
    MemorySegment errno = ERRNO.get();
    try {
      int count =
          millis == 0
              ? (int) EPOLL_NOW.invokeExact(errno, epoll, events, capacity, 0)
              : (int) EPOLL_WAIT.invokeExact(errno, epoll, events, capacity, millis);
      return count >= 0 ? count : -errno.get(JAVA_INT, 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static int eventDescriptor() {
    return call(errno -> (int) EVENTFD.invokeExact(errno, 0, CLOEXEC | NONBLOCK));
  }

  static int signal(int eventDescriptor) {
    return call(errno -> (int) EVENTFD_WRITE.invokeExact(errno, eventDescriptor, 1L));
  }

  // ---- sockets, all of them without blocking

  static int socket(int family) {
    return call(
        errno -> (int) SOCKET.invokeExact(errno, family, SOCK_STREAM | NONBLOCK | CLOEXEC, 0));
  }

  static int bind(int descriptor, byte[] address) {
    MemorySegment name = MemorySegment.ofArray(address);
    return call(errno -> (int) BIND.invokeExact(errno, descriptor, name, address.length));
  }

  static int listen(int descriptor, int backlog) {
    return call(errno -> (int) LISTEN.invokeExact(errno, descriptor, backlog));
  }

  static int accept(int descriptor) {
    MemorySegment none = MemorySegment.NULL;
    return call(
        errno -> (int) ACCEPT4.invokeExact(errno, descriptor, none, none, NONBLOCK | CLOEXEC));
  }

  static int connect(int descriptor, byte[] address) {
    MemorySegment name = MemorySegment.ofArray(address);
    return call(errno -> (int) CONNECT.invokeExact(errno, descriptor, name, address.length));
  }

  /** Writes the address of this end to {@code address}, which is long enough for any. */
  static int localName(int descriptor, byte[] address) {
    MemorySegment name = MemorySegment.ofArray(address);
    MemorySegment length = MemorySegment.ofArray(new int[] {address.length});
    return call(errno -> (int) GETSOCKNAME.invokeExact(errno, descriptor, name, length));
  }

  /** Writes the address of the other end to {@code address}, which is long enough for any. */
  static int remoteName(int descriptor, byte[] address) {
    MemorySegment name = MemorySegment.ofArray(address);
    MemorySegment length = MemorySegment.ofArray(new int[] {address.length});
    return call(errno -> (int) GETPEERNAME.invokeExact(errno, descriptor, name, length));
  }

  static int getOption(int descriptor, int level, int option, int[] value) {
    MemorySegment place = MemorySegment.ofArray(value);
    MemorySegment length = MemorySegment.ofArray(new int[] {4 * value.length});
    return call(
        errno -> (int) GETSOCKOPT.invokeExact(errno, descriptor, level, option, place, length));
  }

  static int setOption(int descriptor, int level, int option, int... value) {
    MemorySegment place = MemorySegment.ofArray(value);
    int length = 4 * value.length;
    return call(
        errno -> (int) SETSOCKOPT.invokeExact(errno, descriptor, level, option, place, length));
  }

  static long receive(int descriptor, MemorySegment memory, long length) {
    MemorySegment errno = ERRNO.get();
    try {
      long count = (long) RECV.invokeExact(errno, descriptor, memory, length, 0);
      return count >= 0 ? count : -errno.get(JAVA_INT, 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static long send(int descriptor, MemorySegment memory, long length) {
    MemorySegment errno = ERRNO.get();
    try {
      long count = (long) SEND.invokeExact(errno, descriptor, memory, length, MSG_NOSIGNAL);
      return count >= 0 ? count : -errno.get(JAVA_INT, 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static int shutdown(int descriptor, int how) {
    return call(errno -> (int) SHUTDOWN.invokeExact(errno, descriptor, how));
  }

  static int close(int descriptor) {
    return call(errno -> (int) CLOSE.invokeExact(errno, descriptor));
  }

  // ---- errors

  /** Returns {@code result}, or throws what it says. */
  static int check(String call, int result) throws IOException {
    if (result < 0) {
      throw failure(call, -result);
    }
    return result;
  }

  /** What {@code errno} means, in the system's words. */
  static SocketException failure(String call, int errno) {
    try {
      MemorySegment words = (MemorySegment) STRERROR.invokeExact(errno);
      return new SocketException(call + ": " + words.getString(0));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static int call(Call call) {
    MemorySegment errno = ERRNO.get();
    try {
      long result = call.on(errno);
      return result >= 0 ? (int) result : -errno.get(JAVA_INT, 0);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static MethodHandle critical(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    return link(name, result, arguments, ERRNO_IS_KEPT, Linker.Option.critical(true));
  }

  private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
    return link(name, result, arguments, ERRNO_IS_KEPT);
  }

  private static MethodHandle link(
      String name, MemoryLayout result, MemoryLayout[] arguments, Linker.Option... options) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().find(name).orElseThrow(),
        FunctionDescriptor.of(result, arguments),
        options);
  }
}
