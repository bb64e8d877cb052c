package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Full text: words of lessons, in the language of their course. */
@TestInstance(Lifecycle.PER_CLASS)
final class SearchTest {
  private final SchemaDatabase database = SchemaDatabase.migrated();

  @AfterAll
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "introdução, a",
    "introducao, a",
    "introduções, a",
    "INTRODUCOES, a",
    "e-mail, a",
    "prático, a",
    "praticas, a",
    "'\"introdução aos módulos\"', a",
    "módulo -prática, b",
    "modulos, a;b",
    "snake_case, b",
    "nada, ''",
    "'prática nada', ''",
  })
  void wordsShouldBeFoundWithoutAccentsAndByStemInPortuguese(String words, String found) {
    new TypedCourse(database, "portuguese")
        .lesson("a", "# Introdução aos módulos\n\nPráticas com **e-mail**; introduções.")
        .lesson("b", "Um módulo com snake_case.")
        .commit();

    assertThat(String.join(";", search("portuguese", words, "pt"))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"writes, a", "writing, a", "resume, a", "résumé, a", "reads, ''"})
  void wordsShouldBeFoundByStemInEnglish(String words, String found) {
    new TypedCourse(database, "english")
        .language("en")
        .lesson("a", "He is writing a résumé.")
        .commit();

    assertThat(String.join(";", search("english", words, "en"))).isEqualTo(found);
  }

  @Test
  void lessonsShouldBeEnteredAnewWhenTheLanguageOfTheCourseChanges() {
    TypedCourse course = new TypedCourse(database, "turned").lesson("a", "He was writing.");
    course.commit();

    course.language("en").project();

    assertThat(search("turned", "write", "en")).containsExactly("a");
  }

  @Test
  void lessonsShouldBeEnteredWhenTheyWereLeftOutBefore() {
    TypedCourse course = new TypedCourse(database, "late").lesson("a", "Olá").notSearchable();
    course.commit();
    List<String> before = search("late", "ola", "pt");

    course.searchable().project();

    assertThat(before).isEmpty();
    assertThat(search("late", "ola", "pt")).containsExactly("a");
  }

  @Test
  void titleShouldWeighMoreThanText() {
    new TypedCourse(database, "weights")
        .lesson("rimas", "Um texto.")
        .lesson("b", "Um texto sobre rimas.")
        .commit();

    assertThat(
            database.strings(
                "select file_path from public.course_lessons l,"
                    + " creatoros.search_query('rima', 'pt') q where l.search @@ q"
                    + " order by ts_rank(l.search, q) desc"))
        .containsExactly("rimas", "b");
  }

  @Test
  void vectorShouldBeTheSameWhicheverWayTheTextCame() {
    assertThat(
            database.string(
                "select creatoros.search_vector('t', '', 'É Δ' collate \"C\", 'pt')"
                    + " = creatoros.search_vector('t', '', 'É Δ' collate \"default\", 'pt')"))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_", "a-", "_", "<a", "a.b@", "/x", "\"", "a:", "&", "1e", "\u0301"})
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void vectorShouldBeMadeQuicklyWhateverTheText(String part) {
    assertThat(
            database.strings(
                "select length(creatoros.search_vector('t', '', repeat(?, 400000), 'pt'))::text",
                part))
        .hasSize(1);
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void excerptShouldBeCutQuicklyWhateverTheText() {
    assertThat(
            database.string(
                "select creatoros.excerpt(repeat('a_', 200000) || ' nota',"
                    + " creatoros.search_query('nota', 'pt'), 'pt')"))
        .isNotEmpty();
  }

  @Test
  void vectorShouldHoldLessWhenTextHasMoreWordsThanItCanHold() {
    assertThat(
            database.string(
                "select length(creatoros.search_vector('título', '',"
                    + " (select string_agg(md5(i::text), ' ') from generate_series(1, 100000) i),"
                    + " 'pt')) between 1000 and 100000"))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\"", "-", "!!!", "a & | b", "':*", "\"a", "--a"})
  void queryShouldNotFailWhateverIsAsked(String words) {
    assertThat(database.strings("select creatoros.search_query(?)::text", words)).hasSize(1);
  }

  @Test
  void excerptShouldMarkTheWords() {
    assertThat(
            database.string(
                "select creatoros.excerpt('Tudo sobre módulos e notas.',"
                    + " creatoros.search_query('modulo', 'pt'), 'pt')"))
        .isEqualTo("Tudo sobre «módulos» e notas");
  }

  private List<String> search(String course, String words, String language) {
    return database.strings(
        "select l.file_path from public.course_lessons l"
            + " join creatoros.courses c on c.id = l.course_id and c.path = ?"
            + " where l.search @@ creatoros.search_query(?)"
            + " and l.search @@ creatoros.search_query(?, ?) order by l.file_path",
        course,
        words,
        words,
        language);
  }
}
