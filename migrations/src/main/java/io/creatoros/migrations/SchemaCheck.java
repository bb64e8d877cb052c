package io.creatoros.migrations;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Compares what a database has with what the migrations make: tables, columns, constraints,
 * indexes, triggers, policies, views, functions and text search configurations. Of a view it
 * compares the columns it reads, not how it reads them.
 */
public final class SchemaCheck {

  private SchemaCheck() {}

  /**
   * What is missing or different, ordered as the schema is. What a database has beyond the schema
   * is not a difference, nor is what the migrations leave in tables of an older model. Changes
   * nothing.
   *
   * @throws SQLException if the database cannot be reached or does not let us ask
   */
  public static List<SchemaDifference> differences(DataSource database) throws SQLException {
    return differences(SchemaCatalogue.expected(), SchemaCatalogue.of(database));
  }

  /**
   * Everything that is compared, one line each: kind, name and definition, separated by tabs.
   *
   * @throws SQLException if the database cannot be reached or does not let us ask
   */
  public static List<String> describe(DataSource database) throws SQLException {
    return SchemaCatalogue.of(database).stream().map(SchemaObject::line).toList();
  }

  static List<SchemaDifference> differences(
      List<SchemaObject> expected, List<SchemaObject> present) {
    Map<String, SchemaObject> byName =
        present.stream()
            .collect(Collectors.toMap(SchemaCheck::name, object -> object, (one, other) -> one));
    Set<String> byDefinition =
        present.stream().map(SchemaCheck::definition).collect(Collectors.toSet());
    List<SchemaDifference> differences = new ArrayList<>();
    for (List<SchemaObject> alternatives : alternatives(expected).values()) {
      if (alternatives.stream().noneMatch(object -> isThere(object, byName, byDefinition))) {
        SchemaObject wanted = alternatives.get(0);
        SchemaObject found = byName.get(name(wanted));
        differences.add(
            new SchemaDifference(
                wanted.kind(),
                wanted.name(),
                wanted.definition(),
                found == null ? "" : found.definition()));
      }
    }
    return differences;
  }

  private static boolean isThere(
      SchemaObject object, Map<String, SchemaObject> byName, Set<String> byDefinition) {
    return object.knownByDefinition()
        ? byDefinition.contains(definition(object))
        : object.equals(byName.get(name(object)));
  }

  private static Map<String, List<SchemaObject>> alternatives(List<SchemaObject> expected) {
    return expected.stream()
        .collect(Collectors.groupingBy(SchemaCheck::name, LinkedHashMap::new, Collectors.toList()));
  }

  private static String name(SchemaObject object) {
    return object.kind() + " " + object.name();
  }

  private static String definition(SchemaObject object) {
    return object.kind() + " " + object.table() + " " + object.definition();
  }
}
