package io.creatoros.testkit;

import static io.creatoros.testkit.QuerySamples.none;
import static io.creatoros.testkit.QuerySamples.paths;
import static io.creatoros.testkit.QuerySamples.plain;
import static io.creatoros.testkit.QuerySamples.score;
import static io.creatoros.testkit.QuerySamples.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lessons are found by their words, in the language of their course. */
public interface QueriesSearchContract extends QueriesHome {

  @Test
  default void searchShouldIgnoreAccentsCaseAndEndingsInTheLanguageOfTheCourse() {
    new TypedCourse("pt")
        .piece("language", "pt")
        .lesson("1.md", "As AUTOMAÇÕES da padaria")
        .lesson("2.md", "O pão")
        .commit(mirror());
    new TypedCourse("en")
        .piece("language", "en")
        .lesson("1.md", "She was running a bakery")
        .commit(mirror());

    assertThat(search("automacao")).containsExactly("pt/1.md");
    assertThat(search("AUTOMAÇÃO")).containsExactly("pt/1.md");
    assertThat(search("pao")).containsExactly("pt/2.md");
    assertThat(search("runs")).containsExactly("en/1.md");
  }

  @Test
  default void searchShouldFindTitlesAndTakePhrasesAndWordsToLeaveOut() {
    new TypedCourse("c")
        .piece("language", "pt")
        .lesson("1.md", "moer grãos finos", Map.of("title", "Espresso"))
        .lesson("2.md", "grãos para moer", Map.of("title", "Coado"))
        .commit(mirror());

    assertThat(search("espresso")).containsExactly("c/1.md");
    assertThat(search("moer graos")).containsExactlyInAnyOrder("c/1.md", "c/2.md");
    assertThat(search("\"moer grãos\"")).containsExactly("c/1.md");
    assertThat(search("grãos -finos")).containsExactly("c/2.md");
    assertThat(search("grãos chá")).isEmpty();
  }

  @Test
  default void searchShouldShowWhereTheWordsStand() {
    new TypedCourse("c")
        .piece("language", "pt")
        .lesson("1.md", "# Água\n\nA extração muda com a temperatura da água.")
        .commit(mirror());

    List<LessonHit> hits = queries().search(new LessonSearch("extracao", none(), none(), 10));

    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).excerpt()).contains("«extração» muda");
    assertThat(hits.get(0).lesson()).isEqualTo(plain("1.md"));
  }

  @Test
  default void searchShouldKeepToPersonaScoreLimitAndProject() {
    new TypedCourse("ana")
        .piece("persona", "ana")
        .lesson("high.md", "café", scored(30, 70, "passed", 1))
        .lesson("low.md", "café", scored(10, 70, "failed", 1))
        .lesson("unscored.md", "café")
        .commit(mirror());
    new TypedCourse("bia")
        .piece("persona", "bia")
        .lesson("high.md", "café", scored(20, 70, "failed", 1))
        .commit(mirror());
    try (CourseMirror other = otherProject()) {
      new TypedCourse("elsewhere").lesson("1.md", "café").commit(other);
    }

    assertThat(search("cafe"))
        .containsExactlyInAnyOrder("ana/high.md", "ana/low.md", "ana/unscored.md", "bia/high.md");
    assertThat(paths(queries().search(new LessonSearch("cafe", Optional.of("ana"), none(), 10))))
        .containsExactlyInAnyOrder("ana/high.md", "ana/low.md", "ana/unscored.md");
    assertThat(paths(queries().search(new LessonSearch("cafe", none(), score("0.67"), 10))))
        .containsExactlyInAnyOrder("ana/high.md", "bia/high.md");
    assertThat(queries().search(new LessonSearch("cafe", none(), none(), 2))).hasSize(2);
  }

  @Test
  default void searchShouldFindNothingWhenNothingIsAskedFor() {
    new TypedCourse("c").lesson("1.md", "café").commit(mirror());

    for (String words : List.of("", "  ", "\"", "((&|!", "-", "\u0000", "'; drop table x; --")) {
      assertThat(search(words)).as(words).isEmpty();
    }
  }

  @Test
  default void searchShouldSayWhenLessonsAreNotIndexed() {
    new TypedCourse("c").lesson("1.md", "café").notSearchable().commit(mirror());

    assertThatThrownBy(() -> search("cafe"))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("SEARCH_NOT_INDEXED");
              assertThat(failure.remedy()).contains("creatoros sync --full --set search=on");
            });
  }

  @Test
  default void searchShouldMissNoneOfTheLessonsThatAreNotIndexed() {
    new TypedCourse("b").lesson("1.md", "café").commit(mirror());
    new TypedCourse("a").lesson("1.md", "café").notSearchable().commit(mirror());

    assertThatThrownBy(() -> search("cafe")).isInstanceOf(StorageRejectedException.class);
    new TypedCourse("a").lesson("1.md", "café").commit(mirror());

    assertThat(search("cafe")).containsExactlyInAnyOrder("a/1.md", "b/1.md");
  }

  private List<String> search(String words) {
    return paths(queries().search(new LessonSearch(words, none(), none(), 10)));
  }
}
