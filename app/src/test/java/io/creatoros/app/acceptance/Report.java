package io.creatoros.app.acceptance;

import io.creatoros.app.cli.Machine;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a command said as JSON. */
final class Report {

  private final Map<?, ?> json;

  private Report(Map<?, ?> json) {
    this.json = json;
  }

  /** The report of a command that was run with {@code --json}. */
  static Report of(Machine.Ran ran) {
    return new Report(ran.json());
  }

  /** The sum of a number over all courses. */
  long total(String field) {
    return courses().stream().mapToLong(course -> (Long) some(course, field)).sum();
  }

  /** The symbol of every path that is not equal, by course and path. */
  SortedMap<String, String> open() {
    SortedMap<String, String> open = new TreeMap<>();
    for (Map<?, ?> course : courses()) {
      for (Map<?, ?> path : objects(course, "open")) {
        open.put(
            some(course, "course") + "/" + some(path, "path"), some(path, "symbol").toString());
      }
    }
    return open;
  }

  /** Every item of a list that courses have. */
  List<String> all(String field) {
    return courses().stream()
        .flatMap(course -> ((List<?>) some(course, field)).stream())
        .map(String::valueOf)
        .toList();
  }

  private List<Map<?, ?>> courses() {
    return objects(json, "courses");
  }

  private static List<Map<?, ?>> objects(Map<?, ?> object, String field) {
    return ((List<?>) some(object, field))
        .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
  }

  private static Object some(Map<?, ?> object, String field) {
    Object value = object.get(field);
    if (value == null) {
      throw new AssertionError("no " + field + " in " + object);
    }
    return value;
  }
}
