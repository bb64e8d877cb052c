package io.creatoros.core.assessment;

import io.creatoros.core.assessment.Assessment.Form;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a quiz can be taken as it is. */
final class QuizChecks {

  private final Map<String, AskedQuestion> seen = new HashMap<>();
  private final FileFindings findings;

  private QuizChecks(FileFindings findings) {
    this.findings = findings;
  }

  static void check(Form form, List<AskedQuestion> asked, FileFindings findings) {
    QuizChecks checks = new QuizChecks(findings);
    asked.forEach(checks::check);
    if (form == Form.QUIZ && asked.isEmpty()) {
      findings.add(
          FindingCode.QUIZ_EMPTY,
          "has no questions that can be read",
          "list them under questions:, each with question, options and correct_answer");
    }
  }

  private void check(AskedQuestion asked) {
    asked.question().id().ifPresent(id -> checkId(id, asked));
    if (asked.unknownAnswer().isPresent()) {
      findings.add(
          FindingCode.QUESTION_ANSWER_ABSENT,
          asked.line(),
          "the right answer of "
              + asked.name()
              + " is said to be \""
              + shortened(asked.unknownAnswer().get())
              + "\", which is none of its "
              + asked.question().options().size()
              + " options",
          "name an option; positions are counted from 0");
    } else if (asked.closed() && asked.question().options().isEmpty()) {
      findings.add(
          FindingCode.QUESTION_WITHOUT_ANSWER,
          asked.line(),
          asked.name() + " has no options to choose from",
          "list them under options:");
    } else if (asked.closed() && asked.question().correct().isEmpty()) {
      findings.add(
          FindingCode.QUESTION_WITHOUT_ANSWER,
          asked.line(),
          asked.name() + " has no right answer",
          "mark one of its options as right");
    }
  }

  private void checkId(String id, AskedQuestion asked) {
    AskedQuestion first = seen.putIfAbsent(asked.quiz() + " " + id, asked);
    if (first != null) {
      findings.add(
          FindingCode.QUESTION_TWICE,
          asked.line(),
          "question " + id + " is there twice; the first is in line " + first.line(),
          "give one of them an id of its own");
    }
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) > 60
        ? text.substring(0, text.offsetByCodePoints(0, 60)) + "…"
        : text;
  }
}
