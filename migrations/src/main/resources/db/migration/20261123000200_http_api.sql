-- The mirror over HTTP: functions in public, which PostgREST serves without configuration, thin over
-- the functions in creatoros that the mirror over JDBC calls too. Each answers one JSON value, so
-- that no limit of rows cuts it; reads are stable, so that all of an answer is of one instant.

-- Where courses stand, and what their files hold. Compiling a statement (jit) takes longer than any of
-- these does.

create function creatoros.summaries(p_project text)
returns table (path text, revision bigint, origin text, files bigint, bytes numeric)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select c.path, c.revision, c.origin, count(f.sha256),
      coalesce(sum(f.size) filter (where f.sha256 is not null), 0)
    from creatoros.courses c
    left join creatoros.files f on f.course_id = c.id
    where c.project = p_project and c.revision > 0
    group by c.id order by c.path;
end
$$;

comment on function creatoros.summaries(text) is
  'The courses of a project that have files or had some, by course.';

create function creatoros.heads(p_project text, p_courses text[])
returns table (course text, course_revision bigint, edits bigint, origin text,
  projection_version integer, refused bigint, course_id bigint)
language plpgsql stable rows 20 set search_path = '' as $$
begin
  return query
    select c.path, c.revision,
      (select coalesce(max(e.id), 0) from creatoros.foreign_edits e where e.course_id = c.id),
      c.origin, c.projection_version,
      (select count(*) from creatoros.refused_rows r where r.course_id = c.id), c.id
    from creatoros.courses c
    where c.project = p_project and c.path = any (p_courses);
end
$$;

comment on function creatoros.heads(text, text[]) is
  'Where courses stand: those of these that there are, the last edit by hand of each and how many '
  'rows the schema did not take included.';

create function creatoros.read(
  p_project text, p_course text, p_recompute boolean, p_after text, p_files bigint, p_bytes bigint)
returns table (course_revision bigint, edits bigint, origin text, projection_version integer,
  refused bigint, path text, name text, sha256 bytea, last_sha256 bytea, computed bytea, size bigint,
  kind text, held boolean, revision bigint, more boolean)
language plpgsql stable set search_path = '' set jit = off as $$
begin
  return query
    with candidate as (
      select f.path, f.name, f.sha256, f.last_sha256, f.size, f.kind, f.stored, f.revision,
        row_number() over w as number, lead(f.path) over w is not null as more,
        sum(f.size) filter (where f.stored and f.sha256 is not null) over w as bytes
      from (
        select f.*
        from creatoros.courses c
        join creatoros.files f on f.course_id = c.id
        where c.project = p_project and c.path = p_course
          and (p_after is null or f.path > p_after)
        order by f.path
        limit p_files + 1
      ) as f
      window w as (order by f.path rows unbounded preceding)
    )
    select h.course_revision, h.edits, h.origin, h.projection_version, h.refused,
      f.path, f.name, f.sha256, f.last_sha256, b.computed, f.size, f.kind,
      case when p_recompute then b.computed is not null else f.stored end, f.revision,
      coalesce(f.more, false)
    from (select * from creatoros.heads(p_project, array[p_course]) limit 1) as h
    left join candidate f on f.number = 1
      or (f.number > p_files or p_recompute and f.bytes > p_bytes) is not true
    left join lateral (
      select case when count(*) = greatest(1, (f.size + 1048575) / 1048576)
        then sha256(string_agg(p.bytes, ''::bytea order by p.part)) end as computed
      from creatoros.contents p
      where p_recompute and f.stored and p.course_id = h.course_id and p.sha256 = f.sha256
    ) as b on true
    order by f.path;
end
$$;

comment on function creatoros.read(text, text, boolean, text, bigint, bigint) is
  'A page of a course''s files and tombstones by path, those after p_after, each with where the '
  'course stands and whether more follow; at most p_files, and with p_recompute not many more bytes '
  'than p_bytes, but one file at least; null is no limit. With p_recompute the hashes of the stored '
  'bytes are computed, of that page only. One row without a path when there is none; no row for an '
  'unknown course.';

