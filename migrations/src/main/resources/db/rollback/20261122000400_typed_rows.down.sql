-- Takes the typed rows away. Files, contents and history stay as they are, and so do rows that an
-- older model had in its tables, which become what they were. content_performance is lost.

drop table creatoros.refused_rows;
drop table public.content_performance;
drop table public.market_research;
drop table public.course_lessons;
drop table public.course_metadata;
drop text search configuration creatoros.portuguese;
drop text search configuration creatoros.english;
drop text search configuration creatoros.simple;
delete from public.content_pieces p where p.course_id is not null;

select creatoros.undo('20261122000400');

drop function creatoros.undo(text);
drop function creatoros.change(text, text, text);
drop table creatoros.undo_steps;
alter table creatoros.files drop column facts, drop column facts_version;

delete from creatoros.schema_version where version = '20261122000400';

do $$
begin
  if to_regclass('creatoros.flyway_schema_history') is not null then
    delete from creatoros.flyway_schema_history where version = '20261122000400';
  end if;
end
$$;
