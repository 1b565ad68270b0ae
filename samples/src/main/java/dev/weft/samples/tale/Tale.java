// SPDX-License-Identifier: Apache-2.0
package dev.weft.samples.tale;

/** Runs every chapter, one after the other. */
public final class Tale {
  private Tale() {}

  public static void main(String[] args) throws Exception {
    System.out.println("Chapter 1: a conversation");
    Chapter1Nice.main(args);
    System.out.println("\nChapter 2: run until complete");
    Chapter2Run.main(args);
    System.out.println("\nChapter 3: spawn");
    Chapter3Spawn.main(args);
    System.out.println("\nChapter 4: join");
    Chapter4Join.main(args);
    System.out.println("\nChapter 5: sleep");
    Chapter5Sleep.main(args);
    System.out.println("\nChapter 6: streams");
    Chapter6Streams.main(args);
    System.out.println("\nChapter 7: cancel");
    Chapter7Cancel.main(args);
    System.out.println("\nChapter 8: everything");
    Chapter8Everything.main(args);
  }
}
