-- Edits made by hand or by another tool are appended to a table and touch nothing else. The
-- mirror's own functions set creatoros.writer to 'on' while they write and take it back before they
-- return, so an edit by hand in the same transaction is still seen. Edits are entered with the rights
-- of the schema's owner: who edits need not be able to write foreign_edits.

create function creatoros.calling_user() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  if current_setting('role', true) is distinct from 'authenticated' then
    return null;
  end if;
  return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
exception when data_exception or program_limit_exceeded then
  return null;
end
$$;

comment on function creatoros.calling_user() is
  'The user whom a request over HTTP was made for: the claim sub of its token. Null for a login of the '
  'database''s own, whatever it claims, and where the claim is no UUID.';

create function creatoros.caller() returns text
language sql stable set search_path = '' as $$
  select case coalesce(current_setting('role', true), 'none')
    when 'none' then session_user::text
    when 'authenticated' then concat_ws(' ', 'authenticated', creatoros.calling_user())
    else current_setting('role', true) end
$$;

comment on function creatoros.caller() is
  'Who calls, for people: the role, and of a request over HTTP its user.';

create table creatoros.foreign_edits (
  id bigint generated always as identity primary key,
  course_id bigint not null,
  project text,
  course_path text collate "C",
  table_name text not null,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')),
  key jsonb,
  old_row jsonb,
  new_row jsonb,
  old_bytes bytea,
  new_bytes bytea,
  at timestamptz not null default clock_timestamp(),
  by_role text not null default creatoros.caller()
);

create index foreign_edits_by_course on creatoros.foreign_edits (course_id, id);

comment on table creatoros.foreign_edits is
  'Edits of mirrored rows that no commit made, with what was there before and after.';
comment on column creatoros.foreign_edits.id is 'The number of the edit, rising.';
comment on column creatoros.foreign_edits.course_id is
  'The course; no reference, so that the entry outlives the course.';
comment on column creatoros.foreign_edits.project is 'The course''s project at that time.';
comment on column creatoros.foreign_edits.course_path is 'The course''s path at that time.';
comment on column creatoros.foreign_edits.table_name is 'The table that was edited.';
comment on column creatoros.foreign_edits.operation is 'INSERT, UPDATE, DELETE or TRUNCATE.';
comment on column creatoros.foreign_edits.key is
  'What the row is known by: path, or sha256 and part; null for TRUNCATE.';
comment on column creatoros.foreign_edits.old_row is 'The row before, without content bytes.';
comment on column creatoros.foreign_edits.new_row is 'The row after, without content bytes.';
comment on column creatoros.foreign_edits.old_bytes is 'The content bytes before.';
comment on column creatoros.foreign_edits.new_bytes is 'The content bytes after.';
comment on column creatoros.foreign_edits.at is 'When the edit was made.';
comment on column creatoros.foreign_edits.by_role is
  'The role that made it; of an edit over HTTP with its user.';

create function creatoros.record_foreign_edit() returns trigger
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

comment on function creatoros.record_foreign_edit() is
  'Appends a row''s edit to foreign_edits; a row moved between courses is entered for both.';

create function creatoros.record_foreign_truncate() returns trigger
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

comment on function creatoros.record_foreign_truncate() is
  'Appends one entry to foreign_edits for every course that is about to lose its rows.';

create trigger foreign_edit after insert or update or delete on creatoros.courses
for each row when (current_setting('creatoros.writer', true) is distinct from 'on')
execute function creatoros.record_foreign_edit();

create trigger foreign_edit after insert or update or delete on creatoros.contents
for each row when (current_setting('creatoros.writer', true) is distinct from 'on')
execute function creatoros.record_foreign_edit();

create trigger foreign_edit after insert or update or delete on creatoros.files
for each row when (current_setting('creatoros.writer', true) is distinct from 'on')
execute function creatoros.record_foreign_edit();

create trigger foreign_truncate before truncate on creatoros.courses
for each statement execute function creatoros.record_foreign_truncate();

create trigger foreign_truncate before truncate on creatoros.contents
for each statement execute function creatoros.record_foreign_truncate();

create trigger foreign_truncate before truncate on creatoros.files
for each statement execute function creatoros.record_foreign_truncate();

insert into creatoros.schema_version (version) values ('20261122000200');
