-- Functions of an exposed schema that run with their owner's rights and that every caller may call
-- who has logged in: they do what row level security would not let the caller do.
select object,
  'authenticated may call it, and it runs with the rights of its owner'
    || case when used then '; policies, views or defaults use it, so it moves out of reach' else '' end
    as detail,
  remedy
from open_definer
where caller = 'authenticated'
