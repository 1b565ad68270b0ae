// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.coexistence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weft.Machine;
import dev.weft.processor.claim.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The runtime on the class path is older or newer than the processor. */
class OtherRuntimeTest {
  private static final String OWNER =
      """
      import static dev.weft.Weft.*;

      import dev.weft.*;

      class Owner {
        @Async
        static Coroutine<Integer> one() {
          await(yieldNow());
          return done(1);
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theProcessorIsOfTheVersionOfItsRuntime() {
    assertEquals(Machine.CONTRACT, Contract.VERSION);
  }

  @Test
  void isSaidOnceAndNothingElse() throws IOException {
    for (@Nullable Integer contract : Arrays.asList(null, 2)) {
      Files.createDirectories(folder.resolve("other/dev/weft"));
      Files.write(folder.resolve("other/dev/weft/Machine.class"), machine(contract));
      Files.writeString(folder.resolve("Owner.java"), OWNER);
      Javac.Outcome outcome =
          new Javac(folder.resolve("out"))
              .classPath(
                  Stream.concat(Stream.of(folder.resolve("other")), Javac.RUNTIME.stream())
                      .toList())
              .weft()
              .compile(folder, List.of("Owner.java"));
      assertFalse(outcome.success());
      assertThat(outcome.diagnostics())
          .containsExactly(
              """
              :-1: ERROR: WEFT006: weft-runtime is of another version than weft-processor
                The machines that this processor makes need contract 1 of the runtime, and that on \
              the class path has %s.
                Give both the same version."""
                  .formatted(contract == null ? 0 : contract));
    }
  }

  /** The class of another runtime: with another contract, or from before there was any. */
  private static byte[] machine(@Nullable Integer contract) throws IOException {
    ClassNode node = new ClassNode();
    try (InputStream in = Machine.class.getResourceAsStream("Machine.class")) {
      new ClassReader(in).accept(node, 0);
    }
    if (contract == null) {
      node.fields.removeIf(field -> field.name.equals("CONTRACT"));
    } else {
      node.fields.stream()
          .filter(field -> field.name.equals("CONTRACT"))
          .forEach(field -> field.value = contract);
    }
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
