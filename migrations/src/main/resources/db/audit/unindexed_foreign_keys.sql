-- Foreign keys without an index of theirs: to delete or change one row that is referred to, the whole
-- referring table is read.
with reference as (
  select c.oid, c.conrelid, c.conkey, c.conname, r.name as table_name,
    (select string_agg(quote_ident(a.attname), ', ' order by k.at)
      from unnest(c.conkey) with ordinality as k (attnum, at)
      join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as columns,
    (select string_agg(format('(%I IS NOT NULL)', a.attname), ' ' order by k.at)
      from unnest(c.conkey) with ordinality as k (attnum, at)
      join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as not_null
  from relation r
  join pg_catalog.pg_constraint c on c.conrelid = r.oid and c.contype = 'f' and c.conparentid = 0
)
select format('constraint %I on %s', f.conname, f.table_name) as object,
  format('no index begins with %s', f.columns) as detail,
  format('create index on %s (%s);', f.table_name, f.columns) as remedy
from reference f
where not exists (
  select from pg_catalog.pg_index i
  join pg_catalog.pg_class x on x.oid = i.indexrelid
  join pg_catalog.pg_am m on m.oid = x.relam
  where i.indrelid = f.conrelid and i.indisvalid
    and (m.amname = 'btree' or m.amname = 'hash' and cardinality(f.conkey) = 1)
    and i.indnkeyatts >= cardinality(f.conkey)
    and (select array_agg(k.attnum order by k.attnum)
      from unnest(i.indkey::smallint[]) with ordinality as k (attnum, at)
      where k.at <= cardinality(f.conkey))
      = (select array_agg(k.attnum order by k.attnum) from unnest(f.conkey) as k (attnum))
    and (i.indpred is null
      or cardinality(f.conkey) = 1
        and pg_catalog.pg_get_expr(i.indpred, i.indrelid) = f.not_null))
