-- Extensions whose functions and types stand in an exposed schema, where the API offers them. Those
-- that cannot be moved are left out, for only dropping them would help.
select format('extension %I', e.extname) as object,
  format('its functions stand in %I, where the API offers them', n.nspname) as detail,
  case when exists (select from pg_catalog.pg_namespace s where s.nspname = 'extensions') then ''
    else 'create schema if not exists extensions; grant usage on schema extensions to public; ' end
    || format('alter extension %I set schema extensions;', e.extname) as remedy
from pg_catalog.pg_extension e
join pg_catalog.pg_namespace n on n.oid = e.extnamespace
where n.nspname in (select schema from exposed) and n.nspname <> 'extensions' and e.extrelocatable
