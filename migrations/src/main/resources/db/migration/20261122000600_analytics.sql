-- Questions that are asked often. Views ask with the rights of whoever asks.

create view public.lesson_statistics with (security_invoker = true) as
select c.project, c.path as course, l.course_id, l.file_path, l.lesson_id, l.module_number,
  l.lesson_number, l.module_title, l.title, l.slug, l.word_count, l.gps_valid, l.gps_score,
  l.gps_points, l.didatica_score, l.didatica_points, l.bloom_level, l.duration_minutes, l.status,
  l.validation_status, coalesce(jsonb_array_length(l.validation_issues), 0) as issues,
  l.voice_fidelity_score, l.planned, l.generation_duration_seconds, l.generation_cost_usd,
  l.retry_count, l.updated_at
from public.course_lessons l
join creatoros.courses c on c.id = l.course_id;

comment on view public.lesson_statistics is
  'Lessons in figures, without their texts. Order by module_number, lesson_number, file_path for '
  'the order of teaching.';

create view public.course_statistics with (security_invoker = true) as
select c.project, c.path as course, c.id as course_id, p.title, p.piece_slug as slug, p.status,
  p.language, p.keywords, persona.slug as persona, persona.name as persona_name,
  p.voice_fidelity_score, m.fidelity_target, p.published_at, m.course_type, m.tool_name,
  m.knowledge_level, m.category, m.instructor, m.pedagogical_framework,
  m.estimated_duration_hours, coalesce(m.total_modules, 0) as modules,
  coalesce(s.lessons, 0) as lessons,
  coalesce(m.listed_lessons, m.declared_lessons) as planned_lessons,
  coalesce(m.total_scripts, 0) as scripts, coalesce(m.total_transcripts, 0) as transcripts,
  coalesce(s.words, 0) as words, s.average_gps, s.average_didatica,
  coalesce(s.passed, 0) as passed, coalesce(s.warning, 0) as warning,
  coalesce(s.failed, 0) as failed, coalesce(s.unscored, 0) as unscored,
  coalesce(f.errors, 0) as errors, coalesce(f.warnings, 0) as warnings, s.cost_usd,
  c.revision, c.updated_at
from public.content_pieces p
join creatoros.courses c on c.id = p.course_id
left join public.course_metadata m on m.course_id = p.course_id
left join public.minds persona on persona.id = p.persona_mind_id
left join lateral (
  select count(*) as lessons, sum(l.word_count) as words,
    round(avg(l.gps_score), 4) as average_gps, round(avg(l.didatica_score), 4) as average_didatica,
    count(*) filter (where l.validation_status = 'passed') as passed,
    count(*) filter (where l.validation_status = 'warning') as warning,
    count(*) filter (where l.validation_status = 'failed') as failed,
    count(*) filter (where l.validation_status is null) as unscored,
    sum(l.generation_cost_usd) as cost_usd
  from public.course_lessons l where l.course_id = p.course_id
) s on true
left join lateral (
  select count(*) filter (where e.value ->> 'severity' = 'error') as errors,
    count(*) filter (where e.value ->> 'severity' = 'warning') as warnings
  from jsonb_array_elements(m.findings) as e
) f on true;

comment on view public.course_statistics is
  'Courses in figures: averages, how their lessons stand, what was found in their files.';

create view public.course_findings with (security_invoker = true) as
select c.project, c.path as course, m.course_id, f.code, f.severity, f.path, f.line, f.message,
  f.remedy
from public.course_metadata m
join creatoros.courses c on c.id = m.course_id
cross join lateral jsonb_to_recordset(m.findings)
  as f (code text, severity text, path text, line integer, message text, remedy text);

comment on view public.course_findings is
  'What a creator should look at, one row for each finding.';

create view public.course_failures with (security_invoker = true) as
select c.project, c.path as course, l.course_id, count(*) as failed,
  array_agg(l.file_path order by l.file_path) as lessons
from public.course_lessons l
join creatoros.courses c on c.id = l.course_id
where l.validation_status = 'failed'
group by c.id, l.course_id;

comment on view public.course_failures is 'Courses that have failed lessons, and those lessons.';

create view public.course_coverage with (security_invoker = true) as
select c.project, c.path as course, m.course_id, m.declared_modules, m.declared_lessons,
  m.listed_lessons, m.total_modules as modules, m.total_lessons as on_disk,
  s.rows as in_database, s.planned as planned_written, s.unplanned as unplanned_written,
  round(s.planned / nullif(coalesce(m.listed_lessons, m.declared_lessons), 0)::numeric, 4)
    as coverage
