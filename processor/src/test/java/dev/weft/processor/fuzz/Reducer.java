// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delta debugging over the tree of a program: parts are dropped or replaced by smaller ones as long
 * as what is left fails in the same way.
 */
final class Reducer {
  /** So many candidates are compiled together. */
  private static final int BATCH = 24;

  private final Trial trial;
  private final String kind;
  private final Set<String> tried = new HashSet<>();

  Reducer(Trial trial, Failure failure) {
    this.trial = trial;
    this.kind = failure.kind();
  }

  Node reduce(Node program) {
    Node best = program;
    for (; ; ) {
      Node smaller = step(best);
      if (smaller == null) {
        return best;
      }
      best = smaller;
    }
  }

  /** The smallest of the first batch that has any that fails. */
  private @Nullable Node step(Node program) {
    List<Node> candidates = new ArrayList<>();
    for (Node cut : Cuts.of(program)) {
      if (tried.add(cut.print())) {
        candidates.add(cut);
      }
    }
    candidates.sort(Comparator.comparingInt(Node::size));
    for (int from = 0; from < candidates.size(); from += BATCH) {
      List<Node> batch = candidates.subList(from, Math.min(candidates.size(), from + BATCH));
      Map<String, Node> programs = new LinkedHashMap<>();
      for (int i = 0; i < batch.size(); i++) {
        programs.put("R" + i, batch.get(i));
      }
      Map<String, Failure> failures = trial.failures(programs);
      for (int i = 0; i < batch.size(); i++) {
        Failure failure = failures.get("R" + i);
        if (failure != null && failure.kind().equals(kind)) {
          return batch.get(i);
        }
      }
    }
    return null;
  }
}
