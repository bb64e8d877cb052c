package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.query.ProjectStats;
import io.creatoros.core.query.ProjectStats.PersonaStats;
import io.creatoros.core.query.ValidationCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatsViewTest {

  private static final ProjectStats STATS =
      new ProjectStats(
          2,
          3,
          12,
          9000,
          15,
          new TreeMap<>(Map.of(30, 8, 20, 4)),
          new TreeMap<>(Map.of(60, 11, 100, 1)),
          new ValidationCounts(7, 1, 4, 0),
          List.of(
              new PersonaStats(
                  "marina", 1, 8, Overviews.score("0.9"), Overviews.score("0.7"), Optional.empty()),
              new PersonaStats("", 1, 4, Optional.empty(), Optional.empty(), Optional.empty())));

  @Test
  void statsShouldDrawDistributionsAndComparePersonas() {
    List<String> lines = new StatsView(STATS, Optional.of(13L)).outcome().lines();

    assertThat(lines)
        .contains("2 courses, 3 modules, 12 lessons, 9000 words")
        .contains("checked: 7 passed, 1 warning, 4 failed")
        .contains("lessons: 15 planned in curricula, 13 written here, 12 synced")
        .anyMatch(line -> line.matches(" {5}30  8  #{8}"))
        .anyMatch(line -> line.matches("  60–69  11  #{11}"))
        .anyMatch(line -> line.matches("    100   1  #"))
        .anyMatch(line -> line.matches("marina +1 +8 +0\\.90 +0\\.70 +-"))
        .anyMatch(line -> line.matches("\\(none\\) +1 +4 +- +- +-"));
  }

  @Test
  void statsShouldNotGuessWhatIsWrittenWithoutAWorkspace() {
    assertThat(new StatsView(STATS, Optional.empty()).outcome().lines())
        .contains("lessons: 15 planned in curricula, 12 synced");
  }

  @Test
  void barsShouldFitTheScreenAndShowWhatIsThereAtAll() {
    List<String> lines =
        Histogram.lines("X", new TreeMap<>(Map.of(1, 4000, 2, 2000, 3, 1)), String::valueOf);

    assertThat(lines.get(1)).endsWith(" " + "#".repeat(40));
    assertThat(lines.get(2)).endsWith(" " + "#".repeat(20));
    assertThat(lines.get(3)).endsWith(" #");
  }

  @Test
  void histogramShouldSayThatNothingIsScored() {
    assertThat(Histogram.lines("X", new TreeMap<>(), String::valueOf))
        .containsExactly("X", "  no lesson is scored");
  }
}
