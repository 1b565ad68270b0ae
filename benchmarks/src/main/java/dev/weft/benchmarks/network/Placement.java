// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.network;

import dev.weft.benchmarks.Session;
import java.util.List;

/** On which cores a server and its load run. */
enum Placement {
  /** On one core each. */
  APART {
    @Override
    List<String> server(Session session, List<String> command) {
      return session.pinned(0, command);
    }

    @Override
    List<String> load(Session session, List<String> command) {
      return session.pinned(1, command);
    }
  },

  /** Wherever the system has them run. */
  TOGETHER {
    @Override
    List<String> server(Session session, List<String> command) {
      return command;
    }

    @Override
    List<String> load(Session session, List<String> command) {
      return command;
    }
  };

  abstract List<String> server(Session session, List<String> command);

  abstract List<String> load(Session session, List<String> command);
}
