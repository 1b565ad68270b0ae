// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.State;
import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Types;

/** The comment above the machine: what it was made from, and what its states are. */
final class Header {
  private final Layout layout;
  private final TypeNames typeNames;
  private final Types types;

  Header(Layout layout, TypeNames typeNames, Types types) {
    this.layout = layout;
    this.typeNames = typeNames;
    this.types = types;
  }

  CodeBlock print() {
    CodeBlock.Builder text = CodeBlock.builder();
    text.add("The resumable form of $L. Its states:\n\n<ul>\n", original());
    Map<Block, String> resumed = new HashMap<>();
    for (State state : layout.states()) {
      for (Block block : state.blocks()) {
        if (block.terminator() instanceof Terminator.Await await) {
          resumed.put(await.resume(), await.emits() ? ", after the emit" : ", after the await");
        }
      }
    }
    for (State state : layout.states()) {
      String how = state.number() == 0 ? ", the start" : "";
      how += resumed.getOrDefault(state.head(), "");
      text.add("  <li>$L: line $L$L\n", state.number(), state.head().line(), how);
    }
    return text.add("</ul>\n").build();
  }

  private CodeBlock original() {
    Method method = layout.graph().method();
    String name = method.element().getSimpleName().toString();
    try {
      List<TypeName> parameters = new ArrayList<>();
      for (VariableElement parameter : method.element().getParameters()) {
        parameters.add(typeNames.exact(types.erasure(parameter.asType())));
      }
      TypeName owner = typeNames.exact(types.erasure(method.owner().asType()));
      if (!isPrivate(method.element())) {
        CodeBlock list =
            parameters.stream().map(p -> CodeBlock.of("$T", p)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("{@link $T#$L($L)}", owner, name, list);
      }
    } catch (UnsupportedCodeException e) {
      // No link, then: Javadoc could not follow it.
    }
    return CodeBlock.of("{@code $L.$L}", simpleName(method.owner()), name);
  }

  private static boolean isPrivate(Element element) {
    return element.getModifiers().contains(Modifier.PRIVATE);
  }

  private static String simpleName(TypeElement owner) {
    return owner.getSimpleName().toString();
  }
}
