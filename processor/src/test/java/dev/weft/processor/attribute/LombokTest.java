// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok changes the outer trees, which the text knows nothing of. */
class LombokTest {
  private static final String OWNER =
      """
      package p;

      import java.io.*;
      import lombok.*;
      import lombok.extern.slf4j.Slf4j;

      @Slf4j
      @RequiredArgsConstructor
      class Owner {
        @Getter private final Point origin;
        @Getter(lazy = true) private final double[] costly = {1, 2};

        void plain() {
          var before = new Owner(Point.of(1, 2)).getOrigin().getX();
          log.info("" + before);
          var built = Shape.<Point>builder().name("s").corner(Point.of(0, 0)).build();
          var costs = getCostly();
          var kind = Kind.ROUND.getLabel();
          var three = Tools.three();
        }

        @SneakyThrows
        int copy(@NonNull File file) {
          val list = new java.util.ArrayList<String>();
          @Cleanup InputStream in = new FileInputStream(file);
          var data = in.read();
          return data;
        }

        void after() {
          var last = new Extra().withTag("t");
        }

        @Value(staticConstructor = "of")
        static class Point { int x; int y; }

        @Builder
        @Value
        static class Shape<T> { String name; @Singular java.util.List<T> corners; }

        @AllArgsConstructor
        @Getter
        enum Kind { ROUND("r"), SQUARE("s"); private final String label; }

        @With
        @Data
        @NoArgsConstructor
        @AllArgsConstructor
        static class Extra { private String tag; }

        @lombok.experimental.UtilityClass
        static class Tools { int three() { return 3; } }
      }
      """;

  private static final String USER =
      """
      package p;
      class User {
        void m(Owner owner) {
          var x = owner.getOrigin().getX();
          var shape = Owner.Shape.<Long>builder().name("n").corner(1L).build();
          var corners = shape.getCorners();
          var extra = new Owner.Extra("tag").getTag();
        }
      }
      """;

  @TempDir Path directory;

  private static Processor lombok() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(provider -> provider.type().getName().startsWith("lombok.launch."))
        .findFirst()
        .orElseThrow()
        .get();
  }

  private JavacRun run(Path where, Processor... processors) throws Exception {
    return new JavacRun(where)
        .source("p/Owner.java", OWNER)
        .source("p/User.java", USER)
        .classPath(
            Path.of(lombok.Value.class.getProtectionDomain().getCodeSource().getLocation().toURI()),
            Path.of(
                org.slf4j.Logger.class.getProtectionDomain().getCodeSource().getLocation().toURI()))
        .processors(processors);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asOwner(boolean lombokFirst) throws Exception {
    Attributed attributed = new Attributed();
    check(attributed, lombokFirst, "p.Owner");
    assertThat(attributed.types()).containsEntry("before", "int");
    assertThat(attributed.types()).containsEntry("built", "p.Owner.Shape<p.Owner.Point>");
    assertThat(attributed.types()).containsEntry("costs", "double[]");
    assertThat(attributed.types()).containsEntry("kind", "java.lang.String");
    assertThat(attributed.types()).containsEntry("three", "int");
    assertThat(attributed.types()).containsEntry("list", "java.util.ArrayList<java.lang.String>");
    assertThat(attributed.types()).containsEntry("data", "int");
    assertThat(attributed.types()).containsEntry("last", "p.Owner.Extra");
    for (String name : List.of("before", "three", "list", "in", "data", "last")) {
      assertThat(attributed.lines()).containsEntry(name, line(name));
    }
  }

  private static int line(String variable) {
    List<String> lines = OWNER.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(" " + variable + " = ")) {
        return i + 1;
      }
    }
    throw new AssertionError(variable);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asHeaders(boolean lombokFirst) throws Exception {
    Attributed attributed = new Attributed();
    check(attributed, lombokFirst, "p.User");
    assertThat(attributed.types()).containsEntry("x", "int");
    assertThat(attributed.types()).containsEntry("shape", "p.Owner.Shape<java.lang.Long>");
    assertThat(attributed.types()).containsEntry("corners", "java.util.List<java.lang.Long>");
  }

  private void check(Attributed attributed, boolean lombokFirst, String owner) throws Exception {
    JavacRun.Outcome without = run(directory.resolve("without"), lombok()).run();
    List<Processor> processors = new ArrayList<>(List.of(lombok()));
    processors.add(lombokFirst ? 1 : 0, attributed.processor(owner));
    JavacRun.Outcome with =
        run(directory.resolve("with"), processors.toArray(new Processor[0])).run();
    assertThat(without.success()).isTrue();
    assertThat(with.output()).isEqualTo(without.output());
    assertThat(with.classes()).isEqualTo(without.classes());
    assertThat(attributed.errors()).isEmpty();
    assertThat(attributed.isClean()).isTrue();
  }
}
