package io.creatoros.core.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A label of a brief with what is written under it: a heading, a bold label, a row of a table. */
final class Field {

  /** How a label is written; a part is a line of a box that ends in a colon. */
  enum Kind {
    HEADING,
    BOLD,
    ITEM,
    ROW,
    COLUMN,
    PART
  }

  private static final int UNDER_HEADINGS = 7;
  private static final int UNDER_BOLD = 8;

  private final Kind kind;
  private final String label;
  private final String key;
  private final int line;
  private final int rank;
  private final Optional<Field> parent;
  private final List<Line> lines = new ArrayList<>();
  private final List<Field> children = new ArrayList<>();
  private boolean form;
  private boolean opening;

  Field(Kind kind, String label, int line, int rank, Optional<Field> parent) {
    this.kind = kind;
    this.label = label;
    this.key = Label.normal(label);
    this.line = line;
    this.rank = rank;
    this.parent = parent;
    parent.ifPresent(outer -> outer.children.add(this));
  }

  /** How deep a label of this kind stands; what stands deeper is part of it. */
  static int rank(Kind kind, int depth) {
    return switch (kind) {
      case HEADING -> depth;
      case BOLD -> UNDER_HEADINGS;
      case ITEM -> UNDER_BOLD + depth;
      case ROW, COLUMN, PART -> Integer.MAX_VALUE;
    };
  }

  Kind kind() {
    return kind;
  }

  /** The label as written. */
  String label() {
    return label;
  }

  /** The label as labels are compared. */
  String key() {
    return key;
  }

  int line() {
    return line;
  }

  Optional<Field> parent() {
    return parent;
  }

  int rank() {
    return rank;
  }

  /** All that is written under it, placeholders too; the fields within it are apart. */
  List<Line> lines() {
    return lines;
  }

  /** The fields within it. */
  List<Field> children() {
    return children;
  }

  /** Whether it is a blank to fill in: a box, a row, boxes to tick. */
  boolean isForm() {
    return form || kind == Kind.ROW;
  }

  /**
   * Whether it stands in a section of this kind. What stands in the first section, or before it, is
   * in the basics.
   */
  boolean isIn(Section section) {
    boolean first = true;
    for (Optional<Field> f = Optional.of(this); f.isPresent(); f = f.get().parent) {
      Field field = f.get();
      if (field.kind == Kind.HEADING && field.rank > 0) {
        if (section.isOpenedBy(field.key)) {
          return true;
        }
        first = field.opening;
      }
    }
    return first && section == Section.BASICS;
  }

  /** Whether it stands within the other, or is it. */
  boolean isWithin(Field other) {
    for (Optional<Field> f = Optional.of(this); f.isPresent(); f = f.get().parent) {
      if (f.get() == other) {
        return true;
      }
    }
    return false;
  }

  void add(List<Line> more) {
    lines.addAll(more);
  }

  /** Makes it the first section of the file. */
  void markOpening() {
    opening = true;
  }

  void markForm() {
    form = true;
  }
}
