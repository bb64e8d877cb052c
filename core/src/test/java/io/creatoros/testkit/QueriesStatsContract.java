package io.creatoros.testkit;

import static io.creatoros.testkit.QuerySamples.none;
import static io.creatoros.testkit.QuerySamples.score;
import static io.creatoros.testkit.QuerySamples.scored;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.query.ProjectStats;
import io.creatoros.core.query.ProjectStats.PersonaStats;
import io.creatoros.core.query.ValidationCounts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The figures of a whole project. */
public interface QueriesStatsContract extends QueriesHome {

  @Test
  default void statsShouldCountAndComparePersonas() {
    new TypedCourse("1")
        .piece("persona", "ana")
        .piece("voice_fidelity_score", 0.8)
        .metadata("total_modules", 2)
        .metadata("declared_lessons", 10)
        .lesson("1.md", "um", scored(30, 75, "passed", 500))
        .lesson("2.md", "dois", scored(20, 70, "failed", 100))
        .commit(mirror());
    new TypedCourse("2")
        .piece("persona", "ana")
        .piece("voice_fidelity_score", 0.9)
        .lesson("1.md", "três", scored(30, 100, "warning", 1))
        .commit(mirror());
    new TypedCourse("3").metadata("total_modules", 1).lesson("1.md", "quatro").commit(mirror());

    assertThat(queries().stats())
        .isEqualTo(
            new ProjectStats(
                3,
                3,
                4,
                601,
                10,
                new TreeMap<>(Map.of(20, 1, 30, 2)),
                new TreeMap<>(Map.of(70, 2, 100, 1)),
                new ValidationCounts(1, 1, 1, 1),
                List.of(
                    new PersonaStats("", 1, 1, none(), none(), none()),
                    new PersonaStats("ana", 2, 3, score("0.89"), score("0.8167"), score("0.85")))));
  }

  @Test
  default void statsShouldBeZeroWhenThereAreNoCourses() {
    assertThat(queries().stats())
        .isEqualTo(
            new ProjectStats(
                0,
                0,
                0,
                0,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new ValidationCounts(0, 0, 0, 0),
                List.of()));
  }
}
