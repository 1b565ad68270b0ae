// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.link;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.processor.emit.Linkage;
import dev.weft.processor.emit.Linkage.Mirror;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * Users' sources, and machines as the emitter would write them: {@code //@12} at the end of a
 * machine's line says which line of the user's it stands for, and {@code //call@13} which its first
 * call does.
 */
final class LinkCase {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^[\\w@ ]*?(?:class|interface|record|enum) (\\w+)");

  private static final String RESUMABLE =
      """
      package demo;
      public abstract class Resumable {
        public abstract Object resume(Object reply) throws Throwable;
      }
      """;

  private final List<JavaFileObject> sources = new ArrayList<>();
  private final Map<String, String> machines = new LinkedHashMap<>();
  private final List<Linkage> linkages = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-Xlint:all", "-g"));

  LinkCase() {
    source(RESUMABLE);
  }

  LinkCase source(String text) {
    sources.add(JavaFileObjects.forSourceString(nameIn(text), text));
    return this;
  }

  LinkCase option(String option) {
    options.add(option);
    return this;
  }

  /** A machine for an instance method. */
  LinkCase machine(String owner, String method, String descriptor, String text, Mirror... mirrors) {
    return machine(owner, method, descriptor, false, text, mirrors);
  }

  /** A machine for a static method. */
  LinkCase staticMachine(
      String owner, String method, String descriptor, String text, Mirror... mirrors) {
    return machine(owner, method, descriptor, true, text, mirrors);
  }

  private LinkCase machine(
      String owner,
      String method,
      String descriptor,
      boolean isStatic,
      String text,
      Mirror... mirrors) {
    String name = nameIn(text);
    String host = owner.replaceFirst("\\$.*", "");
    machines.put(name, text);
    linkages.add(
        new Linkage(
            owner,
            host,
            method,
            descriptor,
            isStatic,
            name.replace('.', '/'),
            host.substring(host.lastIndexOf('/') + 1) + ".java",
            text.lines().map(line -> userLine(line, "//@")).toList(),
            text.lines().map(line -> userLine(line, "//call@")).toList(),
            List.of(mirrors)));
    return this;
  }

  List<Linkage> linkages() {
    return linkages;
  }

  Compiled compile(CompileWay way) {
    return way.compile(new ScriptedProcessor(machines, linkages), options, sources);
  }

  private static String nameIn(String text) {
    Matcher pkg = PACKAGE.matcher(text);
    Matcher type = TYPE.matcher(text);
    if (!pkg.find() || !type.find()) {
      throw new IllegalArgumentException(text);
    }
    return pkg.group(1) + "." + type.group(1);
  }

  private static int userLine(String line, String mark) {
    Matcher comment = Pattern.compile(mark + "(\\d+)").matcher(line);
    return comment.find() ? Integer.parseInt(comment.group(1)) : 0;
  }
}
