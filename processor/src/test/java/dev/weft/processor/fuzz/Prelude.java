// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members that programs may use: fields, nested types and the methods that expressions call.
 * They stand in a file, with an empty line between them; a program gets those that it names.
 */
final class Prelude {
  private static final Pattern FIELD = Pattern.compile("(?s)[^({]*?(\\w+) = .*;");
  private static final Pattern TYPE =
      Pattern.compile("(?s)[^({]*?\\b(?:class|record|enum|interface) (\\w+).*");
  private static final Pattern METHOD = Pattern.compile("(?s)[^({]*?(\\w+)\\(.*");
  private static final Pattern WORD = Pattern.compile("\\w+");

  private static final List<Member> MEMBERS = read();

  private record Member(String name, String text) {
    static Member of(String text) {
      for (Pattern pattern : List.of(TYPE, FIELD, METHOD)) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.matches()) {
          return new Member(matcher.group(1), text);
        }
      }
      throw new IllegalStateException(text);
    }

    boolean isField() {
      return FIELD.matcher(text).matches() && !TYPE.matcher(text).matches();
    }

    boolean isStatic() {
      return text.contains("static ");
    }
  }

  private Prelude() {}

  /** What a program with this text needs; the last one logs the fields among it. */
  static List<Node> members(String program) {
    Map<String, List<Member>> unused = new LinkedHashMap<>();
    for (Member member : MEMBERS) {
      unused.computeIfAbsent(member.name, name -> new ArrayList<>()).add(member);
    }
    List<Member> used = new ArrayList<>();
    List<String> texts = new ArrayList<>(List.of(program, "ME toString text"));
    while (!texts.isEmpty()) {
      Matcher word = WORD.matcher(texts.remove(texts.size() - 1));
      while (word.find()) {
        List<Member> found = unused.remove(word.group());
        if (found != null) {
          used.addAll(found);
          found.forEach(member -> texts.add(member.text));
        }
      }
    }
    List<Node> members = new ArrayList<>();
    List<Node> logs = new ArrayList<>();
    for (Member member : MEMBERS) {
      if (used.contains(member)) {
        members.add(Node.clause(member.text));
        if (member.isField() && !member.name.matches("[A-Z]+")) {
          logs.add(
              Node.statement(
                  "log(\"%1$s \" + text(%2$s%1$s));"
                      .formatted(member.name, member.isStatic() ? "" : "ME.")));
        }
      }
    }
    members.add(Node.clause("static void dump() #", Node.list(Node.Role.BLOCK, logs)));
    return members;
  }

  private static List<Member> read() {
    try (InputStream in = Prelude.class.getResourceAsStream("/fuzz/prelude.txt")) {
      byte[] bytes = java.util.Objects.requireNonNull(in).readAllBytes();
      List<Member> members = new ArrayList<>();
      for (String member : new String(bytes, StandardCharsets.UTF_8).split("\n\n(?! )", -1)) {
        members.add(Member.of(member.strip()));
      }
      return List.copyOf(members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
