package io.creatoros.postgres;

/** The questions to the typed rows. All names are qualified: search_path is not relied on. */
final class QuerySql {

  private static final String OVERVIEW =
      """
      select s.course, s.title, s.slug, s.persona, s.voice_fidelity_score, s.fidelity_target,
        s.status, array(select jsonb_array_elements_text(s.keywords)) as keywords, s.course_type,
        s.tool_name, s.knowledge_level, s.language, s.modules, s.lessons, s.planned_lessons,
        s.words, s.average_gps, s.average_didatica, s.passed, s.warning, s.failed, s.unscored,
        s.errors, s.warnings
      from public.course_statistics s
      where s.project = :project
      """;

  private static final String BY_COURSE = " order by s.course";

  static final String COURSES = OVERVIEW + BY_COURSE;

  static final String COURSE = OVERVIEW + " and s.course = :course";

  static final String WITH_SLUG = OVERVIEW + " and s.slug = :slug" + BY_COURSE;

  static final String WITH_KEYWORD =
      OVERVIEW
          + " and lower(s.keywords::text)::jsonb @> jsonb_build_array(lower(:keyword))"
          + BY_COURSE;

  static final String WITH_PERSONA = OVERVIEW + " and s.persona = :persona" + BY_COURSE;

  private static final String LESSON =
      """
      l.file_path, l.lesson_id, l.module_number, l.lesson_number, l.module_title, l.title,
        l.word_count, l.gps_score, l.didatica_score, l.validation_status,
        array(select i.value ->> 'issue' from jsonb_array_elements(l.validation_issues) i) as issues,
        l.bloom_level, l.duration_minutes, l.status
      """;

  static final String LESSONS =
      "select "
          + LESSON
          + """
          from creatoros.courses c
          join public.course_lessons l on l.course_id = c.id
          where c.project = :project and c.path = :course
          order by l.module_number, l.lesson_number, l.file_path
          """;

  static final String TOP_LESSONS =
      "select c.path as course, '' as excerpt, "
          + LESSON
          + """
          from public.course_lessons l
          join creatoros.courses c on c.id = l.course_id
          where c.project = :project and l.gps_score is not null
          order by l.gps_score desc nulls last, l.didatica_score desc nulls last, c.path, l.file_path
          limit :limit
          """;

  /** How many courses have lessons that are not in the full-text index. */
  static final String NOT_INDEXED =
      """
      select count(distinct l.course_id)
      from public.course_lessons l
      join creatoros.courses c on c.id = l.course_id
      where l.search is null and c.project = :project
      """;

  /**
   * The language of a course tells how words are taken to their stems: the index is asked for the
   * stems of all languages at once. Hits are ranked until there are too many to be told apart by a
   * rank; excerpts are cut from those that are returned, no others.
   */
  static final String SEARCH =
      """
      with asked as materialized (
        select a.language, creatoros.search_query(:words, a.language) as words
        from (values ('pt'), ('en'), (null)) a (language)
      ),
      found as materialized (
        select l.course_id, l.file_path, l.gps_score, l.search
        from public.course_lessons l
        where l.search @@ (select creatoros.search_query(:words))
      ),
      candidate as (
        select l.course_id, l.file_path, l.search, c.path as course, a.words, a.language
        from found l
        join public.content_pieces p on p.course_id = l.course_id
        join asked a on coalesce(a.language, '') = coalesce(p.language, '')
        join creatoros.courses c on c.id = l.course_id
        left join public.minds persona on persona.id = p.persona_mind_id
        where l.search @@ a.words and c.project = :project
          and (:persona::text is null or persona.slug = :persona)
          and (:minGps::numeric is null or l.gps_score >= :minGps)
        limit 10000
      ),
      hit as (
        select c.*, ts_rank(c.search, c.words) as rank
        from candidate c order by rank desc, c.course, c.file_path
        limit :limit
      )
      select hit.course, regexp_replace(
          creatoros.excerpt(coalesce(l.content_markdown, ''), hit.words, hit.language),
          '[[:space:]]+', ' ', 'g') as excerpt,
      """
          + LESSON
          + """
          from hit
          join public.course_lessons l
            on l.course_id = hit.course_id and l.file_path = hit.file_path
          order by hit.rank desc, hit.course, hit.file_path
          """;

  /** Cells of equal persona, points and validation, and what courses have for each persona. */
  static final String STATS =
      """
      with courses as materialized (
        select c.id, coalesce(persona.slug, '') as persona,
          p.voice_fidelity_score, coalesce(m.total_modules, 0) as modules,
          coalesce(m.listed_lessons, m.declared_lessons, 0) as planned
        from creatoros.courses c
        join public.content_pieces p on p.course_id = c.id
        left join public.course_metadata m on m.course_id = c.id
        left join public.minds persona on persona.id = p.persona_mind_id
        where c.project = :project
      )
      select c.persona, count(*) as courses, sum(c.modules) as modules, sum(c.planned) as planned,
        avg(c.voice_fidelity_score) as fidelity, null::integer as gps_points,
        null::integer as didatica_tens, null as validation_status, 0 as lessons, 0 as words,
        0 as gps, 0 as gps_scored, 0 as didatica, 0 as didatica_scored
      from courses c group by c.persona
      union all
      select c.persona, 0, 0, 0, null, l.gps_points,
        l.didatica_points / 10 * 10 as didatica_tens, l.validation_status, count(*),
        coalesce(sum(l.word_count), 0), coalesce(sum(l.gps_score), 0), count(l.gps_score),
        coalesce(sum(l.didatica_score), 0), count(l.didatica_score)
      from courses c
      join public.course_lessons l on l.course_id = c.id
      group by c.persona, l.gps_points, l.didatica_points / 10, l.validation_status
      """;

  private static final String ROW =
      """
      (select jsonb_object_agg(v.key, v.value)::text
       from jsonb_each(to_jsonb(t)
         - array['id', 'course_id', 'project_id', 'content_piece_id', 'course_piece_id', 'framework_id',
           'generation_execution_id', 'persona_mind_id', 'content', 'text_hashes', 'search',
           'created_at', 'updated_at', 'findings']
         || %s) v
       where v.value <> 'null')
      """;

  /** The sections of a course, lessons in teaching order at the end, all at one revision. */
  static final String EXPORT =
      """
      select c.revision as course_revision, s.section, s.row
      from creatoros.courses c
      cross join lateral (
        select 1 as position, 'piece' as section,
      """
          + ROW.formatted(
              """
              jsonb_build_object('persona',
                (select m.slug from public.minds m where m.id = t.persona_mind_id))
              """)
          + """
            as row, null::integer as module_number, null::integer as lesson_number, '' as file_path
          from public.content_pieces t where t.course_id = c.id
          union all
          select 2, 'metadata',
          """
          + ROW.formatted("'{}'")
          + """
          , null, null, '' from public.course_metadata t where t.course_id = c.id
          union all
          select 3, 'findings', t.findings::text, null, null, ''
          from public.course_metadata t where t.course_id = c.id
          union all
          select 4, 'research',
          """
          + ROW.formatted("'{}'")
          + """
          , null, null, '' from public.market_research t where t.course_id = c.id
          union all
          select 5, 'lessons',
          """
          + ROW.formatted("jsonb_build_object('content_sha256', encode(t.content_sha256, 'hex'))")
          + """
              , t.module_number, t.lesson_number, t.file_path
            from public.course_lessons t where t.course_id = c.id
          ) s
          where c.project = :project and c.path = :course
          order by s.position, s.module_number, s.lesson_number, s.file_path collate "C"
          """;

  private QuerySql() {}
}
