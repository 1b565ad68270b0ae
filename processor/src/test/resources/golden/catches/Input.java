// SPDX-License-Identifier: Apache-2.0
package golden.catches;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.FileNotFoundException;
import java.io.IOException;

class Input {
  interface Files {
    Coroutine<String> read(String name) throws IOException;
  }

  @Async
  static Coroutine<String> load(Files files, String name) throws IOException {
    try {
      return done(await(files.read(name)));
    } catch (FileNotFoundException e) {
      return done(await(files.read("default")));
    } catch (IOException e) {
      throw new IOException(name, e);
    }
  }
}
