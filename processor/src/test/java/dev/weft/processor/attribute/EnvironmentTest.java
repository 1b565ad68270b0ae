// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.attribute;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** javac as it is run from a command line: with jars, directories, modules, options. */
class EnvironmentTest {
  private static final String USE =
      """
      package p;
      import lib.a.*;
      class Use {
        void m(Api api) {
          var item = api.first();
          var name = item.name();
          var deep = api.self().hidden();
          var nested = new Api.Nested<>("").get();
        }
      }
      """;

  @TempDir Path directory;
  private final Attributed attributed = new Attributed();

  /** A package-private superclass, and a package that only signatures mention. */
  private JavacRun library() {
    return new JavacRun(directory.resolve("library"))
        .source(
            "lib/a/Api.java",
            """
            package lib.a;
            public abstract class Api extends Base<lib.b.Item> {
              public Api self() { return this; }
              public static class Nested<T> {
                public Nested(T t) {}
                public T get() { return null; }
              }
            }
            """)
        .source(
            "lib/a/Base.java",
            """
            package lib.a;
            abstract class Base<T> {
              public abstract T first();
              public java.util.Set<? super T> hidden() { return null; }
            }
            """)
        .source("lib/b/Item.java", "package lib.b; public record Item(String name, int size) {}");
  }

  private JavacRun run(String owner) {
    return new JavacRun(directory.resolve("run")).processors(attributed.processor(owner));
  }

