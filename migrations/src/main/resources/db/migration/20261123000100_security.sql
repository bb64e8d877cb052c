-- Who may read and write what: everything is decided by membership of a project, by row-level
-- security on every table. Over HTTP a member is a user, known by the claim sub of the token; a login
-- of the database's own is a member by the name of its role. The owner of the tables, superusers and
-- service_role administer: row-level security does not apply to them.

do $$
declare
  v record;
begin
  for v in
    select w.name, format('create role %I %s', w.name, w.options) as statement
    from (values ('anon', 'nologin noinherit'), ('authenticated', 'nologin noinherit'),
      ('service_role', 'nologin noinherit bypassrls'), ('creatoros_writer', 'login'))
      as w (name, options)
    where not exists (select from pg_catalog.pg_roles r where r.rolname = w.name)
  loop
    begin
      execute v.statement;
    exception
      when duplicate_object or unique_violation then
        null; -- Roles belong to the server: another database's migration made it meanwhile.
      when insufficient_privilege then
        raise insufficient_privilege using
          message = format('the role %s cannot be created: %s', v.name, sqlerrm),
          hint = format('let an administrator of the server run: %s; and then run: creatoros migrate',
            v.statement);
    end;
  end loop;
end
$$;

-- Members.

do $$
begin
  if (to_regclass('public.content_project_members') is not null) and (
    select count(*) from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.content_project_members') and (a.attname,
      pg_catalog.format_type(a.atttypid, null)) in (('id', 'uuid'), ('project_id', 'uuid'),
      ('user_id', 'uuid'), ('database_role', 'text'), ('role', 'text'),
      ('added_at', 'timestamp with time zone'))) < 6
  then
    raise duplicate_table using
      message = 'public.content_project_members is there already, and is not one this program knows',
      hint = 'rename public.content_project_members, then run: creatoros migrate';
  end if;
end
$$;

-- It may be left of a mirror whose schema creatoros was dropped: who is a member is nowhere else.

do $$
declare
  v_policy text;
begin
  for v_policy in
    select p.polname from pg_catalog.pg_policy p
    where p.polrelid = to_regclass('public.content_project_members')
  loop
    execute format('drop policy %I on public.content_project_members', v_policy);
  end loop;
end
$$;

create table if not exists public.content_project_members (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.content_projects (id) on delete cascade,
  user_id uuid,
  database_role text,
  role text not null check (role in ('owner', 'editor', 'viewer')),
  added_at timestamptz not null default now(),
  unique (project_id, user_id),
  unique (project_id, database_role),
  constraint content_project_members_one_kind check ((user_id is null) <> (database_role is null))
);

create index if not exists content_project_members_by_user
  on public.content_project_members (user_id);
create index if not exists content_project_members_by_database_role
  on public.content_project_members (database_role);

comment on table public.content_project_members is
  'Who may read and write the courses of a project.';
comment on column public.content_project_members.id is 'A number for other tables to refer to.';
comment on column public.content_project_members.project_id is 'The project.';
comment on column public.content_project_members.user_id is
  'The user, as tokens name one in their claim sub; null for a database role.';
comment on column public.content_project_members.database_role is
  'The role that logs in to the database itself; null for a user.';
comment on column public.content_project_members.role is
  'owner, who also decides who is a member; editor, who writes courses; viewer, who reads them.';
comment on column public.content_project_members.added_at is 'When the member was added.';

-- What the caller may, as policies ask it: once a statement, with the rights of the owner.

create function creatoros.memberships() returns table (project text, role text)
language plpgsql stable security definer rows 5 set search_path = '' as $$
begin
  if current_setting('role', true) = 'authenticated' then
    return query
      select p.slug::text, m.role from public.content_project_members m
      join public.content_projects p on p.id = m.project_id
      where m.user_id = creatoros.calling_user();
  else
    return query
      select p.slug::text, m.role from public.content_project_members m
      join public.content_projects p on p.id = m.project_id
      where m.database_role = session_user;
  end if;
end
$$;

comment on function creatoros.memberships() is
  'The projects that the caller is a member of, and as what.';

create function creatoros.readable_projects() returns setof text
language plpgsql stable rows 5 set search_path = '' as $$
begin
  return query select m.project from creatoros.memberships() m;
end
$$;

comment on function creatoros.readable_projects() is 'The projects that the caller may read.';

