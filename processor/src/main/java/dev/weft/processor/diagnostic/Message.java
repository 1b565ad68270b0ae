// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.diagnostic;

import java.util.Locale;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Every text that Weft may show to a user: what is wrong, why, and what to write instead.
 *
 * <p>A code never changes its meaning and is never given again; {@code docs/diagnostics.md} has an
 * entry for each.
 */
public enum Message {
  INTERNAL_ERROR(
      1,
      Kind.ERROR,
      "Weft itself failed here: %s",
      "This is an error in Weft, not in your code.",
      "Please report it, with the method and the trace that follows.\n%2$s"),

  NOT_JAVAC(
      2,
      Kind.ERROR,
      "Weft needs javac, but was started by another compiler: %s",
      "The types of a method's body are only to be had from javac (jdk.compiler), 17 or later.",
      "Compile the classes that have @Async methods with javac."),

  UNSUPPORTED(
      3,
      Kind.ERROR,
      "%s is not supported yet",
      "Weft refuses what it cannot translate faithfully.",
      "Write it in another way, for example with the awaited value in a local variable."),

  TOO_LARGE(
      4,
      Kind.ERROR,
      "the body of %s is too large",
      "A method of its machine has more than the 64 KB of code that a class file may hold. It is divided between awaits only.",
      "Move parts of the body to methods of their own, with an await or without."),

  METHOD_SIZE(
      5,
      Kind.ERROR,
      "-Aweft.methodSize=%s is no number of bytes",
      "It says from which size on a body is divided among several methods of its machine.",
      "Write a positive number, or leave the option out."),

  OTHER_RUNTIME(
      6,
      Kind.ERROR,
      "weft-runtime is of another version than weft-processor",
      "The machines that this processor makes need contract %s of the runtime, and that on the class path has %s.",
      "Give both the same version."),

  ASYNC_WITHOUT_BODY(
      10,
      Kind.ERROR,
      "@Async on %s, which has no body",
      "@Async says how a body is compiled; callers only see the return type.",
      "Remove @Async here; put it on those methods that override this one and await."),

  ASYNC_NATIVE(
      11,
      Kind.ERROR,
      "@Async on the native method %s",
      "There is no Java body to compile.",
      "Remove @Async, or call the native method from an @Async one."),

  ASYNC_SYNCHRONIZED(
      12,
      Kind.ERROR,
      "@Async on the synchronized method %s",
      "A coroutine gives up its thread at each await and could not keep the monitor.",
      "Remove synchronized; use a synchronized block around what does not await."),

  ASYNC_RETURN_TYPE(
      13,
      Kind.ERROR,
      "the @Async method %s returns %s",
      "Calling it makes a coroutine, so it must return dev.weft.Coroutine<T>, where T is the type of its result and no wildcard; or a Generator<T> or AsyncGenerator<T>.",
      "Write Coroutine<Void> if it has no result, and return done() or done(value)."),

  ASYNC_IN_LOCAL_CLASS(
      14,
      Kind.ERROR,
      "the @Async method %s is in a local or anonymous class",
      "Its machine is a class in a file of its own, where the locals around it do not exist.",
      "Move the method to a class that is a member, and hand it what it needs."),

  ASYNC_MAIN(
      15,
      Kind.ERROR,
      "@Async on main",
      "The launcher expects a main that returns void, and would not run the coroutine.",
      "Let main be an ordinary method that calls Weft.run(...) with the coroutine of an @Async one."),

  ASYNC_IN_COMPACT_FILE(
      16,
      Kind.ERROR,
      "the @Async method %s is in a compact source file",
      "Its machine is a class in a file of its own, where nothing can name the class that javac makes of this one.",
      "Put the method into a class in another file."),

  ASYNC_BESIDE_SPLIT_PACKAGE(
      17,
      Kind.ERROR,
      "the @Async method %s is compiled together with modules that share the package %s: %s",
      "Weft looks classes up by their names, which here do not tell whose class is meant.",
      "Compile each of these modules by a run of javac of its own."),

