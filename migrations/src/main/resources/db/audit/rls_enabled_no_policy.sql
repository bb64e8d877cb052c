-- Tables with row level security and no policy: nobody but the owner and roles that bypass it sees a
-- row. Where that is meant, a policy that lets nobody in says so; it takes nothing from anybody.
select r.name as object,
  'row level security is on and no policy lets anybody in' as detail,
  format('create policy nobody on %s using (false) with check (false);', r.name) as remedy
from relation r
where r.kind in ('r', 'p') and r.secured
  and not exists (select from policy p where p.table_oid = r.oid)
