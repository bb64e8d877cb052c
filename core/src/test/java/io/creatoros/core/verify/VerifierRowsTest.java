package io.creatoros.core.verify;

import static io.creatoros.core.verify.VerifyFixture.COURSE;
import static io.creatoros.core.verify.VerifyFixture.OTHER;
import static io.creatoros.core.verify.VerifyFixture.path;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Sha256;
import io.creatoros.core.projection.Projector;
import io.creatoros.core.storage.StorageException;
import io.creatoros.testkit.DefectiveReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts over typed rows: they must equal what the folder's files project to. */
class VerifierRowsTest {

  private static final String FIRST = "lessons/1.1-horta.md";
  private static final String SECOND = "lessons/1.2-solo.md";

  private final VerifyFixture at = new VerifyFixture();

  @BeforeEach
  void courseOfTwoLessons() {
    at.both(COURSE, FIRST, "# A horta\n\nOlá.\n");
    at.both(COURSE, SECOND, "# O solo\n");
  }

  @Test
  void verifyShouldCountRowsThatAreEqual() {
    at.both(OTHER, "lessons/1.1-a.md", "# Another course");

    Verification verified = at.verify(List.of(COURSE, OTHER), VerifyOptions.PLAIN);

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(verified.courses()).extracting(CourseVerification::rowsEqual).containsExactly(4, 3);
    assertThat(verified.rows()).isEqualTo(7);
  }

  @Test
  void verifyShouldNameColumnAndBothValuesWhenAValueWasEdited() {
    at.mirror.editTyped(COURSE, lesson(FIRST), "status", "published");

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(rows(verified))
        .containsExactly(
            "course_lessons " + FIRST + ": status is \"published\", the files say \"draft\"");
    assertThat(verified.rowsEqual()).isEqualTo(3);
    assertThat(verified.findings()).isEmpty();
  }

  @Test
  void verifyShouldNameTextByItsHashWhenItWasEdited() {
    at.mirror.editTyped(COURSE, lesson(SECOND), "content_markdown", "edited by hand");

    String edited = Sha256.of(text("edited by hand")).brief();
    String right = Sha256.of(text("# O solo\n")).brief();
    assertThat(rows(at.verify()))
        .containsExactly(
            "course_lessons "
                + SECOND
                + ": content_markdown is text "
                + edited
                + ", the files say text "
                + right);
  }

  @Test
  void verifyShouldNameColumnWhenItWasFilledByHand() {
    at.mirror.editTyped(COURSE, METADATA, "pricing", "999");

    assertThat(rows(at.verify()))
        .containsExactly("course_metadata: pricing is 999, the files say nothing");
  }

  @Test
  void verifyShouldShortenLongValues() {
    at.mirror.editTyped(COURSE, PIECE, "title", "x".repeat(500) + "\ud83c\udfaf");

    assertThat(rows(at.verify()).get(0)).hasSizeLessThan(200).contains("xxx…, the files say");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void verifyShouldShortenLongValuesBetweenCharacters(String before) {
    at.mirror.editTyped(COURSE, PIECE, "title", before + "\ud83c\udfaf".repeat(300));

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(rows(at.verify()).get(0))).isTrue();
  }

  @Test
  void verifyShouldNameRowWhenItIsMissing() {
    at.mirror.deleteTyped(COURSE, lesson(FIRST));

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(rows(verified))
        .containsExactly(
            "course_lessons " + FIRST + ": the files project to it, it is not in the mirror");
  }

  @Test
  void verifyShouldNameRowWhenItIsExtra() {
    at.mirror.copyTyped(COURSE, lesson(FIRST), lesson("lessons/9.9-extra.md"));

    assertThat(rows(at.verify()))
        .containsExactly(
            "course_lessons lessons/9.9-extra.md: in the mirror, the files do not project to it");
  }