  AWAIT_OUTSIDE_ASYNC(
      20,
      Kind.ERROR,
      "%s outside of an @Async method",
      "Only the body of an @Async method can be left and come back to.",
      "Mark the method @Async and let it return Coroutine<T>; to wait in an ordinary method, write Weft.run(...)."),

  AWAIT_IN_LAMBDA(
      21,
      Kind.ERROR,
      "%s in a lambda",
      "Who calls the lambda expects it to return; it is not a part of the @Async method around it.",
      "Move the body to an @Async method and let the lambda call that, or write a loop instead."),

  AWAIT_IN_LOCAL_CLASS(
      22,
      Kind.ERROR,
      "%s in a local or anonymous class",
      "Its body is not a part of the @Async method around it.",
      "Await before the class and use the value in it, or move the code to an @Async method of a member class."),

  AWAIT_IN_SYNCHRONIZED(
      23,
      Kind.ERROR,
      "%s in synchronized",
      "A coroutine gives up its thread at each await and could not keep the monitor.",
      "Await before or after the synchronized block."),

  AWAIT_IN_CONSTRUCTOR(
      24,
      Kind.ERROR,
      "%s in a constructor",
      "A constructor must end before there is an object, and cannot return a coroutine.",
      "Write a static @Async method that awaits and then calls the constructor."),

  AWAIT_IN_INITIALIZER(
      25,
      Kind.ERROR,
      "%s in an initializer",
      "Fields are initialized while a class or an object is made, which cannot be suspended.",
      "Await in an @Async method and assign the field there, or hand the value to the constructor."),

  METHOD_REFERENCE(
      26,
      Kind.ERROR,
      "Weft::%s as a method reference",
      "%1$s is not a method to be called later: it says how the @Async method around it goes on.",
      "Call %1$s(...) in the body of an @Async method."),

  DONE_NOT_RETURNED(
      30,
      Kind.ERROR,
      "done(...) is not what an @Async method returns",
      "done ends the coroutine of the @Async method whose return statement it is in; it makes no object.",
      "Write return done(...), and mark the method @Async; elsewhere, Coroutine.of(value) is a coroutine that has ended."),

  DONE_WITHOUT_VALUE(
      31,
      Kind.ERROR,
      "done() without a value in a coroutine of %s",
      "Who awaits the coroutine would get null.",
      "Write return done(value); a method without a result returns Coroutine<Void>."),

  NULL_RETURNED(
      32,
      Kind.ERROR,
      "null is what an @Async method returns",
      "A return ends the coroutine by done, or goes on with another coroutine; null is neither.",
      "Write return done(), or return done(null) if null is the result."),

  COROUTINE_NOT_AWAITED(
      40,
      "unawaited",
      "the coroutine that %s returns is never awaited",
      "A coroutine is cold: the call alone runs nothing.",
      "Write await(...), or await(spawn(...)) to let it run beside this one, or Weft.run(...)."),

  EVENT_NOT_AWAITED(
      41,
      "unawaited",
      "the event that %s returns is never awaited",
      "An event is only a value that says what is wanted; it is done when it is awaited.",
      "Write await(...)."),

  GENERATOR_NOT_USED(
      42,
      "unawaited",
      "the generator that %s returns is asked for nothing",
      "A generator is lazy: the call alone runs nothing.",
      "Write for (var value : ...), or keep the generator and ask it."),

  VARIABLE_NOT_AWAITED(
      43,
      "unawaited",
      "the variable %s is never read, so what it holds is never awaited",
      "A coroutine or generator is cold, and an event is only a value: the call alone does nothing.",
      "Await the variable, or write await(...) around the call."),

  EMIT_OUTSIDE_GENERATOR(
      50,
      Kind.ERROR,
      "emit outside of a generator",
      "Only an @Async method that returns Generator<T> or AsyncGenerator<T> hands out values.",
      "Mark the method @Async and let it return Generator<T>, or AsyncGenerator<T> if it awaits too."),

