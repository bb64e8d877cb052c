package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.projection.FactsJson;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.TypedCourse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typed rows and facts that no reader ever wrote, and a schema that somebody took apart. */
final class HostileRowsTest {
  private static final CourseId COURSE = new CourseId("curso");

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));
  private final TypedCourse course = new TypedCourse("curso").lesson("1.md", "# Um");

  @BeforeEach
  void commit() {
    course.commit(mirror);
  }

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void factsShouldBeUnknownWhenTheyAreNoFacts() {
    for (String facts : List.of("", "no json", "[]", "{\"understood\":7}", "[".repeat(20_000))) {
      hand.execute("update creatoros.files set facts_version = 1, facts = ?", facts);

      StoredFacts stored = mirror.facts(COURSE).get(new ArtifactPath("1.md"));

      assertThat(FactsJson.read(stored)).as(facts).isEmpty();
    }
  }

  @Test
  void rowsShouldBeReadAsTheyAreWhenColumnsWereEdited() {
    hand.execute(
        "update public.content_pieces set keywords = '[null, {\"a\": 1e300}, \"\\u0001\"]'");
    hand.execute("update public.course_metadata set icp = 'null', course_brief = ''");

    TypedRows rows = mirror.rows(COURSE);

    assertThat(rows.rows()).hasSize(3);
    assertThat(mirror.queries().courses()).hasSize(1);
    assertThat(mirror.queries().export(COURSE)).isPresent();
  }

  @Test
  void rowsShouldNameTheRowThatCannotBeReadUntilItIsHealed() {
    hand.execute(
        "update public.course_metadata set curriculum = ?::jsonb",
        "{\"a\":".repeat(3000) + "1" + "}".repeat(3000));

    assertThatThrownBy(() -> mirror.rows(COURSE))
        .isInstanceOfSatisfying(
            CorruptRecordException.class, isCalled("DB_ROW_UNREADABLE", "creatoros sync --full"))
        .hasMessageContaining("course_metadata");
    mirror.commit(COURSE, 1, "me", List.of(), Optional.of(healing(course.projection())));

    assertThat(mirror.rows(COURSE).rows()).hasSize(3);
  }

  @Test
  void rowsShouldNameARefusalOfATableThatIsNone() {
    hand.execute(
        "alter table creatoros.refused_rows drop constraint refused_rows_table_name_check");
    hand.execute(
        "insert into creatoros.refused_rows select id, 'x', 'y', 'z', '', 1 from"
            + " creatoros.courses");

    assertThatThrownBy(() -> mirror.rows(COURSE))
        .isInstanceOfSatisfying(
            CorruptRecordException.class, isCalled("DB_ROW_UNREADABLE", "creatoros sync --full"));
  }

  @Test
  void commitAndQuestionsShouldNameTheSchemaWhenATableIsGone() {
    hand.execute("drop table public.course_lessons cascade");

    assertThatThrownBy(
            () -> mirror.commit(COURSE, 1, "me", List.of(), Optional.of(course.projection())))
        .isInstanceOfSatisfying(
            StorageSchemaException.class, isCalled("DB_SCHEMA", "creatoros migrate"));
    assertThatThrownBy(() -> mirror.queries().courses())
        .isInstanceOfSatisfying(
            StorageSchemaException.class, isCalled("DB_SCHEMA", "creatoros migrate"));
  }

  private static Projection healing(Projection projection) {
    return new Projection(
        projection.version(),
        projection.facts(),
        projection.rows(),
        projection.texts(),
        projection.personas(),
        true,
        projection.searchable());
  }

  private static <T extends StorageException> Consumer<T> isCalled(String code, String remedy) {
    return failure -> {
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure.remedy().orElseThrow()).contains(remedy);
    };
  }
}
