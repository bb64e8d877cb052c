package io.creatoros.core.projection;

import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.testkit.DefectiveReader;
import io.creatoros.testkit.InMemoryCourseFolders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderProjectionTest {

  private static final CourseId COURSE = new CourseId("horta");
  private static final String FIRST = "lessons/1.1-horta.md";
  private static final String SECOND = "lessons/1.2-solo.md";

  private final InMemoryCourseFolders folders = new InMemoryCourseFolders();
  private final FolderProjection projection = new FolderProjection(folders, 6L << 20);

  @Test
  void ofShouldGiveRowsOfTheFolder() {
    folders.write(COURSE, FIRST, text("# A horta\n"));
    folders.write(COURSE, SECOND, text("# O solo\n"));

    CourseRows rows = projection.of(COURSE);

    assertThat(keys(rows)).containsExactly(PIECE, METADATA, lesson(FIRST), lesson(SECOND));
    assertThat(rows.rows().get(2).texts())
        .isEqualTo(Map.of("content_markdown", Sha256.of(text("# A horta\n"))));
  }

  @Test
  void ofShouldGiveNothingWhenThereIsNoFolder() {
    CourseRows rows = projection.of(COURSE);

    assertThat(rows.rows()).isEmpty();
    assertThat(rows.findings()).isEmpty();
  }

  @Test
  void ofShouldLeaveOutWhatCannotBeRead() {
    folders.write(COURSE, FIRST, text("# A horta\n"));
    folders.write(COURSE, SECOND, text("# O solo\n"));
    folders.makeUnreadable(COURSE, SECOND, "permission denied");

    assertThat(keys(projection.of(COURSE))).containsExactly(PIECE, METADATA, lesson(FIRST));
  }

  @Test
  void ofShouldNotReadFilesThatAreTooLongOrNotStored() {
    folders.write(COURSE, FIRST, bytes(Readers.LONGEST + 1, 1));
    folders.write(COURSE, SECOND, bytes(7 << 20, 2));

    CourseRows rows = projection.of(COURSE);

    assertThat(keys(rows)).contains(lesson(FIRST), lesson(SECOND));
    assertThat(rows.rows()).allMatch(row -> !row.texts().containsKey("content_markdown"));
    assertThat(rows.findings())
        .filteredOn(finding -> finding.code() == FindingCode.TEXT_TOO_LONG)
        .extracting(CourseFinding::path)
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void ofShouldNameTextsUpToTheLimitOfWhatIsStored() {
    folders.write(COURSE, FIRST, bytes(1000, 1));
    folders.write(COURSE, SECOND, bytes(1001, 2));

    CourseRows rows = new FolderProjection(folders, 1000).of(COURSE);

    assertThat(rows.rows())
        .filteredOn(row -> row.texts().containsKey("content_markdown"))
        .extracting(TypedRow::key)
        .containsExactly(lesson(FIRST));
  }

  @Test
  void defectShouldCostTheCourseItsRowsAndBeNamed() {
    folders.write(COURSE, "course-outline.md", text("# Outline"));
    FolderProjection defective = new FolderProjection(folders, 1000, new DefectiveReader());
    Manifest manifest = folders.manifest(COURSE, Evidence.RECORDED);

    CourseRows rows = defective.of(COURSE);

    assertThat(rows.rows()).isEmpty();
    assertThat(rows.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.PROJECTION_FAILED);
              assertThat(finding.message()).contains("horta", "NullPointerException");
            });
    assertThatThrownBy(() -> defective.of(manifest, new KeptBytes()))
        .isInstanceOfSatisfying(
            CorruptRecordException.class,
            failed -> assertThat(failed.code()).isEqualTo("PROJECTION_FAILED"));
  }

  @Test
  void ofManifestShouldBeEmptyWhenAFileChangedMeanwhile() {
    folders.write(COURSE, FIRST, text("# A horta\n"));
    Manifest manifest = folders.manifest(COURSE, Evidence.RECORDED);

    folders.write(COURSE, FIRST, text("# Edited\n"));

    assertThat(projection.of(manifest, new KeptBytes())).isEmpty();
  }

  @Test
  void ofManifestShouldUseBytesThatWereKept() {
    folders.write(COURSE, FIRST, text("# A horta\n"));
    Manifest manifest = folders.manifest(COURSE, Evidence.RECORDED);
    CourseRows before = projection.of(COURSE);
    KeptBytes kept = new KeptBytes();
    kept.read(Sha256.of(text("# A horta\n")), text("# A horta\n"));

    folders.vanish(COURSE);

    assertThat(projection.of(manifest, kept)).contains(before);
  }

  private static List<RowKey> keys(CourseRows rows) {
    return rows.rows().stream().map(TypedRow::key).toList();
  }
}