create function creatoros.writable_projects() returns setof text
language plpgsql stable rows 5 set search_path = '' as $$
begin
  return query
    select m.project from creatoros.memberships() m where m.role in ('owner', 'editor');
end
$$;

comment on function creatoros.writable_projects() is 'The projects whose courses the caller may write.';

create function creatoros.owned_projects() returns setof text
language plpgsql stable rows 5 set search_path = '' as $$
begin
  return query select m.project from creatoros.memberships() m where m.role = 'owner';
end
$$;

comment on function creatoros.owned_projects() is
  'The projects whose members the caller may decide on.';

create function creatoros.refuse(p_message text, p_role text) returns void
language plpgsql stable set search_path = '' as $$
begin
  raise insufficient_privilege using
    message = p_message,
    hint = format('an owner adds you with: creatoros members add %s --role %s',
      case when current_setting('role', true) = 'authenticated'
        then coalesce(creatoros.calling_user()::text, 'USER')
        else '--database-role ' || session_user end, p_role);
end
$$;

comment on function creatoros.refuse(text, text) is
  'An error that names the command by which the caller gets this role in a project.';

create function creatoros.require_member(p_project text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if row_security_active('creatoros.courses')
      and p_project not in (select creatoros.readable_projects()) then
    perform creatoros.refuse(format('you may not read project "%s"', p_project), 'viewer');
  end if;
end
$$;

comment on function creatoros.require_member(text) is
  'An error unless the caller may read the project. Without it, who may not sees nothing.';

create or replace function creatoros.require_editor(p_project text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if row_security_active('creatoros.courses')
      and p_project not in (select creatoros.writable_projects()) then
    perform creatoros.refuse(format('you may not write to project "%s"', p_project), 'editor');
  end if;
end
$$;

comment on function creatoros.require_editor(text) is
  'Every function that writes asks it first: an error unless the caller may write to the project.';

create function creatoros.members(p_project text)
returns table (user_id uuid, database_role text, role text, added_at timestamptz)
language sql stable set search_path = '' as $$
  select m.user_id, m.database_role, m.role, m.added_at
  from public.content_project_members m
  join public.content_projects p on p.id = m.project_id
  where p.slug = p_project
  order by array_position(array['owner', 'editor', 'viewer'], m.role),
    coalesce(m.database_role, m.user_id::text) collate "C"
$$;

comment on function creatoros.members(text) is
  'The members of a project as far as the caller may see them, owners first.';

create function creatoros.set_member(
  p_project text, p_user uuid, p_database_role text, p_role text)
returns text
language plpgsql set search_path = '' as $$
declare
  v_administrator boolean := not row_security_active('public.content_project_members');
  v_project uuid;
begin
  if not v_administrator and p_project not in (select creatoros.owned_projects()) then
    raise insufficient_privilege using
      message = format('you may not decide who is a member of project "%s"', p_project),
      hint = 'an owner of the project adds members with: creatoros members add';
  end if;
  select p.id into v_project from public.content_projects p where p.slug = p_project;

  if p_role is null then
    delete from public.content_project_members m
    where m.project_id = v_project
      and (m.user_id, m.database_role) is not distinct from (p_user, p_database_role);
    return case when found then 'removed' else 'absent' end;
  end if;

  if p_database_role is not null
      and not exists (select from pg_catalog.pg_roles r where r.rolname = p_database_role) then
    raise undefined_object using
      message = format('the database has no role "%s"', p_database_role),
      hint = format('let an administrator run: create role %I login password ''...'' '
        'in role creatoros_writer', p_database_role);
  end if;
  if v_project is null then
    insert into public.content_projects (slug, name) values (p_project, p_project)
    on conflict do nothing;
    select p.id into v_project from public.content_projects p where p.slug = p_project;
  end if;
  insert into public.content_project_members (project_id, user_id, database_role, role)
  values (v_project, p_user, p_database_role, p_role)
  on conflict do nothing;
  update public.content_project_members m set role = p_role
  where m.project_id = v_project and m.role <> p_role
    and (m.user_id, m.database_role) is not distinct from (p_user, p_database_role);
  return 'set';
end
$$;

comment on function creatoros.set_member(text, uuid, text, text) is
  'Makes a user or a database role a member of a project, and answers set; without a role takes the '
  'member away, and answers removed or absent. For owners, and for administrators, who make the '
  'project by it when it is absent. The last owner stays.';

-- The last owner of a project stays, whoever asks and in whatever way, and goes with the project:
-- without one only an administrator could change its members.

create function creatoros.keep_owner() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  v_slug text;
begin
  -- One at a time, or two owners could take each other away.
  select p.slug into v_slug from public.content_projects p
  where p.id = old.project_id for no key update;
  if found and not exists (
    select from public.content_project_members m
    where m.project_id = old.project_id and m.role = 'owner')
  then
    raise restrict_violation using
      message = format('%s is the last owner of project "%s", and without one only who administers '
        'the database could change its members',
        coalesce(old.database_role, old.user_id::text), v_slug),
      hint = 'add another owner first: creatoros members add MEMBER --role owner';
  end if;
  return null;
end
$$;

comment on function creatoros.keep_owner() is
  'Refuses to take away the last owner of a project, or to make it something less.';

create trigger keep_owner after update or delete on public.content_project_members for each row
when (old.role = 'owner') execute function creatoros.keep_owner();

-- A project's slug is what courses name it by: who could change it could take over another project's.

create function creatoros.keep_slug() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.content_project_members m where m.project_id = old.id)
      or exists (select from creatoros.courses c where c.project in (old.slug, new.slug)) then
    raise insufficient_privilege using
      message = format('you may not change the slug of project "%s"', old.slug),
      hint = 'let an administrator of the database do it, in creatoros.courses too';
  end if;
  return new;
end
$$;

comment on function creatoros.keep_slug() is
  'Refuses to change the slug of a project that has members or courses.';

create trigger keep_slug before update on public.content_projects for each row
when (old.slug is distinct from new.slug and row_security_active('public.content_projects'))
execute function creatoros.keep_slug();

create function creatoros.has_members(p_project uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from public.content_project_members m where m.project_id = p_project);
end
$$;

comment on function creatoros.has_members(uuid) is
  'Whether a project has members, so that only they may see it.';

create function creatoros.may(p_course bigint, p_write boolean) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from creatoros.courses c
    join creatoros.memberships() m on m.project = c.project
    where c.id = p_course and (not p_write or m.role in ('owner', 'editor')));
