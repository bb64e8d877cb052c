package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.SampleRows.VERSION;
import static io.creatoros.testkit.SampleRows.keeping;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.metadata;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CommitResult.Committed;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.projection.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The course that the contracts of typed rows write: a brief and two lessons. */
final class ProjectedCourse {

  static final CourseId COURSE = new CourseId("nova-formacao/clone-ia");
  static final byte[] BRIEF = text("# Clone IA\r\n\r\n\"Objetivo\": café \ud83c\udfaf\n");
  static final byte[] FIRST = text("# Primeira\n\nOlá.\n");
  static final byte[] SECOND = text("# Segunda\n");
  static final String A = "lessons/1.1-a.md";
  static final String B = "lessons/1.2-b.md";

  private final MirrorHome home;

  ProjectedCourse(MirrorHome home) {
    this.home = home;
  }

  /** A row of each: the course, its metadata and both lessons. */
  static Projection wholeCourse() {
    return projection(piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1"));
  }

  /** A projection that would be seen if it were written. */
  static Projection otherRows() {
    return keeping(projection(piece("Never"), brief(9)), Map.of(A, "{\"never\":1}"));
  }

  static TypedRow brief(int lessons) {
    return metadata(lessons, Sha256.of(BRIEF));
  }

  static TypedRow lessonA(String score) {
    return lesson(A, FIRST, score);
  }

  static TypedRow lessonB(String score) {
    return lesson(B, SECOND, score);
  }

  /** These rows as the mirror has them at revision 1. */
  static TypedRows rows(TypedRow... rows) {
    var byKey = new TreeMap<RowKey, TypedRow>();
    Stream.of(rows).forEach(row -> byKey.put(row.key(), row));
    return new TypedRows(1, VERSION, byKey, List.of());
  }

  CommitResult first(Projection projection) {
    return first(Optional.of(projection));
  }

  /** Commits the three files, the first of this course. */
  CommitResult first(Optional<Projection> projection) {
    Stream.of(BRIEF, FIRST, SECOND).forEach(bytes -> home.writer().upload(COURSE, bytes));
    List<Change> changes = List.of(put("course-brief.md", BRIEF), put(A, FIRST), put(B, SECOND));
    return home.mirror().commit(COURSE, 0, ORIGIN, changes, projection);
  }

  CommitResult commit(long atRevision, List<Change> changes, Projection projection) {
    return home.mirror().commit(COURSE, atRevision, ORIGIN, changes, Optional.of(projection));
  }

  /** Replaces the rows alone, at revision 1. */
  Committed project(String origin, TypedRow... rows) {
    return (Committed)
        home.mirror().commit(COURSE, 1, origin, List.of(), Optional.of(projection(rows)));
  }

  /** Rows, facts and head are after a commit that is refused what they were before. */
  void unchanged(Runnable refused) {
    TypedRows before = home.mirror().rows(COURSE);
    Map<String, String> facts = facts();
    CourseHead head = head();
    refused.run();
    assertThat(home.mirror().rows(COURSE)).isEqualTo(before);
    assertThat(facts()).isEqualTo(facts);
    assertThat(head()).isEqualTo(head);
  }

  CourseHead head() {
    return home.mirror().heads(List.of(COURSE)).get(COURSE);
  }

  /** The facts that are kept, however the mirror spells them. */
  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    home.mirror()
        .facts(COURSE)
        .forEach(
            (path, stored) -> {
              assertThat(stored.version()).isEqualTo(VERSION);
              facts.put(path.value(), CanonicalJson.of(stored.json()));
            });
    return facts;
  }
}
