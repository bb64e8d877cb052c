package io.creatoros.core.assessment;

import io.creatoros.core.text.Block;
import io.creatoros.core.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the questions of a quiz in Markdown: a heading such as {@code Questão 3} begins each. */
final class MarkdownQuiz {

  private static final Pattern HEADING =
      Pattern.compile(
          "(?:quest[aã]o|pergunta|question|q)\\.?\\s{0,3}(\\d{1,4})(?!\\d).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private final List<AskedQuestion> questions = new ArrayList<>();
  private Optional<MarkdownQuestion> current = Optional.empty();

  private MarkdownQuiz() {}

  static boolean hasQuestions(MarkdownText text) {
    return !questions(text).isEmpty();
  }

  /** The first heading of the first level. */
  static Optional<String> title(MarkdownText text) {
    return text.blocks().stream()
        .filter(block -> block instanceof Block.Heading heading && heading.level() == 1)
        .map(Block::text)
        .filter(title -> !title.isBlank())
        .findFirst();
  }

  static List<AskedQuestion> questions(MarkdownText text) {
    MarkdownQuiz quiz = new MarkdownQuiz();
    text.blocks().forEach(quiz::add);
    quiz.end();
    return quiz.questions;
  }

  private void add(Block block) {
    if (block instanceof Block.Heading heading) {
      end();
      Matcher matcher = HEADING.matcher(heading.text());
      current =
          matcher.matches()
              ? Optional.of(new MarkdownQuestion(matcher.group(1), heading.line()))
              : Optional.empty();
    } else {
      current.ifPresent(question -> question.add(block));
    }
  }

  private void end() {
    current.flatMap(MarkdownQuestion::asked).ifPresent(questions::add);
  }
}
