package io.creatoros.core.quality;

/**
 * Scores lessons by the rules of the first scorer, so that scores can be compared over time. Its
 * time grows with the length of the text alone.
 */
public final class Scores {

  private static final Vocabulary WORDS = new Vocabulary();
  private static final GpsRules GPS = new GpsRules(WORDS);
  private static final Element HOOK_EMOCIONAL = new HookEmocional(WORDS);
  private static final Element CONCEITOS_PRIMORDIAIS = new ConceitosPrimordiais(WORDS);
  private static final Element LINK_TRANSICAO = new LinkTransicao(WORDS);
  private static final Element PERGUNTA_REFLEXIVA = new PerguntaReflexiva(WORDS);
  private static final Element ANALOGIAS_DIAGRAMAS = new AnalogiasDiagramas(WORDS);
  private static final Element REVISAO_ESTRUTURADA = new RevisaoEstruturada(WORDS);
  private static final Element ACAO_RAPIDA = new AcaoRapida(WORDS);
  private static final PhraseFinder FINDER = WORDS.finder();

  private Scores() {}

  /** The scores of a lesson's Markdown, front matter included; line ends do not matter. */
  public static LessonScores of(CharSequence text) {
    return counted(text).scores();
  }

  /**
   * What a pass over a lesson tells.
   *
   * @param scores its scores
   * @param words how many words it has; see {@link Words#count}
   */
  public record Counted(LessonScores scores, int words) {}

  /** The same with the number of words, which costs little more. */
  public static Counted counted(CharSequence text) {
    LessonText lesson = LessonText.of(text, FINDER);
    return new Counted(scores(lesson), lesson.words());
  }

  private static LessonScores scores(LessonText lesson) {
    return new LessonScores(
        GPS.score(lesson),
        new DidaticaScore(
            HOOK_EMOCIONAL.points(lesson),
            CONCEITOS_PRIMORDIAIS.points(lesson),
            LINK_TRANSICAO.points(lesson),
            PERGUNTA_REFLEXIVA.points(lesson),
            ANALOGIAS_DIAGRAMAS.points(lesson),
            REVISAO_ESTRUTURADA.points(lesson),
            ACAO_RAPIDA.points(lesson)));
  }
}
