// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.weft.processor.graph.Member;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Prints a {@link Mirror} and the method that leads to it.
 *
 * <pre>{@code
 * private static EchoPrivate hidden(Echo self) {
 *   throw new AssertionError();
 * }
 *
 * private static final class EchoPrivate {
 *   static int total;
 *   int next(String s) throws IOException {
 *     throw new AssertionError();
 *   }
 * }
 * }</pre>
 */
final class MirrorPrinter {
  private final Mirror mirror;
  private final ClassName name;
  private final TypeNames typeNames;
  private final MemberTypes memberTypes;
  private final Types types;
  private final Elements elements;
  private final List<TypeParameterElement> parameters;

  MirrorPrinter(
      Mirror mirror,
      ClassName machine,
      TypeNames typeNames,
      MemberTypes memberTypes,
      Types types,
      Elements elements) {
    this.mirror = mirror;
    this.name = machine.nestedClass(mirror.name());
    this.typeNames = typeNames;
    this.memberTypes = memberTypes;
    this.types = types;
    this.elements = elements;
    this.parameters = TypeVariables.of(mirror.host());
  }

  TypeSpec type() {
    boolean isInterface = mirror.host().getKind().isInterface();
    TypeSpec.Builder type =
        isInterface
            ? TypeSpec.interfaceBuilder(name).addModifiers(Modifier.PRIVATE)
            : TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    type.addTypeVariables(typeNames.declarations(parameters));
    type.addJavadoc(
        "What only $L may name. The linker puts $L in the place of this class.\n",
        mirror.host().getSimpleName(),
        mirror.host().getSimpleName());
    for (Member member : mirror.members()) {
      if (member.element() instanceof VariableElement field) {
        type.addField(field(field, member));
      } else {
        type.addMethod(method(member, isInterface));
      }
    }
    return type.build();
  }

  /**
   * The method that leads to it.
   *
   * @param hidden its name
   */
  MethodSpec hidden(String hidden) {
    TypeName[] arguments =
        parameters.stream()
            .map(parameter -> TypeVariableName.get(typeNames.name(parameter)))
            .toArray(TypeName[]::new);
    return MethodSpec.methodBuilder(hidden)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addTypeVariables(typeNames.declarations(parameters))
        .returns(arguments.length == 0 ? name : ParameterizedTypeName.get(name, arguments))
        .addParameter(typeNames.exact(mirror.host().asType()), "self")
        .addStatement("throw new $T()", AssertionError.class)
        .build();
  }

  private FieldSpec field(VariableElement element, Member member) {
    TypeMirror type = memberTypes.field(member, element);
    FieldSpec.Builder field = FieldSpec.builder(typeNames.exact(type), member.name());
    Object constant = element.getConstantValue();
    if (Mirror.isStatic(member)) {
      field.addModifiers(Modifier.STATIC);
      if (constant != null) {
        field.addModifiers(Modifier.FINAL);
        field.initializer("$L", elements.getConstantExpression(constant));
      }
    }
    if (ResourceFields.contain(element, types, elements)) {
      field.addModifiers(Modifier.FINAL);
      field.initializer("null");
    }
    return field.build();
  }

  private MethodSpec method(Member member, boolean isInterface) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(member.name());
    if (isInterface) {
      method.addModifiers(Modifier.PUBLIC);
    }
    if (Mirror.isStatic(member)) {
      method.addModifiers(Modifier.STATIC);
    } else if (isInterface) {
      method.addModifiers(Modifier.DEFAULT);
    }
    MemberTypes.Signature signature = memberTypes.method(member);
    if (member.kind() == Member.Kind.CONSTRUCTOR) {
      method.addTypeVariables(typeNames.declarations(parameters));
    }
    signature.typeVariables().forEach(variable -> method.addTypeVariable(declaration(variable)));
    method.returns(typeNames.exact(signature.result()));
    List<String> names = names(member, signature.parameters().size());
    for (int i = 0; i < names.size(); i++) {
      method.addParameter(typeNames.exact(signature.parameters().get(i)), names.get(i));
    }
    signature.thrown().forEach(type -> method.addException(typeNames.exact(type)));
    if (member.element() instanceof ExecutableElement executable) {
      method.varargs(executable.isVarArgs());
    }
    return method.addStatement("throw new $T()", AssertionError.class).build();
  }

  private TypeVariableName declaration(TypeVariable variable) {
    TypeMirror bound = variable.getUpperBound();
    List<? extends TypeMirror> bounds =
        bound instanceof IntersectionType intersection ? intersection.getBounds() : List.of(bound);
    String variableName = variable.asElement().getSimpleName().toString();
    return TypeVariableName.get(
        variableName, bounds.stream().map(typeNames::exact).toArray(TypeName[]::new));
  }

  /** The parameters' own names; the enclosing instance of a new inner class comes first. */
  private static List<String> names(Member member, int count) {
    if (!(member.element() instanceof ExecutableElement executable)) {
      return List.of();
    }
    List<String> names =
        new ArrayList<>(
            executable.getParameters().stream().map(p -> p.getSimpleName().toString()).toList());
    if (names.size() < count) {
      names.add(0, enclosingName(Enclosing.typeOf(executable)));
    }
    return names;
  }

  private static String enclosingName(TypeElement inner) {
    return "outer" + Enclosing.of(inner).getSimpleName();
  }
}