end
$$;

comment on function creatoros.may(bigint, boolean) is
  'Whether the caller may read a course, or write it.';

-- Tables that were there before, with rows of others. Where row-level security was off, older rows
-- stay open to the roles that had rights on them; where it was on, the policies that are there do not
-- reach courses.

do $$
declare
  v record;
  v_command text;
  v_condition text;
begin
  for v in
    select c.relname, c.relrowsecurity, w.older, (
        select string_agg(distinct coalesce(quote_ident(g.rolname), 'public'), ', ')
        from pg_catalog.aclexplode(c.relacl) as a
        left join pg_catalog.pg_roles g on g.oid = a.grantee
        where a.grantee <> c.relowner) as users
    from (values
      ('content_projects', 'not creatoros.has_members(id)'),
      ('minds', 'project_id is null or not creatoros.has_members(project_id)'),
      ('content_pieces', 'course_id is null')) as w (name, older)
    join pg_catalog.pg_class c on c.oid = ('public.' || w.name)::regclass
    where not exists (
      select from creatoros.undo_steps u where u.statement = 'drop table public.' || w.name)
  loop
    if not v.relrowsecurity then
      perform creatoros.change(
        format('alter table public.%I enable row level security', v.relname),
        format('alter table public.%I disable row level security', v.relname), '20261123000100');
      if v.users is not null then
        perform creatoros.change(
          format('create policy creatoros_older on public.%I to %s using (%s) with check (%3$s)',
            v.relname, v.users, v.older),
          format('drop policy creatoros_older on public.%I', v.relname), '20261123000100');
      end if;
    elsif v.relname = 'content_pieces' then
      foreach v_command in array array['select', 'insert', 'update', 'delete'] loop
        v_condition := format('(course_id is null or creatoros.may(course_id, %s))',
          case v_command when 'select' then 'false' else 'true' end);
        perform creatoros.change(
          format('create policy creatoros_only_%s on public.content_pieces as restrictive for %1$s',
            v_command)
          || case when v_command <> 'insert' then ' using ' || v_condition else '' end
          || case when v_command in ('insert', 'update') then ' with check ' || v_condition
            else '' end,
          format('drop policy creatoros_only_%s on public.content_pieces', v_command),
          '20261123000100');
      end loop;
    end if;
  end loop;
end
$$;

