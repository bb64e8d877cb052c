package io.creatoros.core.quality;

import java.util.List;

/**
 * 15 points: three questions; 11 for two, 7 for one. A question is one of the openings and the next
 * question mark, be it lines away; of each opening the next is looked for after that mark. Besides,
 * every sentence that ends in a question mark counts if it holds a capital letter of ASCII, so that
 * most questions count twice, as they did for the first scorer.
 */
final class PerguntaReflexiva implements Element {

  private static final int ENOUGH = 3;

  private final Phrase mark;
  private final List<List<Phrase>> openings;

  PerguntaReflexiva(Vocabulary words) {
    mark = words.phrase("?");
    openings =
        List.of(
            words.phrases("🤔"),
            words.phrases("pense:"),
            words.phrases("think:"),
            words.phrases("pause"),
            words.phrases("reflect"),
            words.phrases("como isso", "como você"),
            words.phrases("how this", "how you"),
            words.phrases("o que você"),
            words.phrases("what do you", "what would you"));
  }

  @Override
  public int points(LessonText text) {
    int questions = sentences(text);
    for (List<Phrase> opening : openings) {
      questions += questions < ENOUGH ? opened(text, opening) : 0;
    }
    return questions >= ENOUGH ? 15 : questions == 2 ? 11 : questions == 1 ? 7 : 0;
  }

  /** How many questions begin with an opening, not counted beyond what is enough. */
  private int opened(LessonText text, List<Phrase> opening) {
    int end = text.length();
    int questions = 0;
    int place = 0;
    while (questions < ENOUGH) {
      int marked = text.positions(mark).next(pastNext(text, opening, place), end);
      if (marked == end) {
        return questions;
      }
      questions++;
      place = marked + 1;
    }
    return questions;
  }

  private static int pastNext(LessonText text, List<Phrase> opening, int from) {
    int past = text.length();
    for (Phrase phrase : opening) {
      past = Math.min(past, text.positions(phrase).next(from, past) + phrase.length());
    }
    return past;
  }

  /** How many sentences end in a question mark and hold a capital letter. */
  private int sentences(LessonText text) {
    int questions = 0;
    int end = text.length();
    int place = 0;
    for (int next = text.positions(mark).next(0, end);
        next < end && questions < ENOUGH;
        next = text.positions(mark).next(place, end)) {
      questions += hasCapitalBefore(text, next) ? 1 : 0;
      place = next + 1;
    }
    return questions;
  }

  private static boolean hasCapitalBefore(LessonText text, int mark) {
    for (int i = mark - 1; i >= 0 && ".!?".indexOf(text.charAt(i)) < 0; i--) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        return true;
      }
    }
    return false;
  }
}
