-- Views of an exposed schema that read their tables as the view's owner: the policies of the tables
-- do not count for who asks through the view.
select r.name as object,
  format('%s may use it, and it reads its tables with the rights of %I',
    case when bool_or(c.role = 0) then 'everybody' else string_agg(c.name::text, ' and ') end,
    pg_catalog.pg_get_userbyid(r.owner)) as detail,
  format('alter view %s set (security_invoker = true);', r.name) as remedy
from relation r
join caller c on pg_catalog.has_any_column_privilege(c.name, r.oid, 'select, insert, update')
  or pg_catalog.has_table_privilege(c.name, r.oid, 'delete')
where r.exposed and r.kind = 'v'
  and not exists (select from pg_catalog.pg_options_to_table(r.options) o
    where o.option_name = 'security_invoker' and o.option_value::boolean)
group by r.name, r.owner
