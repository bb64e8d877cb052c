package io.creatoros.migrations;

import java.util.List;

/**
 * The schema of a database in detail. Versions are the timestamps that the migrations' file names
 * start with, ordered.
 *
 * @param state how it stands
 * @param applied what was applied, by whichever tool
 * @param pending what is still to apply
 * @param expected the newest version this software knows
 */
public record SchemaStatus(
    SchemaState state, List<String> applied, List<String> pending, String expected) {

  public SchemaStatus {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
  }
}
