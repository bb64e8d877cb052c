package io.creatoros.core.brief;

import io.creatoros.core.brief.Field.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The fields of a form that nobody filled in. Checks at the end of a form and what it calls
 * optional are no fields.
 */
final class Blanks {

  private static final int SHARE_OF_A_WHOLE_FORM = 2;
  private static final Set<Kind> KINDS = Set.of(Kind.BOLD, Kind.ITEM, Kind.ROW);

  private final List<Field> blank = new ArrayList<>();
  private int asked;

  private Blanks() {}

  static Blanks of(BriefForm form) {
    Blanks blanks = new Blanks();
    form.fields().stream().filter(Blanks::isAsked).forEach(blanks::take);
    return blanks;
  }

  int count() {
    return blank.size();
  }

  /** How many fields the form has. */
  int asked() {
    return asked;
  }

  /** Whether it is a form of which most is open. */
  boolean isWholeForm() {
    return blank.size() > 3 && blank.size() * SHARE_OF_A_WHOLE_FORM > asked;
  }

  OptionalInt firstLine() {
    return blank.stream().limit(1).mapToInt(Field::line).findFirst();
  }

  String firstLabel() {
    return blank.isEmpty() ? "" : Answer.clean(blank.get(0).label());
  }

  private void take(Field field) {
    asked++;
    boolean written = field.lines().stream().anyMatch(line -> true);
    boolean empty = new Answer(field).isEmpty() && (field.isForm() || written);
    if (empty && field.children().stream().allMatch(child -> child.kind() == Kind.PART)) {
      blank.add(field);
    }
  }

  private static boolean isAsked(Field field) {
    return KINDS.contains(field.kind())
        && !field.isIn(Section.CHECKS)
        && !isOptional(field.label());
  }

  private static boolean isOptional(String label) {
    String normal = Label.normal(label);
    return label.contains("opcional") || label.contains("optional") || normal.startsWith("se ");
  }
}
