import dev.weft.AsyncCloseable;
import dev.weft.AsyncIterable;

/** A file without any @Async method, and without a call of Weft. */
class AwaitedElsewhere {
  int sum;

  void loop(AsyncIterable<Integer> numbers) {
    for (int n : numbers) { // error: WEFT020
      sum += n;
    }
  }

  void close(AsyncCloseable<RuntimeException> resource) {
    try (resource) { // error: WEFT020
      sum++;
    }
  }

  AwaitedElsewhere(AsyncIterable<Integer> numbers) {
    for (int n : numbers) { // error: WEFT024
      sum += n;
    }
  }
}
