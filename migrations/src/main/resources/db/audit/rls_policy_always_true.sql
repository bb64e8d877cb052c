-- Policies that let callers insert, update or delete whatever row they like. That all may read is
-- often meant, so policies for select are left alone, and so are those that a restrictive policy
-- narrows. Nothing is opened: where a policy has one condition, it holds for both sides; where it
-- has none, writing ends, and what all could read stays readable.
with judged as (
  select p.*,
    regexp_replace(p.using_expression, '[\s()]', '', 'g') ~ always.pattern
      or p.using_expression ~ either.pattern as using_always,
    regexp_replace(p.check_expression, '[\s()]', '', 'g') ~ always.pattern
      or p.check_expression ~ either.pattern as check_always
  from policy p
  cross join (values (
    '^(true|NOTfalse|(''(?:[^'']|'''')*''|-?[0-9.]+)(::\w+)?=\2(::\w+)?)$')) as always (pattern)
  cross join (values ('^\(true OR | OR true\)$')) as either (pattern)
),
open as (
  select j.*, coalesce(j.using_always, false) as reads_all, case j.command
      when 'insert' then j.check_always
      when 'delete' then j.using_always
      when 'update' then j.using_always or j.using_expression is not null and j.check_always
      when 'all' then j.using_always or j.check_always
    end as found
  from judged j
  where j.permissive and j.secured and exists (select from caller c
    where c.role = any (j.roles) or 0 = any (j.roles) or c.role <> 0 and exists (
      select from unnest(j.roles) as o (role)
      where o.role <> 0 and pg_catalog.pg_has_role(c.role, o.role, 'usage')))
)
select o.name as object,
  format('for %s, %s may write whatever row they like', o.command, o.role_names) as detail,
  case
    when o.reads_all and o.check_expression is not null and not o.check_always
      then format('alter policy %I on %s using (%s);', o.polname, o.table_name, o.check_expression)
    when not o.reads_all and o.using_expression is not null and o.check_always
      then format('alter policy %I on %s with check (%s);',
        o.polname, o.table_name, o.using_expression)
    else case when o.command = 'all' and o.reads_all
        then format('create policy %I on %s for select to %s using (true); ',
          free.name, o.table_name, o.role_names)
        else '' end
      || format('drop policy %I on %s;', o.polname, o.table_name)
  end as remedy
from open o
cross join lateral (
  select n.name
  from (
    select place, left(o.polname, 50) || ' select' || case place when 1 then '' else ' ' || place end
    from generate_series(1, 100) as place
  ) as n (place, name)
  where not exists (select from policy p where p.table_oid = o.table_oid and p.polname = n.name)
  order by n.place
  limit 1
) free
where o.found and not exists (
  select from judged n
  where n.table_oid = o.table_oid and not n.permissive and n.command in ('all', o.command)
    and (0 = any (n.roles) or n.roles @> o.roles)
    and coalesce(n.using_always, n.check_always) is false)
