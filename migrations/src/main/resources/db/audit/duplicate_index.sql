-- Indexes that another index of the same table makes needless: same columns, same order, same
-- condition. Each is written by every change and fills space. What a constraint, a reference or the
-- replication needs is kept, then what is unique.
with candidate as (
  select i.indexrelid, i.indrelid, i.indisunique, i.indisprimary, i.indisvalid, r.name as table_name,
    format('%I.%I', n.nspname, x.relname) as name, x.relname, k.conname,
    exists (select from pg_catalog.pg_constraint f
      where f.contype = 'f' and f.conindid = i.indexrelid) as referenced,
    i.indisreplident or i.indisclustered as chosen,
    row(x.relam, i.indkey::text, i.indnkeyatts, i.indclass::text, i.indcollation::text,
      i.indoption::text, i.indnullsnotdistinct, i.indimmediate,
      pg_catalog.pg_get_expr(i.indexprs, i.indrelid),
      pg_catalog.pg_get_expr(i.indpred, i.indrelid))::text as definition
  from relation r
  join pg_catalog.pg_index i on i.indrelid = r.oid
  join pg_catalog.pg_class x on x.oid = i.indexrelid and not x.relispartition
  join pg_catalog.pg_namespace n on n.oid = x.relnamespace
  left join pg_catalog.pg_constraint k on k.conindid = i.indexrelid and k.conrelid = i.indrelid
    and k.contype in ('p', 'u', 'x')
  where not i.indisexclusion
),
ranked as (
  select c.*, first_value(c.name) over same as kept, row_number() over same as place
  from candidate c
  window same as (partition by c.indrelid, c.definition
    order by c.indisvalid desc, c.indisprimary desc, c.referenced desc, c.conname is not null desc,
      c.chosen desc, c.indisunique desc, c.indexrelid
    rows between unbounded preceding and unbounded following)
)
select format('index %s', r.name) as object,
  format('%s does the same for %s', r.kept, r.table_name) as detail,
  case when r.conname is null then format('drop index %s;', r.name)
    else format('alter table %s drop constraint %I;', r.table_name, r.conname) end as remedy
from ranked r
where r.place > 1 and not r.referenced and not r.chosen
