-- Tables of an exposed schema without row level security whose columns, by their names, hold
-- secrets or what belongs to a person, and that callers may read.
with sensitive as (
  select r.name as table_name, a.attname, case when bool_or(c.role = 0) then 'everybody'
      else string_agg(c.name::text, ' and ') end as callers
  from relation r
  join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid and t.typcategory not in ('B', 'D', 'T')
  join caller c on pg_catalog.has_column_privilege(c.name, r.oid, a.attnum, 'select')
  cross join lateral (
    select lower(regexp_replace(a.attname, '([a-z0-9])([A-Z])', '\1_\2', 'g')) as name) words
  where r.exposed and r.kind in ('r', 'p') and not r.secured
    and words.name ~ ('(^|_)(password|passwd|pwd|passphrase|secret|credentials?|api_?key|private_key'
      || '|ssh_key|pgp_key|token|jwt|otp|auth_code|certificate'
      || '|ssn|social_security|driver_?s?_license|passport(_number)?|national_id|tax_id'
      || '|credit_card|card_number|cvv|cvc|bank_account|account_number|routing_number|iban|swift_code'
      || '|health_record|medical_record|patient_id|insurance_number|diagnosis'
      || '|mac_address|imei|device_uuid|fingerprint|biometrics?|facial_recognition)(_|$)')
    and words.name !~ '_(count|total|limit|length|size|type|used|policy)$'
  group by r.name, a.attname
)
select s.table_name as object,
  format('%s may read %s of every row', max(s.callers),
    string_agg(quote_ident(s.attname), ', ' order by s.attname)) as detail,
  format('alter table %s enable row level security;', s.table_name) as remedy
from sensitive s
group by s.table_name
