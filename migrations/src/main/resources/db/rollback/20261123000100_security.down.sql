-- Takes policies, rights and members away: from then on whoever owns the tables or administers the
-- database reads and writes them, nobody else. Who was a member of which project is lost. The roles
-- stay: they belong to the server, and other databases may use them.

do $$
declare
  v record;
begin
  for v in
    select p.polname, p.polrelid::regclass as name from pg_catalog.pg_policy p
    where p.polname in
      ('creatoros_select', 'creatoros_insert', 'creatoros_update', 'creatoros_delete')
  loop
    execute format('drop policy %I on %s', v.polname, v.name);
  end loop;

  for v in
    select c.oid::regclass as name from pg_catalog.pg_class c
    where c.relnamespace = to_regnamespace('creatoros') and c.relkind = 'r' and c.relrowsecurity
  loop
    execute format('alter table %s disable row level security', v.name);
  end loop;

  for v in
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'creatoros' and c.relkind = 'r'
      or n.nspname = 'public' and c.relname in ('content_projects', 'minds', 'content_pieces',
        'course_metadata', 'course_lessons', 'market_research', 'content_performance',
        'lesson_statistics', 'course_statistics', 'course_findings', 'course_failures',
        'course_coverage', 'persona_statistics', 'quality_statistics', 'score_statistics',
        'monthly_statistics')
  loop
    execute format('revoke all on %s from creatoros_writer', v.name);
  end loop;
end
$$;

select creatoros.undo('20261123000100');

drop trigger keep_slug on public.content_projects;
drop function creatoros.keep_slug();
drop function creatoros.may(bigint, boolean);
drop function creatoros.has_members(uuid);
drop function creatoros.set_member(text, uuid, text, text);
drop function creatoros.members(text);
drop function creatoros.require_member(text);
drop function creatoros.refuse(text, text);
drop function creatoros.owned_projects();
drop function creatoros.writable_projects();
drop function creatoros.readable_projects();
drop function creatoros.memberships();
drop table public.content_project_members;
drop function creatoros.keep_owner();
revoke usage on schema creatoros from authenticated, service_role, creatoros_writer;

create or replace function creatoros.require_editor(p_project text) returns void
language plpgsql stable set search_path = '' as $$
begin
end
$$;

comment on function creatoros.require_editor(text) is
  'Every function that writes asks it first whether the caller may. Projects have no members yet: whoever '
  'may write the tables may.';

delete from creatoros.schema_version where version = '20261123000100';

do $$
begin
  if to_regclass('creatoros.flyway_schema_history') is not null then
    delete from creatoros.flyway_schema_history where version = '20261123000100';
  end if;
end
$$;
