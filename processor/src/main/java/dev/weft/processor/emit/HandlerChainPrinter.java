// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.weft.processor.analyse.Part;
import dev.weft.processor.graph.Region.Handler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Prints the handlers of a part. Where a {@code try} lies within another, those of the outer one
 * are not repeated for each inner one, or their number would grow with the square of the depth.
 *
 * <pre>{@code
 * int from = state;
 * for (;;) {
 *   switch (from) {
 *     case 2 -> {
 *       if (thrown instanceof IOException) {
 *         state = 9;
 *         return;
 *       }
 *       throw thrown;
 *     }
 *     case 3, 4 -> {
 *       if (thrown instanceof SQLException) {
 *         state = 8;
 *         return;
 *       }
 *       from = 2;
 *     }
 *     default -> throw thrown;
 *   }
 * }
 * }</pre>
 */
final class HandlerChainPrinter {
  private final Printing printing;
  private final HandlerPrinter handlers;
  private final Map<List<Handler>, List<Integer>> statesByHandlers;

  HandlerChainPrinter(Printing printing, Part part) {
    this.printing = printing;
    this.handlers = new HandlerPrinter(printing);
    this.statesByHandlers = HandlerPrinter.byHandlers(part.states());
  }

  CodeBlock print() {
    boolean isChain = statesByHandlers.keySet().stream().anyMatch(own -> around(own) != null);
    CodeBlock.Builder cases = CodeBlock.builder();
    statesByHandlers.forEach((own, states) -> cases.add(print(own, states)));
    CodeBlock.Builder out = CodeBlock.builder();
    if (isChain) {
      out.add("int from = state;\nfor (;;) {\n$>");
    }
    out.add("switch ($L) {\n$>", isChain ? "from" : "state");
    out.add(cases.build()).add("default -> throw thrown;\n$<}\n");
    return out.add(isChain ? "$<}\n" : "").build();
  }

  private CodeBlock print(List<Handler> all, List<Integer> states) {
    List<Handler> around = around(all);
    List<Handler> own = around == null ? all : all.subList(0, all.size() - around.size());
    CodeBlock.Builder out =
        CodeBlock.builder().add("case $L -> {\n$>", HandlerPrinter.labels(states));
    own.forEach(handler -> out.add(handlers.print(handler, "return")));
    if (around != null) {
      out.add("from = $L;\n", first(around));
    } else if (!printing.layout().catchesAll(all.get(all.size() - 1))) {
      out.add("throw thrown;\n");
    }
    return out.add("$<}\n").build();
  }

  private int first(List<Handler> all) {
    return Objects.requireNonNull(statesByHandlers.get(all)).get(0);
  }

  /** The handlers of the nearest {@code try} around that has states of its own in this part. */
  private @Nullable List<Handler> around(List<Handler> all) {
    for (int i = 1; i < all.size(); i++) {
      List<Handler> outer = all.subList(i, all.size());
      if (statesByHandlers.containsKey(outer)) {
        return outer;
      }
    }
    return null;
  }
}
