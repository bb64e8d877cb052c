package io.creatoros.migrations;

/**
 * One thing that a schema consists of.
 *
 * @param kind its kind
 * @param name its name
 * @param definition what it is, on one line
 */
record SchemaObject(String kind, String name, String definition) {
  private static final String TAB = "\t";

  static SchemaObject parse(String line) {
    String[] fields = line.split(TAB, 3);
    return new SchemaObject(fields[0], fields[1], fields[2]);
  }

  String line() {
    return kind + TAB + name + TAB + definition;
  }

  /** The table it is of; its name where it is of none. */
  String table() {
    return name.substring(0, Math.max(name.lastIndexOf('.'), 0));
  }

  /**
   * Whether only its definition matters: older tables have constraints under names of their own.
   */
  boolean knownByDefinition() {
    return kind.equals("constraint") || kind.equals("index");
  }
}