from public.course_metadata m
join creatoros.courses c on c.id = m.course_id
cross join lateral (
  select count(*) as rows, count(*) filter (where l.planned) as planned,
    count(*) filter (where not l.planned) as unplanned
  from public.course_lessons l where l.course_id = m.course_id
) s;

comment on view public.course_coverage is
  'Planned against written: what curricula declare and list, what is on disk, what stands here. '
  'The coverage is the part of the planned lessons that is written.';

create view public.persona_statistics with (security_invoker = true) as
select c.project, persona.slug as persona, persona.name as persona_name, count(*) as courses,
  count(*) filter (where p.voice_fidelity_score > 0.9) as courses_above_90_percent,
  round(avg(p.voice_fidelity_score), 4) as average_fidelity,
  coalesce(sum(s.lessons), 0)::bigint as lessons, coalesce(sum(s.words), 0)::bigint as words,
  round(sum(s.gps) / nullif(sum(s.gps_scored), 0), 4) as average_gps,
  round(sum(s.didatica) / nullif(sum(s.didatica_scored), 0), 4) as average_didatica,
  coalesce(sum(s.failed), 0)::bigint as failed
from public.content_pieces p
join creatoros.courses c on c.id = p.course_id
left join public.minds persona on persona.id = p.persona_mind_id
cross join lateral (
  select count(*) as lessons, sum(l.word_count) as words, sum(l.gps_score) as gps,
    count(l.gps_score) as gps_scored, sum(l.didatica_score) as didatica,
    count(l.didatica_score) as didatica_scored,
    count(*) filter (where l.validation_status = 'failed') as failed
  from public.course_lessons l where l.course_id = p.course_id
) s
group by c.project, persona.id;

comment on view public.persona_statistics is
  'Personas compared; courses without one are in a row without a persona.';

create view public.quality_statistics with (security_invoker = true) as
select c.project, m.course_type, m.pedagogical_framework, m.tool_name, m.knowledge_level,
  count(*) as courses, coalesce(sum(s.lessons), 0)::bigint as lessons,
  round(sum(s.gps) / nullif(sum(s.gps_scored), 0), 4) as average_gps,
  round(sum(s.didatica) / nullif(sum(s.didatica_scored), 0), 4) as average_didatica,
  coalesce(sum(s.passed), 0)::bigint as passed, coalesce(sum(s.warning), 0)::bigint as warning,
  coalesce(sum(s.failed), 0)::bigint as failed
from public.course_metadata m
join creatoros.courses c on c.id = m.course_id
cross join lateral (
  select count(*) as lessons, sum(l.gps_score) as gps, count(l.gps_score) as gps_scored,
    sum(l.didatica_score) as didatica, count(l.didatica_score) as didatica_scored,
    count(*) filter (where l.validation_status = 'passed') as passed,
    count(*) filter (where l.validation_status = 'warning') as warning,
    count(*) filter (where l.validation_status = 'failed') as failed
  from public.course_lessons l where l.course_id = m.course_id
) s
group by c.project, m.course_type, m.pedagogical_framework, m.tool_name, m.knowledge_level;

comment on view public.quality_statistics is
  'Quality by type of course, framework, tool and level.';

create view public.score_statistics with (security_invoker = true) as
select c.project, s.score, s.points, count(*) as lessons
from public.course_lessons l
join creatoros.courses c on c.id = l.course_id
cross join lateral (
  values ('gps', l.gps_points), ('didatica', l.didatica_points)) as s (score, points)
where s.points is not null
group by c.project, s.score, s.points;

comment on view public.score_statistics is
  'How many lessons have how many points of GPS and Didática.';

create view public.monthly_statistics with (security_invoker = true) as
select c.project, (date_trunc('month', l.created_at at time zone 'UTC'))::date as month,
  count(distinct l.course_id) as courses, count(*) as lessons, sum(l.word_count) as words,
  round(avg(l.gps_score), 4) as average_gps, round(avg(l.didatica_score), 4) as average_didatica,
  round(avg(l.voice_fidelity_score), 4) as average_fidelity,
  sum(l.generation_cost_usd) as cost_usd
from public.course_lessons l
join creatoros.courses c on c.id = l.course_id
group by c.project, date_trunc('month', l.created_at at time zone 'UTC');

comment on view public.monthly_statistics is
  'Trends: lessons by the month in which they were first stored here.';

comment on column public.course_coverage.project is 'The project.';
comment on column public.course_coverage.course is 'The course''s path.';
comment on column public.course_coverage.course_id is 'The course.';
comment on column public.course_coverage.declared_modules is
  'How many modules the curriculum declares.';
