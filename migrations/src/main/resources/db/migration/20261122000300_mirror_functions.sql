-- The SQL core that both database homes call: contents first, then one small commit.
-- No function raises 40001 or 40P01; what a caller must know comes back as a value.

create function creatoros.require_editor(p_project text) returns void
language plpgsql stable set search_path = '' as $$
begin
end
$$;

comment on function creatoros.require_editor(text) is
  'Every function that writes asks it first whether the caller may. Projects have no members yet: whoever '
  'may write the tables may.';

create function creatoros.ensure_course(p_project text, p_course text) returns bigint
language plpgsql set search_path = '' as $$
declare
  v_course bigint;
begin
  select c.id into v_course from creatoros.courses c
  where c.project = p_project and c.path = p_course;
  if not found then
    perform set_config('creatoros.writer', 'on', true);
    insert into creatoros.courses (project, path) values (p_project, p_course)
    on conflict (project, path) do nothing
    returning id into v_course;
    perform set_config('creatoros.writer', '', true);
    if v_course is null then
      select c.id into v_course from creatoros.courses c
      where c.project = p_project and c.path = p_course;
    end if;
  end if;
  return v_course;
end
$$;

comment on function creatoros.ensure_course(text, text) is
  'The id of a course, which is created at revision 0 if it is absent.';

create function creatoros.upload(
  p_project text, p_course text, p_sha256 bytea[], p_part integer[], p_bytes bytea[])
returns void
language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  v_course bigint;
  v_pending bytea[];
begin
  perform creatoros.require_editor(p_project);
  v_course := creatoros.ensure_course(p_project, p_course);
  perform set_config('creatoros.writer', 'on', true);
  with written as (
    insert into creatoros.contents (course_id, sha256, part, bytes)
    select v_course, unnest(p_sha256), unnest(p_part), unnest(p_bytes)
    on conflict (course_id, sha256, part) do update set bytes = excluded.bytes
    where contents.bytes is distinct from excluded.bytes
    returning sha256, xmax = 0 as inserted
  )
  select array_agg(w.sha256) into v_pending from written w where w.inserted;
  perform set_config('creatoros.writer', '', true);

  if coalesce(cardinality(v_pending), 0) < cardinality(p_sha256) then
    select array_agg(h.sha256) into v_pending from (
      select unnest(v_pending) as sha256
      union
      select p.sha256
      from creatoros.uploads u cross join lateral unnest(u.sha256s) as p (sha256)
      where u.course_id = v_course and p.sha256 in (select unnest(p_sha256))
    ) as h;
  end if;
  if v_pending is not null then
    insert into creatoros.uploads (course_id, sha256s) values (v_course, v_pending);
  end if;
end
$$;

comment on function creatoros.upload(text, text, bytea[], integer[], bytea[]) is
  'Stores pieces of contents (hash of the whole, number, bytes), replacing bytes that differ and '
  'creating the course at revision 0. No piece may be given twice in one call; pieces in the order '
  'of hash and number keep concurrent calls from waiting on each other in a circle.';

create function creatoros.missing(
  p_project text, p_course text, p_sha256 bytea[], p_size bigint[])
returns setof bytea
language sql stable set search_path = '' as $$
  select w.sha256
  from unnest(p_sha256, p_size) as w (sha256, size)
  left join creatoros.courses k on k.project = p_project and k.path = p_course
  where not coalesce((
    select case
      when count(*) = greatest(1, (w.size + 1048575) / 1048576)
        and max(c.part) = count(*) - 1
        and sum(octet_length(c.bytes)) = w.size
      then sha256(string_agg(c.bytes, ''::bytea order by c.part)) = w.sha256
    end
    from creatoros.contents c
    where c.course_id = k.id and c.sha256 = w.sha256), false)
$$;

comment on function creatoros.missing(text, text, bytea[], bigint[]) is
  'Which of these contents (hash, length) must be uploaded: absent, not whole, or not of that hash.';

create function creatoros.settle_uploads(p_course bigint, p_named bytea[]) returns void
language plpgsql set search_path = '' as $$
begin
  delete from creatoros.uploads u
  where u.course_id = p_course and not exists (
    select from unnest(u.sha256s) as h (sha256)
    where h.sha256 not in (
      select n.sha256 from unnest(p_named) as n (sha256) where n.sha256 is not null));
  perform from creatoros.uploads u where u.course_id = p_course;
  if not found then
    return;
  end if;

  update creatoros.uploads u
  set sha256s = array(
    select h.sha256 from unnest(u.sha256s) as h (sha256)
    where h.sha256 not in (
      select n.sha256 from unnest(p_named) as n (sha256) where n.sha256 is not null))
  where u.course_id = p_course and exists (
    select from unnest(u.sha256s) as h (sha256)
    where h.sha256 in (select n.sha256 from unnest(p_named) as n (sha256)));

  if exists (select from creatoros.uploads u
      where u.course_id = p_course and u.offered_at < now() - interval '1 day') then
    with expired as (
      delete from creatoros.uploads u
      where u.course_id = p_course and u.offered_at < now() - interval '1 day'
      returning u.sha256s
    )
    delete from creatoros.contents c
    where c.course_id = p_course
      and c.sha256 in (select unnest(e.sha256s) from expired e)
      and c.sha256 not in (
        select unnest(u.sha256s) from creatoros.uploads u
        where u.course_id = p_course and u.offered_at >= now() - interval '1 day')
      and not exists (
        select from creatoros.files f
        where f.course_id = p_course and c.sha256 in (f.sha256, f.last_sha256));
  end if;
end
$$;

comment on function creatoros.settle_uploads(bigint, bytea[]) is
  'Part of commit: takes the contents it names off the list of those no commit has named, and '
  'sweeps those that were last offered over a day ago. The caller holds the course''s lock.';

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

create function creatoros.move(p_project text, p_from text, p_to text)
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

insert into creatoros.schema_version (version) values ('20261122000300');
