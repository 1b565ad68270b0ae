// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Variable;
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
    StatesPrinter states = new StatesPrinter(printing, layout.states());
    CodeBlock cases = states.cases(CodeBlock.of("throw unknownState();\n"));
    CodeBlock.Builder body = CodeBlock.builder();
    body.add(states.constants());
    shared(body);
    body.add(states.label());
    body.add("for (;;) {\n$>");
    boolean isGuarded = layout.states().stream().anyMatch(state -> !state.handlers().isEmpty());
    if (isGuarded) {
      body.add("try {\n$>").add(cases);
      body.add("$<} catch ($T thrown) {\n$>", Throwable.class);
      body.add(new HandlerPrinter(printing).print()).add("$<}\n");
    } else {
      body.add(cases);
    }
    body.add("$<}\n");
    return declaration(printing).addCode(body.build()).build();
  }

  /** The method that the machine's base class wants, without its code. */
  static MethodSpec.Builder declaration(Printing printing) {
    return MethodSpec.methodBuilder("resume")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(Object.class)
        .addParameter(Object.class, printing.names().reply())
        .addException(Throwable.class);
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
}