  private Map<String, String> types(JavacRun run) {
    JavacRun.Outcome outcome = run.run();
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.success()).isTrue();
    assertThat(attributed.errors()).isEmpty();
    assertThat(attributed.isClean()).isTrue();
    return attributed.types();
  }

  private void checkUse(JavacRun run) {
    Map<String, String> types = types(run);
    assertThat(types).containsEntry("item", "lib.b.Item");
    assertThat(types).containsEntry("name", "java.lang.String");
    assertThat(types).containsEntry("deep", "java.util.Set<? super lib.b.Item>");
    assertThat(types).containsEntry("nested", "java.lang.String");
  }

  @Test
  void jar() {
    checkUse(run("p.Use").source("p/Use.java", USE).classPath(library().jar()));
  }

  @Test
  void directory() {
    JavacRun library = library();
    library.jar();
    checkUse(run("p.Use").source("p/Use.java", USE).classPath(library.classes()));
  }

  /** What only the class files of one jar mention lies in another jar. */
  @Test
  void chainOfJars() {
    Path base =
        new JavacRun(directory.resolve("base"))
            .source("x/Base.java", "package x; public class Base { public y.Far far; }")
            .source("y/Far.java", "package y; public class Far { public int n; }")
            .jar();
    Path middle =
        new JavacRun(directory.resolve("middle"))
            .source("x/z/Mid.java", "package x.z; public class Mid extends x.Base {}")
            .classPath(base)
            .jar();
    JavacRun run = run("p.Use").classPath(middle, base);
    run.source(
        "p/Use.java", "package p; import x.z.Mid; class Use { { var v = new Mid().far.n; } }");
    assertThat(types(run)).containsEntry("v", "int");
  }

  /** One package in the sources and in a jar, which also has an old version of a source class. */
  @Test
  void splitPackage() {
    Path jar =
        new JavacRun(directory.resolve("library"))
            .source("p/Old.java", "package p; class Old { Changed changed() { return null; } }")
            .source("p/Changed.java", "package p; class Changed { static class In {} }")
            .jar();
    JavacRun run = run("p.Use").classPath(jar);
    run.source("p/Use.java", "package p; class Use { { var v = new Old().changed().added(); } }");
    run.source(
        "p/Changed.java", "package p; class Changed { In added() { return null; } class In {} }");
    assertThat(types(run)).containsEntry("v", "p.Changed.In");
  }

  @Test
  void module() throws IOException {
    JavacRun library = library();
    library.source("module-info.java", "module lib { exports lib.a; exports lib.b; }").jar();
    JavacRun run = run("p.Use").options("-p", library.classes().toString());
    run.source("module-info.java", "module user { requires lib; requires java.sql; }");
    checkUse(
        run.source("p/Use.java", USE)
            .source("p/Sql.java", "package p; class Sql { java.sql.Driver driver; }"));
  }

  @Test
  void moduleInJar() {
    Path jar =
        library().source("module-info.java", "module lib { exports lib.a; exports lib.b; }").jar();
    JavacRun run = run("p.Use").options("-p", jar.toString());
    run.source("module-info.java", "module user { requires lib; }");
    checkUse(run.source("p/Use.java", USE));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void importOfModule() {
    Path jar =
        library()
            .source(
                "module-info.java",
                "module lib { exports lib.a; exports lib.b; requires transitive java.sql; }")
            .jar();
    JavacRun run = run("p.Use").options("-p", jar.toString());
    run.source("module-info.java", "module user { requires lib; }");
    run.source("p/Use.java", USE.replace("import lib.a.*;", "import module lib; // first"));
    checkUse(run);
  }

  /** JDK 21 has List.reversed(), with another return type. */
  @Test
  void olderRelease() {
    JavacRun run = run("p.Use").options("--release", "17");
    run.source(
        "p/Use.java",
        """
        package p;
        class Use extends java.util.ArrayList<String> {
          static final long serialVersionUID = 1;
          public int reversed() { return 1; }
          { var v = reversed(); }
        }
        """);
    assertThat(types(run)).containsEntry("v", "int");
  }

  @Test
  void internalsOfThePlatform() {
    JavacRun run = run("p.Use").options("--add-exports", "java.base/sun.net.util=ALL-UNNAMED");
    run.source(
        "p/Use.java",
        """
        package p;
        import java.util.Map.Entry;
        import static sun.net.util.IPAddressUtil.isIPv4LiteralAddress;
        class Use {
          Entry<String, String> e;
          { var v = isIPv4LiteralAddress("1.2.3.4"); }
        }
        """);
    // javac itself warns of the import.
    assertThat(run.run().success()).isTrue();
    assertThat(attributed.errors()).isEmpty();
    assertThat(attributed.types()).containsEntry("v", "boolean");
  }

  @Test
  void preview() {
    String release = Integer.toString(Runtime.version().feature());
    JavacRun run =
        run("p.Use").options("--enable-preview", "--release", release, "-Xlint:-preview");
    run.source(
        "p/Use.java",
        """
        package p;
        class Use {
          int m(Object o) {
            return switch (o) {
              case String s -> s.length();
              case Integer i -> { var v = i; yield v; }
              default -> 0;
            };
          }
        }
        """);
    JavacRun.Outcome outcome = run.run();
    assertThat(outcome.success()).isTrue();
    assertThat(attributed.errors()).isEmpty();
    assertThat(attributed.types()).containsEntry("v", "java.lang.Integer");
  }

  /**
   * Reading class files that the user does not name would warn of the annotation that is not there.
   */
  @Test
  void warningsStayTheSame() throws IOException {
    JavacRun library =
        library()
            .source("gone/Gone.java", "package gone; public @interface Gone { int value(); }")
            .source("lib/a/Other.java", "package lib.a; @gone.Gone(1) public class Other {}");
    library.jar();
    Files.delete(library.classes().resolve("gone/Gone.class"));
    checkUse(
        run("p.Use")
            .source("p/Use.java", USE)
            .classPath(library.classes())
            .options("-Xlint:all,-processing", "-Werror"));
  }

  @Test
  void errorOfTheUserIsReportedOnce() {
    JavacRun run = run("p.Use");
    run.source("p/Use.java", "package p; class Use { { int x = \"\"; } }");
    JavacRun.Outcome outcome = run.run();
    assertThat(outcome.success()).isFalse();
    assertThat(outcome.output()).contains("1 error");
    assertThat(attributed.errors()).isNotEmpty();
  }
}
