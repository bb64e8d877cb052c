package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.RESEARCH;
import static io.creatoros.testkit.SampleRows.VERSION;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.keeping;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.metadata;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.SampleRows.research;
import static io.creatoros.testkit.SampleRows.untouched;
import static io.creatoros.testkit.SampleRows.with;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CommitResult.Committed;
import io.creatoros.core.course.CommitResult.ContentsMissing;
import io.creatoros.core.course.CommitResult.CourseMoved;
import io.creatoros.core.course.CommitResult.FilesMoved;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.projection.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Facts and typed rows: written with the bytes or not at all, and read back as they are now. */
public interface MirrorProjectionContract extends MirrorHome {

  /** The course that these tests write. */
  CourseId COURSE = new CourseId("nova-formacao/clone-ia");

  /** The course's brief. */
  byte[] BRIEF = text("# Clone IA\r\n\r\n\"Objetivo\": café \ud83c\udfaf\n");

  /** A lesson. */
  byte[] FIRST = text("# Primeira\n\nOlá.\n");

  /** Another one. */
  byte[] SECOND = text("# Segunda\n");

  /** The first lesson's file. */
  String A = "lessons/1.1-a.md";

  /** The second lesson's file. */
  String B = "lessons/1.2-b.md";

  @Test
  default void commitShouldWriteRowsAndFactsWithTheFiles() {
    Map<String, String> facts =
        Map.of(A, "{\"understood\":{\"lesson\":{\"title\":\"\\\"A\\\"\"}}}");

    committed(first(keeping(wholeCourse(), facts)));

    assertThat(mirror().rows(COURSE))
        .isEqualTo(rows(piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1")));
    assertThat(facts()).isEqualTo(facts);
    assertThat(head()).isEqualTo(new CourseHead(COURSE, 1, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void rowsAndFactsShouldBeAbsentWhenCourseIs() {
    assertThat(mirror().rows(COURSE)).isEqualTo(TypedRows.absent());
    assertThat(mirror().facts(COURSE)).isEmpty();
  }

  @Test
  default void rowsShouldBeAbsentWhenTheyWereNeverProjected() {
    committed(first(Optional.empty()));

    assertThat(mirror().rows(COURSE)).isEqualTo(new TypedRows(1, 0, rows().rows(), List.of()));
    assertThat(head().projection()).isZero();
  }

  @Test
  default void rowsShouldTellHowManyLessonsAreNotInTheIndex() {
    committed(first(SampleRows.unsearchable(wholeCourse())));
    assertThat(mirror().rows(COURSE).unindexed()).isEqualTo(2);

    committed(commit(1, List.of(), SampleRows.healing(wholeCourse())));

    assertThat(mirror().rows(COURSE).unindexed()).isZero();
  }

  @Test
  default void commitShouldNotAdvanceRevisionWhenRowsAloneChange() {
    committed(first(wholeCourse()));

    Committed result = project("other:/courses", piece("Outro título"), brief(1), lessonA("0.5"));

    assertThat(result).isEqualTo(new Committed(1));
    assertThat(mirror().rows(COURSE))
        .isEqualTo(rows(piece("Outro título"), brief(1), lessonA("0.5")));
    assertThat(head()).isEqualTo(new CourseHead(COURSE, 1, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void commitShouldKeepFactsAloneBesideFilesThatAreThere() {
    committed(first(keeping(wholeCourse(), Map.of(A, "{}"))));

    Map<String, String> more = Map.of(A, "{\"a\":1}", B, "{\"b\":[]}", "nowhere.md", "{}");
    committed(commit(1, List.of(), keeping(wholeCourse(), more)));

    assertThat(facts()).isEqualTo(Map.of(A, "{\"a\":1}", B, "{\"b\":[]}"));
    assertThat(head().revision()).isEqualTo(1);
  }

  @Test
  default void commitShouldChangeNothingWhenProjectionIsRepeated() {
    committed(first(wholeCourse()));
    TypedRows before = mirror().rows(COURSE);
    CourseHead head = head();

    assertThat(commit(1, List.of(), wholeCourse())).isEqualTo(new Committed(1));
    assertThat(commit(1, List.of(), healing(wholeCourse()))).isEqualTo(new Committed(1));

    assertThat(mirror().rows(COURSE)).isEqualTo(before);
    assertThat(head()).isEqualTo(head);
  }

  @Test
  default void commitShouldChangeNothingWhenItHasNeitherChangesNorProjection() {
    committed(first(wholeCourse()));
    TypedRows before = mirror().rows(COURSE);

    assertThat(mirror().commit(COURSE, 1, "other", List.of(), Optional.empty()))
        .isEqualTo(new Committed(1));

    assertThat(mirror().rows(COURSE)).isEqualTo(before);
    assertThat(head()).isEqualTo(new CourseHead(COURSE, 1, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void rowsShouldStayAndCountAsOldWhenFilesAreCommittedWithoutProjection() {
    committed(first(keeping(wholeCourse(), Map.of(A, "{\"a\":1}", B, "{\"b\":1}"))));
    TypedRows before = mirror().rows(COURSE);

    writer().write(COURSE, A, text("# Anew\n"));

    assertThat(mirror().rows(COURSE))
        .isEqualTo(new TypedRows(2, 0, before.rows(), before.refused()));
    assertThat(head().projection()).isZero();
    assertThat(facts()).as("facts of the bytes that are there").isEqualTo(Map.of(B, "{\"b\":1}"));
  }

  @Test
  default void factsShouldGoWhenTheirFileIsDeleted() {
    committed(first(keeping(wholeCourse(), Map.of(A, "{}", B, "{}"))));
    Change delete = new Change.Delete(new ArtifactPath(B), Sha256.of(SECOND));

    committed(commit(1, List.of(delete), projection(piece("Clone IA"), brief(1), lessonA("0.5"))));

    assertThat(facts()).containsOnlyKeys(A);
    assertThat(mirror().rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(A));
  }

  @Test
  default void rowShouldBeRemovedWhenItIsNotProjectedAnyMore() {
    Sha256 analysis = Sha256.of(BRIEF);
    committed(first(projection(piece("Clone IA"), brief(1), lessonA("0.5"), research(analysis))));
    assertThat(mirror().rows(COURSE).rows()).containsKey(RESEARCH);

    project(ORIGIN, piece("Clone IA"), brief(1));

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), brief(1)));
  }

  @Test
  default void columnShouldBeEmptiedWhenItIsNotProjectedAnyMore() {
    committed(first(wholeCourse()));
    TypedRow scored = lessonA("0.5");
    var values = new TreeMap<>(scored.values());
    values.remove("gps_score");
    TypedRow bare = new TypedRow(scored.key(), values, new TreeMap<>());

    project(ORIGIN, piece("Clone IA"), brief(1), bare);

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), brief(1), bare));
  }

  @Test
  default void nothingShouldBeProjectedWhenCourseMoved() {
    committed(first(wholeCourse()));
    unchanged(() -> assertThat(commit(7, List.of(), other())).isEqualTo(new CourseMoved(1)));
  }

  @Test
  default void nothingShouldBeProjectedWhenFilesMoved() {
    committed(first(wholeCourse()));
    writer().upload(COURSE, text("x"));
    Change overNothing = put(A, text("x"));
    unchanged(
        () ->
            assertThat(commit(1, List.of(overNothing), other()))
                .isEqualTo(new FilesMoved(Set.of(new ArtifactPath(A)))));
  }

  @Test
  default void nothingShouldBeProjectedWhenContentsAreMissing() {
    committed(first(wholeCourse()));
    Change withoutBytes = put("lessons/1.3-c.md", text("never uploaded"));
    unchanged(
        () ->
            assertThat(commit(1, List.of(withoutBytes), other()))
                .isEqualTo(new ContentsMissing(Set.of(Sha256.of(text("never uploaded"))))));
  }

  @Test
  default void textShouldBeTheOneGivenWhenItIsNoFiles() {
    String mended =
        "Lição que não era UTF-8, com 'aspas' e \\ barra\r\n\ud83d\udc69\u200d\ud83c\udf93";
    Sha256 hash = Sha256.of(text(mended));
    TypedRow brief = metadata(1, hash);

    committed(first(with(projection(piece("Clone IA"), brief), Map.of(hash, mended))));

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), brief));
  }

  @Test
  default void textShouldFollowWhenFileChanges() {
    committed(first(wholeCourse()));
    byte[] anew = text("# Primeira, outra vez\n");
    writer().upload(COURSE, anew);
    TypedRow row = lesson(A, anew, "0.5");

    committed(
        commit(
            1,
            List.of(put(A, anew, Optional.of(Sha256.of(FIRST)))),
            projection(piece("Clone IA"), brief(2), row, lessonB("1"))));

    assertThat(mirror().rows(COURSE).rows().get(lesson(A))).isEqualTo(row);
    assertThat(mirror().rows(COURSE).revision()).isEqualTo(2);
  }

  @Test
  default void editedScoreShouldBeSeenAndHealed() {
    editedColumnShouldBeSeenAndHealed(lesson(A), "gps_score", "0.93");
  }

  @Test
  default void editedTitleShouldBeSeenAndHealed() {
    editedColumnShouldBeSeenAndHealed(PIECE, "title", "Título à mão");
  }

  @Test
  default void editedTextShouldBeSeenAndHealed() {
    editedColumnShouldBeSeenAndHealed(lesson(A), "content_markdown", "# Edited by hand\n");
    editedColumnShouldBeSeenAndHealed(METADATA, "course_brief", "edited by hand");
  }

  private void editedColumnShouldBeSeenAndHealed(RowKey key, String column, String value) {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    if (read(COURSE).head().revision() == 0) {
      committed(first(wholeCourse()));
    }
    TypedRows before = mirror().rows(COURSE);

    editTyped(COURSE, key, column, value);

    TypedRows edited = mirror().rows(COURSE);
    assertThat(edited.rows().get(key)).isNotEqualTo(before.rows().get(key));
    assertThat(edited.revision()).isEqualTo(1);
    committed(commit(1, List.of(), healing(wholeCourse())));
    assertThat(mirror().rows(COURSE)).isEqualTo(before);
  }

  @Test
  default void editedTextShouldShowByItsHash() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    committed(first(wholeCourse()));

    editTyped(COURSE, lesson(A), "content_markdown", "edited by hand");

    assertThat(mirror().rows(COURSE).rows().get(lesson(A)).texts())
        .isEqualTo(Map.of("content_markdown", Sha256.of(text("edited by hand"))));
  }

  @Test
  default void deletedRowShouldBeSeenAndHealed() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    committed(first(wholeCourse()));
    TypedRows before = mirror().rows(COURSE);

    deleteTyped(COURSE, lesson(A));

    assertThat(mirror().rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(B));
    committed(commit(1, List.of(), healing(wholeCourse())));
    assertThat(mirror().rows(COURSE)).isEqualTo(before);
  }

