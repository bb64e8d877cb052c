package io.creatoros.postgres.security;

import static io.creatoros.postgres.security.Need.ADMINISTRATORS;
import static io.creatoros.postgres.security.Need.ANYBODY;
import static io.creatoros.postgres.security.Need.EDITORS;
import static io.creatoros.postgres.security.Need.NOBODY;
import static io.creatoros.postgres.security.Need.OWNERS;
import static io.creatoros.postgres.security.Need.VIEWERS;

import io.creatoros.postgres.security.Actor.Standing;
import java.util.Map;
import java.util.Optional;

/** Who may do what with the rows of a table or view. */
public final class TableRules {

  /** What one does with rows. */
  public enum Operation {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE
  }

  /** The needs of a table's operations; nobody may truncate. */
  public record Rule(Need select, Need insert, Need update, Need delete) {
    public Need of(Operation operation) {
      return switch (operation) {
        case SELECT -> select;
        case INSERT -> insert;
        case UPDATE -> update;
        case DELETE -> delete;
        case TRUNCATE -> NOBODY;
      };
    }
  }

  private static final Rule OF_A_COURSE = new Rule(VIEWERS, EDITORS, EDITORS, EDITORS);
  private static final Rule VIEW = new Rule(VIEWERS, NOBODY, NOBODY, NOBODY);
  private static final Rule LOCKED = new Rule(NOBODY, NOBODY, NOBODY, NOBODY);

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("creatoros.courses", OF_A_COURSE),
          Map.entry("creatoros.contents", OF_A_COURSE),
          Map.entry("creatoros.uploads", OF_A_COURSE),
          Map.entry("creatoros.files", OF_A_COURSE),
          Map.entry("creatoros.refused_rows", OF_A_COURSE),
          Map.entry("creatoros.foreign_edits", VIEW),
          Map.entry("creatoros.mirror", new Rule(ANYBODY, NOBODY, NOBODY, NOBODY)),
          Map.entry("creatoros.schema_version", new Rule(ANYBODY, NOBODY, NOBODY, NOBODY)),
          Map.entry("creatoros.undo_steps", LOCKED),
          Map.entry("creatoros.flyway_schema_history", LOCKED),
          Map.entry(
              "public.content_projects", new Rule(VIEWERS, ADMINISTRATORS, OWNERS, ADMINISTRATORS)),
          Map.entry("public.content_project_members", new Rule(VIEWERS, OWNERS, OWNERS, OWNERS)),
          Map.entry("public.minds", OF_A_COURSE),
          Map.entry("public.content_pieces", OF_A_COURSE),
          Map.entry("public.course_metadata", OF_A_COURSE),
          Map.entry("public.course_lessons", OF_A_COURSE),
          Map.entry("public.market_research", OF_A_COURSE),
          Map.entry("public.content_performance", OF_A_COURSE),
          Map.entry("public.lesson_statistics", VIEW),
          Map.entry("public.course_statistics", VIEW),
          Map.entry("public.course_findings", VIEW),
          Map.entry("public.course_failures", VIEW),
          Map.entry("public.course_coverage", VIEW),
          Map.entry("public.persona_statistics", VIEW),
          Map.entry("public.quality_statistics", VIEW),
          Map.entry("public.score_statistics", VIEW),
          Map.entry("public.monthly_statistics", VIEW));

  private TableRules() {}

  /** The rule of a table or view; empty for one that nobody has thought of. */
  public static Optional<Rule> of(String table) {
    return Optional.ofNullable(RULES.get(table));
  }

  /** How an attempt has to end. */
  public static Outcome expected(Need need, Operation operation, Standing standing) {
    if (!need.grantedTo(standing)) {
      return Outcome.REFUSED;
    }
    if (need.metBy(standing)) {
      return Outcome.DONE;
    }
    return operation == Operation.INSERT ? Outcome.REFUSED : Outcome.NOTHING;
  }
}
