package io.creatoros.core.quality;

import java.util.List;

/**
 * 20 points: two analogies (10, or 5 for one), and a diagram (10, or 5 where there is only a word
 * for a picture).
 */
final class AnalogiasDiagramas implements Element {

  private final List<Phrase> analogies;
  private final Sign diagram;
  private final Sign picture;

  AnalogiasDiagramas(Vocabulary words) {
    analogies =
        words.phrases(
            "é como",
            "is like",
            "imagine que",
            "imagine that",
            "pensa em",
            "pensa no",
            "pensar em",
            "pensar no",
            "think of",
            "think about",
            "similar a",
            "similar to");
    diagram = words.any("[DIAGRAM:", "[VISUAL:", "[IMAGE:", "flowchart", "diagrama", "gráfico");
    picture = words.any("visual", "imagem", "screenshot");
  }

  @Override
  public int points(LessonText text) {
    int found = text.count(analogies, text.whole());
    return (found >= 2 ? 10 : found == 1 ? 5 : 0)
        + (diagram.in(text) ? 10 : picture.in(text) ? 5 : 0);
  }
}
