package io.creatoros.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.assessment.Assessment.Form;
import io.creatoros.core.assessment.Assessment.Question;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.reading.Understanding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that quizzes and projects have, one after another. */
class AssessmentReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "options: [{text: Norte, correct: false}, {text: Sul, correct: true}]",
        "options: [Norte, Sul]\n    correct_answer: 1",
        "options: [Norte, Sul]\n    correct_answer: Sul",
        "options: [Norte, Sul]\n    answer: B",
        "options: {a: Norte, b: Sul}\n    correct_answer: b",
        "options: [{a: Norte}, {b: Sul}]\n    correct: b",
        "options: [{id: a, text: Norte}, {id: b, text: Sul}]\n    correct_answer: b",
        "options: [a) Norte, b) Sul]\n    correct_answer: b",
        "options: [a) Norte, b) Sul ✓]",
        "alternativas: [Norte, Sul]\n    resposta_correta: Sul",
        "choices: [Norte, Sul]\n    correct_answers: [1]"
      })
  void readShouldTellOptionsAndRightOneWhateverTheirForm(String options) {
    Assessment quiz = quiz("questions:\n  - id: q1\n    question: Onde?\n    " + options);

    assertThat(quiz.questions())
        .containsExactly(
            new Question(Optional.of("q1"), "Onde?", List.of("Norte", "Sul"), List.of(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "correct: true, 0",
    "correct_answer: false, 1",
    "resposta: Verdadeiro, 0",
    "'{options: [Verdadeiro, Falso], correct_answer: false}', 1"
  })
  void readShouldOfferTrueAndFalseWhenAnswerIsOneOfThem(String answer, int correct) {
    String fields = answer.replaceAll("[{}]", "").replace("], ", "]\n    ");

    Question question = quiz("questions:\n  - question: É?\n    " + fields).questions().get(0);

    assertThat(question.options()).hasSize(2);
    assertThat(question.correct()).containsExactly(correct);
  }

  @Test
  void readShouldKeepIdsAsWritten() {
    Assessment quiz = quiz("questions: [{id: 1.1, question: Um}, {id: 1.10, question: Dois}]");

    assertThat(quiz.questions())
        .extracting(question -> question.id().orElse(""))
        .containsExactly("1.1", "1.10");
  }

  @Test
  void readShouldTakeAllRightOptionsWhenThereAreSeveral() {
    Assessment quiz =
        quiz("questions: [{question: Quais, options: [a, b, c], correct_answers: [2, 0]}]");

    assertThat(quiz.questions().get(0).correct()).containsExactly(0, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quiz_info: {module: 2, title: Bússola}                | Bússola  | 2
          quiz_info: {module: 2, module_name: Bússola}          | Bússola  | 2
          quiz: {id: x, title: Bússola, modules: [2]}           | Bússola  | 2
          metadata: {title: Bússola, module: "Módulo 2"}        | Bússola  | 2
          {quiz_id: x, title: Bússola, module: modulo-2,        | Bússola  | 2
          """)
  void readShouldTellTitleAndModuleWhereverTheyStand(String header, String title, String module) {
    String questions = "questions: [{question: Um}]";
    Assessment quiz =
        quiz(header.endsWith(",") ? header + questions + "}" : header + "\n" + questions);

    assertThat(quiz.title()).contains(title);
    assertThat(quiz.modules()).containsExactly(module);
    assertThat(quiz.questions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "questions: [{question: Um}, {question: Dois}]",
        "quiz: {title: T, questions: [{question: Um}, {question: Dois}]}",
        "quiz: [{question: Um}, {question: Dois}]",
        "perguntas: [{pergunta: Um}, {pergunta: Dois}]",
        "- question: Um\n- question: Dois",
        "sections: [{questions: [{question: Um}]}, {questions: [{question: Dois}]}]",
        "quizzes: [{questions: [{question: Um}]}, {questions: [{question: Dois}]}]",
        "title: T\n---\nquestions: [{question: Um}]\n---\nquestions: [{question: Dois}]"
      })
  void readShouldFindQuestionsWhereverTheyStand(String yaml) {
    assertThat(quiz(yaml).questions()).extracting(Question::text).containsExactly("Um", "Dois");
  }

  @Test
  void readShouldReadJson() {
    Assessment quiz =
        read(
            "quiz-modulo-3.json",
            "{\"questions\": [{\"question\": \"Um\", \"options\": [\"x\", \"y\"], \"correct\": 0}]}");

    assertThat(quiz.form()).isEqualTo(Form.QUIZ);
    assertThat(quiz.questions().get(0).correct()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiz-modulo-1.md", "quiz-modulo-1.yaml"})
  void readShouldReadMarkdownWhateverTheFileIsCalled(String name) {
    Assessment quiz =
        read(
            name,
            """
            ---
            assessment_type: quiz
            module: 1
            ---
            # Quiz: Bússola

            ### Questão 1
            **Para onde aponta a agulha?**

            a) Sul
            b) Norte ✓

            ### Questão 2
            **E a sombra ao meio-dia?**

            a) Sul
            b) Norte

            **Resposta correta:** a

            **Explicação:** depende.

            ### Questão 3
            Marque:

            - [ ] um
            - [x] dois

            ### Questão 4 (10 pontos)
            **Explique com suas palavras.**

            ## Gabarito
            1. b
            """);

    assertThat(quiz.form()).isEqualTo(Form.QUIZ);
    assertThat(quiz.title()).contains("Quiz: Bússola");
    assertThat(quiz.modules()).containsExactly("1");
    assertThat(quiz.questions())
        .containsExactly(
            question("1", "Para onde aponta a agulha?", List.of("Sul", "Norte"), List.of(1)),
            question("2", "E a sombra ao meio-dia?", List.of("Sul", "Norte"), List.of(0)),
            question("3", "Marque:", List.of("um", "dois"), List.of(1)),
            question("4", "Explique com suas palavras.", List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "final-project.md, PROJECT",
    "desafio-final.md, PROJECT",
    "projeto-final-loja.md, PROJECT",
    "projeto-capstone-final.md, PROJECT",
    "rubrica.md, OTHER",
    "README.md, OTHER",
    "quiz-modulo-1.md, QUIZ",
    "Questionário.md, QUIZ"
  })
  void readShouldTellWhatItIsByItsName(String name, Form form) {
    Assessment assessment = read(name, "# 🏆 O desafio\n\nConstrua algo.\n");

    assertThat(assessment.form()).isEqualTo(form);
    assertThat(assessment.title()).contains("🏆 O desafio");
    assertThat(assessment.questions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "quiz-modulo-1.yaml, 1",
    "quiz-modulo-1-3.yaml, 1;2;3",
    "quiz-módulo-04A.yaml, 4A",
    "quiz-module_2-to-3.yaml, 2;3",
    "quiz-1-conceitos.yaml, ''"
  })
  void readShouldTellModulesByNameWhenFileSaysNone(String name, String modules) {
    Assessment quiz = read(name, "questions: [{question: Um}]");

    assertThat(String.join(";", quiz.modules())).isEqualTo(modules);
  }

  @Test
  void readShouldSayNothingWhenFileIsNoText() {
    Understanding understanding = understand("quiz.pdf", "%PDF");

    assertThat(understanding.understood()).isEmpty();
    assertThat(understanding.findings()).isEmpty();
  }

  private static Question question(
      String id, String text, List<String> options, List<Integer> correct) {
    return new Question(Optional.of(id), text, options, correct);
  }

  private static Assessment quiz(String yaml) {
    return read("quiz.yaml", yaml);
  }

  private static Assessment read(String name, String text) {
    return (Assessment) understand(name, text).understood().orElseThrow();
  }

  private static Understanding understand(String name, String text) {
    return new AssessmentReader()
        .read(new SourceText(new ArtifactPath("assessments/" + name), text));
  }
}
