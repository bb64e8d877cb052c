package io.creatoros.postgres.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Typed rows of many courses of the project "default", as a migrated database holds them after a
 * sync: lessons of about a kilobyte of varied words, with scores, entered for full-text search.
 * They are made in the server, and are the same each time. Courses are counted from 0; the methods
 * here tell what the one of a number is found by.
 */
public final class ManyCourses {
  private static final List<String> SYLLABLES =
      List.of("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo");
  private static final int VOCABULARY = 2_500;
  private static final int PARAGRAPHS = 600;
  private static final int WORDS_PER_PARAGRAPH = 38;

  /** The search entry of a lesson is put together from those of its parts, which is far quicker. */
  private static final List<String> ROWS =
      List.of(
          "select set_config('creatoros.writer', 'on', true)",
          """
          insert into creatoros.courses (project, path, revision, projection_version)
          select 'default', m.path, 1, 1 from many_courses m order by m.number
          """,
          "insert into public.content_projects (slug, name) values ('default', 'Default')",
          """
          insert into public.minds (project_id, slug, name)
          select distinct w.id, m.persona, m.persona
          from many_courses m cross join public.content_projects w
          """,
          """
          insert into public.content_pieces
            (course_id, project_id, type, title, piece_slug, keywords, status, language,
             persona_mind_id)
          select c.id, w.id, 'course', 'Course ' || m.words, m.slug,
            jsonb_build_array(m.keyword, 'Ação'), 'draft',
            case m.number % 3 when 0 then 'en' else 'pt' end, p.id
          from many_courses m
          cross join public.content_projects w
          join creatoros.courses c on c.path = m.path
          join public.minds p on p.slug = m.persona
          """,
          """
          insert into public.course_metadata
            (course_id, content_piece_id, total_modules, total_lessons)
          select p.course_id, p.id, (select max(number) / 5 + 1 from many_lessons),
            (select count(*) from many_lessons)
          from public.content_pieces p
          """,
          """
          insert into public.course_lessons
            (course_id, course_piece_id, file_path, module_number, lesson_number, title, slug,
             content_markdown, word_count, gps_score, gps_points, didatica_score, didatica_points,
             validation_status, content_sha256, search)
          select p.course_id, p.id, format('lessons/%s.md', i.number), i.number / 5 + 1,
            i.number % 5 + 1, t.title, 'lesson-' || i.number, t.text,
            cardinality(string_to_array(t.text, ' ')), round((n.drawn % 4) / 3.0, 2),
            n.drawn % 4 * 10, round((n.drawn % 101) / 100.0, 2), n.drawn % 101,
            case n.drawn % 4 when 3 then 'passed' else 'failed' end, sha256(t.text::bytea),
            setweight(to_tsvector(creatoros.search_config(p.language), t.title), 'A')
              || case p.language when 'en' then a.en || b.en || c.en || d.en
                else a.pt || b.pt || c.pt || d.pt end
          from many_courses m
          join creatoros.courses k on k.path = m.path
          join public.content_pieces p on p.course_id = k.id
          cross join many_lessons i
          cross join lateral (select (m.number * 7919 + i.number * 104729) % 1000003 as drawn) n
          join many_paragraphs a on a.number = n.drawn % 600
          join many_paragraphs b on b.number = n.drawn * 31 % 599
          join many_paragraphs c on c.number = n.drawn * 101 % 593
          join many_paragraphs d on d.number = n.drawn * 307 % 587
          cross join lateral (
            select format('Lesson %s: %s', i.number + 1, m.words) as title,
              concat_ws(E'\\n\\n', '# ' || m.words, a.text, b.text, c.text, d.text) as text
          ) t
          """,
          "select set_config('creatoros.writer', '', true)",
          "analyze");

  private ManyCourses() {}

  /** The folder of a course. */
  public static String path(int course) {
    return "courses/course-" + course;
  }

  /** The slug of a course; no other has it. */
  public static String slug(int course) {
    return "slug-" + course;
  }

  /** A keyword of a course, which one in five hundred has. */
  public static String keyword(int course) {
    return "Keyword-" + course % 500;
  }

  /** The persona of a course, which one in two hundred has. */
  public static String persona(int course) {
    return "persona-" + course % 200;
  }

  /** Two words that all lessons of a course have in their titles. */
  public static String words(int course) {
    return word(course % VOCABULARY) + " " + word((course * 7 + 11) % VOCABULARY);
  }

  /** Fills a database that was migrated and has no courses, in one transaction. */
  public static void fill(Connection connection, int courses, int lessonsPerCourse)
      throws SQLException {
    connection.setAutoCommit(false);
    fillTemporary(connection, courses, lessonsPerCourse);
    try (Statement statement = connection.createStatement()) {
      for (String sql : ROWS) {
        statement.execute(sql);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void fillTemporary(Connection connection, int courses, int lessons)
      throws SQLException {
    execute(
        connection,
        """
        create temporary table many_courses on commit drop as
        select path, slug, keyword, persona, words, number - 1 as number
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          with ordinality as m (path, slug, keyword, persona, words, number)
        """,
        texts(connection, courses, ManyCourses::path),
        texts(connection, courses, ManyCourses::slug),
        texts(connection, courses, ManyCourses::keyword),
        texts(connection, courses, ManyCourses::persona),
        texts(connection, courses, ManyCourses::words));
    execute(
        connection,
        """
        create temporary table many_lessons on commit drop as
        select number from generate_series(0, ?::integer - 1) as number
        """,
        lessons);
    Random random = new Random(20);
    execute(
        connection,
        """
        create temporary table many_paragraphs on commit drop as
        select number - 1 as number, text,
          setweight(to_tsvector('creatoros.portuguese', text), 'C') as pt,
          setweight(to_tsvector('creatoros.english', text), 'C') as en
        from unnest(?::text[]) with ordinality as t (text, number)
        """,
        texts(connection, PARAGRAPHS, i -> paragraph(random)));
  }

  /** Words as texts have them: few words often, most of them rarely. */
  private static String paragraph(Random random) {
    return IntStream.range(0, WORDS_PER_PARAGRAPH)
        .mapToObj(i -> word((int) (VOCABULARY * Math.pow(random.nextDouble(), 3))))
        .collect(Collectors.joining(" ", "", "."));
  }

  private static String word(int number) {
    int count = SYLLABLES.size();
    return SYLLABLES.get(number % count)
        + SYLLABLES.get(number / count % count)
        + SYLLABLES.get(number / count / count % count);
  }

  private static Object texts(Connection connection, int count, IntFunction<String> text)
      throws SQLException {
    return connection.createArrayOf(
        "text", IntStream.range(0, count).mapToObj(text).toArray(String[]::new));
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
