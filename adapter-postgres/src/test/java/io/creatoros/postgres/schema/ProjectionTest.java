package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Typed rows as commits write them. */
final class ProjectionTest {
  private static final String WHERE_ROWS_STAND =
      """
      select 'p' || ctid || xmin from public.content_pieces union all
      select 'm' || ctid || xmin from public.course_metadata union all
      select 'l' || ctid || xmin from public.course_lessons order by 1
      """;

  private final SchemaDatabase database = SchemaDatabase.migrated();
  private final TypedCourse course =
      new TypedCourse(database, "curso").lesson("a.md", "Olá\r\n").lesson("b.md", "Tchau");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void commitShouldFillTextsFromContentsAndFromThoseGiven() {
    assertThat(course.commit())
        .isEqualTo("{\"status\": \"committed\", \"refused\": [], \"revision\": 1}");

    assertThat(texts()).containsExactly("Olá\r\n", "Tchau");
    assertThat(database.strings("select course_brief from public.course_metadata"))
        .containsExactly("um plano");
    assertThat(database.strings("select projection_version::text from creatoros.courses"))
        .containsExactly("7");
    assertThat(
            database.strings("select facts from creatoros.facts('default', 'curso') order by path"))
        .containsExactly("Olá\r\n", "Tchau");
  }

  @Test
  void rowsShouldNotBeTouchedWhenTheySayWhatTheySaid() {
    course.commit();
    List<String> before = database.strings(WHERE_ROWS_STAND);

    course.project();
    course.healing().project();

    assertThat(database.strings(WHERE_ROWS_STAND)).isEqualTo(before).hasSize(4);
  }

  @Test
  void onlyTheLessonShouldBeTouchedWhenItsFileChanges() {
    course.commit();
    List<String> before = database.strings(WHERE_ROWS_STAND);

    course.lesson("b.md", "Até logo").commit();

    List<String> after = database.strings(WHERE_ROWS_STAND);
    assertThat(after).hasSize(4);
    assertThat(before.stream().filter(row -> !after.contains(row)))
        .singleElement()
        .asString()
        .startsWith("l");
    assertThat(texts()).containsExactly("Olá\r\n", "Até logo");
    assertThat(
            database.strings(
                "select file_path from public.course_lessons where updated_at > created_at"))
        .containsExactly("b.md");
  }

  @Test
  void revisionShouldStayWhenOnlyRowsAreWritten() {
    course.commit();

    course.without("b.md").project();

    assertThat(texts()).containsExactly("Olá\r\n");
    assertThat(database.strings("select revision::text from creatoros.courses"))
        .containsExactly("1");
  }

  @Test
  void editedTextShouldBeWrittenAgainWhenHealing() {
    course.commit();
    database.execute(
        "update public.course_lessons set content_markdown = 'x' where file_path = 'a.md'");

    course.project();
    assertThat(texts()).containsExactly("x", "Tchau");
    course.healing().project();

    assertThat(texts()).containsExactly("Olá\r\n", "Tchau");
  }

  @Test
  void editedSearchShouldBeWrittenAgainWhenHealing() {
    course.commit();
    database.execute("update public.course_lessons set search = 'x'");

    course.healing().project();

    assertThat(database.strings("select search::text from public.course_lessons"))
        .hasSize(2)
        .doesNotContain("'x'");
  }

  @Test
  void editedColumnShouldBeWrittenAgain() {
    course.lessonValues("a.md", "\"gps_score\":0.9").commit();
    database.execute("update public.course_lessons set gps_score = 0.1, title = 'x'");

    course.project();

    assertThat(database.strings("select title || gps_score from public.course_lessons"))
        .contains("a.md0.90");
  }

  @Test
  void refusedRowShouldBeNamedAndOthersWritten() {
    String answer = course.lessonValues("a.md", "\"gps_score\":1.5").commit();

    assertThat(answer)
        .contains("\"code\": \"23514\"")
        .contains("\"path\": \"a.md\"")
        .contains("\"table\": \"course_lessons\"");
    assertThat(texts()).containsExactly("Tchau");
    assertThat(database.strings("select path || code || revision from creatoros.refused_rows"))
        .containsExactly("a.md235141");
    assertThat(
            database.strings(
                "select path from creatoros.typed_rows('default', 'curso')"
                    + " where table_name = 'refused'"))
        .containsExactly("a.md");
  }

  @Test
  void rowShouldBeRemovedWhenItsNextVersionIsRefusedAndReturnWhenMended() {
    course.commit();

    course.lessonValues("a.md", "\"bloom_level\":\"guess\"").project();
    assertThat(texts()).containsExactly("Tchau");
    course.lessonValues("a.md", "\"bloom_level\":\"apply\"").project();

    assertThat(texts()).containsExactly("Olá\r\n", "Tchau");
    assertThat(database.strings("select path from creatoros.refused_rows")).isEmpty();
  }

  @Test
  void otherRowsShouldBeRefusedTooWhenTheCourseItselfIs() {
    course.commit();

    String answer =
        course
            .pieceValues("\"type\":\"course\",\"title\":\"x\",\"keywords\":{},\"status\":\"draft\"")
            .project();

    assertThat(answer).contains("content_pieces").contains("course_metadata").contains("b.md");
    assertThat(database.strings("select path from creatoros.refused_rows")).hasSize(4);
    assertThat(texts()).isEmpty();
  }

  @Test
  void lessonShouldBeRefusedWhenItsTextHoldsNul() {
    String answer = course.lesson("c.md", "a\0b").commitWithoutFacts();

    assertThat(answer).contains("\"path\": \"c.md\"").contains("\"code\": \"22021\"");
    assertThat(texts()).containsExactly("Olá\r\n", "Tchau");
    assertThat(database.strings("select path from creatoros.files where path = 'c.md'")).hasSize(1);
  }

