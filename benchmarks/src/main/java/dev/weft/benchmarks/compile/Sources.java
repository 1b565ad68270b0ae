// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources to compile, with a given number of {@code @Async} methods, ten in a class. */
final class Sources {
  private static final int METHODS_OF_A_CLASS = 10;

  private static final String METHOD =
      """
        @Async
        static Coroutine<Integer> method%d(SocketChannel peer, ByteBuffer buffer) throws IOException {
          int total = 0;
          while (total < buffer.limit()) {
            int count = await(read(peer, buffer));
            if (count < 0) {
              break;
            }
            try {
              buffer.flip();
              total += await(write(peer, buffer));
            } finally {
              buffer.clear();
            }
          }
          await(sleep(Duration.ofMillis(%d)));
          return done(total);
        }

      """;

  private Sources() {}

  /** Writes them into a folder and returns the files. */
  static List<Path> write(Path folder, int methods) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int first = 0; first < methods; first += METHODS_OF_A_CLASS) {
      StringBuilder text = new StringBuilder();
      text.append("import static dev.weft.Weft.*;\n");
      text.append("import dev.weft.*;\nimport java.io.*;\nimport java.nio.*;\n");
      text.append("import java.nio.channels.*;\nimport java.time.Duration;\n\n");
      text.append("class Owner").append(first).append(" {\n");
      for (int i = first; i < Math.min(methods, first + METHODS_OF_A_CLASS); i++) {
        text.append(METHOD.formatted(i, i));
      }
      text.append("}\n");
      files.add(Files.writeString(folder.resolve("Owner" + first + ".java"), text));
    }
    return files;
  }
}