-- Policies: for each table and command at most one. What a course has is read by whoever sees the
-- course, and written by whoever may write to its project. Asked so, the projects of the caller are
-- found once a statement, and a row costs one look-up of its course; under exists it would be both.

alter table public.content_project_members enable row level security;
alter table creatoros.schema_version enable row level security;
alter table creatoros.mirror enable row level security;
alter table creatoros.courses enable row level security;
alter table creatoros.contents enable row level security;
alter table creatoros.uploads enable row level security;
alter table creatoros.files enable row level security;
alter table creatoros.refused_rows enable row level security;
alter table creatoros.foreign_edits enable row level security;

do $$
declare
  v record;
  v_of_course constant text :=
    'exists (select from creatoros.courses c where c.id = course_id)';
  v_of_writable_course constant text := '(select c.project from creatoros.courses c '
    'where c.id = course_id) in (select creatoros.writable_projects())';
  v_of_project constant text :=
    'exists (select from public.content_projects p where p.id = project_id)';
  v_slug constant text := '(select p.slug from public.content_projects p where p.id = project_id)';
begin
  for v in
    select w.name, c.command,
      case c.command when 'select' then w.readable else w.writable end as condition
    from (values
      ('creatoros.schema_version', 'true', null),
      ('creatoros.mirror', 'true', null),
      ('creatoros.courses', 'project in (select creatoros.readable_projects())',
        'project in (select creatoros.writable_projects())'),
      ('creatoros.contents', v_of_course, v_of_writable_course),
      ('creatoros.uploads', v_of_course, v_of_writable_course),
      ('creatoros.files', v_of_course, v_of_writable_course),
      ('creatoros.refused_rows', v_of_course, v_of_writable_course),
      ('creatoros.foreign_edits', 'project in (select creatoros.readable_projects())', null),
      ('public.content_projects', 'slug in (select creatoros.readable_projects())', null),
      ('public.content_project_members', v_of_project,
        v_slug || ' in (select creatoros.owned_projects())'),
      ('public.minds', v_of_project || ' or project_id is null '
        'and exists (select creatoros.readable_projects())',
        v_slug || ' in (select creatoros.writable_projects())'),
      ('public.content_pieces', v_of_course, '(select c.project from creatoros.courses c '
        'join public.content_projects p on p.slug = c.project where c.id = course_id '
        'and p.id = project_id) in (select creatoros.writable_projects())'),
      ('public.course_metadata', v_of_course, v_of_writable_course),
      ('public.course_lessons', v_of_course, v_of_writable_course),
      ('public.market_research', v_of_course, v_of_writable_course),
      ('public.content_performance', v_of_course, v_of_writable_course)
    ) as w (name, readable, writable)
    cross join unnest(array['select', 'insert', 'update', 'delete']) as c (command)
    where c.command = 'select' or w.writable is not null
    union all
    select 'public.content_projects', 'update', 'slug in (select creatoros.owned_projects())'
  loop
    execute format('create policy creatoros_%s on %s for %1$s to authenticated, creatoros_writer',
        v.command, v.name)
      || case when v.command <> 'insert' then format(' using (%s)', v.condition) else '' end
      || case when v.command in ('insert', 'update') then format(' with check (%s)', v.condition)
        else '' end;
  end loop;
end
$$;

-- Rights, by name: the default privileges of some databases give everything to everybody. Of tables
-- that were there before only what would reach courses past the policies is taken back.

create function creatoros.grant_recorded(p_rights text, p_tables text[], p_roles text[])
returns void
language plpgsql set search_path = '' as $$
declare
  v record;
begin
  for v in
    select t.name, r.name as grantee, exists (select from creatoros.undo_steps u
        where u.statement = 'drop table ' || t.name)
      or not t.name = any (array['public.content_projects', 'public.minds', 'public.content_pieces'])
      or pg_catalog.has_table_privilege(r.name, t.name, split_part(p_rights, ' ', 1)) as plainly
    from unnest(p_tables) as t (name)
    cross join unnest(p_roles) as r (name)
  loop
    if v.plainly then
      execute format('grant %s on %s to %I', p_rights, v.name, v.grantee);
    else
      perform creatoros.change(format('grant %s on %s to %I', p_rights, v.name, v.grantee),
        format('revoke %s on %s from %I', p_rights, v.name, v.grantee), '20261123000100');
    end if;
  end loop;
end
$$;

