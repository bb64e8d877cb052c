-- What a schema consists of, one line each: kind, name, definition. To be asked with an empty
-- search_path, so that definitions name schemas.
with relation as (
  select c.oid, c.relkind, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.reloptions,
    c.reltype
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('creatoros', 'public') and c.relkind in ('r', 'p', 'v')
    and c.relname <> 'flyway_schema_history'
),
-- What rights are given on. Of older tables that others have policies on, only those of the role that
-- is ours alone are compared; what policies of older tables ask is for everybody where there are some.
secured as (
  select n.nspname::text as name, false as shared, '' as columns, n.nspacl as acl
  from pg_catalog.pg_namespace n where n.nspname = 'creatoros'
  union all
  select r.name, r.name in ('public.content_projects', 'public.minds', 'public.content_pieces')
    and exists (select from pg_catalog.pg_policy p where p.polrelid = r.oid
      and p.polname not in ('creatoros_select', 'creatoros_insert', 'creatoros_update',
        'creatoros_delete')), '', c.relacl
  from relation r join pg_catalog.pg_class c on c.oid = r.oid
  union all
  select r.name, false, ' (' || c.attname || ')', c.attacl
  from relation r join pg_catalog.pg_attribute c on c.attrelid = r.oid and c.attacl is not null
  union all
  select n.nspname || '.' || p.proname || '('
    || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', false, '',
    coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where (n.nspname = 'creatoros' or n.nspname = 'public' and p.proname like 'creatoros\_%')
    and p.prokind = 'f' and l.lanname in ('sql', 'plpgsql')
    and p.proname not in ('has_members', 'may')
)
select 'table' as kind, r.name,
  case when r.relrowsecurity then 'with row level security' else 'without row level security' end
    as definition
from relation r where r.relkind in ('r', 'p')
union all
select 'column', r.name || '.' || a.attname,
  concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod),
    case when a.attcollation <> t.typcollation then 'collate ' || co.collname end,
    case when a.attnotnull then 'not null' end,
    case when a.attidentity <> '' then 'generated as identity' end,
    'default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid))
from relation r
join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_collation co on co.oid = a.attcollation
left join pg_catalog.pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
union all
select 'constraint', r.name || '.' || c.conname, pg_catalog.pg_get_constraintdef(c.oid)
from relation r
join pg_catalog.pg_constraint c on c.conrelid = r.oid and c.contype in ('p', 'u', 'f', 'c')
union all
select 'index', r.name || '.' || i.relname,
  case when x.indisunique then 'unique ' else '' end
    || substring(pg_catalog.pg_get_indexdef(i.oid) from ' USING .*$')
    || case when x.indisvalid then '' else ' invalid' end
from relation r
join pg_catalog.pg_index x on x.indrelid = r.oid
join pg_catalog.pg_class i on i.oid = x.indexrelid
where not exists (select from pg_catalog.pg_constraint c
  where c.conindid = x.indexrelid and c.contype in ('p', 'u'))
union all
select 'trigger', r.name || '.' || t.tgname,
  substring(pg_catalog.pg_get_triggerdef(t.oid) from '(?:BEFORE|AFTER|INSTEAD).*$')
    || case when t.tgenabled = 'D' then ' disabled' else '' end
from relation r
join pg_catalog.pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
union all
select 'policy', r.name || '.' || p.polname,
  concat_ws(' ', p.polcmd::text, case when p.polpermissive then 'permissive' else 'restrictive' end,
    'to', (select string_agg(o.rolname, ', ' order by o.rolname)
      from pg_catalog.pg_roles o where o.oid = any (p.polroles)),
    'using ' || pg_catalog.pg_get_expr(p.polqual, p.polrelid),
    'check ' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
from relation r
join pg_catalog.pg_policy p on p.polrelid = r.oid
union all
select 'view', r.name, concat_ws(' ', array_to_string(r.reloptions, ' '), 'of', (
  select string_agg(distinct o.name || '.' || a.attname, ', ' order by o.name || '.' || a.attname)
  from pg_catalog.pg_rewrite w
  join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = w.oid
    and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjsubid > 0
  join relation o on o.oid = d.refobjid and o.oid <> r.oid
  join pg_catalog.pg_attribute a on a.attrelid = o.oid and a.attnum = d.refobjsubid
  where w.ev_class = r.oid))
from relation r where r.relkind = 'v'
union all
select 'function', n.nspname || '.' || p.proname || '('
  || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
  concat_ws(' ', 'returns', pg_catalog.pg_get_function_result(p.oid), l.lanname,
    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' end,
    case when p.prosecdef then 'security definer' end, array_to_string(p.proconfig, ' '),
    'body', md5(p.prosrc))
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
join pg_catalog.pg_language l on l.oid = p.prolang
where (n.nspname = 'creatoros' or n.nspname = 'public' and p.proname like 'creatoros\_%')
  and p.prokind = 'f' and l.lanname in ('sql', 'plpgsql')
union all
select 'text search configuration', n.nspname || '.' || c.cfgname, (
  select string_agg(m.maptokentype || ' ' || d.dictname, ', ' order by m.maptokentype, m.mapseqno)
  from pg_catalog.pg_ts_config_map m
  join pg_catalog.pg_ts_dict d on d.oid = m.mapdict
  where m.mapcfg = c.oid)
from pg_catalog.pg_ts_config c
join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
where n.nspname = 'creatoros'
union all
select 'rights', g.name,
  coalesce(string_agg(g.rolname || ' ' || g.privileges, '; ' order by g.rolname), 'of nobody else')
from (
  select s.name, case when a.grantee = 0 then 'public' else o.rolname end as rolname,
    string_agg(lower(a.privilege_type) || s.columns, ', ' order by a.privilege_type, s.columns desc) as privileges
  from secured s
  left join lateral pg_catalog.aclexplode(s.acl) as a on true
  left join pg_catalog.pg_roles o on o.oid = a.grantee and (o.rolname = 'creatoros_writer'
    or not s.shared and o.rolname in ('anon', 'authenticated', 'service_role'))
  where a.grantee is distinct from 0 or not s.shared
  group by s.name, a.grantee = 0, o.rolname
) as g
group by g.name