  @Test
  void performanceShouldBeKeptWhenCourseIsProjectedAgain() {
    course.commit();
    database.execute(
        "insert into public.content_performance (course_id, content_piece_id, views)"
            + " select course_id, id, 5 from public.content_pieces");

    course.pieceValues(
        "\"type\":\"course\",\"title\":\"Outro\",\"keywords\":[],\"status\":\"draft\"");
    course.project();

    assertThat(database.strings("select title from public.content_pieces"))
        .containsExactly("Outro");
    assertThat(database.strings("select views from public.content_performance"))
        .containsExactly("5");
  }

  @Test
  void typedRowsShouldShowWhatIsStoredNow() {
    course.commit();
    database.execute(
        "update public.course_lessons set content_markdown = 'x' where file_path = 'a.md'");

    assertThat(
            database.strings(
                "select path || (\"row\" ->> 'content_markdown')"
                    + " from creatoros.typed_rows('default', 'curso')"
                    + " where table_name = 'course_lessons' order by path"))
        .containsExactly("a.md" + TypedCourse.hash("x"), "b.md" + TypedCourse.hash("Tchau"));
    assertThat(
            database.string(
                "select \"row\" from creatoros.typed_rows('default', 'curso')"
                    + " where table_name = 'content_pieces'"))
        .isEqualTo(
            "{\"type\": \"course\", \"title\": \"Um curso\", \"status\": \"draft\","
                + " \"persona\": \"ana\", \"keywords\": [\"Notas\"], \"language\": \"pt\","
                + " \"piece_slug\": \"um-curso\"}");
  }

  @Test
  void typedRowsShouldTellWhereTheCourseStandsWhenItHasNone() {
    course.commit();
    database.execute("delete from public.content_pieces");

    assertThat(
            database.strings(
                "select course_revision || ' ' || projection_version || coalesce(table_name, '')"
                    + " from creatoros.typed_rows('default', 'curso')"))
        .containsExactly("1 7");
  }

  @Test
  void editsByHandShouldBeEnteredAndThoseOfCommitsNot() {
    course.commit();
    database.execute("update public.course_lessons set title = 'x' where file_path = 'a.md'");
    database.execute("update public.course_lessons set updated_at = now(), search = null");
    database.execute("delete from public.course_metadata");
    database.execute("truncate public.market_research");
    course.healing().project();

    assertThat(
            database.strings(
                "select table_name || ' ' || operation || ' ' || key"
                    + " from creatoros.foreign_edits order by id"))
        .containsExactly("course_lessons UPDATE {\"path\": \"a.md\"}", "course_metadata DELETE {}");
  }

  @Test
  void truncatedLessonsShouldBeEntered() {
    course.commit();

    database.execute("truncate public.course_lessons");

    assertThat(database.strings("select table_name || operation from creatoros.foreign_edits"))
        .containsExactly("course_lessonsTRUNCATE");
  }

  @Test
  void rowsShouldCountAsNotFittingWhenCommitBringsNoneAndWhenMoved() {
    course.commit();
    database.execute("select creatoros.move('default', 'curso', 'curso-2')");

    assertThat(database.strings("select projection_version::text from creatoros.courses"))
        .containsExactly("0");
    assertThat(texts()).hasSize(2);
  }

  @Test
  void referencesShouldBeAddedOnce() {
    for (int i = 0; i < 2; i++) {
      database.execute("select creatoros.ensure_references('p', '{\"ana\":\"Ana\",\"rui\":null}')");
    }

    assertThat(database.strings("select slug || ' ' || name from public.minds order by slug"))
        .containsExactly("ana Ana", "rui rui");
    assertThat(database.strings("select slug from public.content_projects")).containsExactly("p");
  }

  @Test
  void viewsShouldAnswer() {
    course
        .lessonValues(
            "a.md",
            "\"gps_score\":0.9,\"gps_points\":27,\"didatica_score\":0.8,\"didatica_points\":80,"
                + "\"word_count\":900,\"validation_status\":\"failed\",\"planned\":true")
        .commit();

    assertThat(
            database.string(
                "select concat_ws(' ', course, persona, lessons, words, average_gps, failed,"
                    + " unscored, errors, planned_lessons) from public.course_statistics"))
        .isEqualTo("curso ana 2 900 0.9000 1 1 1 4");
    assertThat(database.strings("select code || line from public.course_findings"))
        .containsExactly("A3");
    assertThat(database.strings("select failed || lessons::text from public.course_failures"))
        .containsExactly("1{a.md}");
    assertThat(
            database.strings(
                "select planned_written || ' ' || coverage from public.course_coverage"))
        .containsExactly("1 0.2500");
    assertThat(
            database.strings("select persona || courses || lessons from public.persona_statistics"))
        .containsExactly("ana12");
    assertThat(database.strings("select course_type || lessons from public.quality_statistics"))
        .containsExactly("technical2");
    assertThat(
            database.strings(
                "select score || points || ' ' || lessons from public.score_statistics"))
        .containsExactlyInAnyOrder("gps27 1", "didatica80 1");
    assertThat(database.strings("select lessons from public.monthly_statistics"))
        .containsExactly("2");
    assertThat(
            database.strings("select file_path from public.lesson_statistics order by file_path"))
        .containsExactly("a.md", "b.md");
  }

  private List<String> texts() {
    return database.strings(
        "select content_markdown from public.course_lessons order by file_path");
  }
}
