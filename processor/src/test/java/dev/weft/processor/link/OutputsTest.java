// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.ClassNode;

/** Places other than a plain output directory. */
class OutputsTest {
  private static final String OWNER =
      """
      package demo;
      class Plain {
        static Object body() { throw new IllegalStateException("not linked"); }
      }
      """;

  private static final String MACHINE =
      """
      package demo;
      final class Plain_body {}
      """;

  @TempDir Path directory;

  private void compile(String machine, Map<String, String> files, List<String> options)
      throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    ScriptedProcessor processor =
        new ScriptedProcessor(
            Map.of(machine, MACHINE),
            new LinkCase()
                .staticMachine("demo/Plain", "body", "()Ljava/lang/Object;", MACHINE)
                .linkages());
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              manager,
              null,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(
                  files.keySet().stream().map(directory::resolve).toList()));
      task.setProcessors(List.of(processor));
      assertTrue(task.call());
    }
  }

  private void assertLinked(String owner, String machine) throws Exception {
    ClassNode node = ClassCode.parse(Files.readAllBytes(directory.resolve(owner)));
    assertEquals(List.of("demo/Plain_body"), node.nestMembers);
    assertTrue(Files.exists(directory.resolve(machine)), machine);
  }

  @Test
  void withoutOutputDirectoryClassesLieBesideTheirSources() throws Exception {
    compile(
        "demo.Plain_body", Map.of("demo/Plain.java", OWNER), List.of("-s", directory.toString()));
    assertLinked("demo/Plain.class", "demo/Plain_body.class");
  }

  @Test
  void namedModule() throws Exception {
    compile(
        "demo.Plain_body",
        Map.of("demo/Plain.java", OWNER, "module-info.java", "module m {}"),
        List.of("-d", directory.toString()));
    assertLinked("demo/Plain.class", "demo/Plain_body.class");
  }

  @Test
  void severalModules() throws Exception {
    compile(
        "m/demo.Plain_body",
        Map.of(
            "src/m/demo/Plain.java", OWNER,
            "src/m/module-info.java", "module m {}",
            "src/n/module-info.java", "module n {}"),
        List.of(
            "-d",
            directory.toString(),
            "--module-source-path",
            directory.resolve("src").toString()));
    assertLinked("m/demo/Plain.class", "m/demo/Plain_body.class");
  }
}
