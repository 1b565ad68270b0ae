// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Weft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @Test
  void whatIsCompiledForItsTimeDoesCompile(@TempDir Path folder) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                Path.of(Weft.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString()));
    Sources.write(folder, 11).forEach(file -> arguments.add(file.toString()));
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)));
  }
}
