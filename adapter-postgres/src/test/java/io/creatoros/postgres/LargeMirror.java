package io.creatoros.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Typed rows of 4,000 courses with 25 short lessons each, made in the server. */
final class LargeMirror {
  private static final List<String> STATEMENTS =
      List.of(
          "select set_config('creatoros.writer', 'on', true)",
          """
          insert into creatoros.courses (project, path, revision, projection_version)
          select 'default', 'course-' || i, 1, 1 from generate_series(1, 4000) i
          """,
          "insert into public.content_projects (slug, name) values ('default', 'Default')",
          """
          insert into public.minds (project_id, slug, name)
          select w.id, 'persona-' || i, 'Persona ' || i
          from public.content_projects w cross join generate_series(1, 200) i
          """,
          """
          insert into public.content_pieces
            (course_id, project_id, type, title, piece_slug, keywords, status, language, persona_mind_id)
          select c.id, w.id, 'course', 'Course ' || c.id, 'slug-' || c.id,
            jsonb_build_array('Keyword-' || c.id % 500, 'Ação'), 'draft',
            case c.id % 3 when 0 then 'en' else 'pt' end, m.id
          from creatoros.courses c
          join public.content_projects w on w.slug = c.project
          join public.minds m on m.project_id = w.id and m.slug = 'persona-' || c.id % 200 + 1
          """,
          """
          insert into public.course_metadata (course_id, content_piece_id, total_modules, total_lessons)
          select p.course_id, p.id, 5, 25 from public.content_pieces p
          """,
          """
          insert into public.course_lessons
            (course_id, course_piece_id, file_path, module_number, lesson_number, title, slug,
             content_markdown, word_count, gps_score, gps_points, didatica_score, didatica_points,
             validation_status, content_sha256, search)
          select p.course_id, p.id, 'lessons/' || i || '.md', i / 5, i % 5, 'Lesson ' || i, 'slug-' || i,
            t.text, 600, round((n.number % 4) / 3.0, 2), n.number % 4 * 10,
            round((n.number % 101) / 100.0, 2), n.number % 101, 'failed', sha256(t.text::bytea),
            to_tsvector('creatoros.portuguese', t.text)
          from public.content_pieces p
          cross join generate_series(1, 25) i
          cross join lateral (select (p.course_id * 7919 + i * 104729) % 100003 as number) n
          cross join lateral (
            select format('palavra%s curso aula%s texto%s', n.number % 2000, i, n.number % 777) as text
          ) t
          """,
          "select set_config('creatoros.writer', '', true)",
          "analyze");

  private LargeMirror() {}

  static void fill(Handle handle) {
    handle.useTransaction(
        transaction ->
            STATEMENTS.forEach(
                statement -> {
                  transaction.createUpdate(statement).execute();
                }));
  }
}
