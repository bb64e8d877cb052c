-- The typed rows of a course: written with the commit of its files, in its transaction, set by set,
-- so that a row which says what it said before is not touched.

create function creatoros.touch() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;

comment on function creatoros.touch() is 'Keeps updated_at.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array['content_projects', 'minds', 'content_pieces', 'course_metadata',
    'course_lessons', 'market_research', 'content_performance']
  loop
    execute format('create trigger creatoros_touch before update on public.%I for each row
      when (old.* is distinct from new.*) execute function creatoros.touch()', v_table);
  end loop;
end
$$;

create function creatoros.mind(p_project uuid, p_slug text) returns uuid
language plpgsql stable set search_path = '' as $$
begin
  return (
    select m.id from public.minds m
    where m.slug = p_slug and (m.project_id = p_project or m.project_id is null)
    order by m.project_id nulls last, m.id limit 1);
end
$$;

comment on function creatoros.mind(uuid, text) is
  'The persona of this slug: the project''s own, or else one that all projects share.';

create function creatoros.ensure_references(p_project text, p_personas jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  v_project uuid;
  v_owner uuid;
  v_persona record;
begin
  perform creatoros.require_editor(p_project);
  select p.id into v_project from public.content_projects p where p.slug = p_project;
  if not found then
    insert into public.content_projects (slug, name) values (p_project, p_project)
    on conflict do nothing;
    select p.id into v_project from public.content_projects p where p.slug = p_project;
  end if;

  for v_persona in
    select e.key as slug, e.value as name from jsonb_each_text(p_personas) as e
    where char_length(e.key) between 1 and 200 and creatoros.mind(v_project, e.key) is null
    order by e.key
  loop
    v_owner := v_project;
    if exists (select from pg_catalog.pg_index i
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = 'public.minds'::regclass and i.indisunique and i.indnatts = 1
          and a.attname = 'slug') then
      v_owner := null;
    end if;
    insert into public.minds (project_id, slug, name)
    values (v_owner, v_persona.slug, coalesce(v_persona.name, v_persona.slug))
    on conflict do nothing;
  end loop;
end
$$;

comment on function creatoros.ensure_references(text, jsonb) is
  'Adds what typed rows refer to where it is absent: the project, and personas (an object from '
  'slug to name). Changes nothing that is there. An older table whose slugs are unique by '
  'themselves gets personas that all projects share.';

create function creatoros.text_of(p_course bigint, p_sha256 text, p_texts jsonb) returns text
language plpgsql stable set search_path = '' as $$
declare
  v_text text := p_texts ->> p_sha256;
begin
  if v_text is not null or p_sha256 is null then
    return v_text;
  end if;
  select convert_from(case when octet_length(c.bytes) < 1048576 then c.bytes
    else (select string_agg(p.bytes, ''::bytea order by p.part) from creatoros.contents p
      where p.course_id = p_course and p.sha256 = c.sha256) end, 'UTF8') into v_text
  from creatoros.contents c
  where c.course_id = p_course and c.sha256 = decode(p_sha256, 'hex') and c.part = 0;
  if not found then
    raise data_exception using message = format('the text %s is not stored', p_sha256);
  end if;
  return v_text;
end
$$;

comment on function creatoros.text_of(bigint, text, jsonb) is
  'The text of a hash, in hexadecimal: one of those given, or else a stored content. An error when '
  'there is none, or when it is not UTF-8 or holds a NUL; null for null.';

create function creatoros.text_hash(p_text text) returns text
language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(p_text, 'UTF8')), 'hex')
$$;

comment on function creatoros.text_hash(text) is
  'The SHA-256 of a text''s UTF-8 bytes, in hexadecimal.';