create function creatoros.content(
  p_project text, p_course text, p_path text, p_part integer, p_sha256 bytea)
returns table (sha256 bytea, size bigint, parts bigint, bytes bytea)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select p.sha256, coalesce(f.size, n.size), n.parts, p.bytes
    from (
      select f.course_id, coalesce(p_sha256, f.sha256) as sha256,
        case when p_sha256 is null then f.size end as size
      from creatoros.courses c
      join creatoros.files f on f.course_id = c.id
      where c.project = p_project and c.path = p_course and f.path = p_path
        and (p_sha256 is not null or f.stored)
    ) as f
    join creatoros.contents p
      on p.course_id = f.course_id and p.sha256 = f.sha256 and p.part = p_part
    cross join lateral (
      select count(*) as parts, sum(octet_length(n.bytes)) as size
      from creatoros.contents n
      where n.course_id = f.course_id and n.sha256 = f.sha256
    ) as n;
end
$$;

comment on function creatoros.content(text, text, text, integer, bytea) is
  'A piece, numbered from 0, of what a file holds: of its present content, or of the one of a hash, '
  'so that all pieces are of one content. No row when it is not there, or not stored.';

create function creatoros.edits(p_project text, p_course text, p_after bigint)
returns table (id bigint, table_name text, operation text, at timestamptz, by_role text, path text,
  sha256 text)
language plpgsql stable set search_path = '' as $$
begin
  return query
    select e.id, e.table_name, e.operation, e.at, e.by_role,
      case when e.table_name in ('files', 'course_lessons') then e.key ->> 'path' end,
      e.key ->> 'sha256'
    from creatoros.foreign_edits e
    where e.id > p_after and e.course_id in (
      select c.id from creatoros.courses c where c.project = p_project and c.path = p_course
      union all
      select gone.course_id from creatoros.foreign_edits gone
      where gone.project = p_project and gone.course_path = p_course and not exists (
        select from creatoros.courses c where c.project = p_project and c.path = p_course))
    order by e.id;
end
$$;

comment on function creatoros.edits(text, text, bigint) is
  'The edits by hand of a course after the one of a number, oldest first; also those of a course '
  'that is gone.';

create function creatoros.index_lessons(p_project text, p_course text, p_limit integer)
returns bigint
language plpgsql set search_path = '' as $$
declare
  v_course bigint;
begin
  perform creatoros.require_editor(p_project);
  select c.id into v_course from creatoros.courses c
  where c.project = p_project and c.path = p_course
  for no key update;
  perform set_config('creatoros.writer', 'on', true);
  update public.course_lessons l
  set search = v.search
  from (
    select l.file_path, creatoros.search_vector(l.title, creatoros.search_about(
      l.module_title, l.key_concepts, l.learning_objectives),
      coalesce(l.content_markdown, ''), p.language) as search
    from public.course_lessons l
    join public.content_pieces p on p.course_id = l.course_id
    where l.course_id = v_course and l.search is null
    limit p_limit
  ) as v
  where l.course_id = v_course and l.file_path = v.file_path;
  perform set_config('creatoros.writer', '', true);
  return (
    select count(*) from public.course_lessons l
    where l.course_id = v_course and l.search is null);
end
$$;

comment on function creatoros.index_lessons(text, text, integer) is
  'Enters lessons of a course into the full-text index that are not in it, at most so many, and '
  'answers how many are left.';

-- Questions to the typed rows. Those whose plan depends on what is asked are planned each time.

create function creatoros.overviews(
  p_project text, p_course text, p_slug text, p_keyword text, p_persona text)