  EMIT_IN_LAMBDA(
      51,
      Kind.ERROR,
      "emit in a lambda",
      "Who calls the lambda expects it to return; it is not a part of the generator around it.",
      "Write a loop instead of the lambda."),

  EMIT_IN_SYNCHRONIZED(
      52,
      Kind.ERROR,
      "emit in synchronized",
      "A generator gives up its thread at each emit and could not keep the monitor.",
      "Emit before or after the synchronized block."),

  EMIT_TYPE(
      53,
      Kind.ERROR,
      "emit of %s in a generator of %s",
      "What a generator hands out must fit the T of the Generator<T> that its method returns.",
      "Convert the value, write its type arguments out, or let the method return another generator."),

  AWAIT_IN_GENERATOR(
      54,
      Kind.ERROR,
      "%s in a Generator",
      "Who asks a Generator for its next value gets it at once; there is nobody to do the awaiting.",
      "Let the method return AsyncGenerator<T>, and ask that in an @Async method."),

  GENERATOR_RETURNS_VALUE(
      55,
      Kind.ERROR,
      "a value returned from a generator",
      "A generator hands out its values by emit; its return only says that there are no more.",
      "Write emit(value), and return done()."),

  BLOCKING_CALL(
      60,
      "blocking",
      "%s blocks the thread of the loop",
      "While it waits, no other coroutine on the loop can go on.",
      "%2$s"),

  RUN_IN_COROUTINE(
      61,
      "blocking",
      "run in an @Async method",
      "Its thread is running a loop already, so run fails there.",
      "Write await(...) instead of run(...)."),

  UNKNOWN_OPTION(
      68, Kind.WARNING, "-A%s is no option of Weft", "It has no effect.", "The options are: %2$s."),

  UNKNOWN_SUPPRESSION(
      69,
      Kind.WARNING,
      "@SuppressWarnings(\"%s\") suppresses nothing",
      "Weft has no such warning.",
      "Write one of %2$s, or weft: and the code of a warning, such as weft:WEFT040."),

  DIAGRAM_KIND(
      70,
      Kind.ERROR,
      "-Aweft.diagram=%s names no kind of diagram",
      "A state diagram is written in the language dot, which is Graphviz's, or mermaid.",
      "Write one of them, or both with a comma between."),

  PICTURE_NOT_WRITTEN(
      71,
      Kind.ERROR,
      "%s cannot be written: %s",
      "-Aweft.report=PATH names the file of the report, or a folder for it; diagrams, and a report without a path, go where javac writes the machines' sources.",
      "Name a file that can be written, or leave the option out.");

  private final int number;
  private final Kind kind;
  private final @Nullable String topic;
  private final String what;
  private final String why;
  private final String instead;

  Message(int number, Kind kind, String what, String why, String instead) {
    this(number, kind, null, what, why, instead);
  }

  /** A warning that can be suppressed. */
  Message(int number, String topic, String what, String why, String instead) {
    this(number, Kind.WARNING, topic, what, why, instead);
  }

  Message(int number, Kind kind, @Nullable String topic, String what, String why, String instead) {
    this.number = number;
    this.kind = kind;
    this.topic = topic;
    this.what = what;
    this.why = why;
    this.instead = instead;
  }

  /** The stable name, such as {@code WEFT020}. */
  public String code() {
    return String.format(Locale.ROOT, "WEFT%03d", number);
  }

  public Kind kind() {
    return kind;
  }

  /** What {@code @SuppressWarnings} calls it after {@code weft:}, if it can be suppressed. */
  public @Nullable String topic() {
    return topic;
  }

  /** The whole text: the code and what is wrong in the first line, then why, then what to write. */
  public String text(Object... arguments) {
    return code()
        + ": "
        + String.format(Locale.ROOT, what, arguments)
        + (topic == null ? "" : " [weft:" + topic + "]")
        + "\n"
        + String.format(Locale.ROOT, why, arguments)
        + "\n"
        + String.format(Locale.ROOT, instead, arguments);
  }
}
