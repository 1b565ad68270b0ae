/** A file without an import and without an @Async method is looked at as well. */
class NoOwner {
  int ordinary(dev.weft.Event<Integer> event) {
    return dev.weft.Weft.await(event); // error: WEFT020
  }
}
