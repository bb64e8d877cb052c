-- What people query: typed rows of courses, in public, where the tools of Supabase look. Tables of
-- an older model that stand there already are extended in place and keep their rows; how to take
-- that back is entered into creatoros.undo_steps.

create table creatoros.undo_steps (
  id integer primary key generated always as identity,
  version text not null,
  statement text not null
);

comment on table creatoros.undo_steps is
  'What undoes the changes made outside the schema creatoros, last one first; for rolling back.';
comment on column creatoros.undo_steps.id is 'The order in which the changes were made.';
comment on column creatoros.undo_steps.version is 'The migration that made the change.';
comment on column creatoros.undo_steps.statement is 'The SQL statement that undoes one change.';

create function creatoros.change(
  p_statement text, p_undo text, p_version text default '20261122000400')
returns void
language plpgsql set search_path = '' as $$
begin
  execute p_statement;
  insert into creatoros.undo_steps (version, statement) values (p_version, p_undo);
end
$$;

comment on function creatoros.change(text, text, text) is
  'Part of migrations: runs a statement and enters what undoes it.';

create function creatoros.undo(p_version text) returns void
language plpgsql set search_path = '' as $$
declare
  v_statement text;
begin
  for v_statement in
    select u.statement from creatoros.undo_steps u where u.version = p_version order by u.id desc
  loop
    execute v_statement;
  end loop;
  delete from creatoros.undo_steps u where u.version = p_version;
end
$$;

comment on function creatoros.undo(text) is
  'Part of rolling back: undoes the changes that a migration made outside the schema creatoros.';

do $$
declare
  v record;
begin
  -- Typed rows outlive the schema creatoros when somebody drops it. Whose they are is not known
  -- any more, and what learners did may be among them: what to give up is not for us to say.
  if exists (select from pg_catalog.pg_attribute a
      where a.attrelid = to_regclass('public.content_pieces') and a.attname = 'course_id'
        and not a.attisdropped) then
    raise duplicate_table using
      message = 'public.content_pieces and other tables of typed rows are left of a mirror whose '
        'schema creatoros was dropped',
      hint = format('copy what you need of public.content_performance, then run: drop table if '
        'exists public.content_performance, public.course_lessons, public.course_metadata, '
        'public.market_research; %s and then: creatoros migrate', case
          when exists (select from pg_catalog.pg_index i
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where i.indrelid = to_regclass('public.content_pieces') and i.indisprimary
              and a.attname = 'course_id')
          then 'drop table public.content_pieces;'
          else 'delete from public.content_pieces where course_id is not null; ' || case
            when exists (select from pg_catalog.pg_policy p
              where p.polrelid = to_regclass('public.content_pieces')
                and p.polname = 'creatoros_older')
            then 'drop policy creatoros_older on public.content_pieces; '
              'alter table public.content_pieces disable row level security; '
            else '' end || 'alter table public.content_pieces drop column course_id;' end);
  end if;

  for v in
    select c.relname, c.relkind, pg_catalog.format_type(a.atttypid, null) as id_type,
      exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique
        and i.indpred is null and i.indnatts = 1 and i.indkey[0] = a.attnum) as id_unique
    from pg_catalog.pg_class c
    left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
    where c.relnamespace = to_regnamespace('public')
      and c.relname in ('content_projects', 'minds', 'content_pieces')
  loop
    if v.relkind not in ('r', 'p') then
      raise feature_not_supported using
        message = format('public.%s is there already and is not a table', v.relname),
        hint = format('rename public.%s, then run: creatoros migrate', v.relname);
    end if;
    if v.id_type is distinct from 'uuid' or not v.id_unique then
      raise feature_not_supported using
        message = format('public.%s is there already, and its key is not a column id of type uuid '
          'but %s', v.relname, coalesce('of type ' || v.id_type, 'none')),
        hint = format('rename public.%s, then run: creatoros migrate', v.relname);
    end if;
  end loop;

  for v in
    select c.relname, a.attname, pg_catalog.format_type(a.atttypid, null) as found, w.wanted
    from (values
      ('content_projects', 'slug', 'text'), ('content_projects', 'name', 'text'),
      ('minds', 'project_id', 'uuid'), ('minds', 'slug', 'text'), ('minds', 'name', 'text'),
      ('content_pieces', 'course_id', 'bigint'), ('content_pieces', 'project_id', 'uuid'),
      ('content_pieces', 'type', 'text'), ('content_pieces', 'title', 'text'),
      ('content_pieces', 'content', 'text'), ('content_pieces', 'piece_slug', 'text'),
      ('content_pieces', 'persona_mind_id', 'uuid'), ('content_pieces', 'keywords', 'jsonb'),
      ('content_pieces', 'status', 'text'), ('content_pieces', 'voice_fidelity_score', 'numeric'),
      ('content_pieces', 'published_at', 'timestamp with time zone'),
      ('content_pieces', 'language', 'text'), ('content_pieces', 'provenance', 'jsonb'),
      ('content_pieces', 'created_at', 'timestamp with time zone'),
      ('content_pieces', 'updated_at', 'timestamp with time zone')
    ) as w (relname, attname, wanted)
    join pg_catalog.pg_class c on c.relname = w.relname
      and c.relnamespace = to_regnamespace('public')
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = w.attname
    where replace(pg_catalog.format_type(a.atttypid, null), 'character varying', 'text') <> w.wanted
  loop
    raise feature_not_supported using
      message = format('public.%s.%s is there already, of type %s instead of %s',
        v.relname, v.attname, v.found, v.wanted),
      hint = format('rename public.%s, then run: creatoros migrate', v.relname);
  end loop;

  for v in
    select c.relname from pg_catalog.pg_class c
    where c.relnamespace = to_regnamespace('public')
      and (c.relname in ('course_metadata', 'course_lessons', 'market_research')
        or c.relname = 'content_performance' and (
          to_regclass('public.content_performance_legacy') is not null
          or not exists (select from pg_catalog.pg_attribute a
            where a.attrelid = c.oid and a.attname = 'metric_type')))
  loop
    raise duplicate_table using
      message = format('public.%s is there already, and is not one this program knows', v.relname),
      hint = format('rename public.%s, then run: creatoros migrate', v.relname);
  end loop;