  @Test
  default void foreignEditsShouldNameEditedRowsAndNoProjection() {
    assumeTrue(capabilities().contains(Capability.NUMBERS_EDITS), "edits are not numbered");
    committed(first(wholeCourse()));
    project(ORIGIN, piece("Outro"), brief(1), lessonB("0.25"));
    committed(commit(1, List.of(), healing(wholeCourse())));
    assertThat(mirror().foreignEdits(COURSE, 0)).isEmpty();

    editTyped(COURSE, lesson(A), "gps_score", "0.93");
    editTyped(COURSE, METADATA, "total_lessons", "7");
    deleteTyped(COURSE, lesson(B));
    committed(commit(1, List.of(), healing(wholeCourse())));

    List<ForeignEdit> edits = mirror().foreignEdits(COURSE, 0);
    assertThat(edits)
        .extracting(
            edit ->
                edit.operation() + " " + edit.table() + edit.path().map(p -> " " + p).orElse(""))
        .containsExactly(
            "UPDATE course_lessons " + A, "UPDATE course_metadata", "DELETE course_lessons " + B);
    assertThat(head().edits()).isEqualTo(edits.get(2).number());
  }

  @Test
  default void refusedRowShouldBeNamedAndTheOthersWritten() {
    Committed result =
        (Committed) first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1")));

    assertThat(result.revision()).isEqualTo(1);
    assertThat(result.refused()).extracting(RefusedRow::key).containsExactly(lesson(A));
    assertThat(result.refused().get(0).code()).isNotEmpty();
    TypedRows rows = mirror().rows(COURSE);
    assertThat(rows.rows()).containsOnlyKeys(PIECE, METADATA, lesson(B));
    assertThat(rows.refused()).isEqualTo(result.refused());
    assertThat(head().refused()).isEqualTo(1);
    assertThat(head().projection()).isEqualTo(VERSION);
    assertThat(stored(COURSE, A, Evidence.RECOMPUTED).damaged()).isFalse();
  }

