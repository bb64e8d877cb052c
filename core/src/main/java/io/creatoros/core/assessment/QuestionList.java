package io.creatoros.core.assessment;

import io.creatoros.core.assessment.Assessment.Question;
import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the questions of a quiz in YAML or JSON, whatever their form. */
final class QuestionList {

  private static final String[] QUESTIONS = {
    "questions", "perguntas", "questoes", "questões", "itens", "items"
  };
  private static final String[] QUIZZES = {"quiz", "quiz_info", "assessment", "quizzes"};
  private static final String[] SECTIONS = {"sections", "secoes", "seções", "parts", "partes"};
  private static final String[] OPTIONS = {
    "options", "choices", "alternatives", "alternativas", "opcoes", "opções", "answers"
  };
  private static final String[] ANSWER = {
    "correct_answer",
    "correct_answers",
    "correct_option",
    "correct_index",
    "correct",
    "answer",
    "resposta_correta",
    "resposta"
  };
  private static final String[] TEXT = {
    "question", "text", "pergunta", "questao", "questão", "enunciado", "prompt", "statement"
  };

  private final List<AskedQuestion> questions = new ArrayList<>();
  private int quiz;

  private QuestionList() {}

  static List<AskedQuestion> in(List<Value> documents) {
    QuestionList list = new QuestionList();
    for (Value document : documents) {
      list.quiz++;
      list.addOf(document);
    }
    return list.questions;
  }

  private void addOf(Value document) {
    document.items().forEach(this::add);
    addListed(document);
    for (String key : QUIZZES) {
      document.get(key).ifPresent(this::addOfQuiz);
    }
  }

  private void addOfQuiz(Value found) {
    addListed(found);
    for (Value item : found.items()) {
      if (item.get(QUESTIONS).isPresent()) {
        quiz++;
        addListed(item);
      } else {
        add(item);
      }
    }
  }

  private void addListed(Value place) {
    place.get(QUESTIONS).ifPresent(found -> found.items().forEach(this::add));
    for (Value section : place.get(SECTIONS).map(Value::items).orElseGet(List::of)) {
      section.get(QUESTIONS).ifPresent(found -> found.items().forEach(this::add));
    }
  }

  private void add(Value value) {
    Optional<String> text = value.text(TEXT).or(value::text);
    List<Option> options = OptionList.of(value.get(OPTIONS));
    if (text.isEmpty() && options.isEmpty()) {
      return;
    }
    Answer answer = Answer.of(options, value.get(ANSWER));
    Question question =
        new Question(
            value.text("id", "question_id", "question_number", "number", "numero"),
            text.orElse(""),
            answer.options(),
            answer.correct());
    boolean closed = !options.isEmpty() || isChoice(value);
    questions.add(new AskedQuestion(question, quiz, value.line(), closed, answer.unknown()));
  }

  private static boolean isChoice(Value value) {
    String type = value.text("type", "tipo").orElse("").toLowerCase(Locale.ROOT);
    return type.contains("choice")
        || type.contains("multipla")
        || type.contains("múltipla")
        || type.contains("true");
  }
}
