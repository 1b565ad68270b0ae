// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.State;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Variable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Prints {@code resume}: a loop around a switch over the state.
 *
 * <pre>{@code
 * protected Object resume(Object reply) throws Throwable {
 *   int count = 0;                                  // locals that several states use
 *   for (;;) {
 *     try {                                         // where the body has a try with an await in it
 *       switch (state) {
 *         case 0: {...}
 *         case 1: {...}
 *         default: throw unknownState();
 *       }
 *     } catch (Throwable thrown) {
 *       switch (state) {...}
 *     }
 *   }
 * }
 * }</pre>
 */
final class ResumePrinter {
  private final Printing printing;
  private final Layout layout;

  ResumePrinter(Printing printing) {
    this.printing = printing;
    this.layout = printing.layout();
  }

  MethodSpec print() {
    CodeBlock.Builder body = CodeBlock.builder();
    constants(body);
    shared(body);
    if (hasJumps()) {
      body.add("$L:\n", printing.names().label());
    }
    body.add("for (;;) {\n$>");
    boolean isGuarded = layout.states().stream().anyMatch(state -> !state.handlers().isEmpty());
    if (isGuarded) {
      body.add("try {\n$>").add(states());
      body.add("$<} catch ($T thrown) {\n$>", Throwable.class);
      body.add(new HandlerPrinter(printing).print()).add("$<}\n");
    } else {
      body.add(states());
    }
    body.add("$<}\n");
    return MethodSpec.methodBuilder("resume")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(Object.class)
        .addParameter(Object.class, printing.names().reply())
        .addException(Throwable.class)
        .addCode(body.build())
        .build();
  }

  private CodeBlock states() {
    CodeBlock.Builder cases = CodeBlock.builder().add("switch (state) {\n$>");
    List<State> states = layout.states();
    for (int i = 0; i < states.size(); i++) {
      State next = i + 1 < states.size() ? states.get(i + 1) : null;
      cases.add(StatePrinter.print(states.get(i), next, printing));
    }
    return cases.add("default:\n$>throw unknownState();\n$<$<}\n").build();
  }

  private void constants(CodeBlock.Builder body) {
    StatementPrinter printer = new StatementPrinter(printing, Set.of());
    statements()
        .filter(Statement.Declare.class::isInstance)
        .map(Statement.Declare.class::cast)
        .filter(declare -> layout.storage(declare.variable()) == Storage.CONSTANT)
        .forEach(
            declare -> {
              Code value = declare.value();
              if (value != null) {
                body.add(printer.constant(declare, value));
              }
            });
  }

  private void shared(CodeBlock.Builder body) {
    layout
        .stored(Storage.SHARED)
        .forEach(
            variable ->
                body.add(
                    "$T $L = $L;\n",
                    printing.type(variable),
                    printing.name(variable),
                    defaultValue(variable)));
  }

  private String defaultValue(Variable variable) {
    TypeName type = printing.type(variable);
    if (!type.isPrimitive()) {
      return "null";
    }
    return type.equals(TypeName.BOOLEAN) ? "false" : "0";
  }

  private boolean hasJumps() {
    return statements().anyMatch(statement -> !statement.exits().isEmpty());
  }

  private Stream<Statement> statements() {
    return layout.states().stream()
        .flatMap(state -> state.blocks().stream())
        .map(Block::statements)
        .flatMap(List::stream);
  }
}
