package io.creatoros.core.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For whom a course is, by the answers of a brief. */
final class IcpAnswers {

  private static final int MOST = 100;

  private final BriefForm form;

  private IcpAnswers(BriefForm form) {
    this.form = form;
  }

  static Brief.Icp of(BriefForm form) {
    IcpAnswers answers = new IcpAnswers(form);
    Map<String, String> demographics = answers.byLabel(Question.DEMOGRAPHICS);
    return new Brief.Icp(
        demographics.isEmpty() ? answers.told(Question.PERSON) : demographics,
        answers.byLabel(Question.PSYCHOGRAPHICS),
        answers.list(Question.PAINS),
        answers.list(Question.DESIRES));
  }

  /** The labels within the answers; an answer without any goes by its own. */
  private Map<String, String> byLabel(Question question) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : form.fields(question)) {
      Answer answer = new Answer(field);
      Map<String, String> parts = answer.parts();
      if (parts.isEmpty()) {
        answer.summary().ifPresent(text -> values.putIfAbsent(answer.label(), text));
      } else {
        parts.forEach(values::putIfAbsent);
      }
      if (values.size() >= MOST) {
        break;
      }
    }
    return values;
  }

  private Map<String, String> told(Question question) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Answer answer : form.answers(question)) {
      if (values.size() < MOST) {
        answer.summary().ifPresent(text -> values.putIfAbsent(answer.label(), text));
      }
    }
    return values;
  }

  /** All that is listed; of an answer that has labels of its own for the question, theirs. */
  private List<String> list(Question question) {
    List<Answer> answers = form.answers(question);
    Set<Field> outer = new LinkedHashSet<>();
    answers.forEach(answer -> answer.field().parent().ifPresent(outer::add));
    Set<String> items = new LinkedHashSet<>();
    for (Answer answer : answers) {
      if (items.size() < MOST && (answer.isList() || !outer.contains(answer.field()))) {
        items.addAll(answer.items());
      }
    }
    List<String> all = new ArrayList<>(items.isEmpty() ? form.declaredItems(question) : items);
    return all.subList(0, Math.min(MOST, all.size()));
  }
}
