package io.creatoros.core.curriculum;

import static io.creatoros.core.finding.FindingCode.BLOOM_LEVEL_UNKNOWN;
import static io.creatoros.core.finding.FindingCode.CURRICULUM_COUNT_DIFFERS;
import static io.creatoros.core.finding.FindingCode.CURRICULUM_EMPTY;
import static io.creatoros.core.finding.FindingCode.CURRICULUM_LESSONS_NOT_LISTED;
import static io.creatoros.core.finding.FindingCode.CURRICULUM_LESSON_TWICE;
import static io.creatoros.core.finding.FindingCode.CURRICULUM_MODULE_EMPTY;
import static io.creatoros.core.finding.FindingCode.FIDELITY_TARGET_UNUSABLE;
import static io.creatoros.core.finding.FindingCode.STRUCTURE_TOO_LARGE;
import static io.creatoros.core.finding.FindingCode.YAML_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the creator of a curriculum is told. */
class CurriculumFindingsTest {

  private static final String LESSON = "{id: '1.1', title: A}";

  @Test
  void readShouldFindNothingWhenCurriculumAgreesWithItself() {
    String yaml =
        """
        metadata: {num_modules: 2, num_lessons: 3, fidelity_target: 0.9}
        modules:
          - {id: 1, lesson_count: 2, lessons: [{id: '1.1', bloom_level: apply}, {id: '1.2'}]}
          - {id: 2, lessons: [{id: '2.1'}]}
        """;

    assertThat(read(yaml).findings()).isEmpty();
  }

  @Test
  void readShouldTellLineWhenYamlEndsEarly() {
    Understanding understanding =
        read("modules: [{id: 1, lessons: [%s]}]\n---\na: 'x' y\n".formatted(LESSON));

    assertFinding(understanding, YAML_INVALID, 3, "from here on: ", "correct this line");
    assertThat(understanding.understood()).isPresent();
  }

  @Test
  void readShouldSayOnlyWhyYamlEndsWhenNothingIsUnderstood() {
    Understanding understanding = read("modules:\n  - id: 'x' y\n");

    assertThat(understanding.understood()).isEmpty();
    assertThat(understanding.findings()).extracting(CourseFinding::code).containsOnly(YAML_INVALID);
  }

  @Test
  void readShouldTellLimitWhenValuesMultiply() {
    assertThat(read("modules: &a [*a]").findings())
        .extracting(CourseFinding::code)
        .containsExactly(STRUCTURE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "title: Só um título", "apenas texto", "modules: []", "# nada"})
  void readShouldSayWhenThereAreNeitherModulesNorLessons(String yaml) {
    assertThat(read(yaml).findings())
        .extracting(CourseFinding::code)
        .containsExactly(CURRICULUM_EMPTY);
  }

  @Test
  void readShouldTellLineOfCountThatIsNotWhatIsListed() {
    Understanding understanding =
        read(
            "title: T\nmetadata:\n  num_lessons: 5\nmodules: [{id: 1, lessons: [%s]}]"
                .formatted(LESSON));

    assertFinding(
        understanding,
        CURRICULUM_COUNT_DIFFERS,
        3,
        "says that it has 5 lessons, and lists 1",
        "correct the number");
  }

  @Test
  void readShouldCountModules() {
    Understanding understanding =
        read("total_modules: 2\nmodules: [{id: 1, lessons: [%s]}]".formatted(LESSON));

    assertFinding(
        understanding, CURRICULUM_COUNT_DIFFERS, 1, "2 modules, and lists 1", "list of modules");
  }

  @Test
  void readShouldCountLessonsOfModule() {
    Understanding understanding =
        read(
            "num_lessons: 1\nmodules:\n  - {id: 4, lesson_count: 3, lessons: [%s]}"
                .formatted(LESSON));

    assertFinding(
        understanding, CURRICULUM_COUNT_DIFFERS, 3, "module 4 says that it has 3", "correct");
  }

  @Test
  void readShouldSayWhenLessonsAreOnlyCounted() {
    Understanding understanding =
        read("modules:\n  - {id: 1, lessons: 4}\n  - {id: 2, lessons: 3}");

    assertFinding(
        understanding,
        CURRICULUM_LESSONS_NOT_LISTED,
        2,
        "module 1, module 2",
        "list the lessons under lessons:");
  }

  @Test
  void readShouldSayWhenModuleHasNoLessons() {
    Understanding understanding =
        read("modules:\n  - {id: 1, lessons: [%s]}\n  - {title: Extras}".formatted(LESSON));

    assertFinding(understanding, CURRICULUM_MODULE_EMPTY, 3, "module Extras", "list the lessons");
  }

  @Test
  void readShouldTellBothLinesWhenLessonIsThereTwice() {
    Understanding understanding =
        read("modules:\n- id: 1\n  lessons:\n  - id: '1.1'\n  - id: Aula 01.1\n");

    assertFinding(
        understanding, CURRICULUM_LESSON_TWICE, 5, "first is in line 4", "number of its own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{id: 1, lessons: [{id: 2.1-mac}, {id: 2.1-windows}]}]",
        "[{id: 1, lessons: [{id: day_1}]}, {id: 2, lessons: [{id: day_1}]}]",
        "[{title: Um, lessons: [{id: a}]}, {title: Dois, lessons: [{id: a}]}]",
        "[{id: 1, lessons: [{id: 1.1}, {id: 1.10}]}]",
        "[{id: 1, lessons: [{title: A}, {title: A}]}]"
      })
  void readShouldNotTakeDifferentLessonsForOne(String modules) {
    assertThat(read("modules: " + modules).findings()).isEmpty();
  }

  @Test
  void readShouldSayWhenLevelOfLearningIsUnknown() {
    Understanding understanding =
        read("modules:\n- id: 1\n  lessons:\n  - id: '1.1'\n    bloom_level: altíssimo\n");

    assertFinding(understanding, BLOOM_LEVEL_UNKNOWN, 5, "\"altíssimo\"", "write remember");
  }

  @Test
  void readShouldSayWhenTargetForVoiceCannotBeUsed() {
    Understanding understanding =
        read("fidelity_target: máxima\nmodules: [{id: 1, lessons: [%s]}]".formatted(LESSON));

    assertFinding(understanding, FIDELITY_TARGET_UNUSABLE, 1, "\"máxima\"", "such as 0.9");
  }

  @Test
  void readShouldSayNoMoreThanPeopleReadWhenEverythingIsWrong() {
    String yaml = "modules:\n- id: 1\n  lessons:\n" + "  - {id: '1.1', bloom: x}\n".repeat(5_000);

    assertThat(read(yaml).findings()).hasSizeLessThan(50);
  }

  private static void assertFinding(
      Understanding understanding, FindingCode code, int line, String message, String remedy) {
    List<CourseFinding> findings = understanding.findings();
    assertThat(findings).extracting(CourseFinding::code).containsExactly(code);
    CourseFinding finding = findings.get(0);
    assertThat(finding.path()).isEqualTo("curriculum.yaml");
    assertThat(finding.line()).hasValue(line);
    assertThat(finding.message()).contains(message);
    assertThat(finding.remedy()).contains(remedy);
  }

  private static Understanding read(String yaml) {
    return new CurriculumReader().read(new SourceText(new ArtifactPath("curriculum.yaml"), yaml));
  }
}
