-- Functions that look names up along their caller's search_path: the caller decides which table or
-- function a name means. Bodies that are bound when they are made (BEGIN ATOMIC) are safe. The
-- statement keeps the names that the function finds today in its own schema and among extensions,
-- unless callers may create objects there; then it finds qualified names only.
select f.name as object,
  case when path.value = '''''' then 'its caller decides what its names mean; qualify them in its body'
    else 'its caller decides what its names mean' end as detail,
  format('alter routine %s set search_path = %s;', f.name, path.value) as remedy
from routine f
cross join lateral (
  select coalesce(string_agg(quote_ident(n.nspname), ', ' order by n.oid = f.pronamespace desc)
    || ', pg_temp', '''''') as value
  from pg_catalog.pg_namespace n
  where (n.oid = f.pronamespace or n.nspname = 'extensions')
    and not exists (select from caller c
      where pg_catalog.has_schema_privilege(c.name, n.oid, 'create'))
) path
where f.language not in ('c', 'internal') and not f.bound
  and not exists (select from unnest(f.settings) s where s like 'search\_path=%')
