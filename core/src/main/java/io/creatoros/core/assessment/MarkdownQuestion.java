package io.creatoros.core.assessment;

import io.creatoros.core.assessment.Assessment.Question;
import io.creatoros.core.text.Block;
import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question of a Markdown quiz, block after block. */
final class MarkdownQuestion {

  private static final Pattern ANSWER =
      Pattern.compile(
          "\\**(?:resposta|gabarito|answer|correct answer|alternativa correta)[^:\\n]{0,30}:\\**"
              + "\\s{0,3}\\**\\(?([a-z])(?![\\p{L}]).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String id;
  private final int line;
  private final List<String> text = new ArrayList<>();
  private final List<Option> options = new ArrayList<>();
  private Optional<String> answer = Optional.empty();

  MarkdownQuestion(String id, int line) {
    this.id = id;
    this.line = line;
  }

  void add(Block block) {
    if (block instanceof Block.Item item && item.checked().isPresent()) {
      options.add(OptionLine.option(Optional.empty(), item.text(), item.checked().get()));
    } else if (block instanceof Block.Paragraph || block instanceof Block.Item) {
      block.text().lines().forEach(this::addLine);
    }
  }

  private void addLine(String written) {
    Optional<Option> option = OptionLine.of(written);
    Matcher right = ANSWER.matcher(written.strip());
    if (option.isPresent()) {
      options.add(option.get());
    } else if (right.matches()) {
      answer = Optional.of(right.group(1));
    } else if (options.isEmpty() && answer.isEmpty() && text.isEmpty()) {
      text.add(plain(written));
    }
  }

  /** The question, if it asks anything. */
  Optional<AskedQuestion> asked() {
    if (text.isEmpty() && options.isEmpty()) {
      return Optional.empty();
    }
    Answer right = Answer.of(options, answer.map(letter -> new Value.Scalar(letter, line)));
    Question question =
        new Question(Optional.of(id), String.join(" ", text), right.options(), right.correct());
    return Optional.of(new AskedQuestion(question, 1, line, !options.isEmpty(), right.unknown()));
  }

  private static String plain(String written) {
    return written.strip().replaceAll("^\\*{1,3}|\\*{1,3}$", "").strip();
  }
}
