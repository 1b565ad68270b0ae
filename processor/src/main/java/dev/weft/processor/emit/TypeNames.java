// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.weft.processor.graph.Nesting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;

/**
 * The one place where a type gets its printed name: without type annotations, and with the nearest
 * type above it where it has no name itself.
 *
 * <p>A captured wildcard becomes its bound, and inside of type arguments a wildcard again (JLS
 * 4.10.5, upward projection); null is an {@code Object}; a union the nearest class above; and an
 * intersection its first bound, unless the name must stand for the whole type.
 */
final class TypeNames {
  private final Types types;
  private final PackageElement home;
  private final Map<TypeParameterElement, String> renamed;
  private final Predicate<TypeParameterElement> replaced;
  private final StandIns standIns;

  /**
   * @param home the package in which the names are to be used
   * @param renamed the type parameters that do not keep their names
   * @param replaced those that are named by their bounds
   * @param standIns what private types are named by
   */
  TypeNames(
      Types types,
      PackageElement home,
      Map<TypeParameterElement, String> renamed,
      Predicate<TypeParameterElement> replaced,
      StandIns standIns) {
    this.replaced = replaced;
    this.standIns = standIns;
    this.types = types;
    this.home = home;
    this.renamed = renamed;
  }

  /** The name in an expression, where a type somewhat wider will do. */
  TypeName of(TypeMirror type) {
    return name(type, false);
  }

  /** The name in a declaration: nothing of the type may be lost. */
  TypeName exact(TypeMirror type) {
    return name(type, true);
  }