comment on column public.course_coverage.declared_lessons is
  'How many lessons the curriculum declares.';
comment on column public.course_coverage.listed_lessons is
  'How many lessons the curriculum lists.';
comment on column public.course_coverage.modules is 'How many modules.';
comment on column public.course_coverage.on_disk is 'How many lessons are on disk.';
comment on column public.course_coverage.in_database is 'How many lessons stand here.';
comment on column public.course_coverage.planned_written is
  'How many written lessons the curriculum lists.';
comment on column public.course_coverage.unplanned_written is
  'How many written lessons the curriculum does not list.';
comment on column public.course_coverage.coverage is
  'The part of the planned lessons that is written.';

comment on column public.course_failures.project is 'The project.';
comment on column public.course_failures.course is 'The course''s path.';
comment on column public.course_failures.course_id is 'The course.';
comment on column public.course_failures.failed is 'How many lessons failed.';
comment on column public.course_failures.lessons is 'The files of the failed lessons.';

comment on column public.course_findings.project is 'The project.';
comment on column public.course_findings.course is 'The course''s path.';
comment on column public.course_findings.course_id is 'The course.';
comment on column public.course_findings.code is 'The finding''s code.';
comment on column public.course_findings.severity is 'error, warning or info.';
comment on column public.course_findings.path is 'The file.';
comment on column public.course_findings.line is 'The line, where it is known.';
comment on column public.course_findings.message is 'What was found.';
comment on column public.course_findings.remedy is 'What to do.';

comment on column public.course_statistics.project is 'The project.';
comment on column public.course_statistics.course is 'The course''s path.';
comment on column public.course_statistics.course_id is 'The course.';
comment on column public.course_statistics.title is 'The title.';
comment on column public.course_statistics.slug is 'The slug.';
comment on column public.course_statistics.status is 'Its status.';
comment on column public.course_statistics.language is 'pt or en.';
comment on column public.course_statistics.keywords is 'Its keywords.';
comment on column public.course_statistics.persona is 'The slug of the persona.';
comment on column public.course_statistics.persona_name is 'The name of the persona.';
comment on column public.course_statistics.voice_fidelity_score is
  'How close the voice came, from 0 to 1.';
comment on column public.course_statistics.fidelity_target is 'How close it should come.';
comment on column public.course_statistics.published_at is 'When it was published.';
comment on column public.course_statistics.course_type is 'technical, conceptual or mixed.';
comment on column public.course_statistics.tool_name is 'The main tool.';
comment on column public.course_statistics.knowledge_level is
  'beginner, intermediate or advanced.';
comment on column public.course_statistics.category is 'The category.';
comment on column public.course_statistics.instructor is 'Who teaches.';
comment on column public.course_statistics.pedagogical_framework is 'What lessons are judged by.';
comment on column public.course_statistics.estimated_duration_hours is 'The duration in hours.';
comment on column public.course_statistics.modules is 'How many modules.';
comment on column public.course_statistics.lessons is 'How many lessons.';
comment on column public.course_statistics.planned_lessons is
  'How many lessons the curriculum lists, or else declares.';
comment on column public.course_statistics.scripts is 'How many scripts.';
comment on column public.course_statistics.transcripts is 'How many transcripts.';
comment on column public.course_statistics.words is 'How many words in lessons.';
comment on column public.course_statistics.average_gps is 'The mean GPS score of scored lessons.';
comment on column public.course_statistics.average_didatica is
  'The mean Didática score of scored lessons.';
comment on column public.course_statistics.passed is 'How many lessons passed.';
comment on column public.course_statistics.warning is 'How many lessons have a warning.';
comment on column public.course_statistics.failed is 'How many lessons failed.';
comment on column public.course_statistics.unscored is 'How many lessons are not scored.';
comment on column public.course_statistics.errors is 'How many findings are errors.';
comment on column public.course_statistics.warnings is 'How many findings are warnings.';
comment on column public.course_statistics.cost_usd is 'What generation cost, in US dollars.';
comment on column public.course_statistics.revision is 'The course''s revision.';
comment on column public.course_statistics.updated_at is 'When it last changed.';

