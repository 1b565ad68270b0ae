// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.warn;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/**
 * Methods that keep their thread until something happens elsewhere, and what a coroutine writes
 * instead. {@code docs/diagnostics.md} has the same list.
 *
 * <p>Not among them: locks, which are held for a moment as {@code synchronized} is; and what writes
 * or reads files, since there is nothing to await there.
 *
 * @param owner the qualified name of the class that declares the methods
 * @param methods their names, some with a number of parameters: {@code poll(2)}
 * @param instead a sentence
 * @param except the subclasses whose methods never wait
 */
record BlockingCall(String owner, Set<String> methods, String instead, Set<String> except) {
  private static final String CHANNEL =
      "Let a dev.weft.sync.Channel tell: await(channel.receive()).";
  private static final String OTHER_THREAD =
      "Let another thread do it: await(CompletableFuture.supplyAsync(() -> ...)).";
  private static final String SOCKET =
      "Write await(read(channel, buffer)), or let another thread do it:"
          + " await(CompletableFuture.supplyAsync(() -> ...)).";

  /** The first one that fits is the one that is meant. */
  static final List<BlockingCall> ALL =
      List.of(
          of("java.lang.Thread", "sleep", "Write await(sleep(duration))."),
          of("java.util.concurrent.TimeUnit", "sleep", "Write await(sleep(duration))."),
          of(
              "java.lang.Thread",
              "join",
              "Let the thread complete a CompletableFuture, and await that."),
          of("java.lang.Object", "wait", CHANNEL),
          of(
              "java.util.concurrent.CompletableFuture",
              "get join",
              "Write await(future), which also throws what it failed with."),
          of(
              "java.util.concurrent.Future",
              "get",
              "Have the work done by CompletableFuture.supplyAsync(...), and await that."),
          of(
              "java.util.concurrent.ForkJoinTask",
              "join invoke",
              "Have the work done by CompletableFuture.supplyAsync(...), and await that."),
          of(
              "java.util.concurrent.ExecutorService",
              "invokeAll invokeAny awaitTermination",
              "Start the work by CompletableFuture.supplyAsync(work, executor), and await that."),
          of("java.util.concurrent.CountDownLatch", "await", CHANNEL),
          of("java.util.concurrent.CyclicBarrier", "await", CHANNEL),
          of("java.util.concurrent.Phaser", "arriveAndAwaitAdvance awaitAdvance", CHANNEL),
          of("java.util.concurrent.Exchanger", "exchange", CHANNEL),
          of(
              "java.util.concurrent.Semaphore",
              "acquire acquireUninterruptibly tryAcquire(2) tryAcquire(3)",
              CHANNEL),
          of("java.util.concurrent.locks.Condition", "await awaitNanos awaitUntil", CHANNEL),
          new BlockingCall(
              "java.util.concurrent.BlockingQueue",
              Set.of("put", "offer(3)"),
              "Use a dev.weft.sync.Channel: await(channel.send(value)).",
              Set.of(
                  "java.util.concurrent.PriorityBlockingQueue",
                  "java.util.concurrent.DelayQueue",
                  "java.util.concurrent.LinkedTransferQueue")),
          of(
              "java.util.concurrent.BlockingQueue",
              "take poll(2)",
              "Use a dev.weft.sync.Channel: await(channel.receive())."),
          of(
              "java.util.concurrent.BlockingDeque",
              "putFirst putLast takeFirst takeLast pollFirst(2) pollLast(2)",
              "Use a dev.weft.sync.Channel."),
          of("java.io.InputStream", "read readAllBytes readNBytes transferTo", SOCKET),
          of("java.io.Reader", "read transferTo", SOCKET),
          of("java.io.BufferedReader", "readLine", SOCKET),
          of(
              "java.util.Scanner",
              "hasNext hasNextLine hasNextInt hasNextLong hasNextDouble"
                  + " next nextLine nextInt nextLong nextDouble",
              OTHER_THREAD),
          of("java.io.Console", "readLine readPassword", OTHER_THREAD),
          of(
              "java.net.ServerSocket",
              "accept",
              "Use a ServerSocketChannel: await(accept(listener))."),
          of(
              "java.net.Socket",
              "connect",
              "Use a SocketChannel: await(connect(channel, address))."),
          of(
              "java.nio.channels.Selector",
              "select",
              "The loop has a selector of its own: await(readable(channel))."),
          of(
              "java.net.http.HttpClient",
              "send",
              "Write await(client.sendAsync(request, handler))."),
          of(
              "java.net.URL",
              "openStream",
              "Write await(client.sendAsync(request, handler)), with a java.net.http.HttpClient."),
          of(
              "java.net.URLConnection",
              "connect getInputStream",
              "Write await(client.sendAsync(request, handler)), with a java.net.http.HttpClient."),
          of("java.lang.Process", "waitFor", "Write await(process.onExit())."),
          of("java.sql.DriverManager", "getConnection", OTHER_THREAD),
          of("javax.sql.DataSource", "getConnection", OTHER_THREAD),
          of("java.sql.Connection", "commit rollback", OTHER_THREAD),
          of(
              "java.sql.Statement",
              "execute executeQuery executeUpdate executeBatch"
                  + " executeLargeUpdate executeLargeBatch",
              OTHER_THREAD),
          of(
              "java.sql.PreparedStatement",
              "execute executeQuery executeUpdate executeLargeUpdate",
              OTHER_THREAD));

  /** All names, without numbers of parameters, so that most calls are passed over at once. */
  static final Set<String> NAMES =
      ALL.stream()
          .flatMap(call -> call.methods.stream())
          .map(name -> name.replaceAll("\\(.*", ""))
          .collect(toUnmodifiableSet());

  private static BlockingCall of(String owner, String methods, String instead) {
    return new BlockingCall(owner, Set.of(methods.split(" ")), instead, Set.of());
  }

  /** Whether a method of {@code owner} is one of them. */
  boolean names(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return Stream.of(name, name + "(" + method.getParameters().size() + ")")
        .anyMatch(methods::contains);
  }
}
