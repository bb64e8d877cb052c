-- The schemas that an API serves: what PostgREST is told by a setting of this session or of its role,
-- else public. Those that Supabase looks after itself are left out.
select n.nspname
from (
  select value from (
    select 1 as place, current_setting('pgrst.db_schemas', true) as value
    union all
    select case s.setdatabase when 0 then 3 else 2 end, substr(c.setting, length('pgrst.db_schemas=') + 1)
    from pg_catalog.pg_db_role_setting s
    join pg_catalog.pg_roles r on r.oid = s.setrole and r.rolname = 'authenticator'
    cross join unnest(s.setconfig) as c (setting)
    where c.setting like 'pgrst.db\_schemas=%' and s.setdatabase in (0, (
      select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()))
    union all
    select 4, 'public'
  ) as source
  where value <> ''
  order by place
  limit 1
) as chosen
cross join regexp_split_to_table(chosen.value, ',') as listed (name)
join pg_catalog.pg_namespace n on n.nspname = btrim(listed.name, E' \t\n"')
where n.nspname not in ('auth', 'extensions', 'graphql', 'graphql_public', 'information_schema', 'net',
  'pg_catalog', 'pgsodium', 'realtime', 'storage', 'supabase_functions', 'supabase_migrations', 'vault')
order by n.nspname
