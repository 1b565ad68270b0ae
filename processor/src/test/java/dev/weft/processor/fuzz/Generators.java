// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.List;
import java.util.function.Function;

/** What generators hand out, and the loops that take it. */
final class Generators {
  private final Draft draft;
  private final Dice dice;

  Generators(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
  }

  boolean mayEmit() {
    return draft.mayEmit();
  }

  Node emit() {
    return Node.statement("emit(#);", draft.expressions.exactly(draft.method.result()));
  }

  /** Those that a loop may be over here: one that is asynchronous must be awaited. */
  List<Program.Method> usable() {
    return draft.callable.stream()
        .filter(method -> method.kind().isGenerator())
        .filter(method -> method.kind() == Program.Kind.GENERATOR || draft.mayAwait())
        .toList();
  }

  /**
   * The head of a loop, and what stands around the loop. A plain generator is closed by a {@code
   * try}, or else would wait for ever when the loop is left.
   *
   * @param body makes the body
   */
  Node loop(Function<Type, Node> body) {
    Program.Method method = dice.of(usable());
    Node call = draft.awaits.call(method, false);
    Node made = draft.tries.inside(() -> body.apply(method.result()));
    if (method.kind() == Program.Kind.ASYNC_GENERATOR) {
      // The mark tells the plain program to close what is left early, as the machine does.
      return Node.statement(
          "for (# : /* async */ #) #", made.parts().get(0), call, made.parts().get(1));
    }
    String name = "gen" + draft.program.number();
    return Node.statement(
        "try (Generator<"
            + method.result().boxed()
            + "> "
            + name
            + " = #) {\n  for (# : "
            + name
            + ") #\n}",
        call,
        made.parts().get(0),
        made.parts().get(1));
  }
}
