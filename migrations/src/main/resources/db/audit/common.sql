-- What the rules ask about; each rule is one query behind these. Catalogues only: no row of a table
-- is read. The setting creatoros.exposed_schemas holds the schemas that an API serves, and
-- search_path is empty, so that names are qualified. Nobody should let an API serve creatoros; where
-- somebody does, that is the fault, and not what is in it.
with exposed as (
  select e.schema from unnest(current_setting('creatoros.exposed_schemas')::text[]) as e (schema)
  where e.schema <> 'creatoros'
),
audited as (
  select schema from exposed union select 'creatoros'
),
-- Who may come without being trusted: everybody, and the roles of an API's callers if they exist.
caller as (
  select 0::oid as role, 'public'::name as name
  union all
  select r.oid, r.rolname from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated')
),
-- What an extension brought is its own affair.
relation as (
  select c.oid, n.nspname as schema, c.relname, format('%I.%I', n.nspname, c.relname) as name,
    c.relkind as kind, c.relispartition as partition, c.relrowsecurity as secured, c.relowner as owner,
    c.relacl as acl, c.reloptions as options, n.nspname in (select schema from exposed) as exposed
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in (select schema from audited) and c.relkind in ('r', 'p', 'v', 'm')
    and not exists (select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
        and d.deptype = 'e')
),
policy as (
  select p.oid, p.polname, p.polrelid as table_oid, r.name as table_name, r.secured,
    p.polpermissive as permissive, p.polroles as roles,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
      when 'd' then 'delete' else 'all' end as command,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using_expression,
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check_expression,
    (select string_agg(case o.role when 0 then 'public'
        else quote_ident(pg_catalog.pg_get_userbyid(o.role)) end, ', ' order by o.at)
      from unnest(p.polroles) with ordinality as o (role, at)) as role_names,
    format('policy %I on %s', p.polname, r.name) as name
  from pg_catalog.pg_policy p
  join relation r on r.oid = p.polrelid
),
routine as (
  select p.oid, p.oid::pg_catalog.regprocedure::text as name, p.pronamespace, n.nspname as schema,
    p.proowner as owner, p.proconfig as settings, p.prosecdef as definer, p.prosqlbody is not null as bound,
    l.lanname as language, p.prorettype as returns,
    coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)) as acl,
    n.nspname in (select schema from exposed) as exposed
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where n.nspname in (select schema from audited) and p.prokind in ('f', 'p')
    and not exists (select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid
        and d.deptype = 'e')
),
-- Functions that run as their owner, and the caller who may call them through the API. Triggers
-- cannot be called. What a policy, a view, a default or a constraint uses goes on working when it
-- is moved, but not when callers may no longer execute it.
open_definer as (
  select c.name as caller, f.name as object,
    case when used.somewhere
      then format('create schema if not exists %1$I; alter routine %2$s set schema %1$I;',
        case when 'private' in (select schema from exposed) then 'not_exposed' else 'private' end, f.name)
      else format('revoke execute on routine %s from %s;%s', f.name,
        (select string_agg(case g.grantee when 0 then 'public'
            else quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) end, ', ' order by g.grantee)
          from pg_catalog.aclexplode(f.acl) g
          where g.grantee <> f.owner and g.privilege_type = 'EXECUTE'
            and (g.grantee = 0 or pg_catalog.pg_has_role(c.role, g.grantee, 'usage'))),
        (select format(' grant execute on routine %s to service_role;', f.name)
          from pg_catalog.pg_roles s
          where s.rolname = 'service_role'
            and pg_catalog.has_function_privilege(s.oid, f.oid, 'execute')
            and not exists (select from pg_catalog.aclexplode(f.acl) g where g.grantee = s.oid)))
    end as remedy,
    used.somewhere as used
  from routine f
  join caller c on c.role <> 0 and pg_catalog.has_function_privilege(c.role, f.oid, 'execute')
  cross join lateral (
    select exists (select from pg_catalog.pg_depend d
      where d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.refobjid = f.oid
        and d.classid in ('pg_catalog.pg_policy'::pg_catalog.regclass,
          'pg_catalog.pg_rewrite'::pg_catalog.regclass,
          'pg_catalog.pg_attrdef'::pg_catalog.regclass,
          'pg_catalog.pg_constraint'::pg_catalog.regclass)) as somewhere) used
  where f.exposed and f.definer
    and f.returns not in ('pg_catalog.trigger'::pg_catalog.regtype,
      'pg_catalog.event_trigger'::pg_catalog.regtype)
)
