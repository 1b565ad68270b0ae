// SPDX-License-Identifier: Apache-2.0
package dev.weft.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one object takes on the heap of a 64-bit HotSpot with its defaults: references and class
 * pointers are compressed, and objects start at multiples of eight bytes.
 *
 * <p>Since JDK 15, the fields of a class are put, the largest primitives first and references last,
 * into the smallest gap that has been left by its superclasses, or else behind all that is there.
 * Newer ones, of 25 at least, put the references first where a superclass ends with one; the size
 * of the object is the same.
 *
 * @param slots its header, fields and gaps, in the order of their offsets
 */
record ObjectSize(List<Slot> slots) {
  private static final int HEADER = 12;
  private static final int ALIGNMENT = 8;
  private static final int REFERENCE = 4;

  ObjectSize {
    slots = List.copyOf(slots);
  }

  /** What a field is for. */
  enum Use {
    HEADER,
    /** Of the classes in the runtime that machines extend. */
    RUNTIME,
    /** The machine's own, but none of the body's variables. */
    MACHINE,
    VARIABLE,
    GAP
  }

  /** A field, as it is declared. */
  record Field(String name, String type, Use use) {
    int size() {
      return switch (type) {
        case "boolean", "byte" -> 1;
        case "char", "short" -> 2;
        case "int", "float" -> 4;
        case "long", "double" -> 8;
        default -> REFERENCE;
      };
    }

    boolean isPrimitive() {
      return switch (type) {
        case "boolean", "byte", "char", "short", "int", "float", "long", "double" -> true;
        default -> false;
      };
    }
  }

  /** A part of the object. */
  record Slot(int offset, int size, Field field) {}

  /**
   * @param classes the fields of each class, the topmost superclass first
   */
  static ObjectSize of(List<List<Field>> classes) {
    List<Slot> slots = new ArrayList<>();
    slots.add(new Slot(0, HEADER, new Field("header", "", Use.HEADER)));
    for (List<Field> declared : classes) {
      declared.stream()
          .sorted(
              Comparator.comparing((Field field) -> !field.isPrimitive())
                  .thenComparingInt(field -> -field.size()))
          .forEach(field -> put(field, slots));
    }
    pad(end(slots), ALIGNMENT, slots);
    return new ObjectSize(slots);
  }

  int bytes() {
    return end(slots);
  }

  private static int end(List<Slot> slots) {
    Slot last = slots.get(slots.size() - 1);
    return last.offset() + last.size();
  }

  private static void put(Field field, List<Slot> slots) {
    int size = field.size();
    Slot gap =
        slots.stream()
            .filter(slot -> slot.field().use() == Use.GAP && fits(size, slot))
            .min(Comparator.comparingInt(Slot::size))
            .orElse(null);
    if (gap == null) {
      pad(end(slots), size, slots);
      slots.add(new Slot(end(slots), size, field));
      return;
    }
    int start = aligned(gap.offset(), size);
    int index = slots.indexOf(gap);
    slots.remove(index);
    List<Slot> instead = new ArrayList<>();
    gap(gap.offset(), start, instead);
    instead.add(new Slot(start, size, field));
    gap(start + size, gap.offset() + gap.size(), instead);
    slots.addAll(index, instead);
  }

  private static boolean fits(int size, Slot gap) {
    return aligned(gap.offset(), size) + size <= gap.offset() + gap.size();
  }

  private static void pad(int from, int alignment, List<Slot> slots) {
    gap(from, aligned(from, alignment), slots);
  }

  private static void gap(int from, int to, List<Slot> slots) {
    if (to > from) {
      slots.add(new Slot(from, to - from, new Field("gap", "", Use.GAP)));
    }
  }

  private static int aligned(int offset, int alignment) {
    return (offset + alignment - 1) / alignment * alignment;
  }
}
