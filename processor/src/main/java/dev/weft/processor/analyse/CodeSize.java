// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * About how many bytes of a class file code will take, and rather more than that. javac alone knows
 * it exactly, and only when it is too late to divide anything.
 */
final class CodeSize {
  /** A name that is a field of the machine: {@code aload_0}, {@code getfield}. */
  private static final int FIELD = 4;

  /** {@code state = 3; continue;}. */
  private static final int JUMP = 10;

  /** The call of {@code await}, the look at what it returns, the way out. */
  private static final int AWAIT = 26;

  /** The call of {@code value}, a cast, unboxing. */
  private static final int REPLY = 12;

  /** {@code x = null;}, which a reference may need when it dies. */
  private static final int CLEAR = 5;

  /** The test for a type, the assignment, the jump. */
  private static final int HANDLER = 22;

  /** An entry in the table of a switch. */
  private static final int CASE = 4;

  private CodeSize() {}

  static int of(State state) {
    return CASE + state.blocks().stream().mapToInt(CodeSize::of).sum();
  }

  /** The size of what finds the handler of an exception. */
  static int ofHandlers(Collection<State> states) {
    int cases = CASE * (int) states.stream().filter(state -> !state.handlers().isEmpty()).count();
    Stream<Handler> handlers =
        states.stream().map(State::handlers).distinct().flatMap(List::stream);
    return cases + HANDLER * (int) handlers.count();
  }

  private static int of(Block block) {
    return block.statements().stream().mapToInt(CodeSize::of).sum() + of(block.terminator());
  }

  private static int of(Statement statement) {
    Variable assigned = VariableTable.assigned(statement);
    int assignment = 0;
    if (assigned != null) {
      assignment = FIELD + (assigned.type().getKind().isPrimitive() ? 0 : CLEAR);
    }
    return assignment + of(statement.codes());
  }

  private static int of(Terminator end) {
    int own = 1;
    if (end instanceof Terminator.Await) {
      own = AWAIT;
    } else if (end instanceof Terminator.Goto) {
      own = JUMP;
    } else if (end instanceof Terminator.Branch) {
      own = 2 * JUMP;
    } else if (end instanceof Terminator.Select select) {
      own = JUMP + select.choices().size() * (2 * CASE + JUMP);
    }
    return own + of(end.codes());
  }

  private static int of(Stream<Code> codes) {
    return codes.flatMap(Code::stream).mapToInt(CodeSize::of).sum();
  }

  private static int of(Code.Piece piece) {
    if (piece instanceof Code.Text text) {
      return TextSize.of(text.text());
    } else if (piece instanceof Code.Use use) {
      return use.access() == Code.Access.UPDATE ? 3 * FIELD : FIELD;
    } else if (piece instanceof Code.Reply) {
      return REPLY;
    }
    return piece instanceof Code.Jump ? JUMP : FIELD;
  }
}
