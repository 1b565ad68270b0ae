// SPDX-License-Identifier: Apache-2.0
package world;

import static world.World.log;

import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import java.io.IOException;

/** What is closed by awaiting, which the script may let fail. */
public final class Resource implements AsyncCloseable<IOException> {
  private final String label;

  public Resource(String label) {
    log("open " + label);
    this.label = label;
  }

  public String label() {
    return label;
  }

  @Override
  public Coroutine<Void> closeAsync() throws IOException {
    log("closing " + label);
    return World.io("close " + label, null);
  }
}
