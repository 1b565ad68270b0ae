import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Coroutine;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

abstract class AwaitedConstructs implements AsyncIterable<String> {
  abstract static class Connection implements AsyncCloseable<IOException> {}

  /** Can do without. */
  abstract static class Both implements AsyncIterable<String>, AsyncCloseable<IOException> {
    @Override
    public Iterator<String> iterator() {
      return List.<String>of().iterator();
    }

    @Override
    public void close() {}
  }

  abstract static class More extends Both {}

  void ordinary(Connection c, AsyncGenerator<Integer> g, More m) throws IOException {
    for (String s : this) {} // error: WEFT020
    for (int n : g) {} // error: WEFT020
    try (c) {} // error: WEFT020
    try (Connection d = c) {} // error: WEFT020
    try (AsyncIterator<Integer> i = g.asyncIterator()) {} // error: WEFT020
    for (String s : m) {}
    try (m) {}
  }

  <T extends Supplier<T> & AsyncIterable<T>> void bounded(T items) {
    for (T item : items) {} // error: WEFT020
  }

  @Async
  Coroutine<Void> async(Connection c, List<String> list) throws IOException {
    for (String s : this) {}
    try (c) {}
    Runnable lambda = () -> { for (String s : this) {} }; // error: WEFT021
    synchronized (this) {
      try (c) {} // error: WEFT023
    }
    list.iterator();
    asyncIterator().hasNext(); // warning: WEFT040
    return done();
  }
}
