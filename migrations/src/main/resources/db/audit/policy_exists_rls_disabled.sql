-- Tables with policies that nothing applies, for row level security is off: they look protected and
-- are not.
select p.table_name as object,
  format('row level security is off, so nothing applies %s',
    string_agg(format('policy %I', p.polname), ', ' order by p.polname)) as detail,
  format('alter table %s enable row level security;', p.table_name) as remedy
from policy p
where not p.secured
group by p.table_name