  @Test
  default void refusedRowShouldNotLeaveItsOldVersion() {
    committed(first(wholeCourse()));

    Committed result = project(ORIGIN, piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"));

    assertThat(result.refused()).extracting(RefusedRow::key).containsExactly(lesson(A));
    assertThat(mirror().rows(COURSE).rows()).doesNotContainKey(lesson(A));
  }

  @Test
  default void refusedRowShouldBeForgottenWhenItIsTaken() {
    committed(first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"))));

    Committed result = project(ORIGIN, piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1"));

    assertThat(result.refused()).isEmpty();
    assertThat(mirror().rows(COURSE))
        .isEqualTo(rows(piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1")));
    assertThat(head().refused()).isZero();
  }

  @Test
  default void refusedRowShouldBeForgottenWhenItIsNotProjectedAnyMore() {
    committed(first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"))));

    project(ORIGIN, piece("Clone IA"), brief(1), lessonB("1"));

    assertThat(mirror().rows(COURSE).refused()).isEmpty();
    assertThat(head().refused()).isZero();
  }

  @Test
  default void keptRowsShouldStayWhenAnotherIsSent() {
    committed(first(wholeCourse()));
    byte[] anew = text("# Segunda, outra vez\n");
    writer().upload(COURSE, anew);
    TypedRow row = lesson(B, anew, "0.7");

    CommitResult result =
        commit(
            1,
            List.of(put(B, anew, Optional.of(Sha256.of(SECOND)))),
            untouched(projection(row), PIECE, METADATA, lesson(A)));

    assertThat(result).isEqualTo(new Committed(2));
    assertThat(mirror().rows(COURSE).rows())
        .isEqualTo(rows(piece("Clone IA"), brief(2), lessonA("0.5"), row).rows());
    assertThat(head()).isEqualTo(new CourseHead(COURSE, 2, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void rowsShouldBeRemovedWhenTheyAreNeitherSentNorKept() {
    Sha256 analysis = Sha256.of(BRIEF);
    committed(
        first(
            projection(
                piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1"), research(analysis))));

    committed(commit(1, List.of(), untouched(projection(), PIECE, lesson(B))));

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), lessonB("1")));
  }

  @Test
  default void nothingShouldBeWrittenWhenAKeptRowIsNotThere() {
    committed(first(projection(piece("Clone IA"), brief(2), lessonA("0.5"))));
    writer().upload(COURSE, text("x"));
    Change put = put("lessons/1.3-c.md", text("x"));

    for (RowKey absent : List.of(lesson(B), RESEARCH)) {
      Projection kept = untouched(projection(lessonA("1")), PIECE, METADATA, absent);
      unchanged(() -> assertThat(commit(1, List.of(put), kept)).isEqualTo(new CourseMoved(1)));
    }
  }

  @Test
  default void refusedRowShouldNotBeThereToBeKept() {
    committed(first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"))));

    unchanged(
        () ->
            assertThat(
                    commit(
                        1,
                        List.of(),
                        untouched(projection(lessonB("0.5")), PIECE, METADATA, lesson(A))))
                .isEqualTo(new CourseMoved(1)));
  }

  @Test
  default void refusedRowShouldBeNamedBesideThoseKept() {
    committed(first(wholeCourse()));

    Committed result =
        (Committed)
            commit(1, List.of(), untouched(projection(lessonB("7")), PIECE, METADATA, lesson(A)));

    assertThat(result.refused()).extracting(RefusedRow::key).containsExactly(lesson(B));
    assertThat(mirror().rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(A));
  }

  @Test
  default void factsOfBothShouldSurviveWhenTwoWritersWriteDifferentFiles() {
    committed(first(keeping(wholeCourse(), Map.of(A, "{}", B, "{}"))));
    byte[] mine = text("# Mine\n");
    byte[] theirs = text("# Theirs\n");
    Change put = put(A, mine, Optional.of(Sha256.of(FIRST)));
    writer().upload(COURSE, mine);
    writer().upload(COURSE, theirs);
    Change other = put(B, theirs, Optional.of(Sha256.of(SECOND)));
    Projection project = keeping(wholeCourse(), Map.of(A, "{\"mine\":1}"));
    committed(commit(1, List.of(other), keeping(wholeCourse(), Map.of(B, "{\"theirs\":1}"))));

    assertThat(commit(1, List.of(put), project)).isEqualTo(new CourseMoved(2));
    assertThat(facts()).isEqualTo(Map.of(A, "{}", B, "{\"theirs\":1}"));
    committed(commit(2, List.of(put), project));

    assertThat(facts()).isEqualTo(Map.of(A, "{\"mine\":1}", B, "{\"theirs\":1}"));
  }

  @Test
  default void rowsShouldBelongToTheirRevisionWhenReadDuringCommits() {
    committed(first(projection(piece("1"), brief(1))));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
                () -> {
                  for (int revision = 1; revision <= 20; revision++) {
                    writer().upload(COURSE, text("v" + revision));
                    Optional<Sha256> old =
                        revision == 1
                            ? Optional.of(Sha256.of(FIRST))
                            : Optional.of(Sha256.of(text("v" + (revision - 1))));
                    int next = revision + 1;
                    committed(
                        commit(
                            revision,
                            List.of(put(A, text("v" + revision), old)),
                            projection(piece(String.valueOf(next)), brief(next))));
                  }
                })
            .whenComplete((nothing, failure) -> done.set(true));

    try (var reader = another()) {
      while (!done.get()) {
        TypedRows seen = reader.rows(COURSE);
        String revision = String.valueOf(seen.revision());
        assertThat(seen.rows().get(PIECE).values()).containsEntry("title", '"' + revision + '"');
        assertThat(seen.rows().get(METADATA).values()).containsEntry("total_lessons", revision);
      }
    }
    writing.join();
    assertThat(mirror().rows(COURSE).revision()).isEqualTo(21);
  }

  @Test
  default void rowsShouldCountAsOldWhenCourseWasRenamed() {
    committed(first(keeping(wholeCourse(), Map.of(A, "{}"))));
    TypedRows before = mirror().rows(COURSE);
    CourseId to = new CourseId("renamed");

    mirror().move(COURSE, to);

    assertThat(mirror().rows(to)).isEqualTo(new TypedRows(1, 0, before.rows(), List.of()));
    assertThat(mirror().facts(to)).containsOnlyKeys(new ArtifactPath(A));
    assertThat(mirror().heads(List.of(to)).get(to).projection()).isZero();
    assertThat(mirror().rows(COURSE)).isEqualTo(TypedRows.absent());
  }

  @Test
  default void rowsShouldBeOfTheirCourseAndProjectOnly() {
    committed(first(wholeCourse()));
    CourseId other = new CourseId("other");
    writer().write(other, A, FIRST);

    assertThat(mirror().rows(other).rows()).isEmpty();
    try (var elsewhere = otherProject()) {
      assertThat(elsewhere.rows(COURSE)).isEqualTo(TypedRows.absent());
      assertThat(elsewhere.facts(COURSE)).isEmpty();
    }
  }

  private Projection wholeCourse() {
    return projection(piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1"));
  }

  /** A projection that would be seen if it were written. */
  private Projection other() {
    return keeping(projection(piece("Never"), brief(9)), Map.of(A, "{\"never\":1}"));
  }

  private static TypedRow brief(int lessons) {
    return metadata(lessons, Sha256.of(BRIEF));
  }

  private static TypedRow lessonA(String score) {
    return lesson(A, FIRST, score);
  }

  private static TypedRow lessonB(String score) {
    return lesson(B, SECOND, score);
  }

  private CommitResult first(Projection projection) {
    return first(Optional.of(projection));
  }

  private CommitResult first(Optional<Projection> projection) {
    Stream.of(BRIEF, FIRST, SECOND).forEach(bytes -> writer().upload(COURSE, bytes));
    List<Change> changes = List.of(put("course-brief.md", BRIEF), put(A, FIRST), put(B, SECOND));
    return mirror().commit(COURSE, 0, ORIGIN, changes, projection);
  }

  private CommitResult commit(long atRevision, List<Change> changes, Projection projection) {
    return mirror().commit(COURSE, atRevision, ORIGIN, changes, Optional.of(projection));
  }

  private Committed project(String origin, TypedRow... rows) {
    return (Committed) mirror().commit(COURSE, 1, origin, List.of(), Optional.of(projection(rows)));
  }

  private void unchanged(Runnable refused) {
    TypedRows before = mirror().rows(COURSE);
    Map<String, String> facts = facts();
    CourseHead head = head();
    refused.run();
    assertThat(mirror().rows(COURSE)).isEqualTo(before);
    assertThat(facts()).isEqualTo(facts);
    assertThat(head()).isEqualTo(head);
  }

  private CourseHead head() {
    return mirror().heads(List.of(COURSE)).get(COURSE);
  }

  /** The facts that are kept, however the mirror spells them. */
  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    mirror()
        .facts(COURSE)
        .forEach(
            (path, stored) -> {
              assertThat(stored.version()).isEqualTo(VERSION);
              facts.put(path.value(), CanonicalJson.of(stored.json()));
            });
    return facts;
  }

  private static TypedRows rows(TypedRow... rows) {
    var byKey = new TreeMap<RowKey, TypedRow>();
    Stream.of(rows).forEach(row -> byKey.put(row.key(), row));
    return new TypedRows(1, VERSION, byKey, List.of());
  }
}
