package io.creatoros.core.brief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The voice of a course, by the answers of a brief. */
final class VoiceAnswers {

  private static final Map<Question, String> LABELS = new LinkedHashMap<>();

  static {
    LABELS.put(Question.TONE, "tone");
    LABELS.put(Question.STYLE, "style");
    LABELS.put(Question.TRAITS, "traits");
    LABELS.put(Question.PHRASES, "phrases");
    LABELS.put(Question.NEVER, "never");
  }

  private VoiceAnswers() {}

  static Map<String, List<String>> of(BriefForm form) {
    Map<String, List<String>> voice = new LinkedHashMap<>();
    LABELS.forEach(
        (question, label) ->
            form.answers(question).stream()
                .map(answer -> words(answer))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .ifPresent(words -> voice.put(label, words)));
    return voice;
  }

  private static List<String> words(Answer answer) {
    List<String> ticked = answer.ticked();
    return ticked.isEmpty() ? answer.items() : ticked;
  }
}
