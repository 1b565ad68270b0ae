import static dev.weft.Weft.*;

import dev.weft.Async;
import dev.weft.Coroutine;

class Suppressed {
  static final String KEY = "weft:blocking";

  @Async
  Coroutine<Integer> one() {
    return done(1);
  }

  @Async
  @SuppressWarnings("weft:blocking")
  Coroutine<Void> method() throws InterruptedException {
    Thread.sleep(1);
    one(); // warning: WEFT040
    return done();
  }

  @Async
  @SuppressWarnings(KEY)
  Coroutine<Void> byConstant() throws InterruptedException {
    Thread.sleep(1);
    return done();
  }

  @Async
  @SuppressWarnings({"unchecked", "weft:WEFT060"})
  Coroutine<Void> byCode() throws InterruptedException {
    Thread.sleep(1);
    run(one()); // warning: WEFT061
    return done();
  }

  @Async
  @SuppressWarnings("weft:unawaited")
  Coroutine<Void> another() throws InterruptedException {
    Thread.sleep(1); // warning: WEFT060
    one();
    var kept = one();
    return done();
  }

  @SuppressWarnings("weft:all")
  static class Inside {
    @Async
    Coroutine<Void> method(Suppressed s) throws InterruptedException {
      Thread.sleep(1);
      s.one();
      new Thread(s::one);
      return done();
    }
  }

  void variables() {
    @SuppressWarnings("weft:unawaited")
    var kept = one();
    var unread = one(); // warning: WEFT043
    @SuppressWarnings("weft:WEFT040")
    Runnable r = () -> one();
    Runnable s = () -> one(); // warning: WEFT040
  }

  @SuppressWarnings("weft:unawaited")
  Runnable field = () -> one();

  void after() {
    one(); // warning: WEFT040
  }

  @SuppressWarnings({
    "weft:blockin", // warning: WEFT069
    "rawtypes",
    "weft:WEFT020", // warning: WEFT069
    "weft:unawaited"
  })
  void unknown() {
    one();
  }

  @SuppressWarnings({"weft:all", "weft:whatever"})
  void all() {
    one();
  }

  @SuppressWarnings("WEFT040")
  void withoutPrefix() {
    one(); // warning: WEFT040
  }
}
