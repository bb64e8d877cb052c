package io.creatoros.core.quality;

import java.util.List;
import java.util.function.IntPredicate;

/** 10 points: a review (5) and a transformation from before to after (5). */
final class RevisaoEstruturada implements Element {

  private final List<Phrase> learned;
  private final Sign takeaways;
  private final Sign transformation;

  RevisaoEstruturada(Vocabulary words) {
    learned = words.phrases("dominou", "learned");
    takeaways = words.any("takeaways").or(words.line("principais", "aprendizados"));
    transformation =
        words
            .line("você entrou", "achando", "thinking")
            .or(words.line("you entered", "achando", "thinking"))
            .or(words.any("agora você sabe", "you know"))
            .or(words.line("before", "after"))
            .or(words.any("transformação"));
  }

  @Override
  public int points(LessonText text) {
    boolean review =
        text.headings().begin("💡", "revisão", "review")
            || hasHeadingOfWhatWasLearned(text)
            || takeaways.in(text);
    return (review ? 5 : 0) + (transformation.in(text) ? 5 : 0);
  }

  private boolean hasHeadingOfWhatWasLearned(LessonText text) {
    IntPredicate goesOn =
        place -> learned.stream().anyMatch(phrase -> text.lineGoesOnWith(phrase, place));
    return text.headings().after(goesOn, "o que", "what").isPresent();
  }
}
