package io.creatoros.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.app.CreatorOs;
import io.creatoros.app.cli.Databases;
import io.creatoros.app.config.ConfigException;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.MirrorOutcome;
import io.creatoros.core.dualwrite.OwedReason;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.LessonDraft;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.verify.Verification;
import io.creatoros.core.verify.VerifyVerdict;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that writes courses gets, for every kind of mirror. */
class CreatorOsTest {

  private static final CourseId COURSE = new CourseId("coffee");

  @TempDir private Path home;

  @Test
  void lessonShouldBeAFileAndNoMoreWhenThereIsNoMirror() {
    try (CreatorOs creatorOs = builder().mirror("none").build()) {
      Persisted answer = lesson(creatorOs, "# Beans\n");

      assertThat(answer.mirror()).isEqualTo(new MirrorOutcome.Disabled());
      assertThat(file(answer)).hasContent("# Beans\n");
      assertThatThrownBy(() -> creatorOs.queries().courses())
          .isInstanceOf(StorageRejectedException.class)
          .satisfies(e -> assertThat(((StorageException) e).code()).isEqualTo("MIRROR_NONE"));
      assertThatThrownBy(creatorOs::sync).isInstanceOf(StorageRejectedException.class);
    }
  }

  @Test
  void lessonShouldBeInTheServersMirrorWhenAUrlNamesOne() {
    try (TestDatabase database = Databases.migrated();
        CreatorOs creatorOs = builder().set("database.url", Urls.of(database)).build()) {
      Persisted answer = lesson(creatorOs, "# Beans\n");

      assertThat(answer.mirror()).isEqualTo(new MirrorOutcome.Applied(1));
      assertThat(creatorOs.queries().lessons(COURSE)).hasSize(1);
      assertThat(creatorOs.queries().courses())
          .extracting(CourseOverview::course)
          .containsExactly(COURSE);
      assertThat(verdicts(creatorOs.verify())).containsExactly(VerifyVerdict.EQUAL);
    }
  }

  @Test
  void lessonShouldBeInTheEmbeddedMirrorWhenNothingElseIsSaid() {
    try (CreatorOs creatorOs =
        builder().set("embedded.home", home.resolve("postgres").toString()).build()) {
      assertThat(lesson(creatorOs, "# Beans\n").mirror()).isEqualTo(new MirrorOutcome.Applied(1));
      assertThat(creatorOs.queries().lessons(COURSE)).hasSize(1);
    }

    assertThat(home.resolve("postgres")).isDirectory();
  }

  @Test
  void lessonShouldBeInTheMirrorOfTheAdapterThatIsNamed() {
    try (CreatorOs creatorOs = pocket().set("adapter.row", "4").project("escola").build()) {
      assertThat(lesson(creatorOs, "# Beans\n").mirror()).isEqualTo(new MirrorOutcome.Applied(1));
      assertThat(verdicts(creatorOs.verify())).containsExactly(VerifyVerdict.EQUAL);
      assertThat(PocketAdapter.lastSettings().project()).isEqualTo("escola");
      assertThat(PocketAdapter.lastSettings().value("row")).contains("4");
      assertThatThrownBy(() -> creatorOs.queries().courses())
          .isInstanceOf(StorageRejectedException.class)
          .hasMessageContaining(PocketAdapter.NAME)
          .satisfies(
              e -> assertThat(((StorageException) e).code()).isEqualTo("QUERIES_NOT_OFFERED"));
    }
  }

  @Test
  void lessonShouldBeOwedWhileTheMirrorCannotBeOpened() {
    List<String> told = new ArrayList<>();
    try (CreatorOs creatorOs =
        builder()
            .set("database.url", Urls.ofNobody())
            .onMirrorFailure((course, outcome) -> told.add(course + " " + outcome.name()))
            .build()) {
      Persisted answer = lesson(creatorOs, "# Beans\n");

      assertThat(file(answer)).hasContent("# Beans\n");
      assertThat(answer.mirror())
          .isInstanceOfSatisfying(
              MirrorOutcome.Owed.class,
              owed -> assertThat(owed.reason()).isEqualTo(OwedReason.UNAVAILABLE));
      assertThat(told).containsExactly("coffee OWED");
      assertThatThrownBy(creatorOs::sync).isInstanceOf(StorageUnavailableException.class);
    }
  }

