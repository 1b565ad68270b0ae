// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Event;

/**
 * Chapter 1: a conversation.
 *
 * <p>To call an {@code @Async} method is not to run it. The call makes a {@link Coroutine}, an
 * object that stands before the first line of the method's body. {@code send} lets it walk on, up
 * to the next {@code await}; there it stops, and {@code send} returns what it awaits: an {@link
 * Event}, a small value that says what the coroutine wants. The next {@code send} brings the
 * answer.
 *
 * <p>The one who calls {@code send} will be an event loop, from the next chapter on. In this one it
 * is us.
 */
public final class Chapter1Nice {
  private Chapter1Nice() {}

  /**
   * The smallest wish: "somebody else may go first". Its answer says nothing, hence {@code Void}.
   */
  record Nice() implements Event<Void> {}

  @Async
  static Coroutine<String> greet(String name) {
    System.out.println("  greet: Hello, " + name + "!");
    await(new Nice());
    System.out.println("  greet: Still there?");
    return done("goodbye");
  }

  @Async
  static Coroutine<Void> fail() {
    await(new Nice());
    throw new IllegalStateException("no more of this");
  }

  @Async
  static Coroutine<Void> insist() {
    try {
      await(new Nice());
    } catch (RuntimeException error) {
      System.out.println("  insist: caught " + error.getMessage());
    }
    return done();
  }

  public static void main(String[] args) {
    System.out.println("We call greet.");
    Coroutine<String> greet = greet("world");
    System.out.println("Nothing happened: it was made, not run. We send.");
    Event<?> wish = greet.send(null);
    System.out.println("It wants " + wish + ". That costs us nothing; we send again.");
    wish = greet.send(null);
    System.out.println("It wants " + wish + ", for it has ended: " + greet.isDone() + ".");
    System.out.println("Its result is " + greet.result() + ".");

    System.out.println("A coroutine that fails does so out of the send that made it walk on.");
    Coroutine<Void> fail = fail();
    fail.send(null);
    try {
      fail.send(null);
    } catch (IllegalStateException failure) {
      System.out.println("We caught: " + failure.getMessage() + ".");
    }

    System.out.println("And raise answers with an exception, thrown where the coroutine stands.");
    Coroutine<Void> insist = insist();
    insist.send(null);
    insist.raise(new RuntimeException("a surprise"));
    System.out.println("It has ended: " + insist.isDone() + ".");
  }
}