returns table (course text, title text, slug text, persona text, voice_fidelity_score numeric,
  fidelity_target numeric, status text, keywords text[], course_type text, tool_name text,
  knowledge_level text, language text, modules integer, lessons bigint, planned_lessons integer,
  words bigint, average_gps numeric, average_didatica numeric, passed bigint, warning bigint,
  failed bigint, unscored bigint, errors bigint, warnings bigint)
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  return query
    select s.course, s.title::text, s.slug::text, s.persona::text, s.voice_fidelity_score,
      s.fidelity_target, s.status::text, array(select jsonb_array_elements_text(s.keywords)),
      s.course_type, s.tool_name, s.knowledge_level, s.language::text, s.modules, s.lessons,
      s.planned_lessons, s.words, s.average_gps, s.average_didatica, s.passed, s.warning, s.failed,
      s.unscored, s.errors, s.warnings
    from public.course_statistics s
    where s.project = p_project
      and (p_course is null or s.course = p_course)
      and (p_slug is null or s.slug = p_slug)
      and (p_keyword is null
        or lower(s.keywords::text collate "und-x-icu")::jsonb
          @> jsonb_build_array(lower(p_keyword collate "und-x-icu")))
      and (p_persona is null or s.persona = p_persona)
    order by s.course;
end
$$;

comment on function creatoros.overviews(text, text, text, text, text) is
  'The courses of a project in figures, by course: all, or those of this path, slug, keyword '
  '(whatever its case) and persona.';

create function creatoros.lessons(p_project text, p_course text)
returns table (file_path text, lesson_id text, module_number integer, lesson_number integer,
  module_title text, title text, word_count integer, gps_score numeric, didatica_score numeric,
  validation_status text, issues text[], bloom_level text, duration_minutes integer, status text)
language sql stable set search_path = '' as $$
  select l.file_path, l.lesson_id, l.module_number, l.lesson_number, l.module_title, l.title,
    l.word_count, l.gps_score, l.didatica_score, l.validation_status,
    array(select i.value ->> 'issue' from jsonb_array_elements(l.validation_issues) i),
    l.bloom_level, l.duration_minutes, l.status
  from creatoros.courses c
  join public.course_lessons l on l.course_id = c.id
  where c.project = p_project and c.path = p_course
  order by l.module_number, l.lesson_number, l.file_path
$$;

comment on function creatoros.lessons(text, text) is
  'The lessons of a course in figures, in the order of teaching.';

create function creatoros.top_lessons(p_project text, p_limit integer)
returns table (course text, excerpt text, file_path text, lesson_id text, module_number integer,
  lesson_number integer, module_title text, title text, word_count integer, gps_score numeric,
  didatica_score numeric, validation_status text, issues text[], bloom_level text,
  duration_minutes integer, status text)
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  return query
    select c.path, '', l.file_path, l.lesson_id, l.module_number, l.lesson_number, l.module_title,
      l.title, l.word_count, l.gps_score, l.didatica_score, l.validation_status,
      array(select i.value ->> 'issue' from jsonb_array_elements(l.validation_issues) i),
      l.bloom_level, l.duration_minutes, l.status
    from public.course_lessons l
    join creatoros.courses c on c.id = l.course_id
    where c.project = p_project and l.gps_score is not null
    order by l.gps_score desc nulls last, l.didatica_score desc nulls last, c.path, l.file_path
    limit p_limit;
end
$$;

comment on function creatoros.top_lessons(text, integer) is
  'The lessons of a project with the highest scores, GPS before Didática, best first.';

create function creatoros.not_indexed(p_project text) returns bigint
language sql stable set search_path = '' as $$
  select count(distinct l.course_id)
  from public.course_lessons l
  join creatoros.courses c on c.id = l.course_id
  where l.search is null and c.project = p_project
$$;

comment on function creatoros.not_indexed(text) is
  'How many courses have lessons that are not in the full-text index, which a search would miss.';

create function creatoros.found(p_project text, p_query tsquery)
returns table (course_id bigint, file_path text, gps_score numeric, search tsvector)
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
  if p_project in (select creatoros.readable_projects()) then
    return query
      select l.course_id, l.file_path, l.gps_score, l.search
      from public.course_lessons l
      join creatoros.courses c on c.id = l.course_id
      where l.search @@ p_query and c.project = p_project;
  end if;
end
$$;

comment on function creatoros.found(text, tsquery) is
  'Part of search: which lessons of a project the index has the words of, for members of it only. '
  'Row-level security would keep a member''s own question from using the index.';

