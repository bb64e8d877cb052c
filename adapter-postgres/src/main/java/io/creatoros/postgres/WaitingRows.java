package io.creatoros.postgres;

import java.util.List;
import java.util.Map;

/**
 * Restored rows that wait in a table of their own before they are taken in, because others may have
 * made a project or a persona of the same name meanwhile: theirs stays, and the rows refer to it.
 */
final class WaitingRows {

  private static final String OF_PROJECT =
      """
      update %s r set project_id = p.id
      from pg_temp.restored_content_projects w
      join public.content_projects p on p.slug = w.slug
      where w.id = r.project_id
      """;

  /** Where slugs are unique by themselves, a persona of the project stands as one of all. */
  private static final String OF_PERSONA =
      """
      update pg_temp.restored_content_pieces r
      set persona_mind_id = coalesce(creatoros.mind(w.project_id, w.slug),
        creatoros.mind(r.project_id, w.slug))
      from pg_temp.restored_minds w
      where w.id = r.persona_mind_id
      """;

  /** The tables whose rows wait, with what lets them refer to what is there. */
  static final Map<String, List<String>> MENDED =
      Map.of(
          "content_projects", List.of(),
          "content_project_members",
              List.of(OF_PROJECT.formatted("pg_temp.restored_content_project_members")),
          "minds", List.of(OF_PROJECT.formatted("pg_temp.restored_minds")),
          "content_pieces",
              List.of(OF_PROJECT.formatted("pg_temp.restored_content_pieces"), OF_PERSONA));

  private WaitingRows() {}
}
