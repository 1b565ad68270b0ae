// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

class EntryMethodsTest {
  private static final String OWNER =
      """
      package demo;
      import java.io.*;
      import java.util.*;
      import java.util.function.*;
      class Entry {
        @Deprecated
        static <T extends Number> Resumable body(
            long a, @Deprecated T b, double c, List<? super T> d) throws IOException {
          Supplier<Object> mine = () -> (Supplier<Object>) () -> "mine" + a;
          Supplier<Object> shared = () -> "shared";
          Runnable serializable = (Runnable & Serializable) () -> {};
          try {
            Object local = mine.get();
            throw new IOException("" + local + shared.get() + serializable);
          } catch (IllegalStateException e) {
            throw new IOException(e);
          }
        }
        Supplier<Object> stays() {
          return () -> "shared";
        }
      }
      """;

  private static final String MACHINE =
      """
      package demo;
      import java.util.*;
      final class Entry_body<T extends Number> extends Resumable {
        private final Object[] all;
        Entry_body(long a, T b, double c, List<? super T> d) { all = new Object[] {a, b, c, d}; }
        @Override public Object resume(Object reply) { return Arrays.toString(all); }
      }
      """;

  private static Compiled compile(CompileWay way, String owner) {
    return new LinkCase()
        .option("-parameters")
        .source(owner)
        .staticMachine(
            "demo/Entry", "body", "(JLjava/lang/Number;DLjava/util/List;)Ldemo/Resumable;", MACHINE)
        .compile(way);
  }

  private static MethodNode body(Compiled compiled) {
    return compiled.node("demo.Entry").methods.stream()
        .filter(method -> method.name.equals("body"))
        .findAny()
        .orElseThrow();
  }

  private static List<Integer> lines(MethodNode method) {
    List<Integer> lines = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode line) {
        lines.add(line.line);
      }
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void makesTheMachineOfAllArguments(CompileWay way) throws Throwable {
    Compiled.Program program = compile(way, OWNER).load();
    assertEquals(
        "[1, 2, 3.5, [4]]", program.run("demo.Entry", null, "body", 1L, 2, 3.5, List.of(4)));
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatReflectionTells(CompileWay way) throws Throwable {
    Class<?> type = compile(way, OWNER).load().type("demo.Entry");
    Method method =
        type.getDeclaredMethod("body", long.class, Number.class, double.class, List.class);

    assertEquals(
        "static <T> demo.Resumable demo.Entry.body(long,T,double,java.util.List<? super T>)"
            + " throws java.io.IOException",
        method.toGenericString().replace("<T extends java.lang.Number>", "<T>"));
    assertEquals("b", method.getParameters()[1].getName());
    assertNotNull(method.getAnnotation(Deprecated.class));
    assertNotNull(method.getParameters()[1].getAnnotation(Deprecated.class));
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheParametersForDebuggersButNoLine(CompileWay way) {
    MethodNode body = body(compile(way, OWNER));
    assertEquals(
        List.of("a 0", "b 2", "c 3", "d 5"),
        body.localVariables.stream().map(v -> v.name + " " + v.index).toList());
    assertEquals(List.of(), lines(body));
    assertTrue(body.tryCatchBlocks.isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void dropsTheLambdasOfTheOldBodyOnly(CompileWay way) {
    List<String> lambdas =
        compile(way, OWNER).node("demo.Entry").methods.stream()
            .filter(method -> method.name.contains("ambda$"))
            .map(method -> method.name)
            .toList();
    assertEquals(1, lambdas.size(), lambdas::toString);
  }

  @ParameterizedTest
  @EnumSource
  void keepsDeserializationWhileOtherLambdasNeedIt(CompileWay way) throws Throwable {
    Compiled compiled =
        compile(
            way,
            OWNER.replace(
                "return () -> \"shared\";",
                "return (Supplier<Object> & Serializable) () -> \"kept\";"));
    Compiled.Program program = compiled.load();
    Object kept = program.call("demo.Entry", program.make("demo.Entry"), "stays");

    assertEquals("kept", ((Supplier<?>) copy(kept, program.loader())).get());
  }

  private static Object copy(Object original, ClassLoader loader) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, loader);
          }
        }) {
      return in.readObject();
    }
  }
}
