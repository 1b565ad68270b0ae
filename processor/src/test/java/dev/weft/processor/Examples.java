// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;

/** The members of a class that the documentation shows, with what it takes for granted. */
final class Examples {
  private Examples() {}

  static Compilation compile(String members) {
    return Woven.compile(
        JavaFileObjects.forSourceString(
            "Example",
            """
            import static dev.weft.Weft.*;

            import dev.weft.*;
            import java.time.Duration;
            import java.util.*;
            import java.util.concurrent.Callable;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.CompletionStage;
            import java.util.function.Function;

            abstract class Given {
              int count;

              static CompletionStage<String> fetch(String url) {
                return CompletableFuture.completedStage(url);
              }

              static Coroutine<String> page(String url) {
                return Coroutine.of(url);
              }
            }

            class Example extends Given {
            %s
            }
            """
                .formatted(members)));
  }
}
