// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.lower;

import com.sun.source.tree.NewClassTree;
import dev.weft.processor.attribute.StaticInitializers;
import dev.weft.processor.graph.Code;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Java initialises a class where {@code new} begins, before the arguments (JVMS 6.5, new). The
 * machine only makes the object when all of them are there, so where an argument awaits and the
 * class has something to run, it says so beforehand:
 *
 * <pre>
 *   new Page(await(text))     MethodHandles.lookup().ensureInitialized(Page.class);
 *                             (the await)
 *                             new Page(this.&lt;String>value(reply))
 * </pre>
 */
final class Initialization {
  private final Context cx;

  Initialization(Context cx) {
    this.cx = cx;
  }

  /** To be called before the first operand is lowered. */
  void of(NewClassTree tree) {
    if (!(cx.unit.element(Creation.typeName(tree.getIdentifier())) instanceof TypeElement named)) {
      return;
    }
    TypeElement made = named;
    if (tree.getClassBody() != null
        && cx.unit.element(tree.getClassBody()) instanceof TypeElement anonymous
        && StaticInitializers.has(anonymous, cx.unit.trees())) {
      if (cx.localClasses.of(anonymous) == null) {
        throw new OutlivingTypeException(anonymous); // it must have a name
      }
      made = anonymous;
    }
    if (runsCode(made)) {
      cx.run(
          Code.join(
              Code.of(new Code.Type(cx.declared("java.lang.invoke.MethodHandles"))),
              Code.text(".lookup().ensureInitialized("),
              cx.members.type(made),
              Code.text(".class);")),
          cx.unit.line(tree));
    }
  }

  /** Of the class, its superclasses, and superinterfaces with a default method (JLS 12.4.1). */
  private boolean runsCode(TypeElement type) {
    if (isOfPlatform(type)) {
      return false;
    }
    boolean isInitialised = !type.getKind().isInterface() || hasDefaultMethod(type);
    return (isInitialised && StaticInitializers.has(type, cx.unit.trees()))
        || Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
            .anyMatch(this::runsCode);
  }

  private boolean runsCode(TypeMirror type) {
    return type instanceof DeclaredType declared && runsCode((TypeElement) declared.asElement());
  }

  private static boolean hasDefaultMethod(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .map(ExecutableElement::getModifiers)
        .anyMatch(modifiers -> modifiers.contains(Modifier.DEFAULT));
  }

  /** Nobody sees when these are initialised. */
  private boolean isOfPlatform(TypeElement type) {
    ModuleElement module = cx.unit.elements().getModuleOf(type);
    String name = module == null ? "" : module.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("jdk.");
  }
}
