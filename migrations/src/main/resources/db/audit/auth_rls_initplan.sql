-- Policies that ask who the caller is (auth.uid(), current_setting(...)) for every row. Within a
-- query of its own, without a table, the question is asked once per statement and answered alike.
with balanced as (
  -- Text with balanced parentheses, some levels deep, and no FROM; literals and names are skipped.
  select format('(?:%1$s|\((?:%1$s|\((?:%1$s|\((?:%1$s|\((?:%1$s|\((?:%1$s|\(%1$s*\))*\))*\))*\))*\))*\))*', atom)
    as inner_text, atom
  from (values ('(?:(?!\sFROM\s)[^()''"]|''(?:[^'']|'''')*''|"(?:[^"]|"")*")')) as a (atom)
),
token as (
  select p.oid, e.clause, t.at, t.parts[1] as scalar, t.parts[2] as call, t.parts[3] as other
  from policy p
  cross join lateral (values ('using', p.using_expression), ('with check', p.check_expression))
    as e (clause, expression)
  cross join balanced b
  cross join lateral regexp_matches(e.expression,
    '(\( SELECT ' || b.inner_text || '\))'
      || '|((?<![.\w"])(?:auth\.(?:uid|jwt|role|email)\(\)|current_setting\(' || b.inner_text || '\)))'
      || '|(''(?:[^'']|'''')*''|"(?:[^"]|"")*"|.)', 'g') with ordinality as t (parts, at)
),
clause as (
  select oid, clause, bool_or(call is not null) as bare,
    string_agg(distinct call, ', ') as calls,
    format(' %s (%s)', clause,
      string_agg(coalesce(scalar, '( SELECT ' || call || ')', other), '' order by at)) as mended
  from token
  group by oid, clause
)
select p.name as object,
  format('it asks %s for every row', (select string_agg(distinct c.calls, ', ')
    from clause c where c.oid = p.oid)) as detail,
  format('alter policy %I on %s%s;', p.polname, p.table_name,
    (select string_agg(c.mended, '' order by c.clause = 'with check')
      from clause c where c.oid = p.oid)) as remedy
from policy p
where exists (select from clause c where c.oid = p.oid and c.bare)
