package io.creatoros.migrations;

/** How a database's schema stands to the one this version works with. */
public sealed interface SchemaState {

  /** Exactly the expected schema. */
  record Current() implements SchemaState {}

  /** No schema, or one that was never finished. */
  record Missing() implements SchemaState {}

  /**
   * Migrations are pending.
   *
   * @param version the newest one applied
   */
  record Older(String version) implements SchemaState {}

  /**
   * Another, newer version of this software migrated the database.
   *
   * @param version the newest one applied
   */
  record Newer(String version) implements SchemaState {}
}
