-- Takes the mirror over HTTP away, and the functions that questions are asked by.

drop function public.creatoros_open(text);
drop function public.creatoros_courses(text);
drop function public.creatoros_heads(text, jsonb);
drop function public.creatoros_read(text, text, boolean, text);
drop function public.creatoros_content(text, text, text, integer, text);
drop function public.creatoros_missing(text, text, jsonb);
drop function public.creatoros_upload(text, text, jsonb);
drop function public.creatoros_references(text, jsonb);
drop function public.creatoros_commit(text, text, bigint, text, jsonb, jsonb, jsonb);
drop function public.creatoros_index(text, text, integer);
drop function public.creatoros_facts(text, text, text);
drop function public.creatoros_rows(text, text);
drop function public.creatoros_edits(text, text, bigint);
drop function public.creatoros_move(text, text, text);
drop function public.creatoros_overviews(text, jsonb);
drop function public.creatoros_lessons(text, text);
drop function public.creatoros_top_lessons(text, integer);
drop function public.creatoros_search(text, text, text, numeric, integer);
drop function public.creatoros_stats(text);
drop function public.creatoros_export(text, text);
drop function public.creatoros_members(text);
drop function public.creatoros_member(text, uuid, text, text);

drop function creatoros.summaries(text);
drop function creatoros.heads(text, text[]);
drop function creatoros.read(text, text, boolean, text, bigint, bigint);
drop function creatoros.content(text, text, text, integer, bytea);
drop function creatoros.edits(text, text, bigint);
drop function creatoros.index_lessons(text, text, integer);
drop function creatoros.overviews(text, text, text, text, text);
drop function creatoros.lessons(text, text);
drop function creatoros.top_lessons(text, integer);
drop function creatoros.not_indexed(text);
drop function creatoros.found(text, tsquery);
drop function creatoros.search(text, text, text, numeric, integer);
drop function creatoros.stats(text);
drop function creatoros.export(text, text);
drop function creatoros.exported(jsonb);
drop function creatoros.one_line_base64(bytea);
drop function creatoros.role_in(text);

delete from creatoros.schema_version where version = '20261123000200';

do $$
begin
  if to_regclass('creatoros.flyway_schema_history') is not null then
    delete from creatoros.flyway_schema_history where version = '20261123000200';
  end if;
end
$$;

notify pgrst, 'reload schema';
