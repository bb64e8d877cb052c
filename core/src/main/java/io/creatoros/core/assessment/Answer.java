package io.creatoros.core.assessment;

import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which options are right.
 *
 * @param options the texts of the options; of a question answered by true or false those two
 * @param correct their positions, from 0
 * @param unknown the answer that is none of them
 */
record Answer(List<String> options, List<Integer> correct, Optional<String> unknown) {

  private static final int LONGEST_NUMBER = 4;

  /** Right answers of one question. */
  private static final int MOST = 26;

  /**
   * @param said what the file names as the right answer: a position from 0, a letter, the text of
   *     an option, true or false, or a list of them
   */
  static Answer of(List<Option> options, Optional<Value> said) {
    List<String> answers = said.map(Answer::texts).orElseGet(List::of);
    if (options.isEmpty()) {
      Optional<Boolean> truth = answers.stream().findFirst().flatMap(Truth::of);
      return truth.isPresent()
          ? new Answer(Truth.OPTIONS, List.of(truth.get() ? 0 : 1), Optional.empty())
          : new Answer(List.of(), List.of(), Optional.empty());
    }
    List<Integer> correct = new ArrayList<>(marked(options));
    Optional<String> unknown = Optional.empty();
    for (String answer : answers) {
      Optional<Integer> position = position(options, answer);
      position.filter(found -> !correct.contains(found)).ifPresent(correct::add);
      unknown = position.isPresent() ? unknown : Optional.of(answer);
    }
    return new Answer(
        options.stream().map(Option::text).toList(), correct.stream().sorted().toList(), unknown);
  }

  private static List<String> texts(Value said) {
    return said.text()
        .map(List::of)
        .orElseGet(
            () -> said.items().stream().limit(MOST).flatMap(item -> item.text().stream()).toList());
  }

  private static List<Integer> marked(List<Option> options) {
    return IntStream.range(0, options.size())
        .filter(i -> options.get(i).correct())
        .boxed()
        .toList();
  }

  private static Optional<Integer> position(List<Option> options, String answer) {
    return IntStream.range(0, options.size())
        .boxed()
        .filter(i -> isCalled(options.get(i), answer))
        .findFirst()
        .or(() -> counted(answer).filter(i -> i < options.size()))
        .or(() -> meaning(options, answer));
  }

  private static boolean isCalled(Option option, String answer) {
    return option.letter().filter(answer::equalsIgnoreCase).isPresent()
        || option.text().strip().equals(answer);
  }

  /** Counted from 0, by a number or by a letter. */
  private static Optional<Integer> counted(String answer) {
    if (answer.length() == 1 && Character.toLowerCase(answer.charAt(0)) >= 'a') {
      return Optional.of(Character.toLowerCase(answer.charAt(0)) - 'a');
    }
    boolean isNumber =
        answer.length() <= LONGEST_NUMBER && answer.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Optional.of(Integer.valueOf(answer)) : Optional.empty();
  }

  private static Optional<Integer> meaning(List<Option> options, String answer) {
    Optional<Boolean> truth = Truth.of(answer);
    return IntStream.range(0, options.size())
        .boxed()
        .filter(i -> truth.isPresent() && Truth.of(options.get(i).text()).equals(truth))
        .findFirst();
  }
}