  @Test
  void buildShouldFailFastWhenTheMirrorHasAnotherSchema() {
    try (TestDatabase bare = TestPostgres.freshDatabase()) {
      CreatorOs.Builder builder = builder().set("database.url", Urls.of(bare));

      assertThatThrownBy(builder::build).isInstanceOf(StorageSchemaException.class);

      try (CreatorOs creatorOs = builder.persisting(false).build()) {
        assertThat(lesson(creatorOs, "# Beans\n").mirror()).isEqualTo(new MirrorOutcome.Disabled());
      }
    }
  }

  @Test
  void mirrorShouldBeLeftAloneUntilTheFileSwitchesItOn() throws IOException {
    Files.createDirectories(home.resolve("courses"));
    settings("mirror: pocket\nadapter:\n  pocket: " + UUID.randomUUID() + "\n");
    try (CreatorOs creatorOs =
        CreatorOs.builder()
            .workspace(home.resolve("courses"))
            .environment(Map.of())
            .set("write-budget", "60s")
            .build()) {
      assertThat(lesson(creatorOs, "# One\n").mirror()).isEqualTo(new MirrorOutcome.Disabled());

      settings("mirror: pocket\ndb-persist: on\n");
      assertThat(lesson(creatorOs, "# Two\n").mirror()).isEqualTo(new MirrorOutcome.Applied(1));

      settings("mirror: pocket\ndb-persist: off\n");
      assertThat(lesson(creatorOs, "# Three\n").mirror()).isEqualTo(new MirrorOutcome.Disabled());
      assertThat(creatorOs.sync().courses())
          .filteredOn(course -> course.course().equals(COURSE))
          .extracting(CourseReport::written)
          .containsExactly(1);
      assertThat(verdicts(creatorOs.verify())).containsExactly(VerifyVerdict.EQUAL);
    }
  }

  @Test
  void mirrorShouldBeWrittenWhileTheProgramSaysSo() {
    AtomicBoolean on = new AtomicBoolean();
    try (CreatorOs creatorOs = pocket().persisting(on::get).build()) {
      assertThat(lesson(creatorOs, "# One\n").mirror()).isEqualTo(new MirrorOutcome.Disabled());
      on.set(true);
      assertThat(lesson(creatorOs, "# Two\n").mirror()).isEqualTo(new MirrorOutcome.Applied(1));
    }
  }

  @Test
  void pendingLessonsShouldBeSentWhenItIsClosed() {
    CreatorOs.Builder builder = pocket().set("write-behind", "on");
    Persisted answer;
    try (CreatorOs creatorOs = builder.build()) {
      answer = lesson(creatorOs, "# Beans\n");
      assertThat(answer.mirror()).isEqualTo(new MirrorOutcome.Pending());
    }

    assertThat(answer.settled()).isCompletedWithValue(new MirrorOutcome.Applied(1));
  }

  @Test
  void metersShouldBeKeptWhereTheProgramSays() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (CreatorOs creatorOs = pocket().meters(meters).build()) {
      lesson(creatorOs, "# Beans\n");
    }

    assertThat(
            meters
                .get("creatoros.writes")
                .tags("leg", "mirror", "outcome", "applied")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void closeShouldBearRepetition() {
    CreatorOs creatorOs = pocket().build();
    lesson(creatorOs, "# Beans\n");

    creatorOs.close();
    creatorOs.close();

    assertThatThrownBy(() -> lesson(creatorOs, "# More beans\n"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void buildShouldNameEveryProblemOfTheConfiguration() {
    CreatorOs.Builder wrong = builder().mirror("purse").set("write-budget", "soon");

    assertThatThrownBy(wrong::build)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("purse")
        .hasMessageContaining("write-budget");
    assertThat(home.resolve("courses")).doesNotExist();
  }

  private CreatorOs.Builder builder() {
    return CreatorOs.builder()
        .workspace(home.resolve("courses"))
        .environment(Map.of())
        .set("write-budget", "60s")
        .persisting(true);
  }

  private CreatorOs.Builder pocket() {
    return builder().mirror("pocket").set("adapter.pocket", UUID.randomUUID().toString());
  }

  private static Persisted lesson(CreatorOs creatorOs, String text) {
    return creatorOs.persister().persistLesson(COURSE, LessonDraft.of("1.1", text));
  }

  private Path file(Persisted answer) {
    return home.resolve("courses").resolve("coffee").resolve(answer.files().get(0).path().value());
  }

  private void settings(String yaml) throws IOException {
    Files.writeString(home.resolve("courses/creatoros.yaml"), yaml);
  }

  private static List<VerifyVerdict> verdicts(Verification verification) {
    return verification.courses().stream()
        .filter(course -> course.course().equals(COURSE))
        .map(course -> course.verdict())
        .toList();
  }
}
