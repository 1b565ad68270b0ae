import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Coroutine;
import dev.weft.Generator;
import dev.weft.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class GeneratorBodies {
  static {
    emit(1); // error: WEFT050
  }

  void ordinary() {
    emit(1); // error: WEFT050
    Runnable lambda = () -> emit(2); // error: WEFT050
  }

  @Async
  Coroutine<Integer> coroutine() {
    emit(1); // error: WEFT050
    return done(1);
  }

  @Async
  Generator<Integer> places(List<Integer> numbers) {
    emit(1);
    numbers.forEach(n -> emit(n)); // error: WEFT051
    Consumer<Integer> reference = Weft::emit; // error: WEFT026
    synchronized (this) {
      emit(2); // error: WEFT052
    }
    new Object() {
      void method() {
        emit(3); // error: WEFT050
      }
    };
    return done();
  }

  @Async
  Generator<Integer> types(Object o, List<? extends Integer> some) {
    emit("one"); // error: WEFT053
    emit(1L); // error: WEFT053
    emit(o); // error: WEFT053
    emit(some.get(0));
    emit('c'); // error: WEFT053
    emit(null);
    return done();
  }

  @Async
  <T> Generator<List<T>> genericTypes(List<T> list, T one) {
    emit(list);
    emit(new ArrayList<>()); // error: WEFT053
    emit(new ArrayList<T>());
    emit(List.of(one));
    return done();
  }

  @Async
  Generator<Integer> awaits(Coroutine<Integer> other, AsyncIterable<Integer> items) {
    emit(await(other)); // error: WEFT054
    for (int n : items) { // error: WEFT054
      emit(n);
    }
    Runnable lambda = () -> await(other); // error: WEFT021
    return done();
  }

  @Async
  Generator<Integer> values(boolean b, Generator<Integer> other) {
    if (b) {
      return 5; // error: WEFT055 and javac's
    }
    if (!b) {
      return done(5); // error: WEFT055 and javac's
    }
    if (other != null) {
      return other; // error: WEFT055
    }
    if (b && other != null) {
      return null; // error: WEFT055
    }
    return b ? done() : other; // error: WEFT055
  }

  @Async
  AsyncGenerator<String> fine(Coroutine<String> other) {
    emit(await(other));
    return done();
  }

  @Async
  Generator<?> wild() { // error: WEFT013
    return done();
  }

  void unused() {
    wild(); // warning: WEFT042
    fine(null); // warning: WEFT042
    Runnable lambda = () -> fine(null); // warning: WEFT042
  }
}
