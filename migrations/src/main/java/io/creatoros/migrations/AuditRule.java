package io.creatoros.migrations;

import java.util.List;
import java.util.Locale;

/**
 * A fault that {@link SecurityAudit} looks for, under the name that Supabase's advisors give it.
 *
 * @param name the name, such as {@code rls_disabled_in_public}
 * @param severity how much it matters
 * @param category what it harms
 * @param meaning what it is and why it matters, one sentence
 */
public record AuditRule(String name, Severity severity, Category category, String meaning) {

  private static final List<AuditRule> ALL =
      List.of(
          security(
              Severity.ERROR,
              "auth_users_exposed",
              "A view shows the accounts in auth.users to callers of the API."),
          security(
              Severity.ERROR,
              "policy_exists_rls_disabled",
              "A table has policies that nothing applies, for row level security is off."),
          security(
              Severity.ERROR,
              "security_definer_view",
              "A view reads its tables with its owner's rights, so their policies do not count for"
                  + " the caller."),
          security(
              Severity.ERROR,
              "rls_disabled_in_public",
              "A table that callers of the API may use has no row level security: every row is open"
                  + " to all of them."),
          security(
              Severity.ERROR,
              "rls_references_user_metadata",
              "A policy goes by user_metadata, which every user may change."),
          security(
              Severity.ERROR,
              "fkey_to_auth_unique",
              "A foreign key needs a unique column in auth other than a primary key, and stands in"
                  + " the way of upgrades there."),
          security(
              Severity.ERROR,
              "sensitive_columns_exposed",
              "A table without row level security shows callers columns that by their names hold"
                  + " secrets or personal data."),
          security(
              Severity.WARNING,
              "rls_policy_always_true",
              "A policy lets callers insert, update or delete whatever row they like."),
          performance(
              Severity.WARNING,
              "auth_rls_initplan",
              "A policy asks for every row who the caller is, instead of once per statement."),
          performance(
              Severity.WARNING,
              "multiple_permissive_policies",
              "Several policies allow one role the same thing: all are weighed for every row, and"
                  + " nobody sees what is allowed."),
          performance(
              Severity.WARNING,
              "duplicate_index",
              "An index does what another does, and is written by every change all the same."),
          security(
              Severity.WARNING,
              "function_search_path_mutable",
              "A function looks names up where its caller says, who can slip in tables and"
                  + " functions."),
          security(
              Severity.WARNING,
              "extension_in_public",
              "An extension's functions stand in a schema that the API offers to callers."),
          security(
              Severity.WARNING,
              "materialized_view_in_api",
              "Callers may read a materialized view, which no policy protects."),
          security(
              Severity.WARNING,
              "anon_security_definer_function_executable",
              "Callers who have not logged in may call a function that runs with its owner's"
                  + " rights."),
          security(
              Severity.WARNING,
              "authenticated_security_definer_function_executable",
              "Every caller who has logged in may call a function that runs with its owner's"
                  + " rights."),
          performance(
              Severity.INFO,
              "unindexed_foreign_keys",
              "A foreign key has no index: changing what it refers to reads the whole table."),
          performance(
              Severity.INFO,
              "no_primary_key",
              "A table has no primary key, so that none of its rows can be named."),
          security(
              Severity.INFO,
              "rls_enabled_no_policy",
              "A table has row level security and no policy, so callers see none of its rows; a"
                  + " policy can say that this is meant."));

  /** How much a fault matters. */
  public enum Severity {
    /** Data is open to whom it should not be, or an upgrade is held up. */
    ERROR,
    /** A danger, or a cost that grows. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** The name in small letters. */
    public String lower() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a fault harms. */
  public enum Category {
    SECURITY,
    PERFORMANCE;

    /** The name in small letters. */
    public String lower() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All rules, the gravest first. */
  public static List<AuditRule> all() {
    return ALL;
  }

  private static AuditRule security(Severity severity, String name, String meaning) {
    return new AuditRule(name, severity, Category.SECURITY, meaning);
  }

  private static AuditRule performance(Severity severity, String name, String meaning) {
    return new AuditRule(name, severity, Category.PERFORMANCE, meaning);
  }
}
