// SPDX-License-Identifier: Apache-2.0
package dev.weft;

/** What is said to code that only means something once Weft has compiled it. */
final class Uncompiled {
  private static final String HOW =
      """
       To add it:
        Maven:  <annotationProcessorPaths><path><groupId>dev.weft</groupId>\
      <artifactId>weft-processor</artifactId><version>...</version></path>\
      </annotationProcessorPaths> in the configuration of maven-compiler-plugin
        Gradle: annotationProcessor("dev.weft:weft-processor:...")
        javac:  -processorpath weft-processor.jar
      From JDK 23 on, javac runs processors it finds on the class path only if given -proc:full.""";

  private Uncompiled() {}

  static IllegalStateException call(String name) {
    return new IllegalStateException(
        "this "
            + name
            + " was not compiled by Weft. Either it stands outside of an @Async method, or Weft's"
            + " annotation processor did not run."
            + HOW);
  }

  static IllegalStateException loop(Object iterable) {
    return new IllegalStateException(
        iterable.getClass().getName()
            + " is an AsyncIterable, which only a for loop in an @Async method can go through,"
            + " where it is declared as one, compiled by Weft's annotation processor."
            + HOW);
  }

  static IllegalStateException close(Object resource) {
    return new IllegalStateException(
        resource.getClass().getName()
            + " is an AsyncCloseable, which only a try in an @Async method can close, where it is"
            + " declared as one, compiled by Weft's annotation processor; elsewhere, run"
            + " closeAsync()."
            + HOW);
  }
}