  private TypeName name(TypeMirror type, boolean exact) {
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? TypeName.get(Object.class) : name(bound, exact);
    }
    return type.accept(new Naming(exact), null);
  }

  /** A stand-in that is an inner class of the machine: {@code Echo_go.Node[]}. */
  CodeBlock raw(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return CodeBlock.of("$L[]", raw(array.getComponentType()));
    }
    ClassName name = standIns.name((TypeElement) ((DeclaredType) type).asElement());
    return CodeBlock.of("$T.$L", name.enclosingClassName(), name.simpleName());
  }

  TypeVariableName declaration(TypeParameterElement parameter) {
    TypeName[] bounds = parameter.getBounds().stream().map(this::of).toArray(TypeName[]::new);
    return TypeVariableName.get(name(parameter), bounds);
  }

  List<TypeVariableName> declarations(List<? extends TypeParameterElement> parameters) {
    return parameters.stream().map(this::declaration).toList();
  }

  String name(TypeParameterElement parameter) {
    return renamed.getOrDefault(parameter, parameter.getSimpleName().toString());
  }

  /** Whether the type is named by a stand-in. */
  boolean isPrivate(TypeElement type) {
    return standIns.isNeeded(type);
  }

  /** Whether the type, or that of a member, has the name of a stand-in in it. */
  boolean mentionsPrivate(TypeMirror type) {
    return standIns.isNeededIn(type);
  }

  /** Whether code of another top-level class of the package may name {@code type}. */
  private boolean isAccessible(TypeElement type) {
    for (Element e = type; e.getKind() != ElementKind.PACKAGE; e = Enclosing.of(e)) {
      boolean isPublic = e.getModifiers().contains(Modifier.PUBLIC);
      if (e.getModifiers().contains(Modifier.PRIVATE) || !(isPublic || isInHome(e))) {
        return false;
      }
    }
    return true;
  }

  private boolean isInHome(Element element) {
    Element e = element;
    while (e.getKind() != ElementKind.PACKAGE) {
      e = Enclosing.of(e);
    }
    return e.equals(home);
  }

  static boolean isCaptured(TypeMirror type) {
    // Its element is made up by javac, under a name that cannot be written.
    return type instanceof TypeVariable variable
        && variable.asElement().getSimpleName().toString().startsWith("<");
  }

  private static boolean mentionsCaptured(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return mentionsCaptured(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror lower = wildcard.getSuperBound();
      return (upper != null && mentionsCaptured(upper))
          || (lower != null && mentionsCaptured(lower));
    }
    return isCaptured(type)
        || (type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(TypeNames::mentionsCaptured));
  }

  private final class Naming extends SimpleTypeVisitor14<TypeName, Void> {
    private final boolean exact;

    /** A captured wildcard's bound may mention the wildcard again. */
    private final Set<TypeMirror> open = new HashSet<>();

    Naming(boolean exact) {
      this.exact = exact;
    }

    @Override
    protected TypeName defaultAction(TypeMirror type, Void p) {
      throw UnsupportedCodeException.unnameable(type);
    }

    @Override
    public TypeName visitPrimitive(PrimitiveType type, Void p) {
      return TypeName.get(type);
    }

    @Override
    public TypeName visitNoType(NoType type, Void p) {
      return type.getKind() == TypeKind.VOID ? TypeName.VOID : defaultAction(type, p);
    }

    @Override
    public TypeName visitNull(NullType type, Void p) {
      return TypeName.get(Object.class);
    }

    @Override
    public TypeName visitArray(ArrayType type, Void p) {
      return ArrayTypeName.of(visit(type.getComponentType()));
    }

    @Override
    public TypeName visitDeclared(DeclaredType type, Void p) {
      ClassName raw = raw((TypeElement) type.asElement());
      TypeName[] arguments =
          argumentsOf(type).stream().map(this::argument).toArray(TypeName[]::new);
      if (type.getEnclosingType().getKind() != TypeKind.NONE
          && !isPrivate((TypeElement) type.asElement())
          && visit(type.getEnclosingType()) instanceof ParameterizedTypeName enclosing) {
        return enclosing.nestedClass(raw.simpleName(), List.of(arguments));
      }
      return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
    }

    /** A stand-in, which is not nested, declares the parameters of the classes around it too. */
    private List<? extends TypeMirror> argumentsOf(DeclaredType type) {
      TypeElement element = (TypeElement) type.asElement();
      if (!isPrivate(element)
          || !Enclosing.isInner(element)
          || Nesting.of(element) != NestingKind.MEMBER
          || !(type.getEnclosingType() instanceof DeclaredType enclosing)) {
        return type.getTypeArguments();
      }
      return Stream.concat(outer(enclosing).stream(), type.getTypeArguments().stream()).toList();
    }

    private List<? extends TypeMirror> outer(DeclaredType enclosing) {
      if (enclosing.asElement() instanceof TypeElement element
          && Nesting.of(element) == NestingKind.MEMBER
          && Enclosing.isInner(element)
          && enclosing.getEnclosingType() instanceof DeclaredType further) {
        return Stream.concat(outer(further).stream(), enclosing.getTypeArguments().stream())
            .toList();
      }
      return enclosing.getTypeArguments();
    }

    private ClassName raw(TypeElement element) {
      if (standIns.isNeeded(element)) {
        return standIns.name(element);
      }
      if (Nesting.isInBody(element) || !isAccessible(element)) {
        throw UnsupportedCodeException.unnameable(element.asType());
      }
      return ClassName.get(element);
    }

    private TypeName argument(TypeMirror argument) {
      if (isCaptured(argument)) {
        return wildcard((TypeVariable) argument);
      }
      TypeName name = visit(argument);
      return mentionsCaptured(argument) && !(name instanceof WildcardTypeName)
          ? WildcardTypeName.subtypeOf(name)
          : name;
    }

    private TypeName wildcard(TypeVariable captured) {
      if (captured.getLowerBound().getKind() != TypeKind.NULL) {
        return WildcardTypeName.supertypeOf(visit(captured.getLowerBound()));
      }
      return WildcardTypeName.subtypeOf(visit(captured));
    }

    @Override
    public TypeName visitTypeVariable(TypeVariable type, Void p) {
      if (!isCaptured(type)) {
        TypeParameterElement parameter = (TypeParameterElement) type.asElement();
        return replaced.test(parameter)
            ? visit(parameter.getBounds().get(0))
            : TypeVariableName.get(name(parameter));
      }
      if (!open.add(type)) {
        return TypeName.get(Object.class);
      }
      TypeName bound = visit(type.getUpperBound());
      open.remove(type);
      return bound;
    }

    @Override
    public TypeName visitWildcard(WildcardType type, Void p) {
      TypeMirror upper = type.getExtendsBound();
      TypeMirror lower = type.getSuperBound();
      if (lower != null) {
        return WildcardTypeName.supertypeOf(visit(lower));
      }
      return WildcardTypeName.subtypeOf(upper == null ? TypeName.get(Object.class) : visit(upper));
    }

    @Override
    public TypeName visitIntersection(IntersectionType type, Void p) {
      return exact ? defaultAction(type, p) : visit(type.getBounds().get(0));
    }

    @Override
    public TypeName visitUnion(UnionType type, Void p) {
      TypeMirror common = type.getAlternatives().get(0);
      while (!isAbove(common, type)) {
        common = types.directSupertypes(common).get(0);
      }
      return visit(common);
    }

    private boolean isAbove(TypeMirror common, UnionType union) {
      return union.getAlternatives().stream().allMatch(t -> types.isSubtype(t, common));
    }
  }
}