end
$$;

-- Words without their accents.

do $$
declare
  v_schema text := case when to_regnamespace('extensions') is null
    then 'creatoros' else 'extensions' end;
begin
  if not exists (select from pg_catalog.pg_extension e where e.extname = 'unaccent') then
    begin
      perform creatoros.change(
        format('create extension unaccent schema %I', v_schema), 'drop extension unaccent');
    exception when insufficient_privilege or undefined_file or feature_not_supported then
      raise feature_not_supported using
        message = 'the extension unaccent cannot be created: ' || sqlerrm,
        hint = 'let the owner of the database run: create extension unaccent';
    end;
  end if;
end
$$;

create text search configuration creatoros.portuguese (copy = pg_catalog.portuguese);
create text search configuration creatoros.english (copy = pg_catalog.english);
create text search configuration creatoros.simple (copy = pg_catalog.simple);

do $$
declare
  v_unaccent text;
  v record;
begin
  select format('%I.unaccent', n.nspname) into v_unaccent
  from pg_catalog.pg_extension e
  join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  where e.extname = 'unaccent';
  for v in
    select * from (values ('portuguese', 'portuguese_stem'), ('english', 'english_stem'),
      ('simple', 'simple')) as c (name, stem)
  loop
    execute format('alter text search configuration creatoros.%I
      alter mapping for word, hword, hword_part with %s, pg_catalog.%I',
      v.name, v_unaccent, v.stem);
    execute format('alter text search configuration creatoros.%I
      alter mapping for numword, numhword, hword_numpart with %s, pg_catalog.simple',
      v.name, v_unaccent);
  end loop;
end
$$;

comment on text search configuration creatoros.portuguese is
  'Portuguese words by their stem, without accents.';
comment on text search configuration creatoros.english is
  'English words by their stem, without accents.';
comment on text search configuration creatoros.simple is
  'Words of an unknown language as they are, without accents.';

-- The tables behind the courses. Where one is there already, only what it lacks is added.

do $$
declare
  v record;
begin
  if to_regclass('public.content_performance') is not null then
    for v in
      select i.relname as name, left(i.relname, 56) || '_legacy' as legacy
      from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid
      where x.indrelid = 'public.content_performance'::regclass
    loop
      perform creatoros.change(
        format('alter index public.%I rename to %I', v.name, v.legacy),
        format('alter index public.%I rename to %I', v.legacy, v.name));
    end loop;
    perform creatoros.change(
      'alter table public.content_performance rename to content_performance_legacy',
      'alter table public.content_performance_legacy rename to content_performance');
  end if;

  if to_regclass('public.content_projects') is null then
    perform creatoros.change($sql$
      create table public.content_projects (
        id uuid primary key default gen_random_uuid(),
        slug text not null,
        name text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )$sql$, 'drop table public.content_projects');
    alter table public.content_projects enable row level security;
  end if;
  if to_regclass('public.minds') is null then
    perform creatoros.change($sql$
      create table public.minds (
        id uuid primary key default gen_random_uuid(),
        project_id uuid references public.content_projects (id) on delete cascade,
        slug text not null,
        name text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )$sql$, 'drop table public.minds');
    alter table public.minds enable row level security;
  end if;
  if to_regclass('public.content_pieces') is null then
    perform creatoros.change($sql$
      create table public.content_pieces (
        course_id bigint not null,
        id uuid not null default gen_random_uuid(),
        project_id uuid not null references public.content_projects (id) on delete restrict,
        framework_id bigint,
        type text not null default 'course'
          check (type in ('blog', 'social', 'video_script', 'newsletter', 'course')),
        title text not null,
        content text not null default '',
        voice_fidelity_score numeric(3,2),
        generation_execution_id uuid,
        published_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (course_id, id)
      )$sql$, 'drop table public.content_pieces');
    alter table public.content_pieces enable row level security;
  end if;
