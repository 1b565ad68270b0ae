// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.processor.proof.Case;
import dev.weft.processor.proof.Workshop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is among the random programs, and right Java there. */
class VarietyTest {
  private static final int PROGRAMS = 800;

  /** So many of the shortest with a construct are compiled, to see that one at least is right. */
  private static final int TRIED = 3;

  private static final List<Construct> CONSTRUCTS =
      """
          an inner class          ~ 17 ~ class Part \\{(\\n(?!  \\}).*)*\\n.*await\\(
          a generic class         ~ 17 ~ class Held<T> \\{(\\n(?!  \\}).*)*\\n.*await\\(
          its variable            ~ 17 ~ T o\\d+ = held;
          an enum                 ~ 17 ~ enum Tone \\{(\\n(?!  \\}).*)*\\n.*await\\(
          an interface            ~ 17 ~ interface Face \\{(\\n(?!  \\}).*)*\\n.*await\\(
          a record                ~ 17 ~ record Data.*(\\n(?!  \\}).*)*\\n.*await\\(
          a generic method        ~ 17 ~ <U extends Comparable<U>> (Coroutine|Generator)
          a superclass            ~ 17 ~ super\\.twice\\(
          one around              ~ 17 ~ Z\\d+\\.super\\.twice\\(
          null                    ~ 17 ~ \\(.*\\bnull, .*await\\(
          boxes compared          ~ 17 ~ \\(Integer\\) .* == \\(Integer\\)
          a constant              ~ 17 ~ final int (v\\d+) = 1;
          as a label              ~ 17 ~ case (v\\d+|\\w+, v\\d+)
          as a small number       ~ 17 ~ final (int|var) (\\w+) = 1;(\\n.*)*?\\b(byte \\w+|char \\w+|short \\w+|f[bch]) = \\2\\b
          an identical string     ~ 17 ~ "k" \\+ \\w+ == "k1"
          synchronized            ~ 17 ~ synchronized \\(
          left by a jump          ~ 17 ~ synchronized \\(.*\\) \\{\\s+(break|continue|return)
          a label on an if        ~ 17 ~ l\\d+: if
          a label on a try        ~ 17 ~ l\\d+: try
          a loop without a body   ~ 17 ~ \\+\\+ < 3 .*\\) ;
          a loop of many heads    ~ 17 ~ for \\(int \\w+ = .*, \\w+ = .*await.*;
          of many expressions     ~ 17 ~ for \\((?!int).*; n\\d+\\+\\+ < 2;
          an old resource         ~ 17 ~ try \\(r\\d+;
          a caught one replaced   ~ 17 ~ e\\d+ = new IllegalState
          nothing thrown          ~ 17 ~ throw null;
          no default              ~ 17 ~ case RED, BLUE (->|:)
          a shared local          ~ 17 ~ :\\n +\\S+ (\\w+) = .*(\\n.*)*?:\\n +\\1 = .*
          a negated pattern       ~ 17 ~ if \\(!\\(.* instanceof .*\\) \\|\\|
          a loop for a pattern    ~ 17 ~ while \\(!\\(.* instanceof
          a place in brackets     ~ 17 ~ \\(\\w+\\) (\\+|\\*|-)?= .*await
          static by an object     ~ 17 ~ (me|nul)\\(\\)\\.(si|ss|sl|sq)\\b
          a function              ~ 17 ~ \\.apply\\(.*await
          one of the superclass   ~ 17 ~ super::twice
          a constructor           ~ 17 ~ Inner::new\\)\\.apply\\(.*await
          an array's              ~ 17 ~ int\\[\\]::new\\)\\.apply\\(.*await
          two lambdas             ~ 17 ~ \\? \\(\\(?\\w*\\)? ->
          two types at once       ~ 17 ~ <Integer> & Serializable\\)
          a generic local class   ~ 17 ~ class L\\d+<T extends
          a local enum            ~ 17 ~ enum L\\d+
          a local interface       ~ 17 ~ interface L\\d+
          a local exception       ~ 17 ~ class L\\d+ extends Exception
          captured                ~ 17 ~ List<\\? extends Number> o
          null as a default       ~ 21 ~ case null, default
          qualified               ~ 21 ~ case Hue\\.RED
          patterns behind colons  ~ 21 ~ case (null|\\w+ p\\d+):
          patterns with values    ~ 21 ~ switch .* case Integer p\\d+ when .* ->
          an unnamed pattern      ~ 22 ~ Point\\(int x\\d+, (var |String )?_\\)
          an unnamed exception    ~ 22 ~ catch \\(\\w+ _\\)
          an unnamed parameter    ~ 22 ~ (\\b_|\\(_\\)|\\(Integer _\\)|\\(final var _\\)) ->
          an unnamed element      ~ 22 ~ for \\(\\S+ _ :
      """
          .lines()
          .map(Construct::of)
          .filter(construct -> construct.java <= Patterns.JAVA)
          .toList();

  private record Construct(String name, int java, Pattern pattern) {
    static Construct of(String line) {
      String[] parts = line.strip().split(" +~ +", -1);
      return new Construct(parts[0], Integer.parseInt(parts[1]), Pattern.compile(parts[2]));
    }

    List<Case> in(List<Case> programs) {
      return programs.stream()
          .filter(program -> pattern.matcher(program.source()).find())
          .limit(TRIED)
          .toList();
    }
  }

  @Test
  void eachConstructIsAmongThem() {
    List<Case> all =
        LongStream.range(0, PROGRAMS)
            .mapToObj(s -> Sources.of("Z" + s, Program.of(s)))
            .sorted(Comparator.comparingInt(program -> program.source().length()))
            .toList();
    Set<Case> tried = new LinkedHashSet<>();
    CONSTRUCTS.forEach(construct -> tried.addAll(construct.in(all)));
    List<Case> right = new ArrayList<>(tried);
    Set<String> refused = Workshop.valid(right).refused().keySet();
    right.removeIf(program -> refused.contains(program.id()));
    assertEquals(
        List.of(),
        CONSTRUCTS.stream()
            .filter(construct -> construct.in(right).isEmpty())
            .map(Construct::name)
            .toList());
    assertTrue(refused.size() < tried.size() / 3, () -> refused.size() + " of " + tried.size());
  }
}
