// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.proof;

import dev.weft.processor.WeftProcessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compiles many cases in one run of javac: for each of the two realms. */
public final class Workshop {
  private static final List<String> STAND_IN =
      List.of(
          "Async",
          "AsyncCloseable",
          "AsyncGenerator",
          "AsyncIterable",
          "AsyncIterator",
          "Closed",
          "Coroutine",
          "Event",
          "Generator",
          "Producer",
          "Task",
          "Weft");

  /** Large bodies are divided like that, only in fewer places. */
  static final List<String> DIVIDED = List.of("-g", "-Aweft.methodSize=1");

  private static final Map<String, String> WORLD =
      Map.of(
          "world/World.java", Case.resource("world/World.java"),
          "world/Numbers.java", Case.resource("world/Numbers.java"),
          "world/Resource.java", Case.resource("world/Resource.java"));

  /**
   * What came of the cases.
   *
   * @param refused the errors of those that did not compile, by id
   * @param compiled the last run of javac, without these
   * @param realm what it gave, to be run
   */
  public record Result(
      Map<String, List<Compiled.Message>> refused, Compiled compiled, Realm realm) {
    Result(Map<String, List<Compiled.Message>> refused, Compiled compiled) {
      this(refused, compiled, new Realm(compiled.classes()));
    }
  }

  /** Compiles without the processor, against the stand-in. All must compile. */
  static Compiled eager(List<Case> cases) {
    Compiled compiled = plain(cases);
    if (!compiled.errors().isEmpty()) {
      throw new AssertionError(
          "the cases themselves do not compile:\n" + lines(compiled.errors()) + compiled.output());
    }
    return compiled;
  }

  /** The same, but a case with an error is put aside. */
  public static Result valid(List<Case> cases) {
    return sorted(cases, Workshop::plain);
  }

  private static Compiled plain(List<Case> cases) {
    Map<String, String> units = new LinkedHashMap<>();
    for (String name : STAND_IN) {
      units.put("dev/weft/" + name + ".java", Case.resource("eager/dev/weft/" + name + ".java"));
    }
    units.putAll(WORLD);
    units.put("world/Play.java", Case.resource("eager/world/Play.java"));
    units.putAll(units(cases, EagerSource::of));
    return Compiled.of(units, List.of());
  }

  /**
   * Compiles with the processor. A case with an error is put aside, so that it does not hide the
   * others.
   */
  public static Result woven(List<Case> cases) {
    return sorted(cases, Workshop::compile);
  }

  /** The same, with each state a method of its own. */
  public static Result divided(List<Case> cases) {
    return sorted(cases, left -> compile(left, DIVIDED));
  }

  private static Result sorted(List<Case> cases, Function<List<Case>, Compiled> compiler) {
    Map<String, List<Compiled.Message>> refused = new LinkedHashMap<>();
    List<Case> left = new ArrayList<>(cases);
    for (; ; ) {
      Compiled compiled = compiler.apply(left);
      if (compiled.errors().isEmpty()) {
        return new Result(refused, compiled);
      }
      Set<Case> guilty = new LinkedHashSet<>();
      for (Compiled.Message error : compiled.errors()) {
        left.stream().filter(c -> isOf(error, c)).forEach(guilty::add);
      }
      if (guilty.isEmpty()) {
        guilty.addAll(eachAlone(left, compiler));
      }
      if (guilty.isEmpty()) {
        throw new AssertionError(
            "errors of no case:\n" + lines(compiled.errors()) + compiled.output());
      }
      for (Case c : guilty) {
        List<Compiled.Message> own = compiled.errors().stream().filter(e -> isOf(e, c)).toList();
        refused.put(c.id(), own.isEmpty() ? compiled.errors() : own);
        left.remove(c);
      }
    }
  }

  /** Those that do not compile alone: the way out when javac has crashed without saying where. */
  private static List<Case> eachAlone(List<Case> cases, Function<List<Case>, Compiled> compiler) {
    return cases.stream().filter(c -> !compiler.apply(List.of(c)).errors().isEmpty()).toList();
  }

  public static Compiled compile(List<Case> cases) {
    return compile(cases, List.of("-g"));
  }

  static Compiled compile(List<Case> cases, List<String> options) {
    Map<String, String> units = new LinkedHashMap<>();
    units.putAll(WORLD);
    units.put("world/Play.java", Case.resource("weft/world/Play.java"));
    units.putAll(units(cases, Case::source));
    return Compiled.of(units, List.of(new WeftProcessor(), new WeftProcessor.Claiming()), options);
  }

  private static Map<String, String> units(List<Case> cases, Function<Case, String> source) {
    Map<String, String> units = new LinkedHashMap<>();
    units.put("elsewhere/Base.java", Case.resource("elsewhere/Base.java"));
    for (Case c : cases) {
      units.put("cases/" + c.id() + ".java", source.apply(c));
    }
    return units;
  }

  /** Whether the message stands in the case or in one of its machines. */
  static boolean isOf(Compiled.Message message, Case c) {
    return message.unit().equals(c.id()) || message.unit().startsWith(c.id() + "_");
  }

  static String lines(List<?> items) {
    return items.stream().map(item -> item + "\n").collect(Collectors.joining());
  }
}
