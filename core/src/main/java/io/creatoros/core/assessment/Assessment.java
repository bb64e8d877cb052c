package io.creatoros.core.assessment;

import io.creatoros.core.reading.Understood;
import java.util.List;
import java.util.Optional;

/**
 * A quiz or a final project.
 *
 * @param form what it is
 * @param title its title
 * @param modules the labels of the modules it covers, where they are known
 * @param questions the questions of a quiz, in order
 */
public record Assessment(
    Form form, Optional<String> title, List<String> modules, List<Question> questions)
    implements Understood {

  public Assessment {
    modules = List.copyOf(modules);
    questions = List.copyOf(questions);
  }

  /** What an assessment is. */
  public enum Form {
    QUIZ,
    PROJECT,
    OTHER
  }

  /**
   * A question.
   *
   * @param id its id as written
   * @param text what is asked
   * @param options the answers to choose from, in order
   * @param correct the positions of the right ones in {@code options}, from 0; empty when the
   *     question is open, or its answer is not understood
   */
  public record Question(
      Optional<String> id, String text, List<String> options, List<Integer> correct) {
    public Question {
      options = List.copyOf(options);
      correct = List.copyOf(correct);
    }
  }
}