create function creatoros.search(
  p_project text, p_words text, p_persona text, p_min_gps numeric, p_limit integer)
returns table (course text, excerpt text, file_path text, lesson_id text, module_number integer,
  lesson_number integer, module_title text, title text, word_count integer, gps_score numeric,
  didatica_score numeric, validation_status text, issues text[], bloom_level text,
  duration_minutes integer, status text)
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  return query
    with asked as materialized (
      select a.language, creatoros.search_query(p_words, a.language) as words
      from (values ('pt'), ('en'), (null)) a (language)
    ),
    found as materialized (
      select f.course_id, f.file_path, f.gps_score, f.search
      from creatoros.found(p_project, (select creatoros.search_query(p_words))) f
      where row_security_active('public.course_lessons')
      union all
      select l.course_id, l.file_path, l.gps_score, l.search
      from public.course_lessons l
      where not row_security_active('public.course_lessons')
        and l.search @@ (select creatoros.search_query(p_words))
    ),
    candidate as (
      select l.course_id, l.file_path, l.search, c.path as course, a.words, a.language
      from found l
      join public.content_pieces p on p.course_id = l.course_id
      join asked a on coalesce(a.language, '') = coalesce(p.language, '')
      join creatoros.courses c on c.id = l.course_id
      left join public.minds persona on persona.id = p.persona_mind_id
      where l.search @@ a.words and c.project = p_project
        and (p_persona is null or persona.slug = p_persona)
        and (p_min_gps is null or l.gps_score >= p_min_gps)
      limit 10000
    ),
    hit as (
      select c.*, ts_rank(c.search, c.words) as rank
      from candidate c order by rank desc, c.course, c.file_path
      limit p_limit
    )
    select hit.course, regexp_replace(
        creatoros.excerpt(coalesce(l.content_markdown, ''), hit.words, hit.language),
        '[[:space:]]+', ' ', 'g'),
      l.file_path, l.lesson_id, l.module_number, l.lesson_number, l.module_title, l.title,
      l.word_count, l.gps_score, l.didatica_score, l.validation_status,
      array(select i.value ->> 'issue' from jsonb_array_elements(l.validation_issues) i),
      l.bloom_level, l.duration_minutes, l.status
    from hit
    join public.course_lessons l on l.course_id = hit.course_id and l.file_path = hit.file_path
    order by hit.rank desc, hit.course, hit.file_path;
end
$$;

comment on function creatoros.search(text, text, text, numeric, integer) is
  'The lessons of a project that hold all the words, best first, with where the words stand. The '
  'language of a course tells how words are taken to their stems: the index is asked for the stems '
  'of all languages at once. Of words that stand in more than 10000 lessons, that many are ranked; '
  'excerpts are cut from the lessons that are answered, no others.';

create function creatoros.stats(p_project text)
returns table (persona text, courses bigint, modules bigint, planned bigint, fidelity numeric,
  gps_points integer, didatica_tens integer, validation_status text, lessons bigint, words bigint,
  gps numeric, gps_scored bigint, didatica numeric, didatica_scored bigint)
language sql stable set search_path = '' set jit = off as $$
  with courses as materialized (
    select c.id, coalesce(persona.slug::text, '') as persona,
      p.voice_fidelity_score, coalesce(m.total_modules, 0) as modules,
      coalesce(m.listed_lessons, m.declared_lessons, 0) as planned
    from creatoros.courses c
    join public.content_pieces p on p.course_id = c.id
    left join public.course_metadata m on m.course_id = c.id
    left join public.minds persona on persona.id = p.persona_mind_id
    where c.project = p_project
  )
  select c.persona, count(*), sum(c.modules), sum(c.planned), avg(c.voice_fidelity_score),
    null::integer, null::integer, null, 0, 0, 0, 0, 0, 0
  from courses c group by c.persona
  union all
  select c.persona, 0, 0, 0, null, l.gps_points, l.didatica_points / 10 * 10, l.validation_status,
    count(*), coalesce(sum(l.word_count), 0), coalesce(sum(l.gps_score), 0), count(l.gps_score),
    coalesce(sum(l.didatica_score), 0), count(l.didatica_score)
  from courses c
  join public.course_lessons l on l.course_id = c.id
  group by c.persona, l.gps_points, l.didatica_points / 10, l.validation_status
