// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.claim;

import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The names of the runtime that mean something to the compiler. */
public final class Contract {
  public static final String ASYNC = "dev.weft.Async";
  public static final String ASYNC_CLOSEABLE = "dev.weft.AsyncCloseable";
  public static final String ASYNC_GENERATOR = "dev.weft.AsyncGenerator";
  public static final String ASYNC_ITERABLE = "dev.weft.AsyncIterable";
  public static final String COROUTINE = "dev.weft.Coroutine";
  public static final String EVENT = "dev.weft.Event";
  public static final String GENERATED = "javax.annotation.processing.Generated";
  public static final String GENERATOR = "dev.weft.Generator";
  public static final String LOOP = "dev.weft.Loop";
  public static final String SYNC = "dev.weft.sync";
  public static final String WEFT = "dev.weft.Weft";
  public static final String AWAIT = "await";
  public static final String DONE = "done";
  public static final String EMIT = "emit";

  /** What the runtime must give as its {@code Machine.CONTRACT}. */
  public static final int VERSION = 1;

  /** What machines extend. */
  private static final Set<String> MACHINES =
      Set.of("dev.weft.Machine", "dev.weft.GeneratorMachine", "dev.weft.AsyncGeneratorMachine");

  private Contract() {}

  public static boolean isAsync(Element method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(annotation -> is(annotation.getAnnotationType(), ASYNC));
  }

  /** Whether it is a method of {@code Weft} with this name. */
  public static boolean isWeft(@Nullable Element element, String name) {
    return element instanceof ExecutableElement
        && element.getSimpleName().contentEquals(name)
        && isClass(element.getEnclosingElement(), WEFT);
  }

  /** The contract that the runtime on the class path has; none if there is no runtime. */
  public static OptionalInt version(Elements elements) {
    TypeElement machine = elements.getTypeElement("dev.weft.Machine");
    if (machine == null) {
      return OptionalInt.empty();
    }
    int version =
        ElementFilter.fieldsIn(machine.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals("CONTRACT"))
            .map(VariableElement::getConstantValue)
            .filter(Integer.class::isInstance)
            .mapToInt(Integer.class::cast)
            .findFirst()
            .orElse(0); // from before there was any
    return OptionalInt.of(version);
  }

  public static boolean isMachine(TypeElement type) {
    return MACHINES.stream().anyMatch(machine -> is(type.getSuperclass(), machine));
  }

  /** Whether a method hands out values by {@code emit}: what it returns says so. */
  public static boolean isGenerator(TypeMirror result) {
    return is(result, GENERATOR) || is(result, ASYNC_GENERATOR);
  }

  /** Whether a type is this class, with whatever type arguments. */
  public static boolean is(@Nullable TypeMirror type, String className) {
    return type instanceof DeclaredType declared && isClass(declared.asElement(), className);
  }

  public static boolean isClass(@Nullable Element element, String className) {
    return element instanceof TypeElement type && type.getQualifiedName().contentEquals(className);
  }
}
