package io.creatoros.postgres.security;

import java.util.Optional;
import java.util.Set;

/** Who may have what done by a function. */
public final class FunctionRules {

  /** What functions are for. */
  public enum Purpose {
    /** Tells something of a project to those who may read it. */
    READS(Need.VIEWERS),
    /** Writes for those who may write, and refuses others in words. */
    WRITES(Need.EDITORS),
    /** Decides who is a member. */
    OWNS(Need.OWNERS),
    /** Part of others, or a look at oneself: must not help past row-level security. */
    HELPS(Need.ANYBODY),
    /** For migrations, triggers and older tables alone. */
    CLOSED(Need.NOBODY);

    private final Need need;

    Purpose(Need need) {
      this.need = need;
    }

    /** What one has to be to the project. */
    public Need need() {
      return need;
    }
  }

  private static final Set<String> READS =
      Set.of(
          "creatoros.summaries",
          "creatoros.heads",
          "creatoros.read",
          "creatoros.content",
          "creatoros.edits",
          "creatoros.facts",
          "creatoros.typed_rows",
          "creatoros.members",
          "creatoros.overviews",
          "creatoros.lessons",
          "creatoros.top_lessons",
          "creatoros.search",
          "creatoros.stats",
          "creatoros.export",
          "public.creatoros_courses",
          "public.creatoros_heads",
          "public.creatoros_read",
          "public.creatoros_content",
          "public.creatoros_edits",
          "public.creatoros_facts",
          "public.creatoros_rows",
          "public.creatoros_members",
          "public.creatoros_overviews",
          "public.creatoros_lessons",
          "public.creatoros_top_lessons",
          "public.creatoros_search",
          "public.creatoros_stats",
          "public.creatoros_export");

  private static final Set<String> WRITES =
      Set.of(
          "creatoros.require_editor",
          "creatoros.upload",
          "creatoros.commit_files",
          "creatoros.commit",
          "creatoros.move",
          "creatoros.ensure_references",
          "creatoros.index_lessons",
          "public.creatoros_upload",
          "public.creatoros_commit",
          "public.creatoros_move",
          "public.creatoros_references",
          "public.creatoros_index");

  private static final Set<String> OWNS = Set.of("creatoros.set_member", "public.creatoros_member");

  private static final Set<String> CLOSED =
      Set.of(
          "creatoros.change",
          "creatoros.undo",
          "creatoros.has_members",
          "creatoros.may",
          "creatoros.keep_owner",
          "creatoros.keep_slug",
          "creatoros.keep_course_of_files",
          "creatoros.record_foreign_edit",
          "creatoros.record_foreign_truncate",
          "creatoros.touch");

  private FunctionRules() {}

  /**
   * What a function is for. Who adds one that a program may call says it here; what stands nowhere
   * is a part of others.
   *
   * @param called whether programs call it over HTTP
   */
  public static Optional<Purpose> of(String name, boolean called) {
    if (READS.contains(name)) {
      return Optional.of(Purpose.READS);
    }
    if (WRITES.contains(name)) {
      return Optional.of(Purpose.WRITES);
    }
    if (OWNS.contains(name)) {
      return Optional.of(Purpose.OWNS);
    }
    if (CLOSED.contains(name)) {
      return Optional.of(Purpose.CLOSED);
    }
    boolean said = Set.of("public.creatoros_open", "public.creatoros_missing").contains(name);
    return called && !said ? Optional.empty() : Optional.of(Purpose.HELPS);
  }
}
