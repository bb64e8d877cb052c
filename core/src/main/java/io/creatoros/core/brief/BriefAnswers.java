package io.creatoros.core.brief;

import io.creatoros.core.reading.KnowledgeLevel;
import io.creatoros.core.reading.LanguageTag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The answers of a brief, one by one. */
final class BriefAnswers {

  private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,4}(?:[.,]\\d{1,2})?");

  private final BriefForm form;
  private final List<String> headings;

  /**
   * @param form the brief
   * @param headings those it begins with, which may hold the title
   */
  BriefAnswers(BriefForm form, List<String> headings) {
    this.form = form;
    this.headings = headings;
  }

  Brief brief() {
    return new Brief(
        title(),
        form.text(Question.SUBTITLE),
        Slug.usable(form.text(Question.SLUG)),
        form.text(Question.CATEGORY),
        tags(),
        type(),
        tool(),
        level(),
        form.text(Question.LANGUAGE).flatMap(LanguageTag::of),
        duration().map(Duration::hours),
        Counts.modules(form),
        Counts.lessons(form),
        form.text(Question.STATUS),
        instructor(),
        prerequisites(),
        IcpAnswers.of(form),
        objectives(),
        PersonaAnswers.of(form).persona(),
        VoiceAnswers.of(form),
        pricing());
  }

  /** How long the course takes; a bare number of the front matter means hours. */
  Optional<Duration> duration() {
    Optional<Duration> labelled =
        form.innermost(Question.DURATION)
            .map(answer -> Duration.of(joined(answer)))
            .flatMap(Optional::stream)
            .findFirst();
    return labelled.or(
        () ->
            form.declared(Question.DURATION)
                .map(text -> BARE_NUMBER.matcher(text).matches() ? text + " h" : text)
                .flatMap(Duration::of));
  }

  private Optional<String> title() {
    return form.text(Question.TITLE)
        .or(() -> headings.stream().flatMap(h -> BriefTitle.of(h).stream()).findFirst());
  }

  private List<String> tags() {
    List<String> items = form.items(Question.TAGS);
    Stream<String> parted =
        items.size() == 1 ? Stream.of(items.get(0).split("[,;]")) : items.stream();
    return parted
        .map(tag -> Answer.clean(tag.strip().replaceFirst("^#", "")))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  private Optional<String> type() {
    return form.answers(Question.TYPE).stream()
        .map(answer -> answer.ticked().isEmpty() ? answer.items() : answer.ticked())
        .flatMap(texts -> CourseType.of(texts).stream())
        .findFirst()
        .or(() -> form.declared(Question.TYPE).flatMap(text -> CourseType.of(List.of(text))));
  }

  /** The innermost label that names a tool. */
  private Optional<String> tool() {
    List<Answer> answers = form.answers(Question.TOOL);
    return answers.stream()
        .filter(answer -> answer.field().kind() == Field.Kind.PART)
        .findFirst()
        .or(() -> answers.stream().findFirst())
        .flatMap(Answer::text)
        .or(() -> form.declared(Question.TOOL));
  }

  private Optional<String> level() {
    Optional<String> told =
        form.innermost(Question.LEVEL)
            .flatMap(answer -> answer.summary().flatMap(KnowledgeLevel::of).stream())
            .findFirst();
    return told.or(() -> form.declared(Question.LEVEL).flatMap(KnowledgeLevel::of))
        .or(this::knowledgeBefore);
  }

  private Optional<String> knowledgeBefore() {
    return form.answers(Question.PREREQUISITES).stream()
        .flatMap(answer -> answer.ticked().stream())
        .findFirst()
        .flatMap(
            text -> isNothing(text) ? Optional.of("beginner") : KnowledgeLevel.of(beginning(text)));
  }

  /** What stands before a remark. */
  private static String beginning(String text) {
    return text.split("[-–(]", 2)[0];
  }

  private Optional<String> instructor() {
    return form.text(Question.INSTRUCTOR)
        .or(
            () ->
                form.frontMatter(Question.INSTRUCTOR.frontMatterKeys())
                    .flatMap(value -> value.text("name", "nome"))
                    .filter(name -> !Blank.is(name)));
  }

  private List<String> prerequisites() {
    return form.items(Question.PREREQUISITES).stream()
        .filter(item -> !isNothing(item) && !item.contains("(liste abaixo)"))
        .toList();
  }

  private List<String> objectives() {
    List<Field> plans = form.fields(Question.OUTLINE);
    List<Answer> answers =
        form.answers(Question.OBJECTIVES).stream()
            .filter(answer -> plans.stream().limit(20).noneMatch(answer.field()::isWithin))
            .toList();
    return answers.stream()
        .filter(Answer::isList)
        .map(Answer::items)
        .filter(items -> !items.isEmpty())
        .findFirst()
        .or(() -> form.nested(Question.OBJECTIVES))
        .or(() -> answers.stream().map(Answer::items).findFirst())
        .orElseGet(() -> form.declaredItems(Question.OBJECTIVES));
  }

  private Optional<String> pricing() {
    return form.innermost(Question.PRICING)
        .flatMap(answer -> Price.of(answer).stream())
        .findFirst()
        .or(() -> form.declared(Question.PRICING))
        .or(
            () ->
                form.answers(Question.BUSINESS).stream()
                    .flatMap(a -> Price.of(a).stream())
                    .findFirst());
  }

  private static boolean isNothing(String item) {
    String first = Label.normal(item).split(" ")[0];
    return first.equals("nenhum") || first.equals("nenhuma") || first.equals("none");
  }

  private static String joined(Answer answer) {
    return String.join("\n", answer.lines().stream().map(Line::text).limit(50).toList());
  }
}
