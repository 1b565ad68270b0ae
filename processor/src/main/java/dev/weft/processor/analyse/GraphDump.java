// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.analyse;

import dev.weft.processor.graph.Block;
import dev.weft.processor.graph.Graph;
import dev.weft.processor.graph.Region;
import dev.weft.processor.graph.Statement;
import dev.weft.processor.graph.Terminator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a graph: its regions, then its blocks. */
final class GraphDump {
  private final Graph graph;
  private final VariableLabels labels;
  private final CodeDump codes;
  private final List<Region> regions = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();

  GraphDump(Graph graph) {
    this.graph = graph;
    this.labels = new VariableLabels(graph);
    this.codes = new CodeDump(labels);
    graph.blocks().forEach(block -> number(block.region()));
  }

  private void number(@Nullable Region region) {
    if (region != null && !regions.contains(region)) {
      number(region.parent());
      regions.add(region);
    }
  }

  String dump() {
    if (!graph.parameters().isEmpty()) {
      line(
          graph.parameters().stream()
              .map(labels::of)
              .collect(Collectors.joining(", ", "parameters ", "")));
    }
    regions.forEach(this::dump);
    graph.blocks().forEach(this::dump);
    return out.toString();
  }

  private void dump(Region region) {
    line(name(region) + " line " + region.line() + inRegion(region.parent()));
    for (Region.Handler handler : region.handlers()) {
      String types =
          handler.types().isEmpty()
              ? "anything"
              : handler.types().stream().map(Object::toString).collect(Collectors.joining(" | "));
      line("  catch " + types + " as " + labels.of(handler.caught()) + " -> " + handler.target());
    }
  }

  private void dump(Block block) {
    line(block + " line " + block.line() + inRegion(block.region()));
    block.statements().forEach(statement -> line("  " + dump(statement)));
    line("  " + dump(block.terminator()));
  }

  private String dump(Statement statement) {
    if (statement instanceof Statement.Declare declare) {
      String value = declare.value() == null ? "" : " = " + codes.dump(declare.value());
      return "declare " + labels.of(declare.variable()) + value;
    }
    if (statement instanceof Statement.Assign assign) {
      return "assign " + labels.of(assign.variable()) + " = " + codes.dump(assign.value());
    }
    return codes.dump(((Statement.Run) statement).code());
  }

  private String dump(Terminator end) {
    if (end instanceof Terminator.Goto go) {
      return "-> " + go.target();
    }
    if (end instanceof Terminator.Branch branch) {
      String condition = codes.dump(branch.condition());
      return "if " + condition + " -> " + branch.then() + " else -> " + branch.otherwise();
    }
    if (end instanceof Terminator.Select select) {
      return "switch " + codes.dump(select.selector()) + choices(select);
    }
    if (end instanceof Terminator.Await await) {
      return (await.emits() ? "emit " : "await ")
          + codes.dump(await.operand())
          + " -> "
          + await.resume();
    }
    if (end instanceof Terminator.Return result) {
      return result.value() == null ? "return" : "return " + codes.dump(result.value());
    }
    if (end instanceof Terminator.Tail tail) {
      return "tail " + codes.dump(tail.coroutine());
    }
    if (end instanceof Terminator.Throw thrown) {
      return "throw " + codes.dump(thrown.exception());
    }
    return "unreachable";
  }

  private String choices(Terminator.Select select) {
    StringBuilder choices = new StringBuilder();
    for (Terminator.Choice choice : select.choices()) {
      choices.append("\n    ").append(codes.dump(choice.label()));
      if (!choice.bindings().isEmpty()) {
        choices.append(" { ").append(codes.dump(choice.bindings())).append(" }");
      }
      choices.append(" -> ").append(choice.target());
    }
    return choices.toString();
  }

  private String inRegion(@Nullable Region region) {
    return region == null ? "" : " in " + name(region);
  }

  private String name(Region region) {
    return "r" + regions.indexOf(region);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
