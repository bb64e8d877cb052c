-- Tables of an exposed schema that callers of the API may use and that have no row level security:
-- every caller reads, or even writes, every row.
select r.name as object,
  format('%s may %s, and row level security is off',
    case when bool_or(c.role = 0) then 'everybody' else string_agg(distinct c.name::text, ' and ') end,
    string_agg(distinct a.action, ', ')) as detail,
  format('alter table %s enable row level security;', r.name) as remedy
from relation r
cross join caller c
join (values ('select'), ('insert'), ('update'), ('delete')) as a (action)
  on case a.action
    when 'delete' then pg_catalog.has_table_privilege(c.name, r.oid, a.action)
    else pg_catalog.has_any_column_privilege(c.name, r.oid, a.action) end
where r.exposed and r.kind in ('r', 'p') and not r.secured
group by r.name
