// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Prints a machine whose states are too many for one method: {@code resume} then only finds the
 * part that holds the present state. A part that goes on at a state of another says so.
 *
 * <pre>{@code
 * protected Object resume(Object reply) throws Throwable {
 *   for (;;) {
 *     try {
 *       Object outcome;
 *       if (state < 0) {
 *         throw unknownState();
 *       } else if (state < 150) {
 *         outcome = resume0(reply);
 *       } else if (state < 270) {
 *         outcome = resume150(reply);
 *       } else {
 *         throw unknownState();
 *       }
 *       if (outcome != ELSEWHERE) {
 *         return outcome;
 *       }
 *       reply = carried;                            // of an await that has not suspended
 *       carried = null;
 *     } catch (Throwable thrown) {                  // where some state has handlers
 *       if (state < 0) {
 *         throw thrown;
 *       } else if (state < 150) {
 *         handle0(thrown);
 *       } ...
 *     }
 *   }
 * }
 *
 * private Object resume0(Object reply) throws Throwable {
 *   for (;;) {
 *     switch (state) {
 *       case 0: {...}
 *       case 1: {...}
 *       default:
 *         carried = reply;
 *         return ELSEWHERE;
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Exceptions leave the part, as its states do not say all: a {@code finally} in verbatim text
 * may run when the state of where it leads has been set.
 */
final class DividedPrinter {
  private static final String ELSEWHERE = "ELSEWHERE";
  private static final String THROW = "throw thrown;\n";

  private final Printing printing;
  private final Layout layout;
  private final String reply;
  private final String carried;

  DividedPrinter(Printing printing) {
    this.printing = printing;
    this.layout = printing.layout();
    this.reply = printing.names().reply();
    this.carried = printing.names().carried();
  }

  static List<FieldSpec> fields(Printing printing) {
    FieldSpec elsewhere =
        FieldSpec.builder(
                Object.class, ELSEWHERE, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What a part of {@code resume} returns to go on in another.\n")
            .initializer("new $T()", Object.class)
            .build();
    FieldSpec carried =
        FieldSpec.builder(Object.class, printing.names().carried(), Modifier.PRIVATE)
            .addJavadoc("The reply for the part to go on in.\n")
            .build();
    return List.of(elsewhere, carried);
  }

  List<MethodSpec> print() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(resume());
    layout.parts().forEach(part -> methods.add(resume(part)));
    layout.parts().stream()
        .filter(DividedPrinter::isGuarded)
        .map(this::handle)
        .forEach(methods::add);
    return methods;
  }

  private MethodSpec resume() {
    boolean isGuarded = layout.parts().stream().anyMatch(DividedPrinter::isGuarded);
    CodeBlock.Builder body = CodeBlock.builder().add("for (;;) {\n$>");
    body.add(isGuarded ? "try {\n$>" : "");
    body.add("$T outcome;\n", Object.class);
    Function<Part, CodeBlock> call =
        part -> CodeBlock.of("outcome = resume$L($L);\n", part.first(), reply);
    body.add(choose(call, "throw unknownState();\n"));
    body.add("if (outcome != $L) {\n$>return outcome;\n$<}\n", ELSEWHERE);
    body.add("$L = $L;\n$L = null;\n", reply, carried, carried);
    if (isGuarded) {
      body.add("$<} catch ($T thrown) {\n$>", Throwable.class);
      body.add(choose(DividedPrinter::handleOrThrow, THROW)).add("$<}\n");
    }
    return ResumePrinter.declaration(printing).addCode(body.add("$<}\n").build()).build();
  }

  private static CodeBlock handleOrThrow(Part part) {
    return isGuarded(part)
        ? CodeBlock.of("handle$L(thrown);\n", part.first())
        : CodeBlock.of(THROW);
  }

  /** Does for the part of the present state what is given for each. */
  private CodeBlock choose(Function<Part, CodeBlock> each, String inNone) {
    CodeBlock.Builder out = CodeBlock.builder().add("if (state < 0) {\n$>$L$<", inNone);
    for (Part part : layout.parts()) {
      out.add("} else if (state < $L) {\n$>$L$<", part.end(), each.apply(part));
    }
    return out.add("} else {\n$>$L$<}\n", inNone).build();
  }

  private MethodSpec resume(Part part) {
    StatesPrinter states = new StatesPrinter(printing, part.states());
    CodeBlock otherwise = CodeBlock.of("$L = $L;\nreturn $L;\n", carried, reply, ELSEWHERE);
    return method("resume", part)
        .addJavadoc("The states from $L to $L.\n", part.first(), part.end() - 1)
        .returns(Object.class)
        .addParameter(Object.class, reply)
        .addCode(states.constants())
        .addCode(states.label())
        .addCode("for (;;) {\n$>$L$<}\n", states.cases(otherwise))
        .build();
  }

  private MethodSpec handle(Part part) {
    return method("handle", part)
        .addJavadoc("What becomes of an exception in the states from $L on.\n", part.first())
        .returns(TypeName.VOID)
        .addParameter(Throwable.class, "thrown")
        .addCode(new HandlerChainPrinter(printing, part).print())
        .build();
  }

  private static MethodSpec.Builder method(String name, Part part) {
    return MethodSpec.methodBuilder(name + part.first())
        .addModifiers(Modifier.PRIVATE)
        .addException(Throwable.class);
  }

  private static boolean isGuarded(Part part) {
    return part.states().stream().anyMatch(state -> !state.handlers().isEmpty());
  }
}