comment on column public.lesson_statistics.project is 'The project.';
comment on column public.lesson_statistics.course is 'The course''s path.';
comment on column public.lesson_statistics.course_id is 'The course.';
comment on column public.lesson_statistics.file_path is 'The lesson''s file.';
comment on column public.lesson_statistics.lesson_id is 'The label as written.';
comment on column public.lesson_statistics.module_number is 'The module, for sorting.';
comment on column public.lesson_statistics.lesson_number is 'The lesson, for sorting.';
comment on column public.lesson_statistics.module_title is 'The module''s title.';
comment on column public.lesson_statistics.title is 'The title.';
comment on column public.lesson_statistics.slug is 'The slug.';
comment on column public.lesson_statistics.word_count is 'How many words.';
comment on column public.lesson_statistics.gps_valid is 'Whether GPS is complete.';
comment on column public.lesson_statistics.gps_score is 'The GPS score, from 0 to 1.';
comment on column public.lesson_statistics.gps_points is 'The GPS points.';
comment on column public.lesson_statistics.didatica_score is 'The Didática score, from 0 to 1.';
comment on column public.lesson_statistics.didatica_points is 'The Didática points.';
comment on column public.lesson_statistics.bloom_level is 'The Bloom level.';
comment on column public.lesson_statistics.duration_minutes is 'The duration in minutes.';
comment on column public.lesson_statistics.status is 'Its status.';
comment on column public.lesson_statistics.validation_status is 'passed, warning or failed.';
comment on column public.lesson_statistics.issues is 'How many issues the validation found.';
comment on column public.lesson_statistics.voice_fidelity_score is
  'How close the voice came, from 0 to 1.';
comment on column public.lesson_statistics.planned is 'Whether the curriculum lists it.';
comment on column public.lesson_statistics.generation_duration_seconds is
  'How long generation took.';
comment on column public.lesson_statistics.generation_cost_usd is 'What generation cost.';
comment on column public.lesson_statistics.retry_count is 'How often generation was repeated.';
comment on column public.lesson_statistics.updated_at is 'When it last changed.';

comment on column public.monthly_statistics.project is 'The project.';
comment on column public.monthly_statistics.month is 'The first day of the month.';
comment on column public.monthly_statistics.courses is 'How many courses.';
comment on column public.monthly_statistics.lessons is 'How many lessons.';
comment on column public.monthly_statistics.words is 'How many words in lessons.';
comment on column public.monthly_statistics.average_gps is 'The mean GPS score of scored lessons.';
comment on column public.monthly_statistics.average_didatica is
  'The mean Didática score of scored lessons.';
comment on column public.monthly_statistics.average_fidelity is
  'The mean of the fidelities reported.';
comment on column public.monthly_statistics.cost_usd is 'What generation cost, in US dollars.';

comment on column public.persona_statistics.project is 'The project.';
comment on column public.persona_statistics.persona is 'The slug of the persona.';
comment on column public.persona_statistics.persona_name is 'The name of the persona.';
comment on column public.persona_statistics.courses is 'How many courses.';
comment on column public.persona_statistics.courses_above_90_percent is
  'How many courses came closer than 0.9.';
comment on column public.persona_statistics.average_fidelity is
  'The mean of the fidelities reported.';
comment on column public.persona_statistics.lessons is 'How many lessons.';
comment on column public.persona_statistics.words is 'How many words in lessons.';
comment on column public.persona_statistics.average_gps is 'The mean GPS score of scored lessons.';
comment on column public.persona_statistics.average_didatica is
  'The mean Didática score of scored lessons.';
comment on column public.persona_statistics.failed is 'How many lessons failed.';

comment on column public.quality_statistics.project is 'The project.';
comment on column public.quality_statistics.course_type is 'technical, conceptual or mixed.';
comment on column public.quality_statistics.pedagogical_framework is 'What lessons are judged by.';
comment on column public.quality_statistics.tool_name is 'The main tool.';
comment on column public.quality_statistics.knowledge_level is
  'beginner, intermediate or advanced.';
comment on column public.quality_statistics.courses is 'How many courses.';
comment on column public.quality_statistics.lessons is 'How many lessons.';
comment on column public.quality_statistics.average_gps is 'The mean GPS score of scored lessons.';
comment on column public.quality_statistics.average_didatica is
  'The mean Didática score of scored lessons.';
comment on column public.quality_statistics.passed is 'How many lessons passed.';
comment on column public.quality_statistics.warning is 'How many lessons have a warning.';
comment on column public.quality_statistics.failed is 'How many lessons failed.';

comment on column public.score_statistics.project is 'The project.';
comment on column public.score_statistics.score is 'gps or didatica.';
comment on column public.score_statistics.points is 'The points.';
comment on column public.score_statistics.lessons is 'How many lessons.';

insert into creatoros.schema_version (version) values ('20261122000600');
