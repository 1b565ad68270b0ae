import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import dev.weft.Generator;
import dev.weft.Loop;
import dev.weft.Weft;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Selector;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPInputStream;

class BlockingCalls {
  @Async
  Coroutine<Integer> threads(Thread thread, Process process) throws Exception {
    Thread.sleep(1); // warning: WEFT060
    Thread.sleep(1, 2); // warning: WEFT060
    TimeUnit.SECONDS.sleep(1); // warning: WEFT060
    thread.join(); // warning: WEFT060
    thread.start();
    synchronized (this) {
      wait(); // warning: WEFT060
      this.wait(10); // warning: WEFT060
      notify();
    }
    if (process.waitFor() > 0) { // warning: WEFT060
      await(process.onExit());
    }
    return done(await(Coroutine.of(process.waitFor()))); // warning: WEFT060
  }

  @Async
  Coroutine<Void> futures(
      CompletableFuture<String> completable,
      Future<String> future,
      FutureTask<String> task,
      ForkJoinTask<String> forked,
      ExecutorService executor)
      throws Exception {
    completable.get(); // warning: WEFT060
    completable.join(); // warning: WEFT060
    completable.getNow("");
    future.get(); // warning: WEFT060
    future.get(1, TimeUnit.SECONDS); // warning: WEFT060
    task.get(); // warning: WEFT060
    forked.join(); // warning: WEFT060
    executor.invokeAll(List.<Callable<String>>of()); // warning: WEFT060
    executor.submit(() -> 1);
    return done();
  }

  @Async
  <Q extends ArrayBlockingQueue<String>> Coroutine<Void> shared(
      BlockingQueue<String> queue,
      Q bounded,
      PriorityBlockingQueue<String> unbounded,
      Semaphore permits,
      CountDownLatch latch,
      Condition condition,
      ReentrantLock lock)
      throws Exception {
    queue.put(""); // warning: WEFT060
    queue.offer("");
    queue.poll();
    queue.poll(1, TimeUnit.SECONDS); // warning: WEFT060
    queue.take(); // warning: WEFT060
    bounded.put(""); // warning: WEFT060
    unbounded.put("");
    unbounded.take(); // warning: WEFT060
    permits.acquire(); // warning: WEFT060
    permits.tryAcquire();
    latch.await(); // warning: WEFT060
    condition.await(); // warning: WEFT060
    lock.lock();
    return done();
  }

  @Async
  Coroutine<Void> streams(InputStream in, Reader reader, byte[] bytes, Scanner given)
      throws IOException {
    in.read(); // warning: WEFT060
    in.read(bytes); // warning: WEFT060
    System.in.read(); // warning: WEFT060
    in.available();
    reader.read(); // warning: WEFT060
    new BufferedReader(new InputStreamReader(in)).readLine(); // warning: WEFT060
    given.nextLine(); // warning: WEFT060

    new ByteArrayInputStream(bytes).read(bytes);
    new BufferedReader(new StringReader("")).readLine();
    InputStream unpacked = new GZIPInputStream((new ByteArrayInputStream(bytes)));
    unpacked.readAllBytes();
    Scanner scanner = new Scanner("1 2");
    while (scanner.hasNextInt()) {
      scanner.nextInt();
    }
    try (var data = new DataInputStream(new ByteArrayInputStream(bytes))) {
      data.read(bytes);
    }
    scanner = given;
    scanner.next(); // warning: WEFT060
    new Scanner(in, "UTF-8").next(); // warning: WEFT060
    return done();
  }

  @Async
  Coroutine<Void> network(
      ServerSocket listener,
      Socket socket,
      SocketAddress address,
      Selector selector,
      HttpClient client,
      HttpRequest request,
      URL url)
      throws Exception {
    listener.accept(); // warning: WEFT060
    socket.connect(address); // warning: WEFT060
    socket.getInputStream().read(); // warning: WEFT060
    selector.select(); // warning: WEFT060
    selector.selectNow();
    client.send(request, HttpResponse.BodyHandlers.ofString()); // warning: WEFT060
    await(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    url.openStream(); // warning: WEFT060
    url.openConnection().getInputStream(); // warning: WEFT060
    return done();
  }

  @Async
  Coroutine<Void> database(PreparedStatement statement) throws Exception {
    DriverManager.getConnection(""); // warning: WEFT060
    statement.executeQuery(); // warning: WEFT060
    statement.executeQuery("").next(); // warning: WEFT060
    statement.getConnection().commit(); // warning: WEFT060
    statement.setString(1, "");
    return done();
  }

  @Async
  Coroutine<Void> loops(Loop loop) {
    run(Coroutine.of(1)); // warning: WEFT061
    Weft.run(Coroutine.of(1)); // warning: WEFT061
    loop.run(Coroutine.of(1)); // warning: WEFT061
    return done();
  }

  /** Runs in the loop as well, unlike a plain one. */
  @Async
  AsyncGenerator<String> generator(BlockingQueue<String> queue) throws Exception {
    emit(queue.take()); // warning: WEFT060
    return done();
  }

  @Async
  Generator<String> plainGenerator(BlockingQueue<String> queue) throws Exception {
    emit(queue.take());
    return done();
  }

  /** Who runs these is not known. */
  @Async
  Coroutine<Void> others(BlockingQueue<String> queue) throws Exception {
    Callable<String> lambda = () -> queue.take();
    Callable<String> reference = queue::take;
    new Object() {
      String field = CompletableFuture.completedFuture("").join();

      String method() throws Exception {
        return queue.take();
      }
    };
    await(CompletableFuture.supplyAsync(() -> CompletableFuture.completedFuture("").join()));
    return done();
  }

  /** Named as others are, but nobody's. */
  static class Own {
    void sleep() {}

    String take() {
      return "";
    }

    int read() {
      return 1;
    }

    void wait(String what) {}

    @Async
    Coroutine<Void> calls() {
      sleep();
      take();
      read();
      wait("");
      return done();
    }
  }

  void ordinary(BlockingQueue<String> queue) throws Exception {
    queue.take();
    Thread.sleep(1);
  }
}
