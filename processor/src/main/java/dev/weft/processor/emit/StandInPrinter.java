// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.weft.processor.graph.Nesting;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Prints a private or local type of the user's once more, with all its members and without their
 * code.
 *
 * <pre>{@code
 * static final class Session {
 *   int count;
 *   Session(String name) {
 *   }
 *   int next() {
 *     throw new AssertionError();
 *   }
 * }
 * }</pre>
 */
final class StandInPrinter {
  private static final CodeBlock NO_CODE = CodeBlock.of("throw new $T()", AssertionError.class);

  private final TypeElement type;
  private final ClassName name;
  private final TypeNames typeNames;
  private final LocalTypes localTypes;
  private final Types types;
  private final Elements elements;

  StandInPrinter(
      TypeElement type,
      ClassName name,
      TypeNames typeNames,
      LocalTypes localTypes,
      Types types,
      Elements elements) {
    this.type = type;
    this.name = name;
    this.typeNames = typeNames;
    this.localTypes = localTypes;
    this.types = types;
    this.elements = elements;
  }

  TypeSpec print() {
    TypeSpec.Builder spec = builder();
    if (!localTypes.isInner(type)) {
      spec.addModifiers(Modifier.STATIC);
    }
    spec.addJavadoc("$L. The linker puts it in the place of this one.\n", what());
    for (Modifier modifier : type.getModifiers()) {
      if (type.getKind() == ElementKind.CLASS
          && (modifier == Modifier.ABSTRACT || modifier == Modifier.FINAL)) {
        spec.addModifiers(modifier);
      }
    }
    spec.addTypeVariables(typeNames.declarations(TypeVariables.of(type)));
    addSupertypes(spec);
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      addField(field, spec);
    }
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (type.getKind() != ElementKind.ENUM && !isCanonical(constructor)) {
        spec.addMethod(constructor(constructor));
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!isImplicit(method)) {
        spec.addMethod(method(method));
      }
    }
    return spec.build();
  }

  private String what() {
    return switch (Nesting.of(type)) {
      case LOCAL -> "The local " + type.getSimpleName();
      case ANONYMOUS -> "The anonymous class";
      default -> "The private " + type.getSimpleName();
    };
  }

  private TypeSpec.Builder builder() {
    return switch (type.getKind()) {
      case ENUM -> TypeSpec.enumBuilder(name);
      case RECORD -> TypeSpec.recordBuilder(name).recordConstructor(components());
      case INTERFACE -> TypeSpec.interfaceBuilder(name);
      case CLASS -> TypeSpec.classBuilder(name);
      default -> throw UnsupportedCodeException.unnameable(type.asType());
    };
  }

  private MethodSpec components() {
    MethodSpec.Builder header = MethodSpec.constructorBuilder();
    for (RecordComponentElement component : type.getRecordComponents()) {
      header.addParameter(
          typeNames.exact(component.asType()), component.getSimpleName().toString());
    }
    return header.build();
  }

  private void addSupertypes(TypeSpec.Builder spec) {
    types.directSupertypes(type.asType()).forEach(this::checkNotSealed);
    types.directSupertypes(type.asType()).forEach(this::checkNotOverridden);
    if (type.getKind() == ElementKind.CLASS && !(type.getSuperclass() instanceof NoType)) {
      spec.superclass(typeNames.exact(type.getSuperclass()));
    }
    type.getInterfaces().forEach(parent -> spec.addSuperinterface(typeNames.exact(parent)));
    if (type.getKind() == ElementKind.ENUM) {
      return; // sealed by itself, if its constants have bodies
    }
    if (type.getModifiers().contains(Modifier.SEALED)) {
      spec.addModifiers(Modifier.SEALED);
      type.getPermittedSubclasses()
          .forEach(permitted -> spec.addPermittedSubclass(typeNames.of(types.erasure(permitted))));
    } else if (type.getModifiers().contains(Modifier.NON_SEALED)) {
      spec.addModifiers(Modifier.NON_SEALED);
    }
  }

  /** A sealed class that can itself be named permits the user's type and not this one. */
  private void checkNotSealed(TypeMirror supertype) {
    TypeElement parent = (TypeElement) types.asElement(supertype);
    if (parent.getModifiers().contains(Modifier.SEALED) && !typeNames.isPrivate(parent)) {
      throw UnsupportedCodeException.unnameable(type.asType());
    }
  }

  /**
   * The outermost class has no stand-in: what its own methods return is the user's private type,
   * and no method of this one returns that.
   */
  private void checkNotOverridden(TypeMirror supertype) {
    TypeElement parent = (TypeElement) types.asElement(supertype);
    if (typeNames.isPrivate(parent)) {
      return;
    }
    for (ExecutableElement method : ElementFilter.methodsIn(parent.getEnclosedElements())) {
      if (mustBeOverridden(method)
          && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
              .anyMatch(own -> elements.overrides(own, method, type))) {
        throw UnsupportedCodeException.unnameable(type.asType());
      }
    }
    types.directSupertypes(supertype).forEach(this::checkNotOverridden);
  }

  /** With a parameter of a private type it is only overloaded in the machine. */
  private boolean mustBeOverridden(ExecutableElement method) {
    return typeNames.mentionsPrivate(method.asType())
        && (method.getModifiers().contains(Modifier.ABSTRACT)
            || method.getParameters().stream()
                .noneMatch(parameter -> typeNames.mentionsPrivate(parameter.asType())));
  }

  private void addField(VariableElement field, TypeSpec.Builder spec) {
    String fieldName = field.getSimpleName().toString();
    boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
    if (field.getKind() == ElementKind.ENUM_CONSTANT) {
      spec.addEnumConstant(fieldName);
      return;
    }
    if (type.getKind() == ElementKind.RECORD && !isStatic) {
      return; // its component declares it
    }
    FieldSpec.Builder copy = FieldSpec.builder(typeNames.exact(field.asType()), fieldName);
    Object constant = field.getConstantValue();
    boolean inInterface = type.getKind() == ElementKind.INTERFACE;
    if (inInterface) {
      copy.addModifiers(Modifier.PUBLIC);
    }
    if (isStatic) {
      copy.addModifiers(Modifier.STATIC);
    }
    if (constant != null) {
      copy.addModifiers(Modifier.FINAL);
      copy.initializer("$L", elements.getConstantExpression(constant));
    } else if (inInterface || ResourceFields.contain(field, types, elements)) {
      copy.addModifiers(Modifier.FINAL);
      copy.initializer("$L", zero(field.asType()));
    }
    spec.addField(copy.build());
  }

  private MethodSpec constructor(ExecutableElement constructor) {
    MethodSpec.Builder copy = MethodSpec.constructorBuilder();
    localTypes
        .added(type)
        .forEach(added -> copy.addParameter(typeNames.of(added.type()), added.name()));
    addSignature(constructor, copy);
    if (type.getKind() == ElementKind.RECORD) {
      copy.addStatement(
          "this($L)", zeros(type.getRecordComponents().stream().map(Element::asType).toList()));
    } else {
      superCall(copy);
    }
    return copy.build();
  }

  /** Calls some constructor of the superclass, if it has none without parameters. */
  private void superCall(MethodSpec.Builder copy) {
    if (!(type.getSuperclass() instanceof DeclaredType parent)) {
      return;
    }
    TypeElement above = (TypeElement) parent.asElement();
    boolean isPrivate = typeNames.isPrivate(above);
    ExecutableElement called =
        ElementFilter.constructorsIn(above.getEnclosedElements()).stream()
            .filter(c -> isPrivate || !c.getModifiers().contains(Modifier.PRIVATE))
            .min(Comparator.comparingInt(StandInPrinter::burden))
            .orElse(null);
    if (called == null) {
      return;
    }
    boolean ofOuter = !isPrivate && Enclosing.isInner(above);
    List<TypeMirror> arguments =
        Stream.concat(
                localTypes.added(above).stream().map(LocalTypes.Added::type),
                parameters(called, parent).stream().map(TypeMirror.class::cast))
            .toList();
    if (ofOuter) {
      TypeMirror outer = types.erasure(Enclosing.of(above).asType());
      copy.addStatement("($L).super($L)", zero(outer), zeros(arguments));
    } else if (!arguments.isEmpty()) {
      copy.addStatement("super($L)", zeros(arguments));
    }
    called.getThrownTypes().forEach(thrown -> copy.addException(typeNames.exact(thrown)));
  }

  /** As the class that extends {@code parent} sees them. */
  private List<? extends TypeMirror> parameters(ExecutableElement called, DeclaredType parent) {
    List<? extends TypeMirror> seen =
        ((ExecutableType) types.asMemberOf(parent, called)).getParameterTypes();
    return called.getTypeParameters().isEmpty()
        ? seen
        : seen.stream().map(types::erasure).toList(); // the constructor's own have no name here
  }

  /** The fewest parameters, but rather none that may fail. */
  private static int burden(ExecutableElement constructor) {
    return constructor.getParameters().size() + (constructor.getThrownTypes().isEmpty() ? 0 : 1000);
  }

  private CodeBlock zeros(List<? extends TypeMirror> values) {
    return CodeBlock.join(values.stream().map(this::zero).toList(), ", ");
  }

  private CodeBlock zero(TypeMirror of) {
    return switch (of.getKind()) {
      case BOOLEAN -> CodeBlock.of("false");
      case BYTE, SHORT, CHAR -> CodeBlock.of("($T) 0", typeNames.of(of));
      case INT, LONG, FLOAT, DOUBLE -> CodeBlock.of("0");
      default -> CodeBlock.of("($T) null", typeNames.of(of));
    };
  }

  private MethodSpec method(ExecutableElement method) {
    MethodSpec.Builder copy = MethodSpec.methodBuilder(method.getSimpleName().toString());
    boolean isEnum = type.getKind() == ElementKind.ENUM;
    for (Modifier modifier : method.getModifiers()) {
      switch (modifier) {
        case PUBLIC, PROTECTED, PRIVATE, STATIC, DEFAULT -> copy.addModifiers(modifier);
        case ABSTRACT -> {
          if (!isEnum) {
            copy.addModifiers(modifier);
          }
        }
        default -> {
          // what the compiler of the machine need not know
        }
      }
    }
    copy.returns(typeNames.exact(method.getReturnType()));
    addSignature(method, copy);
    boolean hasBody = isEnum || !method.getModifiers().contains(Modifier.ABSTRACT);
    return hasBody ? copy.addStatement(NO_CODE).build() : copy.build();
  }

  private void addSignature(ExecutableElement method, MethodSpec.Builder copy) {
    for (TypeParameterElement parameter : method.getTypeParameters()) {
      TypeName[] bounds =
          parameter.getBounds().stream().map(typeNames::exact).toArray(TypeName[]::new);
      copy.addTypeVariable(TypeVariableName.get(parameter.getSimpleName().toString(), bounds));
    }
    for (VariableElement parameter : method.getParameters()) {
      copy.addParameter(typeNames.exact(parameter.asType()), parameter.getSimpleName().toString());
    }
    copy.varargs(method.isVarArgs());
    method.getThrownTypes().forEach(thrown -> copy.addException(typeNames.exact(thrown)));
  }

  /** The constructor that the record in the machine has by itself. */
  private boolean isCanonical(ExecutableElement constructor) {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    List<? extends VariableElement> parameters = constructor.getParameters();
    if (type.getKind() != ElementKind.RECORD || components.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      if (!types.isSameType(components.get(i).asType(), parameters.get(i).asType())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the type in the machine has the method by itself, as an enum its values. */
  private boolean isImplicit(ExecutableElement method) {
    boolean isValues =
        method.getSimpleName().contentEquals("values") && method.getParameters().isEmpty();
    boolean isValueOf =
        method.getSimpleName().contentEquals("valueOf")
            && method.getParameters().size() == 1
            && method.getParameters().get(0).asType().toString().equals("java.lang.String");
    return (type.getKind() == ElementKind.ENUM && (isValues || isValueOf)) || isAccessor(method);
  }

  private boolean isAccessor(ExecutableElement method) {
    return type.getKind() == ElementKind.RECORD
        && type.getRecordComponents().stream()
            .anyMatch(component -> method.equals(component.getAccessor()));
  }
}
