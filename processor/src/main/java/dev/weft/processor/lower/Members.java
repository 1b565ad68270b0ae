// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import dev.weft.processor.attribute.AttributedUnit;
import dev.weft.processor.graph.Code;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Member;
import dev.weft.processor.graph.PrivateTypes;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * How a member of the user's classes is named from the machine: through what, and whether through a
 * mirror.
 */
final class Members {
  private final AttributedUnit unit;
  private final Types types;
  private final TypeElement owner;
  private final PrivateTypes privateTypes;

  Members(AttributedUnit unit, Graph graph) {
    this.unit = unit;
    this.types = unit.types();
    this.owner = graph.method().owner();
    this.privateTypes = new PrivateTypes(types, graph);
  }

  /**
   * What must stand for the plain name of a field or method.
   *
   * @param inner the classes of the body around the name, innermost first
   * @return null if the name means the same in the machine
   */
  @Nullable Code qualify(Element member, List<TypeElement> inner) {
    TypeElement declaring = enclosing(member);
    for (TypeElement type : inner) {
      if (inherits(type, declaring)) {
        return null;
      }
    }
    TypeElement site = lexical(declaring);
    Code name = Code.text("." + member.getSimpleName());
    if (member.getModifiers().contains(Modifier.STATIC)) {
      TypeElement through = site == null ? declaring : site;
      Member hidden = hidden(member, through);
      return hidden == null
          ? Code.join(type(through), name)
          : Code.join(Code.of(new Code.Hidden(hidden, Code.EMPTY)), name);
    }
    Code receiver = instance(Objects.requireNonNull(site, member::toString));
    Member hidden = hidden(member, site);
    return Code.join(hidden == null ? receiver : Code.of(new Code.Hidden(hidden, receiver)), name);
  }

  /**
   * The class around the method, from the inside out, that has the members of {@code declaring}.
   */
  @Nullable TypeElement lexical(TypeElement declaring) {
    for (Element e = owner; e instanceof TypeElement type; e = e.getEnclosingElement()) {
      if (inherits(type, declaring)) {
        return type;
      }
    }
    return null;
  }

  /** The instance of {@code site}, which is the owner or a class around it. */
  Code instance(TypeElement site) {
    Code code = Code.of(new Code.Self());
    for (TypeElement type = owner; !type.equals(site); ) {
      TypeElement outer = enclosing(type);
      code =
          Code.join(
              Code.of(new Code.Hidden(new Member(Member.Kind.OUTER, type, outer), code)),
              Code.text(".outer()"));
      type = outer;
    }
    return code;
  }

  /**
   * Whether the machine can name the member only through a mirror; {@code site} is the class whose
   * rights are used.
   */
  @Nullable Member hidden(Element member, TypeElement site) {
    TypeElement declaring = enclosing(member);
    if (isPrivate(declaring)) {
      return null; // Its stand-in in the machine declares all that it has.
    }
    if (member.getModifiers().contains(Modifier.PRIVATE)
        || privateTypes.mentionedIn(member.asType())) {
      boolean constructor = member.getKind() == ElementKind.CONSTRUCTOR;
      return new Member(
          constructor ? Member.Kind.CONSTRUCTOR : Member.Kind.PRIVATE, declaring, member);
    }
    if (member.getModifiers().contains(Modifier.PROTECTED) && !samePackage(member)) {
      return new Member(Member.Kind.PROTECTED, site, member);
    }
    return null;
  }

  /**
   * As {@link #hidden(Element, TypeElement)}, for a member that is named with something left of the
   * dot.
   */
  @Nullable Member hidden(Element member) {
    if (!(member.getEnclosingElement() instanceof TypeElement declaring)) {
      return null;
    }
    TypeElement site = lexical(declaring);
    return hidden(member, site == null ? owner : site);
  }

  static TypeElement enclosing(Element member) {
    if (member.getEnclosingElement() instanceof TypeElement type) {
      return type;
    }
    throw new IllegalArgumentException(member + " is no member of a class");
  }

  /** Whether the machine names the type by a stand-in of its own. */
  boolean isPrivate(TypeElement type) {
    return privateTypes.has(type);
  }

  /** Whether the type is an inner class, and the classes around it have type parameters. */
  static boolean hasOuterParameters(TypeElement type) {
    if (!Creation.isInner(type)) {
      return false;
    }
    TypeElement around = enclosing(type);
    while (around.getTypeParameters().isEmpty() && Creation.isInner(around)) {
      around = enclosing(around);
    }
    return !around.getTypeParameters().isEmpty();
  }

  /** The constructor of an inner class, called with its enclosing instance. */
  Member constructor(Element constructor) {
    return new Member(Member.Kind.CONSTRUCTOR, enclosing(constructor), constructor);
  }

  /** A member of the superclass, or of a superinterface, of the owner or a class around it. */
  Member superMember(TypeElement host, Element member) {
    return new Member(Member.Kind.SUPER, host, member);
  }

  Code type(TypeElement type) {
    return Code.of(new Code.Type(types.erasure(type.asType())));
  }

  TypeElement owner() {
    return owner;
  }

  boolean inherits(TypeElement type, TypeElement declaring) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(declaring.asType()));
  }

  private boolean samePackage(Element member) {
    PackageElement there = unit.elements().getPackageOf(member);
    PackageElement here = unit.elements().getPackageOf(owner);
    return there != null && there.getQualifiedName().equals(here.getQualifiedName());
  }
}
