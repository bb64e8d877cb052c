package io.creatoros.migrations;

import java.util.Set;

/**
 * One thing in which a database differs from the schema.
 *
 * @param kind {@code table}, {@code column}, {@code constraint}, {@code index}, {@code trigger},
 *     {@code policy}, {@code view}, {@code function} or {@code text search configuration}
 * @param name its name, such as {@code public.course_lessons.title} for a column
 * @param expected its definition in the schema
 * @param found its definition in the database; empty when it is not there
 */
public record SchemaDifference(String kind, String name, String expected, String found) {

  private static final Set<String> DEFINED = Set.of("column", "constraint", "index");

  /** Whether it is not there at all. */
  public boolean missing() {
    return found.isEmpty();
  }

  /** What is wrong, in words; of what SQL can make in a line also its definition. */
  public String inWords() {
    if (missing()) {
      return DEFINED.contains(kind) ? "is missing: " + expected : "is missing";
    }
    return "is \"" + found + "\" instead of \"" + expected + "\"";
  }
}