$$;

comment on function creatoros.stats(text) is
  'A project in figures, to be added up: cells of equal persona, points and validation, and what '
  'courses have for each persona.';

create function creatoros.exported(p_row jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select creatoros.present(p_row - array['id', 'course_id', 'project_id', 'content_piece_id',
    'course_piece_id', 'framework_id', 'generation_execution_id', 'persona_mind_id', 'content',
    'text_hashes', 'search', 'created_at', 'updated_at', 'findings'])
$$;

comment on function creatoros.exported(jsonb) is
  'Part of export: a row without what only this database knows, and without what is null.';

create function creatoros.export(p_project text, p_course text)
returns table (course_revision bigint, section text, "row" jsonb)
language sql stable set search_path = '' as $$
  select c.revision, s.section, s.row
  from creatoros.courses c
  cross join lateral (
    select 1 as position, 'piece' as section, creatoros.exported(to_jsonb(t)
        || jsonb_build_object('persona',
          (select m.slug from public.minds m where m.id = t.persona_mind_id))) as row,
      null::integer as module_number, null::integer as lesson_number, '' as file_path
    from public.content_pieces t where t.course_id = c.id
    union all
    select 2, 'metadata', creatoros.exported(to_jsonb(t)), null, null, ''
    from public.course_metadata t where t.course_id = c.id
    union all
    select 3, 'findings', t.findings, null, null, ''
    from public.course_metadata t where t.course_id = c.id
    union all
    select 4, 'research', creatoros.exported(to_jsonb(t)), null, null, ''
    from public.market_research t where t.course_id = c.id
    union all
    select 5, 'lessons', creatoros.exported(to_jsonb(t)
        || jsonb_build_object('content_sha256', encode(t.content_sha256, 'hex'))),
      t.module_number, t.lesson_number, t.file_path
    from public.course_lessons t where t.course_id = c.id
  ) as s
  where c.project = p_project and c.path = p_course
  order by s.position, s.module_number, s.lesson_number, s.file_path collate "C"
$$;

comment on function creatoros.export(text, text) is
  'Everything the typed rows of a course say, texts included: its sections, lessons at the end in '
  'the order of teaching. No row when there are no typed rows.';

-- What is served over HTTP. Hashes are in hexadecimal, bytes in base64. Functions may be left of a
-- mirror whose schema creatoros was dropped: they are replaced.

create function creatoros.one_line_base64(p_bytes bytea) returns text
language sql immutable set search_path = '' as $$
  select translate(encode(p_bytes, 'base64'), E'\n', '')
$$;

comment on function creatoros.one_line_base64(bytea) is 'Bytes in base64, in one line.';

create function creatoros.role_in(p_project text) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case
    when not row_security_active('creatoros.courses') then 'administrator'
    when p_project in (select creatoros.owned_projects()) then 'owner'
    when p_project in (select creatoros.writable_projects()) then 'editor'
    when p_project in (select creatoros.readable_projects()) then 'viewer'
    else 'none'
  end;
end
$$;

comment on function creatoros.role_in(text) is
  'What the caller is to a project: owner, editor, viewer, none, or administrator of the database.';

create or replace function public.creatoros_open(p_project text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'identity', (select m.identity from creatoros.mirror m),
    'version', (select max(v.version) from creatoros.schema_version v),
    'role', creatoros.role_in(p_project),
    'user', creatoros.calling_user());
end
$$;

comment on function public.creatoros_open(text) is
  'Which mirror this is, its schema''s version, and who the caller is to the project: {identity, '
  'version, role, user}; the role is owner, editor, viewer, administrator or none.';

create or replace function public.creatoros_courses(p_project text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('course', s.path, 'revision', s.revision,
    'origin', s.origin, 'files', s.files, 'bytes', s.bytes)), '[]')
  from creatoros.summaries(p_project) s
