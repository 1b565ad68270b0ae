// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Region.Handler;
import dev.weft.processor.graph.Terminator;
import dev.weft.processor.graph.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** How a graph becomes a machine: its states, where its variables live, what is cleared when. */
public final class Layout {
  private final Graph graph;
  private final List<State> states;
  private final List<Part> parts;
  private final boolean divided;
  private final VariableTable table;
  private final Liveness liveness;
  private final Map<Variable, Storage> storage;
  private final Map<Block, List<Variable>> clears;
  private final Map<Block, Integer> numbers = new HashMap<>();

  private Layout(Graph graph, int methodSize) {
    this.graph = graph;
    List<Block> blocks = Reachability.of(graph);
    states = States.of(blocks);
    divided = Part.areTooMany(states, methodSize);
    parts = divided ? Part.of(states, methodSize) : List.of(new Part(states));
    table = new VariableTable(graph, blocks);
    Map<Block, Effects> effects = new HashMap<>();
    blocks.forEach(block -> effects.put(block, Effects.of(block, table)));
    liveness = new Liveness(table, blocks, effects);
    List<Variable> parameters = graph.parameters();
    storage = Placement.of(parameters, states, table, liveness, divided);
    clears = Clears.of(parameters, blocks, table, effects, liveness, storage);
    states.forEach(state -> numbers.put(state.head(), state.number()));
  }

  /** Analyses {@code graph}, all blocks of which are terminated. */
  public static Layout of(Graph graph) {
    return of(graph, Part.LIMIT);
  }

  /**
   * The same, but for the size of methods.
   *
   * @param methodSize in bytes, so far as they can be estimated: what is larger is divided
   */
  public static Layout of(Graph graph, int methodSize) {
    return new Layout(graph, methodSize);
  }

  public Graph graph() {
    return graph;
  }

  /** In the order of the source; the entry is state 0. */
  public List<State> states() {
    return states;
  }

  /**
   * Whether the machine is too large for one method, so that each part is a method of its own. Then
   * no variable is {@link Storage#SHARED}.
   */
  public boolean isDivided() {
    return divided;
  }

  /** The states again, as methods hold them. */
  public List<Part> parts() {
    return parts;
  }

  /** The variables that are mentioned at all, parameters first. */
  public Map<Variable, Storage> storage() {
    return new LinkedHashMap<>(storage);
  }

  public Storage storage(Variable variable) {
    return Objects.requireNonNull(storage.get(variable), variable::name);
  }

  /** The variables of one kind of storage. */
  public Stream<Variable> stored(Storage where) {
    return storage.keySet().stream().filter(variable -> storage.get(variable) == where);
  }

  /** The fields to be set to null before the suspension that {@code block} ends with. */
  public List<Variable> clears(Block block) {
    return clears.getOrDefault(block, List.of());
  }

  /** What is live at the start of {@code block}. */
  public Set<Variable> liveIn(Block block) {
    return liveness.at(block);
  }

  /** What outlives the suspension that {@code block} ends with. */
  public Set<Variable> liveAcross(Block block) {
    return block.terminator() instanceof Terminator.Await await
        ? table.set(liveness.across(block, await))
        : Set.of();
  }

  /** Whether the exception is wanted that {@code handler} catches. */
  public boolean wantsCaught(Handler handler) {
    return liveness.isLive(handler.caught(), Flow.target(handler.target()));
  }

  /** Whether {@code handler} leaves nothing to the ones behind it. */
  public boolean catchesAll(Handler handler) {
    return Flow.catchesAll(handler);
  }

  /** The block that a terminator or a handler which names {@code block} really goes to. */
  public Block target(Block block) {
    return Flow.target(block);
  }

  /** The number of the state that starts with {@code block}. */
  public int number(Block block) {
    return Objects.requireNonNull(numbers.get(block), block::toString);
  }

  /** The number of the state that a terminator or a handler goes to which names {@code block}. */
  public int targetNumber(Block block) {
    return number(Flow.target(block));
  }

  /** The number of the state that a jump out of verbatim text to {@code block} goes to. */
  public int exitNumber(Block block) {
    return number(Flow.exit(block));
  }
}