create function creatoros.present(p_row jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(p_row) as e
  where e.value <> 'null'
$$;

comment on function creatoros.present(jsonb) is 'A row without the columns that are null.';

-- Full text. Words only: the parser needs quadratic time for some punctuation, such as rows of "_".

create function creatoros.search_config(p_language text) returns regconfig
language sql stable set search_path = '' as $$
  select (case p_language when 'pt' then 'creatoros.portuguese' when 'en' then 'creatoros.english'
    else 'creatoros.simple' end)::regconfig
$$;

comment on function creatoros.search_config(text) is
  'How text of a language (pt, en, or null for an unknown one) is searched.';

create function creatoros.search_singular(p_words text) returns text
language sql immutable set search_path = '' as $$
  select replace(replace(replace(lower(p_words collate "default"), 'Õ', 'õ'), 'ões', 'ão'), 'oes', 'ao')
$$;

comment on function creatoros.search_singular(text) is
  'Portuguese words in lower case, with plurals in -ões made one in -ão, which the stemmer cannot '
  'do once accents are gone. Some databases take no letter with an accent to lower case: Õ is.';

create function creatoros.search_words(p_text text, p_language text) returns text
language sql immutable set search_path = '' as $$
  select case p_language when 'pt' then creatoros.search_singular(w.words) else w.words end
  from (select regexp_replace(p_text, '[!-/:-@[-`{-~]+', ' ', 'g')) as w (words)
$$;

comment on function creatoros.search_words(text, text) is
  'The words of a text without punctuation, Portuguese ones as search_singular has them.';

create function creatoros.search_vector(
  p_title text, p_about text, p_text text, p_language text)
returns tsvector
language plpgsql stable set search_path = '' set client_min_messages = error as $$
declare
  v_config regconfig := creatoros.search_config(p_language);
  v_size integer := 500000;
begin
  if octet_length(p_about) + octet_length(p_text) < 200000 then
    return setweight(to_tsvector(v_config, creatoros.search_words(p_title, p_language)), 'A')
      || setweight(to_tsvector(v_config, creatoros.search_words(p_about, p_language)), 'B')
      || setweight(to_tsvector(v_config, creatoros.search_words(p_text, p_language)), 'C');
  end if;
  loop
    begin
      return setweight(to_tsvector(v_config, creatoros.search_words(p_title, p_language)), 'A')
        || setweight(to_tsvector(v_config,
          creatoros.search_words(left(p_about, v_size / 10), p_language)), 'B')
        || setweight(to_tsvector(v_config,
          creatoros.search_words(left(p_text, v_size), p_language)), 'C');
    exception when program_limit_exceeded then
      v_size := v_size / 2;
    end;
  end loop;
end
$$;

comment on function creatoros.search_vector(text, text, text, text) is
  'The words of a lesson: of its title (A), of what it is about (B), of the first 500000 '
  'characters of its text (C), or of fewer where they are more than an index entry can hold.';

create function creatoros.search_about(
  p_module_title text, p_concepts jsonb, p_objectives jsonb)
returns text
language sql immutable set search_path = '' as $$
  select concat_ws(' ', p_module_title, p_concepts::text, p_objectives::text)
$$;

comment on function creatoros.search_about(text, jsonb, jsonb) is
  'What a lesson is about: its module, concepts and objectives.';

create function creatoros.search_query(p_words text, p_language text) returns tsquery
language sql stable set search_path = '' set client_min_messages = error as $$
  select websearch_to_tsquery(creatoros.search_config(p_language),
    case p_language when 'pt' then creatoros.search_singular(w.words) else w.words end)
  from (select regexp_replace(regexp_replace(lower(left(p_words, 1000)),
    '([^\s"])[-!#-,./:-@[-`{-~]+(?=[^\s"])', '\1 ', 'g'),
    '[!#-,./:-@[-`{-~]+', ' ', 'g')) as w (words)
$$;

comment on function creatoros.search_query(text, text) is
  'What a person asks for: words, phrases in double quotes, words to leave out after a hyphen; the '
  'first 1000 characters.';

create function creatoros.search_query(p_words text) returns tsquery
language sql stable set search_path = '' as $$
  select creatoros.search_query(p_words, 'pt') || creatoros.search_query(p_words, 'en')
    || creatoros.search_query(p_words, null)
$$;

comment on function creatoros.search_query(text) is
  'The same in any language: what the index is asked with, before each hit is looked at in the '
  'language of its course.';

create function creatoros.excerpt(p_text text, p_query tsquery, p_language text) returns text
language sql stable set search_path = '' set client_min_messages = error as $$
  select ts_headline(creatoros.search_config(p_language),
    regexp_replace(left(p_text, 100000), '[_~@]+', ' ', 'g'), p_query,
    'StartSel=«, StopSel=», MaxWords=24, MinWords=12, MaxFragments=1')
$$;

comment on function creatoros.excerpt(text, tsquery, text) is
  'Where the words stand in the first 100000 characters of a text, words found between « and ».';

-- Each of these writes the rows it is given, and only those that differ from what is there.

create function creatoros.project_pieces(
  p_course bigint, p_project uuid, p_rows jsonb)
returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.content_pieces as p (course_id, project_id, type, title, piece_slug, keywords,
    status, voice_fidelity_score, published_at, persona_mind_id, language, provenance)
  select p_course, p_project, r.type, r.title, r.piece_slug, r.keywords, r.status,
    r.voice_fidelity_score, r.published_at, m.id, r.language, r.provenance
  from jsonb_to_recordset(p_rows) as r (type text, title text, piece_slug text, keywords jsonb,
    status text, voice_fidelity_score numeric(3,2), published_at timestamptz, persona text,
    language text, provenance jsonb)
  cross join lateral (
    select case when r.persona is not null then creatoros.mind(p_project, r.persona) end) as m (id)
  left join public.content_pieces h on h.course_id = p_course
  where h.course_id is null or (h.project_id, h.type, h.title, h.piece_slug, h.keywords, h.status,
      h.voice_fidelity_score, h.published_at, h.persona_mind_id, h.language, h.provenance)
    is distinct from (p_project, r.type, r.title, r.piece_slug, r.keywords, r.status,
      r.voice_fidelity_score, r.published_at, m.id, r.language, r.provenance)
  on conflict (course_id) do update set
    project_id = excluded.project_id, type = excluded.type, title = excluded.title,
    piece_slug = excluded.piece_slug, keywords = excluded.keywords, status = excluded.status,
    voice_fidelity_score = excluded.voice_fidelity_score, published_at = excluded.published_at,
    persona_mind_id = excluded.persona_mind_id, language = excluded.language,
    provenance = excluded.provenance;
end
$$;

comment on function creatoros.project_pieces(bigint, uuid, jsonb) is
  'Part of project: the row of content_pieces.';

create function creatoros.project_metadata(
  p_course bigint, p_piece uuid, p_rows jsonb, p_texts jsonb, p_heal boolean)
returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.course_metadata (course_id, content_piece_id, text_hashes,
    course_brief, course_outline, curriculum, icp, learning_objectives, voice_profile,
    pedagogical_framework, total_modules, total_lessons, declared_modules, declared_lessons,
    listed_lessons, total_scripts, total_transcripts, estimated_duration_hours, course_type,
    tool_name, knowledge_level, category, subtitle, prerequisites, pricing, instructor,
    fidelity_target, assessments, resources, findings)
  select p_course, p_piece, t.hashes,
    creatoros.text_of(p_course, r.course_brief, p_texts), creatoros.text_of(p_course,
    r.course_outline, p_texts),
    r.curriculum, r.icp, r.learning_objectives, r.voice_profile, r.pedagogical_framework,
    r.total_modules, r.total_lessons, r.declared_modules, r.declared_lessons, r.listed_lessons,
    r.total_scripts, r.total_transcripts, r.estimated_duration_hours, r.course_type,
    r.tool_name, r.knowledge_level, r.category, r.subtitle, r.prerequisites, r.pricing,
    r.instructor, r.fidelity_target, r.assessments, r.resources, r.findings
  from jsonb_to_recordset(p_rows) as r (
    course_brief text, course_outline text, curriculum jsonb, icp jsonb, learning_objectives
    jsonb, voice_profile jsonb, pedagogical_framework text, total_modules integer,
    total_lessons integer, declared_modules integer, declared_lessons integer, listed_lessons
    integer, total_scripts integer, total_transcripts integer, estimated_duration_hours
    numeric(6,2), course_type text, tool_name text, knowledge_level text, category text,
    subtitle text, prerequisites jsonb, pricing text, instructor text, fidelity_target
    numeric(3,2), assessments jsonb, resources jsonb, findings jsonb)
  cross join lateral (select jsonb_strip_nulls(jsonb_build_object(
    'course_brief', r.course_brief, 'course_outline', r.course_outline))) as t (hashes)
  left join public.course_metadata h on h.course_id = p_course
  where h.course_id is null
    or (h.content_piece_id, h.text_hashes,
      h.curriculum, h.icp, h.learning_objectives, h.voice_profile, h.pedagogical_framework,
      h.total_modules, h.total_lessons, h.declared_modules, h.declared_lessons,
      h.listed_lessons, h.total_scripts, h.total_transcripts, h.estimated_duration_hours,
      h.course_type, h.tool_name, h.knowledge_level, h.category, h.subtitle, h.prerequisites,
      h.pricing, h.instructor, h.fidelity_target, h.assessments, h.resources, h.findings)
    is distinct from (p_piece, t.hashes,
      r.curriculum, r.icp, r.learning_objectives, r.voice_profile, r.pedagogical_framework,
      r.total_modules, r.total_lessons, r.declared_modules, r.declared_lessons,
      r.listed_lessons, r.total_scripts, r.total_transcripts, r.estimated_duration_hours,
      r.course_type, r.tool_name, r.knowledge_level, r.category, r.subtitle, r.prerequisites,
      r.pricing, r.instructor, r.fidelity_target, r.assessments, r.resources, r.findings)
    or p_heal and t.hashes <> jsonb_strip_nulls(jsonb_build_object(
      'course_brief', creatoros.text_hash(h.course_brief), 'course_outline',
      creatoros.text_hash(h.course_outline)))
  on conflict (course_id) do update set
    content_piece_id = excluded.content_piece_id, text_hashes = excluded.text_hashes,
    course_brief = excluded.course_brief, course_outline = excluded.course_outline, curriculum
    = excluded.curriculum, icp = excluded.icp, learning_objectives =
    excluded.learning_objectives, voice_profile = excluded.voice_profile, pedagogical_framework
    = excluded.pedagogical_framework, total_modules = excluded.total_modules, total_lessons =
    excluded.total_lessons, declared_modules = excluded.declared_modules, declared_lessons =
    excluded.declared_lessons, listed_lessons = excluded.listed_lessons, total_scripts =
    excluded.total_scripts, total_transcripts = excluded.total_transcripts,
    estimated_duration_hours = excluded.estimated_duration_hours, course_type =
    excluded.course_type, tool_name = excluded.tool_name, knowledge_level =
    excluded.knowledge_level, category = excluded.category, subtitle = excluded.subtitle,
    prerequisites = excluded.prerequisites, pricing = excluded.pricing, instructor =
    excluded.instructor, fidelity_target = excluded.fidelity_target, assessments =
    excluded.assessments, resources = excluded.resources, findings = excluded.findings;
end
$$;

comment on function creatoros.project_metadata(bigint, uuid, jsonb, jsonb, boolean) is
  'Part of project: the row of course_metadata.';

create function creatoros.project_research(
  p_course bigint, p_piece uuid, p_rows jsonb, p_texts jsonb, p_heal boolean)
returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.market_research (course_id, content_piece_id, text_hashes,
    market_analysis, gap_analysis, differentiation_strategy, sources_list, research_summary,
    competitors_analyzed, pricing_recommendation, positioning_strategy, other_reports)
  select p_course, p_piece, t.hashes,
    creatoros.text_of(p_course, r.market_analysis, p_texts), creatoros.text_of(p_course,
    r.gap_analysis, p_texts), creatoros.text_of(p_course, r.differentiation_strategy, p_texts),
    creatoros.text_of(p_course, r.sources_list, p_texts),
    r.research_summary, r.competitors_analyzed, r.pricing_recommendation,
    r.positioning_strategy, r.other_reports
  from jsonb_to_recordset(p_rows) as r (
    market_analysis text, gap_analysis text, differentiation_strategy text, sources_list text,
    research_summary jsonb, competitors_analyzed integer, pricing_recommendation text,
    positioning_strategy text, other_reports jsonb)
  cross join lateral (select jsonb_strip_nulls(jsonb_build_object(
    'market_analysis', r.market_analysis, 'gap_analysis', r.gap_analysis,
    'differentiation_strategy', r.differentiation_strategy, 'sources_list', r.sources_list))) as t (hashes)
  left join public.market_research h on h.course_id = p_course
  where h.course_id is null
    or (h.content_piece_id, h.text_hashes,
      h.research_summary, h.competitors_analyzed, h.pricing_recommendation,
      h.positioning_strategy, h.other_reports)
    is distinct from (p_piece, t.hashes,
      r.research_summary, r.competitors_analyzed, r.pricing_recommendation,
      r.positioning_strategy, r.other_reports)
    or p_heal and t.hashes <> jsonb_strip_nulls(jsonb_build_object(
      'market_analysis', creatoros.text_hash(h.market_analysis), 'gap_analysis',
      creatoros.text_hash(h.gap_analysis), 'differentiation_strategy',
      creatoros.text_hash(h.differentiation_strategy), 'sources_list',
      creatoros.text_hash(h.sources_list)))
  on conflict (course_id) do update set
    content_piece_id = excluded.content_piece_id, text_hashes = excluded.text_hashes,
    market_analysis = excluded.market_analysis, gap_analysis = excluded.gap_analysis,
    differentiation_strategy = excluded.differentiation_strategy, sources_list =
    excluded.sources_list, research_summary = excluded.research_summary, competitors_analyzed =
    excluded.competitors_analyzed, pricing_recommendation = excluded.pricing_recommendation,
    positioning_strategy = excluded.positioning_strategy, other_reports =
    excluded.other_reports;
end
$$;

comment on function creatoros.project_research(bigint, uuid, jsonb, jsonb, boolean) is
  'Part of project: the row of market_research.';

create function creatoros.project_lessons(
  p_course bigint, p_piece uuid, p_rows text[], p_texts jsonb, p_heal boolean,
  p_searchable boolean, p_language text)
returns void
language plpgsql set search_path = '' as $$
begin
  insert into public.course_lessons (course_id, course_piece_id, file_path, content_sha256,
    text_hashes, content_markdown,
    module_number, lesson_number, module_label, lesson_label, variant, lesson_id, module_title,
    title, slug, word_count, gps_valid, gps_score, gps_points, didatica_score, didatica_points,
    didatica_elements, rubric_version, bloom_level, learning_objectives, key_concepts,
    duration_minutes, status, validation_status, validation_issues, reviewer,
    voice_fidelity_score, fidelity_target, instructor, platform, tool, difficulty, language,
    planned, generation_duration_seconds, generation_cost_usd, retry_count, provenance,
    search)
  select p_course, p_piece, r.file_path, decode(r.content_sha256, 'hex'), r.hashes, c.text,
    r.module_number, r.lesson_number, r.module_label, r.lesson_label, r.variant, r.lesson_id,
    r.module_title, r.title, r.slug, r.word_count, r.gps_valid, r.gps_score, r.gps_points,
    r.didatica_score, r.didatica_points, r.didatica_elements, r.rubric_version, r.bloom_level,
    r.learning_objectives, r.key_concepts, r.duration_minutes, r.status, r.validation_status,
    r.validation_issues, r.reviewer, r.voice_fidelity_score, r.fidelity_target, r.instructor,
    r.platform, r.tool, r.difficulty, r.language, r.planned, r.generation_duration_seconds,
    r.generation_cost_usd, r.retry_count, r.provenance,
    case when p_searchable then creatoros.search_vector(r.title, creatoros.search_about(
      r.module_title, r.key_concepts, r.learning_objectives), coalesce(c.text, ''), p_language) end
  from (
    select r.*, t.hashes
    from generate_subscripts(p_rows, 1) as i
    cross join lateral (select
      p_rows[i][1] as file_path, p_rows[i][2] as content_sha256, p_rows[i][3] as content_markdown,
      p_rows[i][4]::integer as module_number, p_rows[i][5]::integer as lesson_number,
      p_rows[i][6] as module_label, p_rows[i][7] as lesson_label, p_rows[i][8] as variant,
      p_rows[i][9] as lesson_id, p_rows[i][10] as module_title, p_rows[i][11] as title,
      p_rows[i][12] as slug, p_rows[i][13]::integer as word_count,
      p_rows[i][14]::boolean as gps_valid, p_rows[i][15]::numeric(3,2) as gps_score,
      p_rows[i][16]::integer as gps_points, p_rows[i][17]::numeric(3,2) as didatica_score,
      p_rows[i][18]::integer as didatica_points, p_rows[i][19]::jsonb as didatica_elements,
      p_rows[i][20]::integer as rubric_version, p_rows[i][21] as bloom_level,
      p_rows[i][22]::jsonb as learning_objectives, p_rows[i][23]::jsonb as key_concepts,
      p_rows[i][24]::integer as duration_minutes, p_rows[i][25] as status,
      p_rows[i][26] as validation_status, p_rows[i][27]::jsonb as validation_issues,
      p_rows[i][28] as reviewer, p_rows[i][29]::numeric(3,2) as voice_fidelity_score,
      p_rows[i][30]::numeric(3,2) as fidelity_target, p_rows[i][31] as instructor,
      p_rows[i][32] as platform, p_rows[i][33] as tool, p_rows[i][34] as difficulty,
      p_rows[i][35] as language, p_rows[i][36]::boolean as planned,
      p_rows[i][37]::numeric as generation_duration_seconds,
      p_rows[i][38]::numeric as generation_cost_usd, p_rows[i][39]::integer as retry_count,
      p_rows[i][40]::jsonb as provenance) as r
    cross join lateral (select case when r.content_markdown is null then '{}'
      else jsonb_build_object('content_markdown', r.content_markdown) end) as t (hashes)
    left join public.course_lessons h on h.course_id = p_course and h.file_path = r.file_path
    where h.course_id is null
      or (h.course_piece_id, h.content_sha256, h.text_hashes,
        h.module_number, h.lesson_number, h.module_label, h.lesson_label, h.variant,
        h.lesson_id, h.module_title, h.title, h.slug, h.word_count, h.gps_valid,
        h.gps_score, h.gps_points, h.didatica_score, h.didatica_points,
        h.didatica_elements, h.rubric_version, h.bloom_level, h.learning_objectives,
        h.key_concepts, h.duration_minutes, h.status, h.validation_status,
        h.validation_issues, h.reviewer, h.voice_fidelity_score, h.fidelity_target,
        h.instructor, h.platform, h.tool, h.difficulty, h.language, h.planned,
        h.generation_duration_seconds, h.generation_cost_usd, h.retry_count, h.provenance)
      is distinct from (p_piece, decode(r.content_sha256, 'hex'), t.hashes,
        r.module_number, r.lesson_number, r.module_label, r.lesson_label, r.variant,
        r.lesson_id, r.module_title, r.title, r.slug, r.word_count, r.gps_valid,
        r.gps_score, r.gps_points, r.didatica_score, r.didatica_points,
        r.didatica_elements, r.rubric_version, r.bloom_level, r.learning_objectives,
        r.key_concepts, r.duration_minutes, r.status, r.validation_status,
        r.validation_issues, r.reviewer, r.voice_fidelity_score, r.fidelity_target,
        r.instructor, r.platform, r.tool, r.difficulty, r.language, r.planned,
        r.generation_duration_seconds, r.generation_cost_usd, r.retry_count, r.provenance)
      or p_heal and r.content_markdown is distinct from creatoros.text_hash(h.content_markdown)
    offset 0
  ) as r
  cross join lateral (
    select coalesce(
      (select convert_from(k.bytes, 'UTF8') from creatoros.contents k
       where k.course_id = p_course and k.sha256 = decode(r.content_markdown, 'hex')
         and k.part = 0 and octet_length(k.bytes) < 1048576),
      creatoros.text_of(p_course, r.content_markdown, p_texts))
    offset 0
  ) as c (text)
  on conflict (course_id, file_path) do update set
    course_piece_id = excluded.course_piece_id, content_sha256 = excluded.content_sha256,
    text_hashes = excluded.text_hashes, content_markdown = excluded.content_markdown,
    module_number = excluded.module_number, lesson_number = excluded.lesson_number,
    module_label = excluded.module_label, lesson_label = excluded.lesson_label, variant =
    excluded.variant, lesson_id = excluded.lesson_id, module_title = excluded.module_title,
    title = excluded.title, slug = excluded.slug, word_count = excluded.word_count, gps_valid =
    excluded.gps_valid, gps_score = excluded.gps_score, gps_points = excluded.gps_points,
    didatica_score = excluded.didatica_score, didatica_points = excluded.didatica_points,
    didatica_elements = excluded.didatica_elements, rubric_version = excluded.rubric_version,
    bloom_level = excluded.bloom_level, learning_objectives = excluded.learning_objectives,
    key_concepts = excluded.key_concepts, duration_minutes = excluded.duration_minutes, status
    = excluded.status, validation_status = excluded.validation_status, validation_issues =
    excluded.validation_issues, reviewer = excluded.reviewer, voice_fidelity_score =
    excluded.voice_fidelity_score, fidelity_target = excluded.fidelity_target, instructor =
    excluded.instructor, platform = excluded.platform, tool = excluded.tool, difficulty =
    excluded.difficulty, language = excluded.language, planned = excluded.planned,
    generation_duration_seconds = excluded.generation_duration_seconds, generation_cost_usd =
    excluded.generation_cost_usd, retry_count = excluded.retry_count, provenance =
    excluded.provenance,
    search = excluded.search;
end
$$;

comment on function creatoros.project_lessons(
  bigint, uuid, text[], jsonb, boolean, boolean, text) is
  'Part of project: rows of course_lessons, as lesson_rows has them.';

create function creatoros.lesson_rows(p_rows jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select array_agg(array[
    r.file_path, r.content_sha256, r.content_markdown, r.module_number, r.lesson_number,
    r.module_label, r.lesson_label, r.variant, r.lesson_id, r.module_title, r.title, r.slug,
    r.word_count, r.gps_valid, r.gps_score, r.gps_points, r.didatica_score, r.didatica_points,
    r.didatica_elements, r.rubric_version, r.bloom_level, r.learning_objectives, r.key_concepts,
    r.duration_minutes, r.status, r.validation_status, r.validation_issues, r.reviewer,
    r.voice_fidelity_score, r.fidelity_target, r.instructor, r.platform, r.tool, r.difficulty,
    r.language, r.planned, r.generation_duration_seconds, r.generation_cost_usd, r.retry_count,
    r.provenance])
  from jsonb_to_recordset(p_rows) as r (
    file_path text, content_sha256 text, content_markdown text, module_number text,
    lesson_number text, module_label text, lesson_label text, variant text, lesson_id text,
    module_title text, title text, slug text, word_count text, gps_valid text, gps_score text,
    gps_points text, didatica_score text, didatica_points text, didatica_elements text,
    rubric_version text, bloom_level text, learning_objectives text, key_concepts text,
    duration_minutes text, status text, validation_status text, validation_issues text,
    reviewer text, voice_fidelity_score text, fidelity_target text, instructor text, platform text,
    tool text, difficulty text, language text, planned text, generation_duration_seconds text,
    generation_cost_usd text, retry_count text, provenance text)
$$;

comment on function creatoros.lesson_rows(jsonb) is
  'Lessons, an array of objects, as project_lessons takes them: an array of two dimensions, a row '
  'for each lesson, a column for each of its own in a fixed order, all of them as text. That is far '
  'cheaper to read than JSON. Null without lessons.';

create function creatoros.project_rows(
  p_course bigint, p_project uuid, p_projection jsonb, p_lessons text[])
returns void
language plpgsql set search_path = '' as $$
declare
  v_rows jsonb := p_projection -> 'rows';
  v_texts jsonb := p_projection -> 'texts';
  v_heal boolean := coalesce((p_projection -> 'heal')::boolean, false);
  v_piece uuid;
  v_language text;
begin
  if v_rows #> '{content_pieces,0}' is not null then
    perform creatoros.project_pieces(p_course, p_project, v_rows -> 'content_pieces');
  end if;
  select p.id, p.language into v_piece, v_language
  from public.content_pieces p where p.course_id = p_course;
  if v_rows #> '{course_metadata,0}' is not null then
    perform creatoros.project_metadata(
      p_course, v_piece, v_rows -> 'course_metadata', v_texts, v_heal);
  end if;
  if v_rows #> '{market_research,0}' is not null then
    perform creatoros.project_research(
      p_course, v_piece, v_rows -> 'market_research', v_texts, v_heal);
  end if;
  if cardinality(p_lessons) > 0 then
    perform creatoros.project_lessons(p_course, v_piece, p_lessons, v_texts, v_heal,
      coalesce((p_projection -> 'searchable')::boolean, false), v_language);
  end if;
end
$$;

comment on function creatoros.project_rows(bigint, uuid, jsonb, text[]) is
  'Part of project: the rows of all tables, or none when the schema does not take one of them.';

create function creatoros.project_singly(
  p_course bigint, p_project uuid, p_projection jsonb, p_lessons text[])
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_table text;
  v_path text;
  v_rows jsonb;
  v_lessons text[];
  v_refused jsonb := '[]';
begin
  for v_table, v_path, v_rows, v_lessons in
    select t.name, '', jsonb_build_object(t.name, jsonb_build_array(r.value)), null::text[]
    from unnest(array['content_pieces', 'course_metadata', 'market_research']) as t (name)
    cross join lateral jsonb_array_elements(p_projection -> 'rows' -> t.name) as r
    union all
    select 'course_lessons', p_lessons[i][1], '{}', p_lessons[i:i]
    from generate_subscripts(p_lessons, 1) as i
  loop
    begin
      perform creatoros.project_rows(
        p_course, p_project, p_projection || jsonb_build_object('rows', v_rows), v_lessons);
    exception when cardinality_violation or data_exception or integrity_constraint_violation then
      v_refused := v_refused || jsonb_build_object(
        'table', v_table, 'path', coalesce(v_path, ''), 'code', sqlstate, 'reason', sqlerrm);
      execute format('delete from public.%I where course_id = $1', v_table)
        || case v_table when 'course_lessons' then ' and file_path = $2' else '' end
        using p_course, v_path;
    end;
  end loop;
  if v_refused @> '[{"table": "content_pieces"}]' then
    select v_refused || coalesce(jsonb_agg(jsonb_build_object('table', k.key, 'path', p.path,
      'code', '23503', 'reason', 'the row of content_pieces was refused')), '[]') into v_refused
    from jsonb_each(p_projection -> 'kept') as k
    cross join lateral jsonb_array_elements_text(k.value) as p (path);
  end if;
  return v_refused;
end
$$;

comment on function creatoros.project_singly(bigint, uuid, jsonb, text[]) is
  'Part of project: the rows that the schema takes, and an answer that names the others. Of those '
  'not even an earlier version stays; without the row of content_pieces none does.';

create function creatoros.remove_rows(
  p_course bigint, p_projection jsonb, p_lessons text[])
returns void
language plpgsql set search_path = '' as $$
declare
  v_rows jsonb := p_projection -> 'rows';
  v_kept jsonb := coalesce(p_projection -> 'kept', '{}');
begin
  delete from public.course_lessons l
  where l.course_id = p_course
    and l.file_path not in (
      select k.path from jsonb_array_elements_text(v_kept -> 'course_lessons') as k (path))
    and l.file_path not in (
      select p_lessons[i][1] from generate_subscripts(p_lessons, 1) as i
      where p_lessons[i][1] is not null);
  if v_rows #> '{course_metadata,0}' is null and not v_kept ? 'course_metadata' then
    delete from public.course_metadata m where m.course_id = p_course;
  end if;
  if v_rows #> '{market_research,0}' is null and not v_kept ? 'market_research' then
    delete from public.market_research r where r.course_id = p_course;
  end if;
  if v_rows #> '{content_pieces,0}' is null and not v_kept ? 'content_pieces' then
    delete from public.content_pieces p where p.course_id = p_course;
  end if;
end
$$;

comment on function creatoros.remove_rows(bigint, jsonb, text[]) is
  'Part of project: removes a course''s rows that are neither given nor kept.';

create function creatoros.holds(p_course bigint, p_kept jsonb) returns boolean
language plpgsql set search_path = '' as $$
begin
  return not exists (
    select from jsonb_array_elements_text(p_kept -> 'course_lessons') as k (path)
    where k.path not in (
      select l.file_path from public.course_lessons l where l.course_id = p_course))
    and (not p_kept ? 'content_pieces'
      or exists (select from public.content_pieces p where p.course_id = p_course))
    and (not p_kept ? 'course_metadata'
      or exists (select from public.course_metadata m where m.course_id = p_course))
    and (not p_kept ? 'market_research'
      or exists (select from public.market_research r where r.course_id = p_course));
end
$$;

comment on function creatoros.holds(bigint, jsonb) is
  'Part of commit: whether a course has all of these typed rows, an object from table to paths.';

create function creatoros.complete_search(p_course bigint, p_all boolean) returns void
language plpgsql set search_path = '' as $$
begin
  if not p_all and not exists (
      select from public.course_lessons l where l.course_id = p_course and l.search is null) then
    return;
  end if;
  update public.course_lessons l
  set search = v.search
  from (
    select l.file_path, creatoros.search_vector(l.title, creatoros.search_about(
      l.module_title, l.key_concepts, l.learning_objectives),
      coalesce(l.content_markdown, ''), p.language) as search
    from public.course_lessons l
    join public.content_pieces p on p.course_id = l.course_id
    where l.course_id = p_course and (l.search is null or p_all)
    offset 0
  ) as v
  where l.course_id = p_course and l.file_path = v.file_path
    and l.search is distinct from v.search;
end
$$;

comment on function creatoros.complete_search(bigint, boolean) is
  'Part of project: enters lessons into the full-text index that are not in it, or all of them '
  'anew.';

create function creatoros.project(
  p_course bigint, p_project text, p_revision bigint, p_projection jsonb, p_lessons text[])
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_piece jsonb := p_projection #> '{rows,content_pieces,0}';
  v_personas jsonb := coalesce(p_projection -> 'personas', '{}');
  v_project uuid;
  v_language text;
  v_first boolean := false;
  v_anew boolean;
  v_refused jsonb := '[]';
begin
  if v_piece is not null then
    select p.id into v_project from public.content_projects p where p.slug = p_project;
    if not found or v_personas <> '{}' and exists (
        select from jsonb_object_keys(v_personas) as k (slug)
        where creatoros.mind(v_project, k.slug) is null) then
      perform creatoros.ensure_references(p_project, v_personas);
      select p.id into v_project from public.content_projects p where p.slug = p_project;
    end if;
    select p.language into v_language from public.content_pieces p where p.course_id = p_course;
    v_first := not found;
  end if;
  if not v_first then
    perform creatoros.remove_rows(p_course, p_projection, p_lessons);
  end if;

  begin
    perform creatoros.project_rows(p_course, v_project, p_projection, p_lessons);
  exception when cardinality_violation or data_exception or integrity_constraint_violation then
    v_refused := creatoros.project_singly(p_course, v_project, p_projection, p_lessons);
  end;

  v_anew := coalesce((p_projection -> 'heal')::boolean, false)
    or not v_first and v_piece is not null and v_language is distinct from v_piece ->> 'language';
  if (p_projection -> 'searchable')::boolean then
    perform creatoros.complete_search(p_course, v_anew);
  elsif (p_projection -> 'index_later')::boolean and v_anew then
    update public.course_lessons l set search = null
    where l.course_id = p_course and l.search is not null;
  end if;

  delete from creatoros.refused_rows r where r.course_id = p_course;
  if v_refused <> '[]' then
    insert into creatoros.refused_rows (course_id, table_name, path, code, reason, revision)
    select p_course, r."table", r.path, r.code, r.reason, p_revision
    from jsonb_to_recordset(v_refused) as r ("table" text, path text, code text, reason text)
    on conflict do nothing;
  end if;
  return v_refused;
end
$$;

comment on function creatoros.project(bigint, text, bigint, jsonb, text[]) is
  'Part of commit: makes the typed rows of a course those of a projection, and answers what the '
  'schema did not take. The caller holds the course''s lock.';

drop function creatoros.commit_files(
  text, text, bigint, text, text[], text[], bytea[], bigint[], text[], boolean[], bytea[]);
drop function creatoros.commit(text, text, bigint, text, jsonb);

create function creatoros.commit_files(
  p_project text, p_course text, p_expected_revision bigint, p_origin text,
  p_path text[], p_name text[], p_sha256 bytea[], p_size bigint[], p_kind text[],
  p_stored boolean[], p_expected bytea[], p_fact_version integer[], p_fact text[],
  p_other_path text[], p_other_version integer[], p_other_fact text[],
  p_projection jsonb, p_lessons text[])
returns jsonb
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  v_changes integer := coalesce(cardinality(p_path), 0);
  v_course bigint;
  v_revision bigint;
  v_found jsonb;
  v_refused jsonb := '[]';
begin
  perform creatoros.require_editor(p_project);
  select c.id, c.revision into v_course, v_revision from creatoros.courses c
  where c.project = p_project and c.path = p_course
  for no key update;
  if not found and p_expected_revision = 0 and v_changes > 0 then
    perform creatoros.ensure_course(p_project, p_course);
    select c.id, c.revision into v_course, v_revision from creatoros.courses c
    where c.project = p_project and c.path = p_course
    for no key update;
  end if;
  v_revision := coalesce(v_revision, 0);
  if v_revision <> p_expected_revision then
    return jsonb_build_object('status', 'course_moved', 'revision', v_revision);
  end if;
  if v_changes = 0 and (v_revision = 0
      or p_projection is null and coalesce(cardinality(p_other_path), 0) = 0) then
    return jsonb_build_object('status', 'committed', 'revision', v_revision, 'refused', v_refused);
  end if;

  select jsonb_agg(c.path order by c.path) into v_found
  from unnest(p_path, p_expected) as c (path, expected)
  left join creatoros.files f on f.course_id = v_course and f.path = c.path
  where f.sha256 is distinct from c.expected;
  if v_found is not null then
    return jsonb_build_object('status', 'files_moved', 'paths', v_found);
  end if;

  select jsonb_agg(encode(w.sha256, 'hex') order by w.sha256) into v_found
  from (
    select distinct c.sha256, c.size
    from unnest(p_sha256, p_size, p_stored) as c (sha256, size, stored)
    where c.stored
  ) as w
  left join (
    select c.sha256, count(*) as parts, max(c.part) as last, sum(octet_length(c.bytes)) as size
    from creatoros.contents c
    where c.course_id = v_course and c.sha256 = any (p_sha256)
    group by c.sha256
  ) as h using (sha256)
  where (h.parts = greatest(1, (w.size + 1048575) / 1048576)
    and h.last = h.parts - 1
    and h.size = w.size) is not true;
  if v_found is not null then
    return jsonb_build_object('status', 'contents_missing', 'sha256', v_found);
  end if;

  if p_projection ? 'kept' and not creatoros.holds(v_course, p_projection -> 'kept') then
    return jsonb_build_object('status', 'course_moved', 'revision', v_revision);
  end if;

  perform set_config('creatoros.writer', 'on', true);
  if v_changes > 0 then
    v_revision := v_revision + 1;
    insert into creatoros.files (course_id, path, name, sha256, last_sha256, size, kind, stored,
      revision, origin, facts_version, facts)
    select v_course, c.path, c.name, c.sha256, null, c.size, c.kind, c.stored,
      v_revision, p_origin, c.facts_version, c.facts
    from unnest(p_path, p_name, p_sha256, p_size, p_kind, p_stored, p_fact_version, p_fact)
      as c (path, name, sha256, size, kind, stored, facts_version, facts)
    where c.sha256 is not null
    on conflict (course_id, path) do update set
      name = excluded.name, sha256 = excluded.sha256, last_sha256 = null, size = excluded.size,
      kind = excluded.kind, stored = excluded.stored, revision = excluded.revision,
      origin = excluded.origin, facts_version = excluded.facts_version, facts = excluded.facts;

    if array_position(p_sha256, null) is not null then
      update creatoros.files f
      set sha256 = null, last_sha256 = f.sha256, facts_version = null, facts = null,
        revision = v_revision, origin = p_origin
      from unnest(p_path, p_sha256) as c (path, sha256)
      where f.course_id = v_course and f.path = c.path and c.sha256 is null;
    end if;

    update creatoros.courses c
    set revision = v_revision, origin = p_origin, updated_at = now(),
      projection_version = coalesce((p_projection -> 'version')::integer, 0)
    where c.id = v_course;

    perform creatoros.settle_uploads(v_course, p_sha256);
  end if;

  if cardinality(p_other_path) > 0 then
    update creatoros.files f
    set facts_version = x.version, facts = x.facts
    from unnest(p_other_path, p_other_version, p_other_fact) as x (path, version, facts)
    where f.course_id = v_course and f.path = x.path and f.sha256 is not null
      and (f.facts_version, f.facts) is distinct from (x.version, x.facts);
  end if;

  if p_projection is not null then
    v_refused := creatoros.project(v_course, p_project, v_revision, p_projection, p_lessons);
    if v_changes = 0 then
      update creatoros.courses c
      set projection_version = (p_projection -> 'version')::integer
      where c.id = v_course
        and c.projection_version <> (p_projection -> 'version')::integer;
    end if;
  end if;
  perform set_config('creatoros.writer', '', true);
  return jsonb_build_object('status', 'committed', 'revision', v_revision, 'refused', v_refused);
end
$$;

comment on function creatoros.commit_files(
  text, text, bigint, text, text[], text[], bytea[], bigint[], text[], boolean[], bytea[],
  integer[], text[], text[], integer[], text[], jsonb, text[]) is
  'Writes changes, facts and typed rows in one transaction, or nothing, and answers {status}: '
  'committed with the revision and refused rows {table, path, code, reason}, course_moved with the '
  'revision, files_moved with paths, contents_missing with sha256. The arrays hold one element per '
  'change: path, expected (the hash on record, or null for no file), and to write a file name, '
  'sha256, size, kind and stored, and what is known of it (p_fact, and the version of its reader); '
  'without sha256 it deletes. No path may be given twice. The p_other arrays hold facts of further '
  'files, kept for those that are there afterwards. The projection is an object: version, heal, '
  'searchable (or index_later, which leaves what is to be entered into the full-text index to '
  'index_lessons), personas (slug to name), texts (hash to text), rows (by table, each with hashes for '
  'its long texts; those of lessons stand apart, as lesson_rows has them) and kept (by table, the '
  'paths of rows that are there already and stay as they are; a row that a course has only one of '
  'has the path ''''). Rows that are neither given nor kept are removed; when a kept one is not '
  'there, nothing is written and the answer is course_moved. Null leaves the typed rows as they '
  'are. Without changes the revision does not advance.';

create function creatoros.commit(
  p_project text, p_course text, p_expected_revision bigint, p_origin text, p_changes jsonb,
  p_facts jsonb default null, p_projection jsonb default null)
returns jsonb
language sql set search_path = '' as $$
  with x as (
    select x.*
    from jsonb_to_recordset(case when jsonb_typeof(p_facts) = 'array' then p_facts else '[]' end)
      as x (path text, version integer, facts text)
  )
  select creatoros.commit_files(p_project, p_course, p_expected_revision, p_origin,
    c.path, c.name, c.sha256, c.size, c.kind, c.stored, c.expected, c.version, c.facts,
    x.path, x.version, x.facts, nullif(p_projection, 'null') #- '{rows,course_lessons}',
    creatoros.lesson_rows(p_projection #> '{rows,course_lessons}'))
  from (
    select array_agg(c.path) as path, array_agg(c.name) as name,
      array_agg(decode(c.sha256, 'hex')) as sha256, array_agg(c.size) as size,
      array_agg(c.kind) as kind, array_agg(c.stored) as stored,
      array_agg(decode(c.expected, 'hex')) as expected,
      array_agg(x.version) as version, array_agg(x.facts) as facts
    from jsonb_to_recordset(p_changes) as c (
      path text, name text, sha256 text, size bigint, kind text, stored boolean, expected text)
    left join x on x.path = c.path
  ) as c,
  (
    select array_agg(x.path) as path, array_agg(x.version) as version, array_agg(x.facts) as facts
    from x
    where x.path not in (select c.path from jsonb_to_recordset(p_changes) as c (path text))
  ) as x
$$;

comment on function creatoros.commit(text, text, bigint, text, jsonb, jsonb, jsonb) is
  'commit_files for callers that send JSON: p_changes is an array of objects, whose members are '
  'named as its arrays are, with hashes in hexadecimal; p_facts one of {path, version, facts}, the '
  'facts being a string; p_projection as there, the rows of lessons among its others.';

create function creatoros.facts(
  p_project text, p_course text, p_after text default null, p_limit bigint default null)
returns table (path text, version integer, facts text)
language sql stable set search_path = '' as $$
  select f.path, f.facts_version, f.facts
  from creatoros.courses c
  join creatoros.files f on f.course_id = c.id
  where c.project = p_project and c.path = p_course and f.facts is not null
    and (p_after is null or f.path > p_after)
  order by f.path
  limit p_limit
$$;

comment on function creatoros.facts(text, text, text, bigint) is
  'What was understood of a course''s files, by path, for those of which it is known: those after '
  'p_after, at most p_limit.';

create function creatoros.typed_rows(p_project text, p_course text)
returns table (
  course_revision bigint, projection_version integer, table_name text, path text, "row" jsonb)
language sql stable set search_path = '' as $$
  select c.revision, c.projection_version, r.table_name, r.path, r.data
  from creatoros.courses c
  left join lateral (
    select 'content_pieces', '', creatoros.present(to_jsonb(t))
    from (
      select p.type, p.title, p.piece_slug, p.keywords, p.status, p.voice_fidelity_score,
        to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as published_at,
        m.slug as persona, p.language, p.provenance
      from public.content_pieces p left join public.minds m on m.id = p.persona_mind_id
      where p.course_id = c.id
    ) as t
    union all
    select 'course_metadata', '', creatoros.present(to_jsonb(t))
    from (
      select
        creatoros.text_hash(m.course_brief) as course_brief,
        creatoros.text_hash(m.course_outline) as course_outline, m.curriculum, m.icp,
        m.learning_objectives, m.voice_profile, m.pedagogical_framework, m.total_modules,
        m.total_lessons, m.declared_modules, m.declared_lessons, m.listed_lessons,
        m.total_scripts, m.total_transcripts, m.estimated_duration_hours, m.course_type,
        m.tool_name, m.knowledge_level, m.category, m.subtitle, m.prerequisites, m.pricing,
        m.instructor, m.fidelity_target, m.assessments, m.resources, m.findings
      from public.course_metadata m where m.course_id = c.id
    ) as t
    union all
    select 'course_lessons', t.file_path, creatoros.present(to_jsonb(t) - 'file_path')
    from (
      select l.file_path, encode(l.content_sha256, 'hex') as content_sha256,
        creatoros.text_hash(l.content_markdown) as content_markdown, l.module_number,
        l.lesson_number, l.module_label, l.lesson_label, l.variant, l.lesson_id,
        l.module_title, l.title, l.slug, l.word_count, l.gps_valid, l.gps_score,
        l.gps_points, l.didatica_score, l.didatica_points, l.didatica_elements,
        l.rubric_version, l.bloom_level, l.learning_objectives, l.key_concepts,
        l.duration_minutes, l.status, l.validation_status, l.validation_issues, l.reviewer,
        l.voice_fidelity_score, l.fidelity_target, l.instructor, l.platform, l.tool,
        l.difficulty, l.language, l.planned, l.generation_duration_seconds,
        l.generation_cost_usd, l.retry_count, l.provenance
      from public.course_lessons l where l.course_id = c.id
    ) as t
    union all
    select 'market_research', '', creatoros.present(to_jsonb(t))
    from (
      select
        creatoros.text_hash(r.market_analysis) as market_analysis,
        creatoros.text_hash(r.gap_analysis) as gap_analysis,
        creatoros.text_hash(r.differentiation_strategy) as differentiation_strategy,
        creatoros.text_hash(r.sources_list) as sources_list, r.research_summary,
        r.competitors_analyzed, r.pricing_recommendation, r.positioning_strategy,
        r.other_reports
      from public.market_research r where r.course_id = c.id
    ) as t
    union all
    select 'refused', r.path, jsonb_build_object(
      'table', r.table_name, 'path', r.path, 'code', r.code, 'reason', r.reason)
    from creatoros.refused_rows r where r.course_id = c.id
    union all
    select 'unindexed', '', jsonb_build_object('lessons', count(*))
    from public.course_lessons l where l.course_id = c.id and l.search is null
    having count(*) > 0
  ) as r (table_name, path, data) on true
  where c.project = p_project and c.path = p_course
$$;

comment on function creatoros.typed_rows(text, text) is
  'The typed rows of a course as they are stored now: the projected columns that are not null, the '
  'persona by its slug, each long text as the SHA-256 of its UTF-8 bytes. What the schema did not '
  'take comes as rows of a table "refused", how many lessons are not in the full-text index as one of '
  'a table "unindexed". One row without a table when the course has none.';

create or replace function creatoros.move(p_project text, p_from text, p_to text)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_from bigint;
  v_to bigint;
  v_revision bigint;
begin
  perform creatoros.require_editor(p_project);
  perform from creatoros.courses c
  where c.project = p_project and c.path in (p_from, p_to)
  order by c.id for update;
  select c.id into v_from from creatoros.courses c
  where c.project = p_project and c.path = p_from and c.revision > 0;
  if not found then
    return jsonb_build_object('status', 'absent');
  end if;
  if p_from = p_to then
    return jsonb_build_object('status', 'moved');
  end if;
  select c.id, c.revision into v_to, v_revision from creatoros.courses c
  where c.project = p_project and c.path = p_to;
  if v_revision > 0 or exists (select from creatoros.files f where f.course_id = v_to) then
    return jsonb_build_object('status', 'taken');
  end if;
  perform set_config('creatoros.writer', 'on', true);
  delete from creatoros.uploads u where u.course_id = v_to;
  delete from creatoros.contents c where c.course_id = v_to;
  delete from creatoros.courses c where c.id = v_to;
  update creatoros.courses c set path = p_to, projection_version = 0 where c.id = v_from;
  perform set_config('creatoros.writer', '', true);
  return jsonb_build_object('status', 'moved');
end
$$;

comment on function creatoros.move(text, text, text) is
  'Renames a course and answers {status}: moved, absent, or taken when the new name holds a '
  'course. What was uploaded to the new name, and never committed, is dropped. Typed rows stay, '
  'and count as not fitting until they are projected again.';

-- Edits by hand of typed rows are entered like those of files.

create or replace function creatoros.record_foreign_edit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_technical constant text[] := array['bytes', 'search', 'created_at', 'updated_at'];
  v_before jsonb;
  v_after jsonb;
  v_row jsonb;
  v_key jsonb;
  v_old_bytes bytea;
  v_new_bytes bytea;
begin
  if tg_op = 'UPDATE' and old is not distinct from new then
    return null;
  end if;
  if tg_table_name = 'contents' then
    if tg_op <> 'INSERT' then
      v_old_bytes := old.bytes;
      old.bytes := '';
    end if;
    if tg_op <> 'DELETE' then
      v_new_bytes := new.bytes;
      new.bytes := '';
    end if;
  end if;
  if tg_op <> 'INSERT' then
    v_before := to_jsonb(old) - 'bytes' - 'search';
  end if;
  if tg_op <> 'DELETE' then
    v_after := to_jsonb(new) - 'bytes' - 'search';
  end if;
  if tg_table_schema = 'public' and v_before - v_technical = v_after - v_technical then
    return null;
  end if;
  v_row := coalesce(v_before, v_after);
  v_key := case tg_table_name
    when 'contents' then jsonb_build_object(
      'sha256', substr(v_row ->> 'sha256', 3), 'part', v_row -> 'part')
    when 'course_lessons' then jsonb_build_object('path', v_row -> 'file_path')
    when 'files' then jsonb_build_object('path', v_row -> 'path')
    when 'courses' then jsonb_build_object('path', v_row -> 'path')
    else '{}'
  end;
  insert into creatoros.foreign_edits
    (course_id, project, course_path, table_name, operation, key,
     old_row, new_row, old_bytes, new_bytes)
  select t.id, coalesce(c.project, v_row ->> 'project'),
    coalesce(c.path, case tg_table_name when 'courses' then v_row ->> 'path' end),
    tg_table_name, tg_op, v_key, v_before, v_after, v_old_bytes, v_new_bytes
  from (
    select (v_before ->> case tg_table_name when 'courses' then 'id' else 'course_id' end)::bigint
    union
    select (v_after ->> case tg_table_name when 'courses' then 'id' else 'course_id' end)::bigint
  ) as t (id)
  left join creatoros.courses c on c.id = t.id
  where t.id is not null;
  return null;
end
$$;

create or replace function creatoros.record_foreign_truncate() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  execute format(
    'insert into creatoros.foreign_edits (course_id, project, course_path, table_name, operation)
     select c.id, c.project, c.path, %L, %L from creatoros.courses c where exists
     (select from %I.%I t where t.%I = c.id)',
    tg_table_name, tg_op, tg_table_schema, tg_table_name,
    case tg_table_name when 'courses' then 'id' else 'course_id' end);
  return null;
end
$$;

comment on column creatoros.foreign_edits.key is
  'What the row is known by within its course: path, or sha256 and part; empty where a course has '
  'only one row; null for TRUNCATE.';

do $$
declare
  v_table text;
begin
  foreach v_table in array
    array['content_pieces', 'course_metadata', 'course_lessons', 'market_research']
  loop
    execute format('create trigger foreign_edit after insert or update or delete on public.%I
      for each row when (current_setting(''creatoros.writer'', true) is distinct from ''on'')
      execute function creatoros.record_foreign_edit()', v_table);
    execute format('create trigger foreign_truncate before truncate on public.%I
      for each statement execute function creatoros.record_foreign_truncate()', v_table);
  end loop;
end
$$;

insert into creatoros.schema_version (version) values ('20261122000500');
