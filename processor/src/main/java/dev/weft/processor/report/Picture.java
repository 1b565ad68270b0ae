// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.List;

/**
 * All that diagrams and reports show of one machine, as text and numbers.
 *
 * @param machine the qualified name of the machine's class
 * @param owner the simple name of the class that declares the method, with those around it
 * @param method its name
 * @param signature its name and the types of its parameters
 * @param file the simple name of the user's file
 * @param source the method in it
 * @param text the machine's source
 * @param states what the machine goes through; a state's number is its index
 * @param edges how it goes from one to another
 * @param suspensions where it may be left, in the order of the states
 * @param size what one object of it takes
 * @param variables what the body's variables became
 */
record Picture(
    String machine,
    String owner,
    String method,
    String signature,
    String file,
    List<Line> source,
    List<Line> text,
    List<State> states,
    List<Edge> edges,
    List<Suspension> suspensions,
    ObjectSize size,
    List<Place> variables) {

  /** The target of an edge to the end of the machine. */
  static final int END = -1;

  Picture {
    source = List.copyOf(source);
    text = List.copyOf(text);
    states = List.copyOf(states);
    edges = List.copyOf(edges);
    suspensions = List.copyOf(suspensions);
    variables = List.copyOf(variables);
  }

  String packageName() {
    int dot = machine.lastIndexOf('.');
    return dot < 0 ? "" : machine.substring(0, dot);
  }

  String simpleName() {
    return machine.substring(machine.lastIndexOf('.') + 1);
  }

  /**
   * @param states those that the line belongs to, ascending
   */
  record Line(int number, String text, List<Integer> states) {
    Line {
      states = List.copyOf(states);
    }
  }

  /**
   * @param line the user's line that it starts with
   * @param code what it does, a statement each
   */
  record State(int number, int line, List<String> code) {
    State {
      code = List.copyOf(code);
    }
  }

  /** Why control takes an edge. */
  enum Kind {
    NEXT,
    AWAIT,
    EMIT,
    EXCEPTION
  }

  /**
   * @param to a state, or {@link #END}
   * @param label the condition, case or type of exception; empty where there is none
   */
  record Edge(int from, int to, Kind kind, String label) {}

  /**
   * @param from the state that awaits
   * @param to the state in which it goes on
   * @param awaited the expression
   * @param emits whether it hands out a value instead of awaiting one
   * @param live the names of the fields that are kept across it
   * @param cleared the names of the fields that are set to null before it
   */
  record Suspension(
      int from,
      int to,
      int line,
      String awaited,
      boolean emits,
      List<String> live,
      List<String> cleared) {
    Suspension {
      live = List.copyOf(live);
      cleared = List.copyOf(cleared);
    }
  }

  /**
   * A variable of the body that is no field.
   *
   * @param where what it is kept in
   */
  record Place(String name, String type, String where) {}
}
