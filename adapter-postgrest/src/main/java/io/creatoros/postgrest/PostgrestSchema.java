package io.creatoros.postgrest;

/** The schema that the mirror needs, as far as the API tells. */
final class PostgrestSchema {
  /** The newest migration that this version works with. */
  static final String VERSION = "20261123000200";

  /** What whoever meets another schema does. */
  static final String REMEDY =
      "creatoros migrate, with the database's own URL; who has only the API asks the database's"
          + " owner to";

  private PostgrestSchema() {}
}
