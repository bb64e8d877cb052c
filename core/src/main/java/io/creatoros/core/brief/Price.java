package io.creatoros.core.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The price of a course, as an answer tells it. */
final class Price {

  private static final int MOST_LINES = 12;

  private Price() {}

  /** The answer in one line, without the reasons for it. */
  static Optional<String> of(Answer answer) {
    List<String> parts = new ArrayList<>();
    for (Line line : answer.labelledLines()) {
      if (Label.normal(line.text()).startsWith("justifi") || parts.size() == MOST_LINES) {
        break;
      }
      parts.add(line.plain());
    }
    return Optional.of(Answer.clean(String.join("; ", parts))).filter(text -> !text.isEmpty());
  }
}
