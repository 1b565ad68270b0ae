// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.State;
import dev.weft.processor.graph.Region.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/**
 * Prints what becomes of an exception: the state it was thrown in says which handlers to try.
 *
 * <pre>{@code
 * switch (state) {
 *   case 3, 4 -> {
 *     if (thrown instanceof IOException) {
 *       e = (IOException) thrown;
 *       state = 7;
 *       continue;
 *     }
 *     throw thrown;
 *   }
 *   default -> throw thrown;
 * }
 * }</pre>
 */
final class HandlerPrinter {
  private final Printing printing;

  HandlerPrinter(Printing printing) {
    this.printing = printing;
  }

  CodeBlock print() {
    Map<List<Handler>, List<Integer>> statesByHandlers = byHandlers(printing.layout().states());
    CodeBlock.Builder out = CodeBlock.builder().add("switch (state) {\n$>");
    statesByHandlers.forEach((handlers, states) -> out.add(print(states, handlers)));
    return out.add("default -> throw thrown;\n$<}\n").build();
  }

  /** The numbers of the states, by what is tried for their exceptions. */
  static Map<List<Handler>, List<Integer>> byHandlers(List<State> states) {
    Map<List<Handler>, List<Integer>> statesByHandlers = new LinkedHashMap<>();
    for (State state : states) {
      if (!state.handlers().isEmpty()) {
        statesByHandlers
            .computeIfAbsent(state.handlers(), handlers -> new ArrayList<>())
            .add(state.number());
      }
    }
    return statesByHandlers;
  }

  static String labels(List<Integer> states) {
    return states.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private CodeBlock print(List<Integer> states, List<Handler> handlers) {
    CodeBlock.Builder out = CodeBlock.builder().add("case $L -> {\n$>", labels(states));
    handlers.forEach(handler -> out.add(print(handler, "continue")));
    if (!printing.layout().catchesAll(handlers.get(handlers.size() - 1))) {
      out.add("throw thrown;\n");
    }
    return out.add("$<}\n").build();
  }

  /**
   * @param go the statement that goes on at the state that has been set
   */
  CodeBlock print(Handler handler, String go) {
    try {
      CodeBlock.Builder out = CodeBlock.builder();
      boolean always = printing.layout().catchesAll(handler);
      String mark = LineTable.mark(handler.line());
      if (!always) {
        out.add("$Lif ($L) {\n$>", mark, test(handler.types()));
      }
      if (printing.layout().wantsCaught(handler)) {
        out.add("$L$L", mark, assign(handler));
      }
      out.add("$Lstate = $L;\n", mark, printing.layout().targetNumber(handler.target()));
      out.add("$L;\n", go);
      return out.add(always ? "" : "$<}\n").build();
    } catch (UnsupportedCodeException e) {
      throw e.at(handler.caught(), handler.target().line());
    }
  }

  private CodeBlock test(List<TypeMirror> types) {
    return types.stream()
        .map(type -> CodeBlock.of("thrown instanceof $T", printing.typeNames().exact(type)))
        .collect(CodeBlock.joining(" || "));
  }

  private CodeBlock assign(Handler handler) {
    String name = printing.name(handler.caught());
    TypeName type = printing.typeNames().exact(handler.caught().type());
    return type.equals(TypeName.get(Throwable.class))
        ? CodeBlock.of("$L = thrown;\n", name)
        : CodeBlock.of("$L = ($T) thrown;\n", name, type);
  }
}
