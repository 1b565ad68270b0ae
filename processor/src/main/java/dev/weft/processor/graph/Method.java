// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The method that becomes a machine, in the elements of the nested compiler.
 *
 * @param element the method
 * @param owner the class that declares it
 * @param machine the qualified name of the machine's class
 * @param file the simple name of the user's file, such as {@code Echo.java}
 * @param line the line of the method's declaration
 * @param result the {@code T} of the {@code Coroutine<T>} or generator that it returns
 * @param sourceLines the lines of the user's file; the first is line 1
 * @param seesGenerated whether the machine can name {@code @Generated}
 */
public record Method(
    ExecutableElement element,
    TypeElement owner,
    String machine,
    String file,
    int line,
    TypeMirror result,
    List<String> sourceLines,
    boolean seesGenerated) {

  /** What it returns. */
  public enum Kind {
    COROUTINE("Machine"),
    GENERATOR("GeneratorMachine"),
    ASYNC_GENERATOR("AsyncGeneratorMachine");

    private static final String RUNTIME = "dev.weft";

    private final String base;

    Kind(String base) {
      this.base = base;
    }

    /** The package of the class that the machine extends. */
    public String basePackage() {
      return RUNTIME;
    }

    /** The simple name of the class that the machine extends. */
    public String baseName() {
      return base;
    }
  }

  public Method {
    sourceLines = List.copyOf(sourceLines);
  }

  public Kind kind() {
    String name =
        element.getReturnType() instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement type
            ? type.getQualifiedName().toString()
            : "";
    return switch (name) {
      case "dev.weft.Generator" -> Kind.GENERATOR;
      case "dev.weft.AsyncGenerator" -> Kind.ASYNC_GENERATOR;
      default -> Kind.COROUTINE;
    };
  }

  /** A line of the user's file, from 1; empty where there is none. */
  public String sourceLine(int number) {
    return number >= 1 && number <= sourceLines.size() ? sourceLines.get(number - 1) : "";
  }

  public boolean isStatic() {
    return element.getModifiers().contains(Modifier.STATIC);
  }
}