$$;

comment on function public.creatoros_courses(text) is
  'The project''s courses by course: an array of {course, revision, origin, files, bytes}.';

create or replace function public.creatoros_heads(p_project text, p_courses jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('course', h.course, 'revision', h.course_revision,
    'edits', h.edits, 'origin', h.origin, 'projection_version', h.projection_version,
    'refused', h.refused)), '[]')
  from creatoros.heads(p_project, array(select jsonb_array_elements_text(p_courses))) h
$$;

comment on function public.creatoros_heads(text, jsonb) is
  'Where courses stand, given an array of their paths: an array of {course, revision, edits, origin, '
  'projection_version, refused} for those that there are.';

create or replace function public.creatoros_read(
  p_project text, p_course text, p_recompute boolean, p_after text)
returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'head', (array_agg(jsonb_build_object('course', p_course, 'revision', f.course_revision,
      'edits', f.edits, 'origin', f.origin, 'projection_version', f.projection_version,
      'refused', f.refused)))[1],
    'files', coalesce(jsonb_agg(jsonb_build_object('path', f.path, 'name', f.name,
      'sha256', encode(f.sha256, 'hex'), 'last_sha256', encode(f.last_sha256, 'hex'),
      'computed', encode(f.computed, 'hex'), 'size', f.size, 'kind', f.kind, 'held', f.held,
      'revision', f.revision)) filter (where f.path is not null), '[]'),
    'more', bool_and(f.more))
  from creatoros.read(p_project, p_course, p_recompute, p_after, 5000, 33554432) f
  having count(*) > 0
$$;

comment on function public.creatoros_read(text, text, boolean, text) is
  'A page of a course''s files by path, those after p_after (null: from the first): {head, files of '
  '{path, name, sha256, last_sha256, computed, size, kind, held, revision}, more}. A page has 5000 '
  'files; with p_recompute, when the stored bytes are hashed, about 32 MiB of them, or one file. '
  'Null for an unknown course.';

create or replace function public.creatoros_content(
  p_project text, p_course text, p_path text, p_part integer, p_sha256 text)
returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('sha256', encode(p.sha256, 'hex'), 'size', p.size, 'parts', p.parts,
    'bytes', creatoros.one_line_base64(p.bytes))
  from creatoros.content(p_project, p_course, p_path, p_part, decode(p_sha256, 'hex')) p
$$;

comment on function public.creatoros_content(text, text, text, integer, text) is
  'A piece of a file''s present content, or of the one of p_sha256, by its number from 0: {sha256, '
  'size, parts, bytes}; null when it is not there or not stored.';

create or replace function public.creatoros_missing(p_project text, p_course text, p_contents jsonb)
returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(encode(m.sha256, 'hex')), '[]')
  from (
    select array_agg(decode(c.sha256, 'hex')) as sha256s, array_agg(c.size) as sizes
    from jsonb_to_recordset(p_contents) as c (sha256 text, size bigint)
  ) as w
  cross join lateral creatoros.missing(p_project, p_course, w.sha256s, w.sizes) as m (sha256)
$$;

comment on function public.creatoros_missing(text, text, jsonb) is
  'Which contents must be uploaded: given {sha256, size} each, an array of hashes. It hashes those '
  'that are there, so ask for not too many bytes at a time.';