end
$$;

-- Columns that an older table may lack, or may have.

do $$
declare
  v record;
begin
  for v in
    select w.*
    from (values
      ('content_projects', 'slug', 'text'),
      ('content_projects', 'name', 'text'),
      ('content_projects', 'created_at', 'timestamptz not null default now()'),
      ('content_projects', 'updated_at', 'timestamptz not null default now()'),
      ('minds', 'project_id', 'uuid references public.content_projects (id) on delete cascade'),
      ('minds', 'slug', 'text'),
      ('minds', 'name', 'text'),
      ('minds', 'created_at', 'timestamptz not null default now()'),
      ('minds', 'updated_at', 'timestamptz not null default now()'),
      ('content_pieces', 'course_id', 'bigint'),
      ('content_pieces', 'project_id',
        'uuid references public.content_projects (id) on delete restrict'),
      ('content_pieces', 'framework_id', 'bigint'),
      ('content_pieces', 'type', 'text not null default ''course'' check (type in '
        '(''blog'', ''social'', ''video_script'', ''newsletter'', ''course''))'),
      ('content_pieces', 'title', 'text'),
      ('content_pieces', 'content', 'text not null default '''''),
      ('content_pieces', 'voice_fidelity_score', 'numeric(3,2)'),
      ('content_pieces', 'generation_execution_id', 'uuid'),
      ('content_pieces', 'published_at', 'timestamptz'),
      ('content_pieces', 'piece_slug', 'text'),
      ('content_pieces', 'persona_mind_id', 'uuid references public.minds (id) on delete set null'),
      ('content_pieces', 'keywords', 'jsonb not null default ''[]'''),
      ('content_pieces', 'status', 'text not null default ''draft'' '
        'check (status in (''draft'', ''published'', ''archived''))'),
      ('content_pieces', 'language', 'text check (language in (''pt'', ''en''))'),
      ('content_pieces', 'provenance', 'jsonb'),
      ('content_pieces', 'created_at', 'timestamptz not null default now()'),
      ('content_pieces', 'updated_at', 'timestamptz not null default now()')
    ) as w (relname, attname, type)
    where not exists (select from pg_catalog.pg_attribute a
      where a.attrelid = ('public.' || w.relname)::regclass and a.attname = w.attname)
  loop
    perform creatoros.change(
      format('alter table public.%I add column %I %s', v.relname, v.attname, v.type),
      format('alter table public.%I drop column %I', v.relname, v.attname));
  end loop;
end
$$;

-- What an older table demands that the projection of files cannot give.

do $$
declare
  v record;
