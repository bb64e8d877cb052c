package io.creatoros.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.assessment.Assessment.Form;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real quizzes give the questions that a person counts in them. */
class AssessmentCorpusTest {

  @ParameterizedTest
  @CsvSource({
    "claude-code/assessments/quiz-modulo-1.yaml, QUIZ, 10, 10, ''",
    "claude-code/assessments/quiz-modulo-2.yaml, QUIZ, 10, 10, ''",
    "claude-code/assessments/quiz-modulo-3.yaml, QUIZ, 10, 10, ''",
    "notebooklm-express/assessments/quiz-modulo-1-2.yaml, QUIZ, 10, 10, ''",
    "notebooklm-express/assessments/quiz-modulo-3-4.yaml, QUIZ, 10, 10, ''",
    "meu-clone-ia/assessments/quiz-modulo-1.yaml, QUIZ, 12, 10, QUIZ_IS_MARKDOWN",
    "claude-code/assessments/final-project.md, PROJECT, 0, 0, ''",
    "notebooklm-express/assessments/desafio-final.md, PROJECT, 0, 0, ''",
    "meu-clone-ia/assessments/projeto-intermediario-modulo-2.md, PROJECT, 0, 0, ''",
    "meu-clone-ia/assessments/projeto-capstone-final.md, PROJECT, 0, 0, ''"
  })
  void readShouldCountQuestionsWhenAssessmentIsReal(
      String path, Form form, int questions, int answered, String codes) throws IOException {
    Understanding understanding = read(path);

    Assessment assessment = (Assessment) understanding.understood().orElseThrow();
    assertThat(assessment.form()).isEqualTo(form);
    assertThat(assessment.title()).isPresent();
    assertThat(assessment.questions()).hasSize(questions);
    assertThat(assessment.questions())
        .filteredOn(question -> question.correct().size() == 1)
        .hasSize(answered);
    assertThat(assessment.questions()).extracting(Assessment.Question::id).doesNotHaveDuplicates();
    assertThat(
            understanding.findings().stream()
                .map(CourseFinding::code)
                .map(Enum::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(codes);
  }

  private static Understanding read(String path) throws IOException {
    Path file = Path.of("../../shared/corpus/current").toAbsolutePath().normalize().resolve(path);
    assumeTrue(
        Files.isRegularFile(file), "there are no real course folders beside the project to run on");
    ArtifactPath name = new ArtifactPath("assessments/" + file.getFileName());
    return new AssessmentReader().read(new SourceText(name, Files.readString(file)));
  }
}