create or replace function public.creatoros_upload(p_project text, p_course text, p_parts jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_sha256s bytea[];
  v_parts integer[];
  v_bytes bytea[];
begin
  select array_agg(p.sha256), array_agg(p.part), array_agg(p.bytes)
  into v_sha256s, v_parts, v_bytes
  from (
    select distinct on (c.sha256, c.part)
      decode(c.sha256, 'hex') as sha256, c.part, decode(c.bytes, 'base64') as bytes
    from jsonb_to_recordset(p_parts) as c (sha256 text, part integer, bytes text)
    order by c.sha256, c.part
  ) as p;
  perform set_config('synchronous_commit', 'off', true);
  perform creatoros.upload(p_project, p_course, v_sha256s, v_parts, v_bytes);
  return jsonb_build_object('stored', coalesce(cardinality(v_sha256s), 0));
end
$$;

comment on function public.creatoros_upload(text, text, jsonb) is
  'Stores pieces of contents, {sha256, part, bytes} each, and answers {stored}, how many. Repeating '
  'it changes nothing. It does not wait for the disk: the commit that names them does.';

create or replace function public.creatoros_references(p_project text, p_personas jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform creatoros.ensure_references(p_project, p_personas);
  return '{}';
end
$$;

comment on function public.creatoros_references(text, jsonb) is
  'Adds the project and personas, an object from slug to name, where they are absent.';

create or replace function public.creatoros_commit(
  p_project text, p_course text, p_revision bigint, p_origin text, p_changes jsonb, p_facts jsonb,
  p_projection jsonb)
returns jsonb
language sql set search_path = '' as $$
  select creatoros.commit(
    p_project, p_course, p_revision, p_origin, p_changes, p_facts, p_projection)
$$;

comment on function public.creatoros_commit(
  text, text, bigint, text, jsonb, jsonb, jsonb) is
  'Writes changes, facts and typed rows in one transaction at the revision expected, or nothing; '
  'answers as creatoros.commit does.';

create or replace function public.creatoros_index(p_project text, p_course text, p_limit integer) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('left', creatoros.index_lessons(p_project, p_course, p_limit))
$$;

comment on function public.creatoros_index(text, text, integer) is
  'Enters at most so many lessons of a course into the full-text index that are not in it, and '
  'answers {left}, how many remain.';

create or replace function public.creatoros_facts(p_project text, p_course text, p_after text)
returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'revision', coalesce((select c.revision from creatoros.courses c
      where c.project = p_project and c.path = p_course), 0),
    'facts', coalesce(jsonb_agg(jsonb_build_object(
      'path', f.path, 'version', f.version, 'facts', f.facts)) filter (where f.number <= 2000), '[]'),
    'more', count(*) > 2000)
  from creatoros.facts(p_project, p_course, p_after, 2001)
    with ordinality as f (path, version, facts, number)
$$;

comment on function public.creatoros_facts(text, text, text) is
  'A page of what was understood of a course''s files, 2000 of them by path, those after p_after '
  '(null: from the first): {revision, facts of {path, version, facts}, more}.';

create or replace function public.creatoros_rows(p_project text, p_course text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'revision', max(t.course_revision), 'projection_version', max(t.projection_version),
    'rows', coalesce(jsonb_agg(jsonb_build_object('table', t.table_name, 'path', t.path,
      'row', t.row::text)) filter (where t.table_name is not null), '[]'))
  from creatoros.typed_rows(p_project, p_course) t
  having count(*) > 0
$$;

comment on function public.creatoros_rows(text, text) is
  'The typed rows of a course as creatoros.typed_rows has them: {revision, projection_version, rows '
  'of {table, path, row}}, a row being a string of JSON; null for an unknown course.';

create or replace function public.creatoros_edits(p_project text, p_course text, p_after bigint) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'table', e.table_name,
    'operation', e.operation, 'at', e.at, 'by', e.by_role, 'path', e.path, 'sha256', e.sha256)), '[]')
  from creatoros.edits(p_project, p_course, p_after) e
$$;

comment on function public.creatoros_edits(text, text, bigint) is
  'Edits by hand after the one of a number: an array of {id, table, operation, at, by, path, '
  'sha256}.';

create or replace function public.creatoros_move(p_project text, p_from text, p_to text) returns jsonb
language sql set search_path = '' as $$
  select creatoros.move(p_project, p_from, p_to)
$$;

comment on function public.creatoros_move(text, text, text) is
  'Renames a course: {status}, which is moved, absent or taken.';

create or replace function public.creatoros_overviews(p_project text, p_filter jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(o)), '[]')
  from creatoros.overviews(p_project, p_filter ->> 'course', p_filter ->> 'slug',
    p_filter ->> 'keyword', p_filter ->> 'persona') o
