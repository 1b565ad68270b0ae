// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.weft.processor.analyse.Layout;
import dev.weft.processor.analyse.Storage;
import dev.weft.processor.graph.Method;
import dev.weft.processor.graph.Variable;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;

/** Prints the class: what is declared in it around {@code resume}. */
final class MachinePrinter {
  private final Printing printing;
  private final Layout layout;
  private final Method method;

  MachinePrinter(Printing printing) {
    this.printing = printing;
    this.layout = printing.layout();
    this.method = printing.method();
  }

  /**
   * @param parameters those of the class
   * @param binaryName of the owner
   */
  TypeSpec.Builder print(ClassName name, List<TypeParameterElement> parameters, String binaryName) {
    TypeName result = printing.typeNames().of(method.result());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addJavadoc(new Header(layout, printing.typeNames(), printing.types()).print())
            .addAnnotations(Lint.annotations(method.seesGenerated()))
            .addTypeVariables(printing.typeNames().declarations(parameters))
            .superclass(ParameterizedTypeName.get(base(), result));
    type.addField(lines());
    if (!method.isStatic()) {
      type.addField(self(), printing.names().self(), Modifier.PRIVATE);
    }
    layout
        .stored(Storage.FIELD)
        .forEach(
            variable ->
                type.addField(printing.type(variable), printing.name(variable), Modifier.PRIVATE));
    if (layout.isDivided()) {
      type.addFields(DividedPrinter.fields(printing));
    }
    type.addMethod(constructor());
    if (layout.isDivided()) {
      type.addMethods(new DividedPrinter(printing).print());
    } else {
      type.addMethod(new ResumePrinter(printing).print());
    }
    type.addMethod(frame(binaryName));
    return type;
  }

  private ClassName base() {
    return ClassName.get(method.kind().basePackage(), method.kind().baseName());
  }

  private FieldSpec lines() {
    CodeBlock numbers =
        layout.states().stream()
            .map(state -> CodeBlock.of("$L", state.head().line()))
            .collect(CodeBlock.joining(", ", "{", "}"));
    return FieldSpec.builder(int[].class, "LINES")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(numbers)
        .build();
  }

  private TypeName self() {
    return printing.typeNames().exact(method.owner().asType());
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (!method.isStatic()) {
      String self = printing.names().self();
      constructor.addParameter(self(), self);
      constructor.addStatement("this.$L = $L", self, self);
    }
    for (Variable parameter : layout.graph().parameters()) {
      String name = printing.name(parameter);
      constructor.addParameter(printing.type(parameter), name);
      constructor.addStatement("this.$L = $L", name, name);
    }
    return constructor.build();
  }

  private MethodSpec frame(String binaryName) {
    return MethodSpec.methodBuilder("frame")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(StackTraceElement.class)
        .addStatement(
            "return frame($S, $S, $S, LINES[state])",
            binaryName,
            method.element().getSimpleName(),
            method.file())
        .build();
  }
}
