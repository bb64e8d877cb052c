package io.creatoros.core.projection;

import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Findings as they are collected. */
final class FindingList {

  private static final int MOST_NAMED = 8;
  private static final Comparator<CourseFinding> ORDER =
      Comparator.comparing(CourseFinding::path)
          .thenComparing(finding -> finding.line().orElse(0))
          .thenComparing(CourseFinding::code)
          .thenComparing(CourseFinding::message);

  private final List<CourseFinding> found = new ArrayList<>();

  void add(Collection<CourseFinding> findings) {
    found.addAll(findings);
  }

  void add(FindingCode code, String path, String message, String remedy) {
    add(code, path, OptionalInt.empty(), message, remedy);
  }

  void add(FindingCode code, String path, OptionalInt line, String message, String remedy) {
    found.add(new CourseFinding(code, path, line, message, remedy));
  }

  /** All of them, ordered by path and line. */
  List<CourseFinding> ordered() {
    return found.stream().sorted(ORDER).toList();
  }

  /** The first few names of many. */
  static String named(List<String> names) {
    return named(names, MOST_NAMED);
  }

  /** The first of many names. */
  static String named(List<String> names, int most) {
    String all = names.stream().limit(most).collect(Collectors.joining(", "));
    return names.size() > most ? all + " and " + (names.size() - most) + " more" : all;
  }
}
