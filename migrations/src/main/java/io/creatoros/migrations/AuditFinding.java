package io.creatoros.migrations;

/**
 * A fault in a schema.
 *
 * @param rule what kind of fault
 * @param object where it is, with schema, and quoted where SQL needs it
 * @param detail what is wrong there, in words
 * @param remedy the SQL that mends it, ended by a semicolon; several statements for some faults. It
 *     neither deletes rows nor opens anything to anybody
 */
public record AuditFinding(AuditRule rule, String object, String detail, String remedy) {

  private static final String POLICY = "policy ";

  /**
   * Whether the remedy writes a policy anew that the other's remedy writes too: run after it, it
   * would undo it. The audit has to be asked again in between.
   */
  boolean overwrites(AuditFinding other) {
    return !remedy.equals(other.remedy)
        && other.object.startsWith(POLICY)
        && (object.equals(other.object) || other.object.endsWith(" on " + object));
  }
}
