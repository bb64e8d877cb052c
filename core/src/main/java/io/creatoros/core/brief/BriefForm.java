package io.creatoros.core.brief;

import io.creatoros.core.brief.Field.Kind;
import io.creatoros.core.text.MarkdownText;
import io.creatoros.core.text.StructuredText;
import io.creatoros.core.text.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A brief as questions with their answers: those of its labels first, then its front matter. */
final class BriefForm {

  private static final int MOST = 100;

  private final List<Field> fields;
  private final Optional<Value> frontMatter;
  private final Map<Question, List<Field>> asked = new EnumMap<>(Question.class);

  BriefForm(MarkdownText text) {
    fields = FormWalker.fields(text.blocks());
    frontMatter =
        text.frontMatter().map(StructuredText::documents).flatMap(d -> d.stream().findFirst());
    fields.forEach(this::index);
  }

  /** All fields, in order. */
  List<Field> fields() {
    return fields;
  }

  /** What was written in answer to a question, in order; blank answers left out. */
  List<Answer> answers(Question question) {
    return fields(question).stream().map(Answer::new).filter(a -> !a.isEmpty()).toList();
  }

  /** The fields that ask a question, in order, blank ones too. */
  List<Field> fields(Question question) {
    return asked.getOrDefault(question, List.of());
  }

  /** The first answer to a question that has a text. */
  Optional<String> text(Question question) {
    return labelled(question).or(() -> declared(question));
  }

  /** The same, by the labels alone. */
  Optional<String> labelled(Question question) {
    return innermost(question).flatMap(answer -> answer.text().stream()).findFirst();
  }

  /** The answers to a question, those under headings last: what stands there may be anything. */
  Stream<Answer> innermost(Question question) {
    return answers(question).stream()
        .sorted(Comparator.comparing(answer -> answer.field().kind() == Kind.HEADING));
  }

  /** The same, by the front matter alone. */
  Optional<String> declared(Question question) {
    return frontMatter
        .flatMap(map -> map.get(question.frontMatterKeys()))
        .flatMap(BriefForm::scalar);
  }

  /** The first answer to a question as a list. */
  List<String> items(Question question) {
    return answers(question).stream()
        .map(Answer::items)
        .filter(items -> !items.isEmpty())
        .findFirst()
        .orElseGet(() -> declaredItems(question));
  }

  /** The lists under other labels within the first section that asks a question, together. */
  Optional<List<String>> nested(Question question) {
    return fields(question).stream()
        .filter(field -> field.kind() == Kind.HEADING)
        .findFirst()
        .map(this::listsWithin)
        .filter(items -> !items.isEmpty());
  }

  private List<String> listsWithin(Field section) {
    return fields.stream()
        .filter(field -> field.isWithin(section) && field.kind() != Kind.COLUMN)
        .filter(field -> field == section || !Question.isAsked(field.key()))
        .map(Answer::new)
        .filter(Answer::isList)
        .flatMap(answer -> answer.items().stream())
        .limit(MOST)
        .toList();
  }

  /** The list that the front matter has for a question; a text is parted at its commas. */
  List<String> declaredItems(Question question) {
    Optional<Value> value = frontMatter.flatMap(map -> map.get(question.frontMatterKeys()));
    Stream<String> items =
        value.stream()
            .flatMap(
                v ->
                    v.items().isEmpty() ? parted(v) : v.items().stream().flatMap(BriefForm::texts));
    return items.map(Answer::clean).filter(item -> !Blank.is(item)).limit(MOST).toList();
  }

  /** The value of the front matter under the first of these keys. */
  Optional<Value> frontMatter(String... keys) {
    return frontMatter.flatMap(map -> map.get(keys));
  }

  /** A text of the front matter that is no placeholder. */
  static Optional<String> scalar(Value value) {
    return value.text().filter(text -> !Blank.is(text)).map(Answer::clean);
  }

  private static Stream<String> texts(Value value) {
    return value.text().stream();
  }

  private static Stream<String> parted(Value value) {
    return value.text().stream().flatMap(text -> Stream.of(text.split("[,;]")));
  }

  private void index(Field field) {
    boolean title = field.kind() == Kind.HEADING && field.rank() == 0;
    if (title || field.key().isEmpty()) {
      return;
    }
    for (Question.Asked one : Question.asked(field.key())) {
      add(one, field);
    }
    if (field.kind() == Kind.COLUMN) {
      Question.asked(field.key() + "s").forEach(one -> add(one, field));
    }
  }

  /** A column counts where the table stands under a label that asks the same. */
  private void add(Question.Asked one, Field field) {
    List<Field> known = asked.computeIfAbsent(one.question(), q -> new ArrayList<>());
    Optional<Field> last =
        known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
    boolean fits =
        one.section().map(field::isIn).orElse(true)
            && (field.kind() != Kind.COLUMN || asks(field.parent(), one.question()));
    if (fits && last.filter(field::equals).isEmpty()) {
      known.add(field);
    }
  }

  private static boolean asks(Optional<Field> field, Question question) {
    return field.stream()
        .flatMap(parent -> Question.asked(parent.key()).stream())
        .anyMatch(asked -> asked.question() == question);
  }
}
