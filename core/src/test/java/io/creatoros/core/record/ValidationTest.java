package io.creatoros.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.quality.DidaticaScore;
import io.creatoros.core.quality.GpsScore;
import io.creatoros.core.quality.LessonScores;
import io.creatoros.core.record.Review.Issue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

  private static final Sha256 CURRENT = Sha256.of("the lesson as it is".getBytes());
  private static final Sha256 EARLIER = Sha256.of("the lesson as it was".getBytes());
  private static final DidaticaScore FULL = new DidaticaScore(15, 20, 10, 15, 20, 10, 10);

  @ParameterizedTest
  @CsvSource({
    "true,  70, 500, passed",
    "true,  69, 500, warning",
    "true,  70, 499, warning",
    "true,   0,   0, warning",
    "false, 70, 500, failed",
    "false,  0,   0, failed"
  })
  void ofShouldJudgeByGpsFirstThenByDidaticaAndLength(
      boolean gps, int didatica, int words, String status) {
    LessonScores scores = new LessonScores(gps(gps), points(didatica));

    assertThat(byScores(scores, words).status()).isEqualTo(status);
  }

  @Test
  void ofShouldNameWhatIsWrongFromTheWorst() {
    LessonScores scores =
        new LessonScores(
            new GpsScore(false, true, false, List.of(GpsScore.NO_EMPATHY)),
            new DidaticaScore(14, 19, 10, 15, 0, 10, 9));

    assertThat(byScores(scores, 321).issues())
        .containsExactly(
            new Issue("Missing G (Goal) section", "error", "pedagogical"),
            new Issue("Missing S (Steps) section", "error", "pedagogical"),
            new Issue("Too short (321 words, min 500)", "warning", "content"),
            new Issue("Position section lacks empathy/validation", "info", "pedagogical"));
  }

  @Test
  void ofShouldRecommendWhatElementsLackWhenDidaticaFails() {
    LessonScores scores = new LessonScores(gps(true), new DidaticaScore(14, 19, 9, 14, 0, 9, 4));

    assertThat(byScores(scores, 500).issues())
        .extracting(Issue::issue)
        .containsExactly(
            "Add stronger emotional hook in Goal section",
            "Add clearer foundational concept explanations",
            "Add explicit transition links between concepts",
            "Add more reflective questions (target: 2-3)",
            "Add analogies and diagram descriptions",
            "Add structured review (Before → After transformation)",
            "Add 2-minute quick action exercise");
    assertThat(byScores(scores, 500).issues())
        .allMatch(issue -> issue.severity().equals("warning"));
  }

  @Test
  void ofShouldRecommendNothingForElementsThatHaveAll() {
    LessonScores scores = new LessonScores(gps(true), new DidaticaScore(15, 20, 10, 15, 0, 9, 0));

    assertThat(byScores(scores, 500).issues())
        .extracting(Issue::issue)
        .containsExactly(
            "Add analogies and diagram descriptions",
            "Add structured review (Before → After transformation)",
            "Add 2-minute quick action exercise");
  }

  @Test
  void ofShouldFindNothingWrongWhenLessonIsComplete() {
    Validation validation = byScores(new LessonScores(gps(true), FULL), 500);

    assertThat(validation).isEqualTo(new Validation("passed", List.of(), Optional.empty()));
  }

  @Test
  void ofShouldFollowReviewerWhileTheBytesAreThoseThatWereJudged() {
    List<Issue> issues = List.of(new Issue("needs a picture", "info", "content"));
    Review review = new Review(Optional.empty(), CURRENT, "passed", issues, Optional.of("ana"));

    assertThat(Validation.of(new LessonScores(gps(false), FULL), 10, Optional.of(review), CURRENT))
        .isEqualTo(new Validation("passed", issues, Optional.of("ana")));
  }

  @Test
  void ofShouldForgetReviewerWhenTheBytesWereChanged() {
    Review review = new Review(Optional.empty(), EARLIER, "failed", List.of(), Optional.of("ana"));

    assertThat(Validation.of(new LessonScores(gps(true), FULL), 500, Optional.of(review), CURRENT))
        .isEqualTo(new Validation("passed", List.of(), Optional.empty()));
  }

  private static Validation byScores(LessonScores scores, int words) {
    return Validation.of(scores, words, Optional.empty(), CURRENT);
  }

  private static GpsScore gps(boolean complete) {
    return new GpsScore(true, complete, true, List.of());
  }

  private static DidaticaScore points(int points) {
    return new DidaticaScore(points, 0, 0, 0, 0, 0, 0);
  }
}
