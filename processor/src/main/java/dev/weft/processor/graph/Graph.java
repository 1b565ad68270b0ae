// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import org.jspecify.annotations.Nullable;

/**
 * The control-flow graph of one {@code @Async} body. The first block is the entry; the order is
 * that of the source.
 */
public final class Graph {
  private final Method method;
  private final List<Variable> parameters;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<String> innerNames = new LinkedHashSet<>();
  private final Map<TypeElement, LocalType> localTypes = new LinkedHashMap<>();
  private final Set<TypeParameterElement> replaced = new HashSet<>();
  private int nextId;

  public Graph(Method method, List<Variable> parameters) {
    this.method = method;
    this.parameters = List.copyOf(parameters);
  }

  public Method method() {
    return method;
  }

  /** In the order of the method's. */
  public List<Variable> parameters() {
    return parameters;
  }

  /** A new block, which has no place in the order until {@link #place} gives it one. */
  public Block create(int line, @Nullable Region region) {
    return new Block(nextId++, line, region);
  }

  public void place(Block block) {
    blocks.add(block);
  }

  /** The placed blocks, entry first. Blocks that cannot be reached may be among them. */
  public List<Block> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /** Notes a name that verbatim text declares: a local of {@code resume} must not have it. */
  public void addInnerName(String name) {
    innerNames.add(name);
  }

  public Set<String> innerNames() {
    return Collections.unmodifiableSet(innerNames);
  }

  /** Notes that the machine names a local or anonymous class by a stand-in. */
  public void addLocalType(LocalType type) {
    localTypes.put(type.type(), type);
  }

  /** Null for a class that is none, or that verbatim text declares. */
  public @Nullable LocalType localType(TypeElement type) {
    return localTypes.get(type);
  }

  /** Notes that the machine has no such type parameter, and names its bound instead. */
  public void replace(TypeParameterElement parameter) {
    replaced.add(parameter);
  }

  public boolean isReplaced(TypeParameterElement parameter) {
    return replaced.contains(parameter);
  }
}
