// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import dev.weft.processor.proof.Case;
import java.util.ArrayList;
import java.util.List;

/** Programs as compilation units. */
final class Sources {
  private static final String HEADER =
      """
      // SPDX-License-Identifier: Apache-2.0
      package cases;

      import static dev.weft.Weft.await;
      import static dev.weft.Weft.done;
      import static dev.weft.Weft.emit;
      import static world.World.*;

      import dev.weft.Async;
      import dev.weft.AsyncCloseable;
      import dev.weft.AsyncGenerator;
      import dev.weft.Coroutine;
      import dev.weft.Generator;
      import java.io.*;
      import java.util.*;
      import java.util.function.*;

      """;

  private Sources() {}

  /** The program as a class of that name. */
  static Case of(String name, Node members) {
    return new Case("Fuzz", name, "fuzz", Case.Status.SAME, 17, HEADER + text(name, members));
  }

  /** The class alone, as it stands in a family of cases. */
  static String text(String name, Node methods) {
    List<Node> members = new ArrayList<>(methods.parts());
    members.addAll(Prelude.members(methods.print()));
    String body = Node.list(Node.Role.BLOCK, members).print().replace("$", name);
    return "@SuppressWarnings(\"all\")\nfinal class "
        + name
        + " extends elsewhere.Base "
        + body
        + "\n";
  }
}
