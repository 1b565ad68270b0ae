// SPDX-License-Identifier: Apache-2.0
package golden.generator;

import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;

import dev.weft.Async;
import dev.weft.Generator;

/** A generator is the machine itself. */
class Input {
  @Async
  static Generator<Integer> countdown(int from) {
    for (int i = from; i > 0; i--) {
      emit(i);
    }
    return done();
  }

  @Async
  Generator<String> words(String text) {
    String rest = text.strip();
    try {
      while (!rest.isEmpty()) {
        String word = rest.split(" ", 2)[0];
        rest = rest.substring(word.length()).strip();
        emit(word);
      }
    } finally {
      System.out.println("done with " + text);
    }
    return done();
  }
}
