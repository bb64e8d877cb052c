-- Tables where several policies let the same role do the same thing: each of them is weighed for
-- every row, and nobody sees at a glance what is allowed. One policy for each command allows the
-- same; where the policies are for different roles, it asks for the caller's. The new ones come
-- first, so that nobody is shut out in between.
with part as (
  select p.oid, p.table_oid, p.table_name, p.polname, p.roles, k.command, k.place,
    coalesce(case k.command when 'insert' then null else p.using_expression end, 'false')
      as using_expression,
    coalesce(p.check_expression, p.using_expression, 'false') as check_expression
  from policy p
  join (values (1, 'select'), (2, 'insert'), (3, 'update'), (4, 'delete')) as k (place, command)
    on p.command in ('all', k.command)
  where p.permissive and p.secured
),
-- Who a policy is for: the roles that it or its neighbours name, the API's callers, and everybody.
meant_for as (
  select distinct t.oid, t.command, t.table_oid, w.role
  from part t
  join (
    select s.table_oid, o.role from part s cross join unnest(s.roles) as o (role)
    union
    select s.table_oid, c.role from part s cross join caller c
  ) w on w.table_oid = t.table_oid
  left join pg_catalog.pg_roles r on r.oid = w.role
  where not coalesce(r.rolsuper or r.rolbypassrls, false)
    and (0 = any (t.roles) or w.role = any (t.roles) or w.role <> 0 and exists (
      select from unnest(t.roles) as o (role)
      where o.role <> 0 and pg_catalog.pg_has_role(w.role, o.role, 'usage')))
),
crowded as (
  select distinct c.command, o.oid
  from (
    select m.table_oid, m.command, array_agg(m.oid) as oids
    from meant_for m
    group by m.table_oid, m.command, m.role
    having count(*) > 1
  ) c
  cross join unnest(c.oids) as o (oid)
),
shared as (
  select t.table_oid, t.command, bool_or(0 = any (t.roles)) as everybody,
    array_agg(distinct o.role order by o.role) as roles
  from part t
  cross join unnest(t.roles) as o (role)
  where t.oid in (select oid from crowded)
  group by t.table_oid, t.command
),
merged as (
  select t.table_oid, t.table_name, t.command, t.place,
    (select string_agg(case o.role when 0 then 'public'
        else quote_ident(pg_catalog.pg_get_userbyid(o.role)) end, ', ')
      from unnest(s.roles) as o (role) where o.role = 0 or not s.everybody) as role_names,
    string_agg(whose.condition || '(' || t.using_expression || ')', ' or ' order by t.polname) as using_any,
    string_agg(whose.condition || '(' || t.check_expression || ')', ' or ' order by t.polname) as check_any,
    string_agg(quote_ident(t.polname), ', ' order by t.polname) as names,
    bool_or(c.oid is not null) as found
  from part t
  left join crowded c on c.oid = t.oid and c.command = t.command
  join shared s on s.table_oid = t.table_oid and s.command = t.command
  cross join lateral (
    select case when s.everybody and 0 = any (t.roles) or t.roles @> s.roles then ''
      else '(' || string_agg(format('( SELECT pg_catalog.pg_has_role(current_user, %L, ''usage''))',
        pg_catalog.pg_get_userbyid(o.role)), ' or ' order by o.role) || ') and ' end as condition
    from unnest(t.roles) as o (role)
  ) whose
  where t.oid in (select oid from crowded)
  group by t.table_oid, t.table_name, t.command, t.place, s.roles, s.everybody
)
select m.table_name as object,
  string_agg(m.command || ': ' || m.names, '; ' order by m.place) filter (where m.found) as detail,
  string_agg(format('create policy %I on %s for %s to %s%s%s;', free.name, m.table_name, m.command,
      m.role_names,
      case when m.command <> 'insert' then format(' using (%s)', m.using_any) end,
      case when m.command in ('insert', 'update') then format(' with check (%s)', m.check_any) end),
    ' ' order by m.place)
  || ' '
  || (select string_agg(format('drop policy %I on %s;', p.polname, m.table_name), ' ' order by p.polname)
    from pg_catalog.pg_policy p
    where p.polrelid = m.table_oid and p.oid in (select oid from crowded)) as remedy
from merged m
cross join lateral (
  select n.name
  from (
    select place, 'merged ' || m.command || case place when 1 then '' else ' ' || place end
    from generate_series(1, 100) as place
  ) as n (place, name)
  where not exists (select from pg_catalog.pg_policy p
    where p.polrelid = m.table_oid and p.polname = n.name)
  order by n.place
  limit 1
) free
group by m.table_oid, m.table_name
