-- Views of an exposed schema through which callers read auth.users, the accounts of everybody: by
-- the rights of a view's owner, as a materialized copy, or because the table is open to them.
with recursive users as (
  select c.oid, c.relrowsecurity as secured
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'auth' and c.relname = 'users'
),
-- A view stands for every relation that it reads, and so on down; as_owner tells whether some view
-- on the way reads with the rights of its owner.
reads (view, relation, as_owner) as (
  select r.oid, r.oid, false from relation r where r.exposed and r.kind in ('v', 'm')
  union
  select s.view, d.refobjid, s.as_owner or c.relkind = 'm'
    or not exists (select from pg_catalog.pg_options_to_table(c.reloptions) o
      where o.option_name = 'security_invoker' and o.option_value::boolean)
  from reads s
  join pg_catalog.pg_class c on c.oid = s.relation and c.relkind in ('v', 'm')
  join pg_catalog.pg_rewrite w on w.ev_class = c.oid
  join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
    and d.objid = w.oid and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.refobjid <> c.oid
)
select r.name as object,
  format('%s may read auth.users through it', case when bool_or(c.role = 0) then 'everybody'
    else string_agg(distinct c.name::text, ' and ') end) as detail,
  format('revoke all on %s from %s;', r.name,
    (select string_agg(k.name::text, ', ' order by k.role) from caller k)) as remedy
from reads s
join users u on u.oid = s.relation
join relation r on r.oid = s.view
join caller c on pg_catalog.has_any_column_privilege(c.name, r.oid, 'select')
where s.as_owner
  or not u.secured and pg_catalog.has_any_column_privilege(c.name, u.oid, 'select')
group by r.name
