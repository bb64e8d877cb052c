package io.creatoros.core.quality;

/**
 * 10 points: a heading that calls to act (5), two minutes for it (2; those of "12 minutos" will do)
 * and something to tick or to fill in (3).
 */
final class AcaoRapida implements Element {

  private final Sign twoMinutes;
  private final Sign somethingToDo;

  AcaoRapida(Vocabulary words) {
    Phrase minutes = words.phrase("2 min");
    twoMinutes =
        words
            .any("2 minutos", "2-minute", "dois minutos")
            .or((text, where) -> text.hasWordEnd(minutes, where));
    somethingToDo = words.any("✓", "✅").or(words.line("[", "]"));
  }

  @Override
  public int points(LessonText text) {
    boolean called =
        text.headings().begin("⚡", "ação rápida", "faça agora", "quick action", "do now");
    return (called ? 5 : 0) + (twoMinutes.in(text) ? 2 : 0) + (somethingToDo.in(text) ? 3 : 0);
  }
}