  @Test
  void verifyShouldNameRowWhenTheSchemaRefusesIt() {
    at.mirror.database().refuse(lesson(SECOND));
    at.project(COURSE);

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(rows(verified))
        .containsExactly(
            "course_lessons "
                + SECOND
                + ": the mirror's schema does not take it: 23514, refused by hand");
  }

  @Test
  void verifyShouldSayThatRowsWereNotProjectedWhenBytesAloneWereWritten() {
    at.folders.write(COURSE, "notes.md", text("n"));
    at.writer.write(COURSE, "notes.md", text("n"));

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.DIFFERENT);
    assertThat(verified.rows()).extracting(RowFinding::how).containsExactly(RowHow.NOT_PROJECTED);
    assertThat(verified.rows().get(0).describe()).contains("creatoros sync");
  }

  @Test
  void verifyShouldBeInconclusiveWhenRowsAreOfANewerVersion() {
    at.project(COURSE, Projector.VERSION + 1);

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(verified.reasons()).hasSize(1).allMatch(reason -> reason.contains("newer"));
  }

  @Test
  void verifyShouldNotRepeatAPathWhenItsBytesDiffer() {
    at.folders.write(COURSE, FIRST, text("# Edited\n"));
    at.mirror.editTyped(COURSE, lesson(SECOND), "title", "Outra");

    CourseVerification verified = at.verify();

    assertThat(VerifyFixture.findings(verified)).containsExactly(FIRST + " BYTES_DIFFER MIRROR");
    assertThat(verified.rows()).extracting(RowFinding::key).containsExactly(lesson(SECOND));
  }

  @Test
  void verifyShouldCompareNoRowsWhenAFileThatAllSpeakOfDiffers() {
    at.both(COURSE, "curriculum.yaml", "title: Horta\n");
    at.folders.write(COURSE, "curriculum.yaml", text("title: Jardim\n"));

    CourseVerification verified = at.verify();

    assertThat(VerifyFixture.findings(verified))
        .containsExactly("curriculum.yaml BYTES_DIFFER MIRROR");
    assertThat(verified.rows()).isEmpty();
    assertThat(verified.rowsEqual()).isZero();
  }

  @Test
  void verifyShouldBeEqualWhenBytesAreNoText() {
    byte[] latin1 = {'#', ' ', (byte) 0xe7, 0, (byte) 0xe3, 'o', '\n'};
    at.folders.write(COURSE, "lessons/1.3-odd.md", latin1);
    at.writer.write(COURSE, "lessons/1.3-odd.md", latin1);
    at.project(COURSE);

    CourseVerification verified = at.verify();

    assertThat(verified.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(verified.rowsEqual()).isEqualTo(5);
  }

  @Test
  void verifyShouldNotSayThatRowsDifferWhenTheirBytesAreDamaged() {
    at.mirror.editBytes(COURSE, path(FIRST), text("damaged"));

    CourseVerification verified = at.verify();

    assertThat(VerifyFixture.findings(verified)).containsExactly(FIRST + " DAMAGED MIRROR");
    assertThat(verified.rows()).isEmpty();
    assertThat(verified.rowsEqual()).isEqualTo(1);
  }

  @Test
  void verifyShouldGoOnWithOtherCoursesWhenOneCannotBePutTogether() {
    at.both(COURSE, "course-outline.md", "# Outline\n");
    at.both(OTHER, "lessons/1.1-a.md", "# Another course");
    Verifier defective =
        new Verifier(at.folders, at.mirror, at.log, VerifyFixture.SETTINGS, new DefectiveReader());

    Verification verified =
        defective.verify(List.of(COURSE, OTHER), VerifyOptions.PLAIN, VerifyListener.SILENT);

    CourseVerification failed = verified.courses().get(0);
    assertThat(failed.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(failed.failure()).map(StorageException::code).contains("PROJECTION_FAILED");
    assertThat(verified.courses().get(1).verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  private static List<String> rows(CourseVerification verified) {
    return verified.rows().stream().map(row -> row.key() + ": " + row.describe()).toList();
  }
}