begin
  for v in
    select c.relname, a.attname, w.value, pg_catalog.pg_get_expr(d.adbin, d.adrelid) as had
    from (values
      ('content_projects', 'id', 'gen_random_uuid()'), ('minds', 'id', 'gen_random_uuid()'),
      ('content_pieces', 'id', 'gen_random_uuid()'), ('content_pieces', 'content', ''''''),
      ('content_pieces', 'type', '''course''')
    ) as w (relname, attname, value)
    join pg_catalog.pg_class c on c.oid = ('public.' || w.relname)::regclass
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = w.attname
    left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where d.adbin is null
  loop
    perform creatoros.change(
      format('alter table public.%I alter column %I set default %s', v.relname, v.attname, v.value),
      format('alter table public.%I alter column %I drop default', v.relname, v.attname));
  end loop;

  for v in
    select c.relname, a.attname
    from pg_catalog.pg_class c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.oid in ('public.content_projects'::regclass, 'public.minds'::regclass,
        'public.content_pieces'::regclass)
      and a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''
      and (c.relname, a.attname) not in (('content_projects', 'slug'), ('content_projects', 'name'),
        ('minds', 'slug'), ('minds', 'name'), ('content_pieces', 'course_id'),
        ('content_pieces', 'project_id'), ('content_pieces', 'title'))
      and not exists (select from pg_catalog.pg_index i
        where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
  loop
    perform creatoros.change(
      format('alter table public.%I alter column %I drop not null', v.relname, v.attname),
      format('alter table public.%I alter column %I set not null', v.relname, v.attname));
    insert into creatoros.undo_steps (version, statement) values ('20261122000400',
      format('delete from public.%I where %I is null', v.relname, v.attname));
  end loop;

  -- Two courses may have one title.
  for v in
    select i.relname as name, c.conname, pg_catalog.pg_get_constraintdef(c.oid) as constraint_def,
      pg_catalog.pg_get_indexdef(i.oid) as index_def
    from pg_catalog.pg_index x
    join pg_catalog.pg_class i on i.oid = x.indexrelid
    left join pg_catalog.pg_constraint c on c.conindid = i.oid and c.contype = 'u'
    where x.indrelid = 'public.content_pieces'::regclass and x.indisunique
      and (select array_agg(a.attname::text order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = x.indrelid and a.attnum = any (x.indkey))
        in (array['project_id', 'title'], array['piece_slug', 'project_id'])
  loop
    if v.conname is null then
      perform creatoros.change(format('drop index public.%I', v.name), v.index_def);
    else
      perform creatoros.change(
        format('alter table public.content_pieces drop constraint %I', v.conname),
        format('alter table public.content_pieces add constraint %I %s',
          v.conname, v.constraint_def));
    end if;
  end loop;
end
$$;

-- Keys, checks and indexes; what stands there already under another name is not repeated.

do $$
declare
  v record;
begin
  for v in
    select * from (values
      ('content_projects', 'content_projects_slug_key', 'unique (slug)', array['slug']),
      ('minds', 'minds_project_id_slug_key', 'unique (project_id, slug)',
        array['project_id', 'slug']),
      ('content_pieces', 'content_pieces_course_id_key', 'unique (course_id)', array['course_id']),
      ('content_pieces', 'content_pieces_course_id_id_key', 'unique (course_id, id)',
        array['course_id', 'id'])
    ) as w (relname, name, definition, columns)
    where not exists (
      select from pg_catalog.pg_index i
      where i.indrelid = ('public.' || w.relname)::regclass and i.indisunique and i.indpred is null
        and i.indexprs is null and i.indnatts = cardinality(w.columns)
        and (select array_agg(a.attname::text order by a.attname) from pg_catalog.pg_attribute a
          where a.attrelid = i.indrelid and a.attnum = any (i.indkey))
          = (select array_agg(c order by c) from unnest(w.columns) as c))
  loop
    perform creatoros.change(
      format('alter table public.%I add constraint %I %s', v.relname, v.name, v.definition),
      format('alter table public.%I drop constraint %I', v.relname, v.name));
  end loop;

  for v in
    select * from (values
      ('content_pieces_course_id_fkey',
        'foreign key (course_id) references creatoros.courses (id) on delete cascade'),
      ('content_pieces_course_check', 'check (course_id is null or type = ''course'''
        ' and project_id is not null and char_length(title) <= 500'
        ' and (piece_slug is null or char_length(piece_slug) <= 200))'),
      ('content_pieces_fidelity_check',
        'check (course_id is null or voice_fidelity_score between 0 and 1)'),
      ('content_pieces_keywords_check',
        'check (course_id is null or jsonb_typeof(keywords) = ''array'')'),
      ('content_pieces_provenance_check',
        'check (course_id is null or jsonb_typeof(provenance) = ''object'')')
    ) as w (name, definition)
  loop
    perform creatoros.change(
      format('alter table public.content_pieces add constraint %I %s', v.name, v.definition),
      format('alter table public.content_pieces drop constraint %I', v.name));
  end loop;

  for v in
    select * from (values
      ('content_pieces_by_slug', '(piece_slug)'),
      ('content_pieces_by_persona', '(persona_mind_id)'),
      ('content_pieces_by_keyword',
        'using gin ((lower(keywords::text collate "und-x-icu")::jsonb) jsonb_path_ops)'),
      ('content_pieces_by_project', '(project_id)')
    ) as w (name, definition)
    where to_regclass('public.' || w.name) is null
      and (w.definition <> '(project_id)' or not exists (
        select from pg_catalog.pg_index i
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = 'public.content_pieces'::regclass and i.indnatts = 1
          and i.indpred is null and a.attname = 'project_id'))
  loop
    perform creatoros.change(
      format('create index %I on public.content_pieces %s', v.name, v.definition),
      format('drop index public.%I', v.name));
  end loop;
end
$$;

create table public.course_metadata (
  course_id bigint primary key,
  id uuid not null default gen_random_uuid(),
  content_piece_id uuid not null,
  course_brief text,
  course_outline text,
  curriculum jsonb not null default '{}' check (jsonb_typeof(curriculum) = 'object'),
  icp jsonb,
  learning_objectives jsonb not null default '[]'
    check (jsonb_typeof(learning_objectives) = 'array'),
  voice_profile jsonb,
  pedagogical_framework text not null default 'GPS + Didática Lendária',
  total_modules integer not null default 0 check (total_modules >= 0),
  total_lessons integer not null default 0 check (total_lessons >= 0),
  declared_modules integer check (declared_modules >= 0),
  declared_lessons integer check (declared_lessons >= 0),
  listed_lessons integer check (listed_lessons >= 0),
  total_scripts integer not null default 0 check (total_scripts >= 0),
  total_transcripts integer not null default 0 check (total_transcripts >= 0),
  estimated_duration_hours numeric(6,2) check (estimated_duration_hours >= 0),
  course_type text check (course_type in ('technical', 'conceptual', 'mixed')),
  tool_name text,
  knowledge_level text check (knowledge_level in ('beginner', 'intermediate', 'advanced')),
  category text,
  subtitle text,
  prerequisites jsonb check (jsonb_typeof(prerequisites) = 'array'),
  pricing text,
  instructor text,
  fidelity_target numeric(3,2) check (fidelity_target between 0 and 1),
  assessments jsonb check (jsonb_typeof(assessments) = 'array'),
  resources jsonb check (jsonb_typeof(resources) = 'array'),
  findings jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
  text_hashes jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (course_id, content_piece_id)
    references public.content_pieces (course_id, id) on delete cascade
);

create table public.course_lessons (
  course_id bigint not null,
  file_path text collate "C" not null check (octet_length(file_path) <= 2048),
  id uuid not null default gen_random_uuid(),
  course_piece_id uuid not null,
  content_markdown text,
  module_number integer,
  lesson_number integer,
  module_label text,
  lesson_label text,
  variant text,
  lesson_id text,
  module_title text,
  title text not null check (char_length(title) <= 500),
  slug text not null check (char_length(slug) <= 200),
  word_count integer check (word_count >= 0),
  gps_valid boolean,
  gps_score numeric(3,2) check (gps_score between 0 and 1),
  gps_points integer check (gps_points between 0 and 30),
  didatica_score numeric(3,2) check (didatica_score between 0 and 1),
  didatica_points integer check (didatica_points between 0 and 100),
  didatica_elements jsonb check (jsonb_typeof(didatica_elements) = 'object'),
  rubric_version integer check (rubric_version > 0),
  bloom_level text check (bloom_level in (
    'remember', 'understand', 'apply', 'analyze', 'evaluate', 'create')),
  learning_objectives jsonb check (jsonb_typeof(learning_objectives) = 'array'),
  key_concepts jsonb check (jsonb_typeof(key_concepts) = 'array'),
  duration_minutes integer check (duration_minutes >= 0),
  status text not null default 'draft' check (status in (
    'draft', 'reviewed', 'published', 'archived')),
  validation_status text check (validation_status in ('passed', 'warning', 'failed')),
  validation_issues jsonb check (jsonb_typeof(validation_issues) = 'array'),
  reviewer text,
  voice_fidelity_score numeric(3,2) check (voice_fidelity_score between 0 and 1),
  fidelity_target numeric(3,2) check (fidelity_target between 0 and 1),
  instructor text,
  platform text,
  tool text,
  difficulty text,
  language text,
  planned boolean,
  generation_duration_seconds numeric check (generation_duration_seconds >= 0),
  generation_cost_usd numeric check (generation_cost_usd >= 0),
  retry_count integer check (retry_count >= 0),
  provenance jsonb check (jsonb_typeof(provenance) = 'object'),
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  text_hashes jsonb not null default '{}',
  search tsvector,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (course_id, file_path),
  unique (course_id, id),
  foreign key (course_id, course_piece_id)
    references public.content_pieces (course_id, id) on delete cascade
);

create index course_metadata_by_piece on public.course_metadata (course_id, content_piece_id);
create index course_lessons_by_piece on public.course_lessons (course_id, course_piece_id);
create index course_lessons_by_search on public.course_lessons using gin (search);
create index course_lessons_by_score on public.course_lessons
  (gps_score desc nulls last, didatica_score desc nulls last);
create index course_lessons_not_indexed on public.course_lessons (course_id) where search is null;
create index course_lessons_failed on public.course_lessons (course_id)
  where validation_status = 'failed';

create table public.market_research (
  course_id bigint primary key,
  id uuid not null default gen_random_uuid(),
  content_piece_id uuid not null,
  market_analysis text,
  gap_analysis text,
  differentiation_strategy text,
  sources_list text,
  research_summary jsonb,
  competitors_analyzed integer check (competitors_analyzed >= 0),
  pricing_recommendation text,
  positioning_strategy text,
  other_reports jsonb check (jsonb_typeof(other_reports) = 'array'),
  text_hashes jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (course_id, content_piece_id)
    references public.content_pieces (course_id, id) on delete cascade
);

create table public.content_performance (
  course_id bigint not null,
  id uuid not null default gen_random_uuid(),
  content_piece_id uuid not null,
  views bigint not null default 0 check (views >= 0),
  unique_visitors bigint not null default 0 check (unique_visitors >= 0),
  avg_engagement_rate numeric(5,4) check (avg_engagement_rate between 0 and 1),
  conversion_rate numeric(5,4) check (conversion_rate between 0 and 1),
  search_impressions bigint not null default 0 check (search_impressions >= 0),
  avg_search_position numeric(8,2) check (avg_search_position >= 0),
  key_learnings jsonb,
  suggested_improvements jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (course_id, id),
  foreign key (course_id, content_piece_id)
    references public.content_pieces (course_id, id) on delete cascade
);

create index market_research_by_piece on public.market_research (course_id, content_piece_id);
create index content_performance_by_piece
  on public.content_performance (course_id, content_piece_id);

-- Compressing long texts costs more than all the rest of a write.
alter table public.course_metadata
  alter column course_brief set storage external,
  alter column course_outline set storage external,
  alter column curriculum set storage external;
alter table public.course_lessons
  alter column content_markdown set storage external,
  alter column search set storage external;
alter table public.market_research
  alter column market_analysis set storage external,
  alter column gap_analysis set storage external,
  alter column differentiation_strategy set storage external,
  alter column sources_list set storage external;

alter table public.course_metadata enable row level security;
alter table public.course_lessons enable row level security;
alter table public.market_research enable row level security;
alter table public.content_performance enable row level security;

-- What was understood of files, beside the files.

alter table creatoros.files
  add column facts_version integer check (facts_version > 0),
  add column facts text,
  add constraint facts_of_file check ((facts is null) = (facts_version is null)
    and (facts is null or sha256 is not null)),
  alter column facts set storage external;

comment on column creatoros.files.facts_version is
  'The version of the reader that understood the file; null when its facts are not known.';
comment on column creatoros.files.facts is
  'What the reader understood of the file, as JSON; belongs to the bytes of this row.';

create table creatoros.refused_rows (
  course_id bigint not null references creatoros.courses (id) on delete cascade,
  table_name text not null check (table_name in (
    'content_pieces', 'course_metadata', 'course_lessons', 'market_research')),
  path text collate "C" not null,
  code text not null,
  reason text not null,
  revision bigint not null,
  primary key (course_id, table_name, path)
);

comment on table creatoros.refused_rows is
  'Typed rows that the schema did not take. They are not in their tables; the files they tell of '
  'are stored all the same.';
comment on column creatoros.refused_rows.course_id is 'The course.';
comment on column creatoros.refused_rows.table_name is 'The table that the row is missing from.';
comment on column creatoros.refused_rows.path is
  'The lesson''s file; empty for a row that a course has only one of.';
comment on column creatoros.refused_rows.code is 'The SQLSTATE of the refusal.';
comment on column creatoros.refused_rows.reason is 'The refusal in words.';
comment on column creatoros.refused_rows.revision is 'The course revision whose row was refused.';

comment on table public.content_projects is
  'Projects: what courses belong to. Rows are added where they are absent, and never changed.';
comment on column public.content_projects.id is 'The key.';
comment on column public.content_projects.slug is
  'The project''s name in the settings of the program.';
comment on column public.content_projects.name is 'What people call it; the slug to begin with.';
comment on column public.content_projects.created_at is 'When the row was made.';
comment on column public.content_projects.updated_at is 'When the row last changed.';

comment on table public.minds is
  'Personas: whose voice courses are written in. Rows are added where they are absent, and '
  'never changed.';
comment on column public.minds.id is 'The key.';
comment on column public.minds.project_id is
  'The project; null for a persona that all projects share.';
comment on column public.minds.slug is
  'What the persona is known by within its project, at most 200 characters.';
comment on column public.minds.name is 'What people call it; the slug to begin with.';
comment on column public.minds.created_at is 'When the row was made.';
comment on column public.minds.updated_at is 'When the row last changed.';

comment on table public.content_pieces is
  'One row for each course that has typed rows; in a database that had this table before, '
  'older pieces of every type too, which have no course_id and are left alone.';
comment on column public.content_pieces.course_id is
  'The course; null in rows that are no projection of a course folder.';
comment on column public.content_pieces.id is 'The key within the course.';
comment on column public.content_pieces.project_id is 'The project.';
comment on column public.content_pieces.framework_id is 'Of the older model; not filled.';
comment on column public.content_pieces.type is 'What kind of piece: always course for a course.';
comment on column public.content_pieces.title is 'The title, at most 500 characters for a course.';
comment on column public.content_pieces.content is
  'Of the older model; empty for a course, whose texts are in its other rows.';
comment on column public.content_pieces.voice_fidelity_score is
  'How close the voice came, from 0 to 1, where somebody reported it.';
comment on column public.content_pieces.generation_execution_id is
  'Of the older model; not filled.';
comment on column public.content_pieces.published_at is 'When it was published.';
comment on column public.content_pieces.piece_slug is
  'The slug that the course declares, at most 200 characters. Two courses may declare one.';
comment on column public.content_pieces.persona_mind_id is 'The persona.';
comment on column public.content_pieces.keywords is
  'Keywords: a JSON array of strings of at most 100 characters. Ask the index whatever the '
  'case: lower(keywords::text collate "und-x-icu")::jsonb '
  '@> jsonb_build_array(lower(''word'' collate "und-x-icu")).';
comment on column public.content_pieces.status is 'draft, published or archived.';
comment on column public.content_pieces.language is 'pt or en; null when it is not known.';
comment on column public.content_pieces.provenance is 'What made it: a JSON object.';
comment on column public.content_pieces.created_at is 'When the row was made.';
comment on column public.content_pieces.updated_at is 'When the row last changed.';

comment on table public.course_metadata is
  'What the brief, the outline and the curriculum of a course say, and what was found in its '
  'files; one row for each course.';
comment on column public.course_metadata.course_id is 'The course.';
comment on column public.course_metadata.id is 'A number for other tables to refer to.';
comment on column public.course_metadata.content_piece_id is
  'The course''s row in content_pieces.';
comment on column public.course_metadata.course_brief is 'The brief, whole.';
comment on column public.course_metadata.course_outline is 'The outline, whole.';
comment on column public.course_metadata.curriculum is
  'The curriculum as a JSON object; {} without one.';
comment on column public.course_metadata.icp is 'Whom the course is for.';
comment on column public.course_metadata.learning_objectives is 'A JSON array.';
comment on column public.course_metadata.voice_profile is 'How the persona speaks.';
comment on column public.course_metadata.pedagogical_framework is
  'What the lessons are judged by.';
comment on column public.course_metadata.total_modules is
  'How many modules the lessons on disk are in.';
comment on column public.course_metadata.total_lessons is 'How many lessons are on disk.';
comment on column public.course_metadata.declared_modules is
  'How many modules the curriculum says there are.';
comment on column public.course_metadata.declared_lessons is
  'How many lessons the curriculum says there are.';
comment on column public.course_metadata.listed_lessons is
  'How many lessons the curriculum lists one by one.';
comment on column public.course_metadata.total_scripts is 'How many scripts are on disk.';
comment on column public.course_metadata.total_transcripts is 'How many transcripts are on disk.';
comment on column public.course_metadata.estimated_duration_hours is 'The duration in hours.';
comment on column public.course_metadata.course_type is 'technical, conceptual or mixed.';
comment on column public.course_metadata.tool_name is 'The main tool.';
comment on column public.course_metadata.knowledge_level is 'beginner, intermediate or advanced.';
comment on column public.course_metadata.category is 'The category.';
comment on column public.course_metadata.subtitle is 'The subtitle.';
comment on column public.course_metadata.prerequisites is 'A JSON array.';
comment on column public.course_metadata.pricing is 'What is said of the price.';
comment on column public.course_metadata.instructor is 'Who teaches.';
comment on column public.course_metadata.fidelity_target is
  'How close the voice should come, from 0 to 1.';
comment on column public.course_metadata.assessments is 'The assessments: a JSON array.';
comment on column public.course_metadata.resources is 'The resources: a JSON array.';
comment on column public.course_metadata.findings is
  'What a creator should look at: a JSON array of {code, severity, path, line, message, '
  'remedy}.';
comment on column public.course_metadata.text_hashes is
  'The SHA-256 of each long text as it was written, by column; of use to the next projection.';
comment on column public.course_metadata.created_at is 'When the row was made.';
comment on column public.course_metadata.updated_at is 'When the row last changed.';

comment on table public.course_lessons is 'One row for each lesson file of a course.';
comment on column public.course_lessons.course_id is 'The course.';
comment on column public.course_lessons.file_path is
  'The file, relative to the course: what a lesson is known by.';
comment on column public.course_lessons.id is 'A number for other tables to refer to.';
comment on column public.course_lessons.course_piece_id is 'The course''s row in content_pieces.';
comment on column public.course_lessons.content_markdown is
  'The text, whole; null when its bytes are not stored.';
comment on column public.course_lessons.module_number is 'The module, for sorting.';
comment on column public.course_lessons.lesson_number is
  'The lesson within its module, for sorting.';
comment on column public.course_lessons.module_label is 'The module as written, such as 4A.';
comment on column public.course_lessons.lesson_label is 'The lesson as written.';
comment on column public.course_lessons.variant is
  'Which of several lessons of one number, such as mac.';
comment on column public.course_lessons.lesson_id is
  'The label as written, such as 4A.1 or 2.1-mac. Two lessons may have one.';
comment on column public.course_lessons.module_title is 'The title of the module.';
comment on column public.course_lessons.title is 'The title, at most 500 characters.';
comment on column public.course_lessons.slug is 'The slug, at most 200 characters.';
comment on column public.course_lessons.word_count is 'How many words, split at white space.';
comment on column public.course_lessons.gps_valid is
  'Whether the lesson has all of goal, position and steps.';
comment on column public.course_lessons.gps_score is
  'The GPS score, from 0 to 1; null when it is not scored.';
comment on column public.course_lessons.gps_points is 'The GPS points, of 30.';
comment on column public.course_lessons.didatica_score is
  'The Didática score, from 0 to 1; null when it is not scored.';
comment on column public.course_lessons.didatica_points is 'The Didática points, of 100.';
comment on column public.course_lessons.didatica_elements is 'The Didática points by element.';
comment on column public.course_lessons.rubric_version is
  'Which version of the rules gave the points.';
comment on column public.course_lessons.bloom_level is
  'remember, understand, apply, analyze, evaluate or create.';
comment on column public.course_lessons.learning_objectives is 'A JSON array.';
comment on column public.course_lessons.key_concepts is 'A JSON array.';
comment on column public.course_lessons.duration_minutes is 'The duration in minutes.';
comment on column public.course_lessons.status is 'draft, reviewed, published or archived.';
comment on column public.course_lessons.validation_status is
  'passed, warning or failed; null when it is not scored, which is not failed.';
comment on column public.course_lessons.validation_issues is
  'What the validation found: a JSON array of {issue, severity, category}.';
comment on column public.course_lessons.reviewer is 'Who judged it, where somebody did.';
comment on column public.course_lessons.voice_fidelity_score is
  'How close the voice came, from 0 to 1, where somebody reported it.';
comment on column public.course_lessons.fidelity_target is
  'How close it should come, from 0 to 1.';
comment on column public.course_lessons.instructor is 'Who teaches.';
comment on column public.course_lessons.platform is 'The platform it is for.';
comment on column public.course_lessons.tool is 'The tool.';
comment on column public.course_lessons.difficulty is 'The difficulty as written.';
comment on column public.course_lessons.language is 'The language as written.';
comment on column public.course_lessons.planned is
  'Whether the curriculum lists it; null without a curriculum.';
comment on column public.course_lessons.generation_duration_seconds is
  'How long it took to generate.';
comment on column public.course_lessons.generation_cost_usd is
  'What it cost to generate, in US dollars.';
comment on column public.course_lessons.retry_count is 'How often its generation was repeated.';
comment on column public.course_lessons.provenance is 'What made it: a JSON object.';
comment on column public.course_lessons.content_sha256 is 'The SHA-256 of the file.';
comment on column public.course_lessons.text_hashes is
  'The SHA-256 of the text as it was written, by column; of use to the next projection.';
comment on column public.course_lessons.search is
  'The words for full-text search, in the language of the course; null where lessons are not '
  'entered.';
comment on column public.course_lessons.created_at is 'When the row was made.';
comment on column public.course_lessons.updated_at is 'When the row last changed.';

comment on table public.market_research is
  'What the research reports of a course say; one row for each course that has reports.';
comment on column public.market_research.course_id is 'The course.';
comment on column public.market_research.id is 'A number for other tables to refer to.';
comment on column public.market_research.content_piece_id is
  'The course''s row in content_pieces.';
comment on column public.market_research.market_analysis is 'The market analysis, whole.';
comment on column public.market_research.gap_analysis is 'The gap analysis, whole.';
comment on column public.market_research.differentiation_strategy is
  'The differentiation strategy, whole.';
comment on column public.market_research.sources_list is 'The list of sources, whole.';
comment on column public.market_research.research_summary is 'The summary.';
comment on column public.market_research.competitors_analyzed is
  'How many competitors were looked at.';
comment on column public.market_research.pricing_recommendation is
  'What is recommended for the price.';
comment on column public.market_research.positioning_strategy is
  'How the course is to stand in its market.';
comment on column public.market_research.other_reports is
  'Further reports: a JSON array of paths.';
comment on column public.market_research.text_hashes is
  'The SHA-256 of each long text as it was written, by column; of use to the next projection.';
comment on column public.market_research.created_at is 'When the row was made.';
comment on column public.market_research.updated_at is 'When the row last changed.';

comment on table public.content_performance is
  'How courses fare with learners. Not read from files: filled by others, and left alone by '
  'every projection.';
comment on column public.content_performance.course_id is 'The course.';
comment on column public.content_performance.id is 'The key within the course.';
comment on column public.content_performance.content_piece_id is
  'The course''s row in content_pieces.';
comment on column public.content_performance.views is 'How often it was seen.';
comment on column public.content_performance.unique_visitors is 'By how many people.';
comment on column public.content_performance.avg_engagement_rate is
  'The mean engagement, from 0 to 1.';
comment on column public.content_performance.conversion_rate is
  'The conversion rate, from 0 to 1.';
comment on column public.content_performance.search_impressions is 'How often searches showed it.';
comment on column public.content_performance.avg_search_position is 'At which place in the mean.';
comment on column public.content_performance.key_learnings is 'What was learnt: JSON.';
comment on column public.content_performance.suggested_improvements is 'What to improve: JSON.';
comment on column public.content_performance.created_at is 'When the row was made.';
comment on column public.content_performance.updated_at is 'When the row last changed.';
insert into creatoros.schema_version (version) values ('20261122000400');
