/** A file that mentions Weft nowhere. */
class NeverAwaitedElsewhere {
  static final Places PLACES = new Places();

  void drops() {
    PLACES.load(); // warning: WEFT040
    new Thread(PLACES::load); // warning: WEFT040
    new Thread(() -> PLACES.load()); // warning: WEFT040
    var kept = PLACES.load(); // warning: WEFT043
    PLACES.all(); // warning: WEFT042
  }

  Object keeps() {
    var kept = PLACES.load();
    return kept;
  }
}

class Places {
  @dev.weft.Async
  dev.weft.Coroutine<Integer> load() {
    return dev.weft.Weft.done(1);
  }

  @dev.weft.Async
  dev.weft.Generator<Integer> all() {
    load(); // warning: WEFT040
    return dev.weft.Weft.done();
  }
}
