package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.reading.FileFacts;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReadersTest {

  @Test
  void readShouldNameTheLineWhenYamlOfNoPartIsBroken() {
    CourseFinding finding = only(read("instructor-profile.yaml", "name: Ana\nbio: \"x\" y\n"));

    assertThat(finding.code()).isEqualTo(FindingCode.YAML_INVALID);
    assertThat(finding.line()).isEqualTo(OptionalInt.of(2));
    assertThat(finding.message()).startsWith("cannot be read from here on: ").doesNotContain("2");
  }

  @Test
  void readShouldNameBrokenJsonOfNoPart() {
    assertThat(only(read("resources/links.json", "{\"a\": ")).code())
        .isEqualTo(FindingCode.JSON_INVALID);
    assertThat(read("resources/links.json", "{\"a\": 1}")).isEqualTo(FileFacts.NONE);
  }

  @Test
  void readShouldLeaveSourcesAndUnknownFilesAlone() {
    assertThat(reads("sources/raw.yaml")).isFalse();
    assertThat(reads("photo.jpg")).isFalse();
    assertThat(read("sources/raw.yaml", "\"")).isEqualTo(FileFacts.NONE);
  }

  @Test
  void readShouldHandOverTheTextWhenBytesAreNoUtf8() {
    byte[] latin = "# Aula 1.1: Pão\n".getBytes(StandardCharsets.ISO_8859_1);

    FileFacts facts = Readers.read(new ArtifactPath("lessons/1.1-pao.md"), latin);

    assertThat(facts.text()).contains("# Aula 1.1: Pão\n");
    assertThat(facts.as(Lesson.class)).map(Lesson::title).contains("Pão");
    assertThat(facts.findings())
        .extracting(CourseFinding::code)
        .contains(FindingCode.TEXT_NOT_UTF8);
  }

  @Test
  void readShouldNameTheLineWhenTextHoldsNul() {
    FileFacts facts = read("transcricoes/aula.txt", "Olá\nmundo\0\n\0");

    assertThat(facts.text()).contains("Olá\nmundo\uFFFD\n\uFFFD");
    assertThat(only(facts).code()).isEqualTo(FindingCode.TEXT_HAS_NUL);
    assertThat(only(facts).line()).hasValue(2);
  }

  @Test
  void readShouldNotCallTextUtf8WhenBothNulAndDamageAreInIt() {
    byte[] damaged = "Olá, isto é o solo\0 e a água".getBytes(StandardCharsets.UTF_8);
    damaged[6] = (byte) 0xFF;

    FileFacts facts = Readers.read(new ArtifactPath("transcricoes/aula.txt"), damaged);

    assertThat(only(facts).code()).isEqualTo(FindingCode.TEXT_NOT_UTF8);
    assertThat(only(facts).message()).doesNotContain("read as UTF-8");
  }

  @Test
  void readShouldKeepAFileThatIsTooLongWithoutUnderstandingIt() {
    FileFacts facts =
        Readers.read(new ArtifactPath("lessons/1.1-long.md"), new byte[Readers.LONGEST + 1]);

    assertThat(facts.understood()).isEmpty();
    assertThat(only(facts).code()).isEqualTo(FindingCode.TEXT_TOO_LONG);
  }

  private static FileFacts read(String path, String text) {
    return Readers.read(new ArtifactPath(path), text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean reads(String path) {
    ArtifactPath artifact = new ArtifactPath(path);
    return Readers.reads(artifact, ArtifactKind.of(artifact));
  }

  private static CourseFinding only(FileFacts facts) {
    assertThat(facts.findings()).hasSize(1);
    return facts.findings().get(0);
  }
}
