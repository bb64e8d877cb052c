-- Commits without facts and typed rows again. The typed rows that are there count as not fitting.

do $$
declare
  v_table text;
begin
  foreach v_table in array array['content_projects', 'minds', 'content_pieces', 'course_metadata',
    'course_lessons', 'market_research', 'content_performance']
  loop
    execute format('drop trigger creatoros_touch on public.%I', v_table);
  end loop;
  foreach v_table in array
    array['content_pieces', 'course_metadata', 'course_lessons', 'market_research']
  loop
    execute format('drop trigger foreign_edit on public.%I', v_table);
    execute format('drop trigger foreign_truncate on public.%I', v_table);
  end loop;
  perform set_config('creatoros.writer', 'on', true);
  update creatoros.courses c set projection_version = 0 where c.projection_version <> 0;
  perform set_config('creatoros.writer', '', true);
end
$$;

drop function creatoros.typed_rows(text, text);
drop function creatoros.facts(text, text, text, bigint);
drop function creatoros.commit(text, text, bigint, text, jsonb, jsonb, jsonb);
drop function creatoros.commit_files(
  text, text, bigint, text, text[], text[], bytea[], bigint[], text[], boolean[], bytea[],
  integer[], text[], text[], integer[], text[], jsonb, text[]);
drop function creatoros.project(bigint, text, bigint, jsonb, text[]);
drop function creatoros.complete_search(bigint, boolean);
drop function creatoros.holds(bigint, jsonb);
drop function creatoros.remove_rows(bigint, jsonb, text[]);
drop function creatoros.project_singly(bigint, uuid, jsonb, text[]);
drop function creatoros.project_rows(bigint, uuid, jsonb, text[]);
drop function creatoros.lesson_rows(jsonb);
drop function creatoros.project_lessons(bigint, uuid, text[], jsonb, boolean, boolean, text);
drop function creatoros.project_research(bigint, uuid, jsonb, jsonb, boolean);
drop function creatoros.project_metadata(bigint, uuid, jsonb, jsonb, boolean);
drop function creatoros.project_pieces(bigint, uuid, jsonb);
drop function creatoros.excerpt(text, tsquery, text);
drop function creatoros.search_query(text);
drop function creatoros.search_query(text, text);
drop function creatoros.search_about(text, jsonb, jsonb);
drop function creatoros.search_vector(text, text, text, text);
drop function creatoros.search_words(text, text);
drop function creatoros.search_singular(text);
drop function creatoros.search_config(text);
drop function creatoros.present(jsonb);
drop function creatoros.text_hash(text);
drop function creatoros.text_of(bigint, text, jsonb);
drop function creatoros.ensure_references(text, jsonb);
drop function creatoros.mind(uuid, text);
drop function creatoros.touch();

create function creatoros.commit_files(
  p_project text, p_course text, p_expected_revision bigint, p_origin text,
  p_path text[], p_name text[], p_sha256 bytea[], p_size bigint[], p_kind text[],
  p_stored boolean[], p_expected bytea[])
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_changes integer := coalesce(cardinality(p_path), 0);
  v_course bigint;
  v_revision bigint;
  v_found jsonb;
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
  if v_changes = 0 then
    return jsonb_build_object('status', 'committed', 'revision', v_revision);
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

  perform set_config('creatoros.writer', 'on', true);
  v_revision := v_revision + 1;
  insert into creatoros.files
    (course_id, path, name, sha256, last_sha256, size, kind, stored, revision, origin)
  select v_course, c.path, c.name, c.sha256, null, c.size, c.kind, c.stored, v_revision, p_origin
  from unnest(p_path, p_name, p_sha256, p_size, p_kind, p_stored)
    as c (path, name, sha256, size, kind, stored)
  where c.sha256 is not null
  on conflict (course_id, path) do update set
    name = excluded.name, sha256 = excluded.sha256, last_sha256 = null, size = excluded.size,
    kind = excluded.kind, stored = excluded.stored, revision = excluded.revision,
    origin = excluded.origin;

  if array_position(p_sha256, null) is not null then
    update creatoros.files f
    set sha256 = null, last_sha256 = f.sha256, revision = v_revision, origin = p_origin
    from unnest(p_path, p_sha256) as c (path, sha256)
    where f.course_id = v_course and f.path = c.path and c.sha256 is null;
  end if;

  update creatoros.courses c
  set revision = v_revision, origin = p_origin, updated_at = now()
  where c.id = v_course;

  perform creatoros.settle_uploads(v_course, p_sha256);
  perform set_config('creatoros.writer', '', true);
  return jsonb_build_object('status', 'committed', 'revision', v_revision);
end
$$;

comment on function creatoros.commit_files(
  text, text, bigint, text, text[], text[], bytea[], bigint[], text[], boolean[], bytea[]) is
  'Writes changes in one transaction, or nothing, and answers {status}: committed or course_moved '
  'with the revision, files_moved with paths, contents_missing with sha256. The arrays hold one '
  'element per change: path, expected (the hash on record, or null for no file), and to write a '
  'file name, sha256, size, kind and stored; without sha256 it deletes. No path may be given twice.';

create function creatoros.commit(
  p_project text, p_course text, p_expected_revision bigint, p_origin text, p_changes jsonb)
returns jsonb
language sql set search_path = '' as $$
  select creatoros.commit_files(p_project, p_course, p_expected_revision, p_origin,
    array_agg(c.path), array_agg(c.name), array_agg(decode(c.sha256, 'hex')), array_agg(c.size),
    array_agg(c.kind), array_agg(c.stored), array_agg(decode(c.expected, 'hex')))
  from jsonb_to_recordset(p_changes) as c (
    path text, name text, sha256 text, size bigint, kind text, stored boolean, expected text)
$$;

comment on function creatoros.commit(text, text, bigint, text, jsonb) is
  'commit_files for callers that send JSON: p_changes is an array of objects, whose members are '
  'named as its arrays are, with hashes in hexadecimal.';

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
  update creatoros.courses c set path = p_to where c.id = v_from;
  perform set_config('creatoros.writer', '', true);
  return jsonb_build_object('status', 'moved');
end
$$;

comment on function creatoros.move(text, text, text) is
  'Renames a course and answers {status}: moved, absent, or taken when the new name holds a course. '
  'What was uploaded to the new name, and never committed, is dropped.';

create or replace function creatoros.record_foreign_edit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
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
    v_before := to_jsonb(old) - 'bytes';
  end if;
  if tg_op <> 'DELETE' then
    v_after := to_jsonb(new) - 'bytes';
  end if;
  v_row := coalesce(v_before, v_after);
  v_key := case tg_table_name
    when 'contents' then jsonb_build_object(
      'sha256', substr(v_row ->> 'sha256', 3), 'part', v_row -> 'part')
    else jsonb_build_object('path', v_row -> 'path')
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
     (select from creatoros.%I t where t.%I = c.id)',
    tg_table_name, tg_op, tg_table_name,
    case tg_table_name when 'courses' then 'id' else 'course_id' end);
  return null;
end
$$;

comment on column creatoros.foreign_edits.key is
  'What the row is known by: path, or sha256 and part; null for TRUNCATE.';

delete from creatoros.schema_version where version = '20261122000500';

do $$
begin
  if to_regclass('creatoros.flyway_schema_history') is not null then
    delete from creatoros.flyway_schema_history where version = '20261122000500';
  end if;
end
$$;
