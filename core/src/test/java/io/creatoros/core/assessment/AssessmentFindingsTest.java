package io.creatoros.core.assessment;

import static io.creatoros.core.finding.FindingCode.JSON_INVALID;
import static io.creatoros.core.finding.FindingCode.QUESTION_ANSWER_ABSENT;
import static io.creatoros.core.finding.FindingCode.QUESTION_TWICE;
import static io.creatoros.core.finding.FindingCode.QUESTION_WITHOUT_ANSWER;
import static io.creatoros.core.finding.FindingCode.QUIZ_EMPTY;
import static io.creatoros.core.finding.FindingCode.QUIZ_IS_MARKDOWN;
import static io.creatoros.core.finding.FindingCode.YAML_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the creator of a quiz is told. */
class AssessmentFindingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "questions: [{id: 1, question: Um, options: [x, y], correct_answer: 1}]",
        "questions: [{id: 1.1, question: Um}, {id: 1.10, question: Dois}]",
        "questions: [{id: q1, question: Um}]\n---\nquestions: [{id: q1, question: Dois}]",
        "questions: [{question: Um, type: essay}]"
      })
  void readShouldFindNothingWhenQuizCanBeTaken(String yaml) {
    assertThat(findings("quiz.yaml", yaml)).isEmpty();
  }

  @Test
  void readShouldTellBothLinesWhenIdIsThereTwice() {
    assertFinding(
        findings("quiz.yaml", "questions:\n- {id: q1, question: Um}\n- {id: q1, question: Dois}\n"),
        QUESTION_TWICE,
        3,
        "first is in line 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: q1, question: Um, options: [x, y]}",
        "{id: q1, question: Um, options: [{text: x, correct: false}, {text: y}]}",
        "{id: q1, question: Um, type: multiple_choice}",
        "{id: q1, question: Um, type: true_false}"
      })
  void readShouldSayWhenQuestionHasNoRightAnswer(String question) {
    assertFinding(
        findings("quiz.yaml", "questions:\n- " + question), QUESTION_WITHOUT_ANSWER, 2, "q1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "c", "z", "99999999", "talvez"})
  void readShouldSayWhenRightAnswerIsNoOption(String answer) {
    assertFinding(
        findings(
            "quiz.yaml",
            "questions:\n- {id: q1, question: Um, options: [x, y], correct_answer: %s}"
                .formatted(answer)),
        QUESTION_ANSWER_ABSENT,
        2,
        "none of its 2 options");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title: T", "questions: []", "", "questions: 10"})
  void readShouldSayWhenQuizHasNoQuestions(String yaml) {
    List<CourseFinding> findings = findings("quiz.yaml", yaml);

    assertThat(findings).extracting(CourseFinding::code).containsExactly(QUIZ_EMPTY);
  }

  @Test
  void readShouldSayWhenMarkdownHasTheNameOfYaml() {
    assertFinding(
        findings(
            "quiz.yaml",
            "---\nmodule: 1\n---\n# Quiz\n\n### Questão 1\nPor quê?\n\na) x\nb) y ✓\n"),
        QUIZ_IS_MARKDOWN,
        1,
        "its name ends in .yaml");
  }

  @Test
  void readShouldTellLineWhenFileCannotBeRead() {
    assertFinding(
        findings("quiz.yaml", "questions:\n- question: 'x' y\n"), YAML_INVALID, 2, "from here on");
    assertFinding(findings("quiz.json", "{\"questions\":\n"), JSON_INVALID, 2, "from here on");
  }

  @Test
  void readShouldKeepQuietWhenFileIsNoQuiz() {
    assertThat(findings("rubrica.yaml", "niveis: [1, 2]")).isEmpty();
    assertThat(findings("final-project.md", "# Projeto\n\n### Questão 1\n\na) x\n")).isEmpty();
  }

  private static void assertFinding(
      List<CourseFinding> findings, FindingCode code, int line, String message) {
    assertThat(findings).extracting(CourseFinding::code).containsExactly(code);
    assertThat(findings.get(0).line()).hasValue(line);
    assertThat(findings.get(0).message()).contains(message);
    assertThat(findings.get(0).remedy()).isNotBlank();
  }

  private static List<CourseFinding> findings(String name, String text) {
    return new AssessmentReader()
        .read(new SourceText(new ArtifactPath("assessments/" + name), text))
        .findings();
  }
}
