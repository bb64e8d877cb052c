package io.creatoros.core.quality;

import java.util.List;

/** 10 points: two kinds of transitions from one lesson to another; 5 for one kind. */
final class LinkTransicao implements Element {

  private final List<Sign> transitions;

  LinkTransicao(Vocabulary words) {
    transitions =
        List.of(
            words.line("🔗", "link", "conectando"),
            words.line("agora que", "você"),
            words.line("now that", "you"),
            words.any("na próxima"),
            words.any("next we", "next you"),
            words.any("isso leva", "isso nos leva"),
            words.any("this leads", "that leads"));
  }

  @Override
  public int points(LessonText text) {
    int distinct = Sign.distinct(transitions, text, text.whole());
    return distinct >= 2 ? 10 : distinct == 1 ? 5 : 0;
  }
}
