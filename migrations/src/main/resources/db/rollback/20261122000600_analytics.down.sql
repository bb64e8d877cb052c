-- Takes the views away.

drop view public.monthly_statistics;
drop view public.score_statistics;
drop view public.quality_statistics;
drop view public.persona_statistics;
drop view public.course_coverage;
drop view public.course_failures;
drop view public.course_findings;
drop view public.course_statistics;
drop view public.lesson_statistics;

delete from creatoros.schema_version where version = '20261122000600';

do $$
begin
  if to_regclass('creatoros.flyway_schema_history') is not null then
    delete from creatoros.flyway_schema_history where version = '20261122000600';
  end if;
end
$$;
