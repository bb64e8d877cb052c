package io.creatoros.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.creatoros.core.assessment.Assessment.Question;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import io.creatoros.core.text.Mutations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However damaged a quiz is, reading it neither fails nor takes long. */
class AssessmentPropertyTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String YAML =
      """
      quiz_info: {module: 1, title: Mapas}
      questions:
        - id: 1.10
          question: "Qual?"
          options:
            - {text: Norte, correct: false}
            - {text: Sul, correct: true}
        - {id: q2, question: Onde, options: {a: x, b: y}, correct_answer: b}
        - {id: q3, question: Sim, type: true_false, correct: true}
        - {id: q4, question: Qual, options: [x, y, z], correct_answer: [0, 2]}
      """;

  private static final String MARKDOWN =
      """
      ---
      module: 1
      ---
      # Quiz

      ### Questão 1
      **Qual?**

      a) Norte
      b) Sul ✓

      **Resposta correta:** b
      """;

  @ParameterizedTest
  @CsvSource({"quiz.yaml, false", "quiz.json, false", "quiz.md, true", "quiz.yaml, true"})
  void readShouldNotThrowWhenQuizIsDamaged(String name, boolean markdown) {
    Mutations.of(markdown ? MARKDOWN : YAML, 1_000, 4)
        .forEach(
            text -> {
              Understanding understanding = read(name, text);

              Assessment quiz = (Assessment) understanding.understood().orElseThrow();
              for (Question question : quiz.questions()) {
                assertThat(question.correct())
                    .allMatch(right -> right >= 0 && right < question.options().size());
              }
              assertThat(read(name, text)).isEqualTo(understanding);
            });
  }

  @Test
  void readShouldEndSoonWhenEverythingIsMany() {
    String options = "x, ".repeat(60_000);
    String question = "### Questão 1\n\na) " + "x ".repeat(50_000) + "\n\n";

    assertTimeout(
        LIMIT,
        () -> {
          read(
              "quiz.yaml",
              "questions: [{question: Q, options: [%1$s], correct: [%1$s]}]".formatted(options));
          read("quiz.yaml", "questions:\n" + "- {id: 1, question: Q}\n".repeat(30_000));
          read("quiz.md", question.repeat(30));
          read("quiz.md", "# Questão 1\n\n" + "a) x ✓\n".repeat(100_000));
        });
  }

  private static Understanding read(String name, String text) {
    return new AssessmentReader()
        .read(new SourceText(new ArtifactPath("assessments/" + name), text));
  }
}
