-- Materialized views of an exposed schema that callers may read: they cannot have row level
-- security, so every caller reads every row.
select r.name as object,
  format('%s may read all of it',
    case when bool_or(c.role = 0) then 'everybody' else string_agg(c.name::text, ' and ') end) as detail,
  format('revoke select on %s from %s;%s', r.name,
    (select string_agg(distinct case g.grantee when 0 then 'public'
        else quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) end, ', ')
      from (
        select t.grantee from pg_catalog.aclexplode(r.acl) t
        union
        select t.grantee from pg_catalog.pg_attribute a
        cross join lateral pg_catalog.aclexplode(a.attacl) t
        where a.attrelid = r.oid and a.attacl is not null
      ) g
      where g.grantee <> r.owner and (g.grantee = 0
        or exists (select from caller k
          where k.role <> 0 and pg_catalog.pg_has_role(k.role, g.grantee, 'usage')))),
    (select format(' grant select on %s to service_role;', r.name)
      from pg_catalog.pg_roles s
      where s.rolname = 'service_role' and pg_catalog.has_table_privilege(s.oid, r.oid, 'select')
        and not exists (select from pg_catalog.aclexplode(r.acl) t where t.grantee = s.oid))) as remedy
from relation r
join caller c on pg_catalog.has_any_column_privilege(c.name, r.oid, 'select')
where r.exposed and r.kind = 'm'
group by r.oid, r.name, r.owner, r.acl
