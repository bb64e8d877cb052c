-- Foreign keys to a unique column of a table in auth other than its primary key, such as an e-mail
-- address: the owner of that schema may drop that uniqueness, and the reference stands in the way.
select format('constraint %I on %s', c.conname, r.name) as object,
  format('it refers to %s by something else than its primary key; no row is lost by dropping it',
    c.confrelid::pg_catalog.regclass) as detail,
  format('alter table %s drop constraint %I;', r.name, c.conname) as remedy
from relation r
join pg_catalog.pg_constraint c on c.conrelid = r.oid and c.contype = 'f' and c.conparentid = 0
join pg_catalog.pg_class t on t.oid = c.confrelid
join pg_catalog.pg_namespace n on n.oid = t.relnamespace and n.nspname = 'auth'
join pg_catalog.pg_index i on i.indexrelid = c.conindid and not i.indisprimary
