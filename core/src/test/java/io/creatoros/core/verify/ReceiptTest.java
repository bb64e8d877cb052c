package io.creatoros.core.verify;

import static io.creatoros.core.verify.VerifyFixture.COURSE;
import static io.creatoros.core.verify.VerifyFixture.LIMIT;
import static io.creatoros.core.verify.VerifyFixture.NOW;
import static io.creatoros.core.verify.VerifyFixture.OTHER;
import static io.creatoros.core.verify.VerifyFixture.SETTINGS;
import static io.creatoros.core.verify.VerifyFixture.findings;
import static io.creatoros.core.verify.VerifyFixture.path;
import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was proved is checked again on either side alone. */
class ReceiptTest {

  private final VerifyFixture at = new VerifyFixture();

  @BeforeEach
  void threeFiles() {
    at.threeFiles();
  }

  private Receipt receipt() {
    Verification proved = at.verify(List.of(COURSE), VerifyOptions.PLAIN.keepingProof(true));
    return Receipt.of(proved, "0.1.0", "default", "host:/courses");
  }

  private static ReceiptCheck against(Receipt receipt) {
    return new ReceiptCheck(receipt, SETTINGS, VerifyOptions.PLAIN);
  }

  private CourseVerification folder(Receipt receipt) {
    return against(receipt)
        .folder(at.folders, List.of(COURSE), VerifyListener.SILENT)
        .courses()
        .get(0);
  }

  private CourseVerification mirror(Receipt receipt) {
    return against(receipt)
        .mirror(at.mirror, List.of(COURSE), VerifyListener.SILENT)
        .courses()
        .get(0);
  }

  @Test
  void receiptShouldSayWhatWasProved() {
    Receipt receipt = receipt();

    assertThat(receipt.tool()).isEqualTo("0.1.0");
    assertThat(receipt.at()).isEqualTo(NOW);
    assertThat(receipt.mirror()).isEqualTo(at.mirror.identity());
    assertThat(receipt.project()).isEqualTo("default");
    assertThat(receipt.origin()).isEqualTo("host:/courses");
    assertThat(receipt.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    Receipt.CourseProof course = receipt.courses().get(0);
    assertThat(course.revision()).isEqualTo(3);
    assertThat(course.bytes()).isEqualTo(6);
    assertThat(course.unstored()).isZero();
    assertThat(course.paths()).containsOnlyKeys(path("a.md"), path("b.md"), path("lessons/c.md"));
  }

  @Test
  void checkShouldSayEqualWhenNothingMoved() {
    Receipt receipt = receipt();

    assertThat(against(receipt).courses()).containsExactly(COURSE);
    assertThat(folder(receipt).verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(folder(receipt).files()).isEqualTo(3);
    assertThat(mirror(receipt).verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(mirror(receipt).revision()).isEqualTo(3);
  }

  @Test
  void checkShouldNamePathsWhenTheFolderMoved() {
    Receipt receipt = receipt();
    at.folders.write(COURSE, "a.md", text("edited"));
    at.folders.delete(COURSE, "b.md");
    at.folders.write(COURSE, "new.md", text("new"));

    CourseVerification folder = folder(receipt);

    assertThat(findings(folder))
        .containsExactly("a.md BYTES_DIFFER FOLDER", "b.md MISSING FOLDER", "new.md EXTRA FOLDER");
    assertThat(folder.findings().get(1).describe()).isEqualTo("in the receipt, not in the folder");
    assertThat(mirror(receipt).verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void checkShouldNamePathsWhenTheMirrorMoved() {
    Receipt receipt = receipt();
    at.mirror.editBytes(COURSE, path("a.md"), text("x"));
    at.writer.delete(COURSE, "b.md");
    at.writer.write(COURSE, "new.md", text("new"));

    CourseVerification mirror = mirror(receipt);

    assertThat(findings(mirror))
        .containsExactly("a.md DAMAGED MIRROR", "b.md MISSING MIRROR", "new.md EXTRA MIRROR");
    assertThat(folder(receipt).verdict()).isEqualTo(VerifyVerdict.EQUAL);
  }

  @Test
  void checkShouldNameEveryPathWhenCourseIsGone() {
    Receipt receipt = receipt();
    at.folders.vanish(COURSE);

    CourseVerification folder = folder(receipt);

    assertThat(folder.findings()).hasSize(3).allMatch(found -> found.how() == How.MISSING);
    assertThat(folder.onlyIn()).contains(Place.RECEIPT);
    assertThat(
            against(receipt)
                .mirror(new InMemoryCourseMirror(), List.of(COURSE), VerifyListener.SILENT)
                .verdict())
        .isEqualTo(VerifyVerdict.DIFFERENT);
  }

  @Test
  void checkShouldSayWhyWhenPathIsUnreadable() {
    Receipt receipt = receipt();
    at.folders.makeUnlistable(COURSE, "lessons", "permission denied");

    CourseVerification folder = folder(receipt);

    assertThat(findings(folder)).containsExactly("lessons/c.md UNREADABLE FOLDER");
    assertThat(folder.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
  }

  @Test
  void checkShouldReadFileAnewWhenItWasMissingAtFirst() {
    Receipt receipt = receipt();
    at.folders.delete(COURSE, "a.md");
    Hooked<CourseFolders> folders = new Hooked<>(CourseFolders.class, at.folders);
    folders.after("scan", call -> at.folders.write(COURSE, "a.md", text("a")));

    Verification checked =
        against(receipt).folder(folders.home(), List.of(COURSE), VerifyListener.SILENT);

    assertThat(checked.verdict()).isEqualTo(VerifyVerdict.EQUAL);
    assertThat(folders.arguments("scan"))
        .extracting(arguments -> arguments.subList(0, 2))
        .containsExactly(
            List.of(COURSE, Evidence.RECOMPUTED), List.of(COURSE, Evidence.RECOMPUTED));
  }

  @Test
  void checkShouldBeInconclusiveWhenReceiptProvesAPartOnly() {
    at.folders.write(COURSE, "a.md", text("edited"));
    Receipt receipt = receipt();
    at.folders.write(COURSE, "b.md", text("edited"));

    CourseVerification folder = folder(receipt);

    assertThat(receipt.courses().get(0).paths())
        .containsOnlyKeys(path("b.md"), path("lessons/c.md"));
    assertThat(findings(folder)).contains("b.md BYTES_DIFFER FOLDER");
    assertThat(folder.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
    assertThat(folder.reasons())
        .containsExactly("the receipt proves a part of the course only: it was DIFFERENT");
  }

  @Test
  void checkShouldBeInconclusiveWhenReceiptSaysNothingOfTheCourse() {
    Verification checked =
        against(receipt()).folder(at.folders, List.of(OTHER), VerifyListener.SILENT);

    assertThat(checked.verdict()).isEqualTo(VerifyVerdict.INCONCLUSIVE);
  }

  @Test
  void checkShouldNameLackOfBytesWhenTheMirrorStoredThemOnce() {
    byte[] large = bytes((int) LIMIT + 1, 1);
    at.folders.write(COURSE, "large.bin", large);
    at.writer.write(COURSE, "large.bin", large);
    Receipt receipt = receipt();
    MirrorWriter.committed(
        at.mirror.commit(
            COURSE,
            4,
            MirrorWriter.ORIGIN,
            List.of(MirrorWriter.unstored("large.bin", large, Optional.of(Sha256.of(large)))),
            Optional.empty()));

    assertThat(findings(mirror(receipt))).containsExactly("large.bin BYTES_MISSING MIRROR");
  }
}