$$;

comment on function public.creatoros_overviews(text, jsonb) is
  'The project''s courses in figures, as creatoros.overviews has them; the filter is an object with '
  'course, slug, keyword or persona, or an empty one.';

create or replace function public.creatoros_lessons(p_project text, p_course text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(l)), '[]') from creatoros.lessons(p_project, p_course) l
$$;

comment on function public.creatoros_lessons(text, text) is
  'The lessons of a course in figures, as creatoros.lessons has them.';

create or replace function public.creatoros_top_lessons(p_project text, p_limit integer) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(l)), '[]') from creatoros.top_lessons(p_project, p_limit) l
$$;

comment on function public.creatoros_top_lessons(text, integer) is
  'The lessons with the highest scores, as creatoros.top_lessons has them.';

create or replace function public.creatoros_search(
  p_project text, p_words text, p_persona text, p_min_gps numeric, p_limit integer)
returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('not_indexed', n.courses, 'hits', case n.courses when 0 then (
    select coalesce(jsonb_agg(to_jsonb(h)), '[]')
    from creatoros.search(p_project, p_words, p_persona, p_min_gps, p_limit) h) else '[]' end)
  from (select creatoros.not_indexed(p_project)) as n (courses)
$$;

comment on function public.creatoros_search(text, text, text, numeric, integer) is
  'The lessons that hold all the words, as creatoros.search has them, or none when courses are not '
  'in the full-text index: {not_indexed, how many courses; hits}.';

create or replace function public.creatoros_stats(p_project text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(s)), '[]') from creatoros.stats(p_project) s
$$;

comment on function public.creatoros_stats(text) is
  'The project in figures, as creatoros.stats has them.';

create or replace function public.creatoros_export(p_project text, p_course text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('revision', max(e.course_revision), 'sections',
    jsonb_agg(jsonb_build_object('section', e.section, 'row', e.row::text)))
  from creatoros.export(p_project, p_course) e
  having count(*) > 0
$$;

comment on function public.creatoros_export(text, text) is
  'Everything the typed rows of a course say: {revision, sections of {section, row}}, a row '
  'being a string of JSON, lessons one by one at the end; null when there are no typed rows.';

create or replace function public.creatoros_members(p_project text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('user', m.user_id,
      'database_role', m.database_role, 'role', m.role, 'added_at', m.added_at)), '[]')
    from creatoros.members(p_project) m);
end
$$;

comment on function public.creatoros_members(text) is
  'The project''s members: an array of {user, database_role, role, added_at}; one of the first two '
  'is null.';

create or replace function public.creatoros_member(
  p_project text, p_user uuid, p_database_role text, p_role text)
returns jsonb
language plpgsql set search_path = '' as $$
begin
  return jsonb_build_object('status',
    creatoros.set_member(p_project, p_user, p_database_role, p_role));
end
$$;

comment on function public.creatoros_member(text, uuid, text, text) is
  'Makes a user or a database role a member, owner, editor or viewer; null takes the member away. '
  'Answers {status}: set, removed or absent. The last owner stays.';

-- Functions may be executed by everybody unless that is taken back by name.

do $$
declare
  v_function regprocedure;
begin
  for v_function in
    select p.oid::regprocedure from pg_catalog.pg_proc p
    where p.pronamespace = to_regnamespace('public') and p.proname like 'creatoros\_%'
      or p.pronamespace = to_regnamespace('creatoros') and p.proname in ('summaries', 'heads',
        'read', 'content', 'edits', 'index_lessons', 'overviews', 'lessons', 'top_lessons',
        'not_indexed', 'found', 'search', 'stats', 'exported', 'export', 'one_line_base64',
        'role_in')
  loop
    execute format('revoke all on function %s '
      'from public, anon, authenticated, service_role, creatoros_writer', v_function);
    execute format('grant execute on function %s '
      'to authenticated, service_role, creatoros_writer', v_function);
  end loop;
end
$$;

insert into creatoros.schema_version (version) values ('20261123000200');

notify pgrst, 'reload schema';