do $$
declare
  v record;
  v_everybody constant text := 'public, anon, authenticated, service_role, creatoros_writer';
  v_members constant text := 'authenticated, service_role, creatoros_writer';
  v_roles constant text[] := string_to_array(v_members, ', ');
begin
  for v in
    select format('public.%I', c.relname) as name,
      coalesce(quote_ident(g.rolname), 'public') as grantee,
      a.privilege_type
    from pg_catalog.pg_class c
    cross join lateral aclexplode(c.relacl) as a
    left join pg_catalog.pg_roles g on g.oid = a.grantee
    where c.relnamespace = to_regnamespace('public')
      and c.relname in ('content_projects', 'minds', 'content_pieces')
      and a.privilege_type in ('TRUNCATE', 'TRIGGER') and a.grantee <> c.relowner
      and not exists (select from creatoros.undo_steps u
        where u.statement = 'drop table public.' || c.relname)
  loop
    perform creatoros.change(
      format('revoke %s on %s from %s', v.privilege_type, v.name, v.grantee),
      format('grant %s on %s to %s', v.privilege_type, v.name, v.grantee),
      '20261123000100');
  end loop;

  for v in
    select format('%I.%I', n.nspname, c.relname) as name, c.relkind
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'creatoros' and c.relkind in ('r', 'S')
      or n.nspname = 'public' and c.relname in ('content_project_members', 'course_metadata',
        'course_lessons', 'market_research', 'content_performance', 'lesson_statistics',
        'course_statistics', 'course_findings', 'course_failures', 'course_coverage',
        'persona_statistics', 'quality_statistics', 'score_statistics', 'monthly_statistics')
      or n.nspname = 'public' and exists (select from creatoros.undo_steps u
        where u.statement = 'drop table public.' || c.relname)
  loop
    execute format('revoke all on %s %s from %s',
      case v.relkind when 'S' then 'sequence' else 'table' end, v.name, v_everybody);
  end loop;

  execute 'grant usage on schema creatoros to ' || v_members;
  perform creatoros.grant_recorded(r.rights, r.tables, v_roles)
  from (values
    ('select', array['creatoros.schema_version', 'creatoros.mirror', 'creatoros.foreign_edits',
      'public.content_projects', 'public.content_project_members', 'public.lesson_statistics',
      'public.course_statistics', 'public.course_findings', 'public.course_failures',
      'public.course_coverage', 'public.persona_statistics', 'public.quality_statistics',
      'public.score_statistics', 'public.monthly_statistics']),
    ('update (name)', array['public.content_projects']),
    ('insert', array['public.content_project_members']),
    ('update (role)', array['public.content_project_members']),
    ('delete', array['public.content_project_members'])
  ) as r (rights, tables);
  perform creatoros.grant_recorded(r.rights, array['creatoros.courses', 'creatoros.contents',
    'creatoros.uploads', 'creatoros.files', 'creatoros.refused_rows', 'public.minds',
    'public.content_pieces', 'public.course_metadata', 'public.course_lessons',
    'public.market_research', 'public.content_performance'], v_roles)
  from unnest(array['select', 'insert', 'update', 'delete']) as r (rights);
  perform creatoros.grant_recorded(r.rights,
    array['public.content_projects', 'public.content_project_members'], array['service_role'])
  from unnest(array['insert', 'update', 'delete']) as r (rights);

  for v in
    select p.oid::regprocedure as name, p.proname
    from pg_catalog.pg_proc p
    where p.pronamespace = to_regnamespace('creatoros') and not exists (
      select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('revoke all on function %s from %s', v.name, v_everybody);
    if v.proname not in ('change', 'undo', 'has_members', 'may', 'keep_owner', 'keep_slug',
        'keep_course_of_files', 'record_foreign_edit', 'record_foreign_truncate', 'touch') then
      execute format('grant execute on function %s to %s', v.name, v_members);
    end if;
  end loop;

  -- Asked by policies that are for everybody.
  if exists (select from pg_catalog.pg_policy p where p.polname = 'creatoros_older') then
    grant execute on function creatoros.has_members(uuid) to public;
  end if;
  if exists (select from pg_catalog.pg_policy p where p.polname = 'creatoros_only_select') then
    grant execute on function creatoros.may(bigint, boolean) to public;
  end if;
end
$$;

drop function creatoros.grant_recorded(text, text[], text[]);

insert into creatoros.schema_version (version) values ('20261123000100');
