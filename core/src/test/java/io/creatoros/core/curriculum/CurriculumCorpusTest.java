package io.creatoros.core.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.curriculum.Curriculum.PlannedModule;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real curricula give the modules and lessons that a person counts in them. */
class CurriculumCorpusTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "current/agencia-ia/curriculum.yaml, 6, 42, 6, 32, -",
        "current/agencia-ia/curriculum-microlearning-gps.yaml, 4, 27, -, 26, 0.9",
        "current/claude-code/curriculum.yaml, 3, 10, 3, 10, 0.88",
        "current/dominando-obsidian/curriculum.yaml, 6, 22, -, 22, 0.9",
        "current/github-essencial/curriculum.yaml, 5, 17, -, -, -",
        "current/meu-clone-ia/curriculum.yaml, 3, 10, -, -, 0.85",
        "current/notebooklm-express/curriculum.yaml, 5, 16, 5, 16, -",
        "earlier/github-essencial/curriculum.yaml, 5, 16, -, -, -"
      })
  void readShouldCountWhatIsThereWhenCurriculumIsReal(
      String path,
      int modules,
      int listed,
      Integer declaredModules,
      Integer declaredLessons,
      String fidelity)
      throws IOException {
    Understanding understanding = read(path);

    Curriculum curriculum = (Curriculum) understanding.understood().orElseThrow();
    assertThat(curriculum.modules()).hasSize(modules);
    assertThat(curriculum.listedLessons()).isEqualTo(listed);
    assertThat(curriculum.declaredModules().orElse(null)).isEqualTo(declaredModules);
    assertThat(curriculum.declaredLessons().orElse(null)).isEqualTo(declaredLessons);
    assertThat(curriculum.fidelityTarget().map(Object::toString).orElse(null)).isEqualTo(fidelity);
    assertThat(curriculum.title()).isPresent();
    assertThat(curriculum.modules()).allMatch(module -> module.title().isPresent());
    assertThat(curriculum.modules().stream().map(PlannedModule::lessons).flatMap(List::stream))
        .allMatch(lesson -> lesson.label().isPresent() && lesson.title().isPresent())
        .allMatch(lesson -> lesson.durationMinutes().isPresent());
    boolean contradicts = declaredLessons != null && declaredLessons != listed;
    assertThat(understanding.findings())
        .extracting(CourseFinding::code)
        .isEqualTo(contradicts ? List.of(FindingCode.CURRICULUM_COUNT_DIFFERS) : List.of());
  }

  private static Understanding read(String path) throws IOException {
    Path file = Path.of("../../shared/corpus").toAbsolutePath().normalize().resolve(path);
    assumeTrue(
        Files.isRegularFile(file), "there are no real course folders beside the project to run on");
    ArtifactPath name = new ArtifactPath(file.getFileName().toString());
    return new CurriculumReader().read(new SourceText(name, Files.readString(file)));
  }
}
