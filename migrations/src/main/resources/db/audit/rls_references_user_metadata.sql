-- Policies that go by user_metadata, which every user may change at will: a user lets himself in.
-- What a server alone may change is app_metadata; the statement reads that instead, so the values
-- have to be put there first.
with token as (
  select p.oid, e.clause, e.expression, t.at, t.parts[1] as literal, t.parts[2] as name, t.parts[3] as other
  from policy p
  cross join lateral (values ('using', p.using_expression), ('with check', p.check_expression))
    as e (clause, expression)
  cross join lateral regexp_matches(e.expression,
    '(''(?:[^'']|'''')*'')|(\w+|"(?:[^"]|"")*")|(.)', 'g') with ordinality as t (parts, at)
),
clause as (
  select oid, clause,
    bool_or(name = 'raw_user_meta_data'
      or literal ~ '\muser_metadata\M' and expression ~ 'jwt') as found,
    format(' %s (%s)', clause, string_agg(coalesce(
      regexp_replace(literal, '\muser_metadata\M', 'app_metadata', 'g'),
      case name when 'raw_user_meta_data' then 'raw_app_meta_data' else name end,
      other), '' order by at)) as mended
  from token
  group by oid, clause
)
select p.name as object,
  'it goes by user_metadata, which users change themselves; put the values into app_metadata first'
    as detail,
  format('alter policy %I on %s%s;', p.polname, p.table_name,
    (select string_agg(c.mended, '' order by c.clause = 'with check')
      from clause c where c.oid = p.oid)) as remedy
from policy p
where exists (select from clause c where c.oid = p.oid and c.found)
