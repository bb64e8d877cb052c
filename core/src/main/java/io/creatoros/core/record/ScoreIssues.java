package io.creatoros.core.record;

import io.creatoros.core.quality.DidaticaScore;
import io.creatoros.core.quality.GpsScore;
import io.creatoros.core.quality.LessonScores;
import io.creatoros.core.record.Review.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the scores and the length of a lesson say in words, which are those of the first scorer. */
final class ScoreIssues {

  private static final String PEDAGOGICAL = "pedagogical";
  private static final String CONTENT = "content";

  private static final Map<String, String> WARNINGS =
      Map.of(
          GpsScore.NO_OUTCOMES, "Goal section lacks clear outcomes/promises",
          GpsScore.NO_EMPATHY, "Position section lacks empathy/validation",
          GpsScore.NO_SUBSECTIONS, "Steps section lacks structured subsections");

  private final List<Issue> issues = new ArrayList<>();

  private ScoreIssues() {}

  /** The issues: errors of the GPS, warnings of the other two, then hints. */
  static List<Issue> of(LessonScores scores, int words) {
    ScoreIssues all = new ScoreIssues();
    all.addGps(scores.gps());
    all.addDidatica(scores.didatica());
    if (words < Validation.LEAST_WORDS) {
      String text = "Too short (" + words + " words, min " + Validation.LEAST_WORDS + ")";
      all.issues.add(new Issue(text, "warning", CONTENT));
    }
    for (String code : scores.gps().warnings()) {
      String text = WARNINGS.get(code);
      if (text != null) {
        all.issues.add(new Issue(text, "info", PEDAGOGICAL));
      }
    }
    return all.issues;
  }

  private void addGps(GpsScore gps) {
    addMissing(gps.goal(), "G (Goal)");
    addMissing(gps.position(), "P (Position)");
    addMissing(gps.steps(), "S (Steps)");
  }

  private void addMissing(boolean there, String part) {
    if (!there) {
      issues.add(new Issue("Missing " + part + " section", "error", PEDAGOGICAL));
    }
  }

  /** One recommendation for each element below its most points, unless the sum passes. */
  private void addDidatica(DidaticaScore score) {
    if (score.passes()) {
      return;
    }
    recommend(score.hookEmocional(), 15, "Add stronger emotional hook in Goal section");
    recommend(score.conceitosPrimordiais(), 20, "Add clearer foundational concept explanations");
    recommend(score.linkTransicao(), 10, "Add explicit transition links between concepts");
    recommend(score.perguntaReflexiva(), 15, "Add more reflective questions (target: 2-3)");
    recommend(score.analogiasDiagramas(), 20, "Add analogies and diagram descriptions");
    recommend(
        score.revisaoEstruturada(), 10, "Add structured review (Before → After transformation)");
    recommend(score.acaoRapida(), 10, "Add 2-minute quick action exercise");
  }

  private void recommend(int points, int most, String recommendation) {
    if (points < most) {
      issues.add(new Issue(recommendation, "warning", PEDAGOGICAL));
    }
  }
}
