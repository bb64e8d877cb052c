package io.creatoros.core.assessment;

import io.creatoros.core.assessment.Assessment.Question;
import java.util.Optional;

/**
 * A question as it stands in a file.
 *
 * @param quiz counts the quizzes of the file; ids are unique within one
 * @param line the line of the file where it begins, from 1
 * @param closed whether it should have options and a right answer
 * @param unknownAnswer the answer that is said to be right, if it is none of the options
 */
record AskedQuestion(
    Question question, int quiz, int line, boolean closed, Optional<String> unknownAnswer) {

  /** What it is called in findings. */
  String name() {
    return question.id().map(id -> "question " + id).orElse("the question in line " + line);
  }
}
