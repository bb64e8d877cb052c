-- Tables without a primary key: no row can be named, an API cannot change one row, and replication
-- cannot follow changes. A unique index over columns that are never null becomes the key; without
-- one the table gets a column of its own for it.
select r.name as object, 'it has no primary key' as detail,
  case
    when k.conname is not null
      then format('alter table %s drop constraint %I, add primary key (%s);',
        r.name, k.conname, k.columns)
    when k.relname is not null
      then format('alter table %s add primary key using index %I;', r.name, k.relname)
    else format('alter table %s add column %I bigint generated always as identity primary key;',
      r.name, own.name)
  end as remedy
from relation r
left join lateral (
  select x.relname, u.conname, columns.names as columns
  from pg_catalog.pg_index i
  join pg_catalog.pg_class x on x.oid = i.indexrelid
  join pg_catalog.pg_am m on m.oid = x.relam and m.amname = 'btree'
  left join pg_catalog.pg_constraint u on u.conindid = i.indexrelid and u.conrelid = i.indrelid
  cross join lateral (
    select string_agg(quote_ident(a.attname), ', ' order by c.at) as names,
      bool_and(a.attnotnull) as not_null
    from unnest(i.indkey::smallint[]) with ordinality as c (attnum, at)
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = c.attnum) columns
  where i.indrelid = r.oid and i.indisunique and i.indisvalid and i.indimmediate
    and i.indexprs is null and i.indpred is null and i.indnatts = i.indnkeyatts
    and 0 = all (i.indoption::smallint[]) and columns.not_null
    and not exists (select from pg_catalog.pg_constraint f
      where f.contype = 'f' and f.conindid = i.indexrelid)
  order by i.indnkeyatts, u.conname is null, i.indexrelid
  limit 1
) k on true
cross join lateral (
  select n.name
  from (values (1, 'id'), (2, 'row_id'), (3, 'primary_key')) as n (place, name)
  where not exists (select from pg_catalog.pg_attribute a
    where a.attrelid = r.oid and a.attname = n.name and not a.attisdropped)
  order by n.place
  limit 1
) own
where r.kind = 'r' and not r.partition
  and not exists (select from pg_catalog.pg_constraint c
    where c.conrelid = r.oid and c.contype = 'p')
