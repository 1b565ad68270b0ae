// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large library, compiled with Weft on the processor path and without: classes without
 * {@code @Async} methods keep every byte, and javac says the same.
 */
class IdentityTest {
  private static final String BASE = "org/apache/commons/lang3/";
  private static final String ASYNC_METHOD =
      """

          @dev.weft.Async
          static dev.weft.Coroutine<Integer> incremented(int value) {
              return dev.weft.Weft.done(dev.weft.Weft.await(dev.weft.Coroutine.of(value)) + 1);
          }
      """;

  private static final Pattern PUBLIC_CLASS =
      Pattern.compile("^public (abstract |final )?class ", Pattern.MULTILINE);

  @TempDir Path directory;

  /** What came of one compile of the library. */
  private record Run(Map<String, byte[]> classes, List<String> diagnostics) {}

  private Run compile(String name, Library library, Consumer<Javac> processors) {
    Path sources = directory.resolve("sources");
    library.writeTo(sources);
    Path output = directory.resolve(name);
    Javac javac = new Javac(output).classPath(Javac.RUNTIME);
    javac.options("-Xlint:all", "-Xmaxwarns", "100000", "-encoding", "UTF-8");
    processors.accept(javac);
    Javac.Outcome outcome = javac.compile(sources, library.sources().keySet());
    assertWithMessage(String.join("\n", outcome.diagnostics())).that(outcome.success()).isTrue();
    return new Run(Javac.classes(output), outcome.diagnostics());
  }

  /**
   * Compiles with Weft, and with a processor that does nothing, and compares what javac says. javac
   * enters all classes again if a processor has generated one, and warns of their imports again
   * then, so that such warnings are compared but not counted.
   *
   * @return the names of the classes that Weft has added or changed
   */
  private Set<String> changes(Library library) {
    Run idle = compile("idle", library, IdentityTest::idle);
    Run with = compile("with", library, Javac::weft);
    assertThat(idle.diagnostics).isNotEmpty();
    assertThat(new LinkedHashSet<>(with.diagnostics))
        .containsExactlyElementsIn(new LinkedHashSet<>(idle.diagnostics))
        .inOrder();
    return difference(idle.classes, with.classes);
  }

  private static void idle(Javac javac) {
    javac.processors(
        Javac.places(IdleProcessor.class),
        IdleProcessor.class.getName(),
        IdleProcessor.Claiming.class.getName());
  }

  private static Set<String> difference(Map<String, byte[]> before, Map<String, byte[]> after) {
    assertThat(after.keySet()).containsAtLeastElementsIn(before.keySet());
    Set<String> changed = new TreeSet<>();
    after.forEach(
        (name, bytes) -> {
          if (!Arrays.equals(before.get(name), bytes)) {
            changed.add(name);
          }
        });
    return changed;
  }

  @Test
  void aLibraryWithoutAsyncMethodsStaysAsItIs() {
    Library library = Library.load();
    assertThat(library.sources().size()).isAtLeast(200);
    Run without = compile("without", library, javac -> javac.options("-proc:none"));
    Run idle = compile("idle", library, IdentityTest::idle);
    Run with = compile("with", library, Javac::weft);
    assertThat(difference(without.classes, with.classes)).isEmpty();
    assertThat(idle.diagnostics).isNotEmpty();
    assertThat(with.diagnostics).containsExactlyElementsIn(idle.diagnostics).inOrder();
  }

  @Test
  void anAsyncMethodInOneClassAndAClassBesideItChangeNothingElse() {
    String owner = BASE + "reflect/TypeUtils";
    Library library =
        Library.load()
            .withMembers(owner + ".java", ASYNC_METHOD)
            .with(
                BASE + "Beside.java",
                """
                package org.apache.commons.lang3;

                import static dev.weft.Weft.*;

                import dev.weft.*;
                import org.apache.commons.lang3.function.*;
                import org.apache.commons.lang3.mutable.MutableInt;
                import org.apache.commons.lang3.tuple.Pair;

                class Beside {
                  @Async
                  static Coroutine<String> all(String text) throws Exception {
                    MutableInt count = new MutableInt();
                    FailableFunction<String, String, Exception> upper = StringUtils::upperCase;
                    for (var word : StringUtils.split(await(Coroutine.of(text)))) {
                      count.add(word.length());
                      await(yieldNow());
                      var pair = Pair.of(word, count.getValue());
                      text = await(Coroutine.of(upper.apply(pair.getLeft()))) + pair.getRight();
                    }
                    return done(StringUtils.leftPad(text, await(Coroutine.of(count)).intValue()));
                  }
                }
                """);
    assertThat(changes(library))
        .containsExactly(owner, owner + "_incremented", BASE + "Beside", BASE + "Beside_all");
  }

  /** The nested classes of the owners among those that stay. */
  @Test
  void anAsyncMethodInManyClassesChangesNoOthers() {
    Library library = Library.load();
    Set<String> expected = new HashSet<>();
    List<String> owners =
        library.sources().entrySet().stream()
            .filter(file -> PUBLIC_CLASS.matcher(file.getValue()).find())
            .map(file -> file.getKey().replace(".java", ""))
            .toList();
    for (int i = 0; i < owners.size(); i += 4) {
      library = library.withMembers(owners.get(i) + ".java", ASYNC_METHOD);
      expected.add(owners.get(i));
      expected.add(owners.get(i) + "_incremented");
    }
    assertThat(expected.size()).isAtLeast(60);
    assertThat(changes(library)).isEqualTo(expected);
  }
}
