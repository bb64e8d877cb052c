-- The mirror's tables: courses, the bytes of their files, and what each file holds.
-- Every name is qualified; nothing here relies on search_path.

do $$
begin
  if to_regnamespace('creatoros') is null then
    create schema creatoros;
  end if;
end
$$;

comment on schema creatoros is
  'A mirror of course folders. The folders are the truth; these rows are rebuilt from them.';

create table creatoros.schema_version (
  version text primary key check (version ~ '^[0-9]{14}$'),
  applied_at timestamptz not null default now()
);

comment on table creatoros.schema_version is
  'The migrations that were applied, by whichever tool; each migration adds its own version.';
comment on column creatoros.schema_version.version is 'The timestamp that the migration''s file name starts with.';
comment on column creatoros.schema_version.applied_at is 'When it was applied.';

create table creatoros.mirror (
  singleton boolean primary key default true check (singleton),
  identity uuid not null default gen_random_uuid()
);

comment on table creatoros.mirror is 'One row: which mirror this is.';
comment on column creatoros.mirror.singleton is 'Always true; keeps the table at one row.';
comment on column creatoros.mirror.identity is
  'Drawn when the schema is made; workspaces remember what they sent by it.';

insert into creatoros.mirror default values;

create table creatoros.courses (
  id bigint generated always as identity primary key,
  project text not null check (project <> ''),
  path text collate "C" not null check (octet_length(path) <= 2048 and (path = '.'
    or '/' || path || '/' not like all (array['%//%', '%/./%', '%/../%']))),
  revision bigint not null default 0 check (revision >= 0),
  projection_version integer not null default 0 check (projection_version >= 0),
  origin text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (project, path)
);

comment on table creatoros.courses is
  'One row per course folder: the unit of a transaction, of a lock and of growth.';
comment on column creatoros.courses.id is 'Leads the key of every row of the course.';
comment on column creatoros.courses.project is 'The project the course belongs to.';
comment on column creatoros.courses.path is
  'The folder relative to its workspace, with /, in Unicode form NFC; . for loose files.';
comment on column creatoros.courses.revision is
  'Advanced once per commit, never restarted; 0 while only contents were uploaded.';
comment on column creatoros.courses.projection_version is
  'The version of the reader whose typed rows stand for the course; 0 while there are none.';
comment on column creatoros.courses.origin is
  'The workspace that wrote the revision, as a label for people; empty at revision 0.';
comment on column creatoros.courses.created_at is 'When the row was made.';
comment on column creatoros.courses.updated_at is 'When the revision last advanced.';

-- No reference to courses: checking it would cost a tenth of a first sync, and a piece without a
-- course is never read.
create table creatoros.contents (
  course_id bigint not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  part integer not null check (part >= 0),
  bytes bytea not null check (octet_length(bytes) <= 1048576),
  primary key (course_id, sha256, part)
);

-- Bytes are fetched and hashed far more often than they could be worth compressing.
alter table creatoros.contents alter column bytes set storage external;

comment on table creatoros.contents is
  'The bytes of files, immutable, known by their hash within a course.';
comment on column creatoros.contents.course_id is 'The course.';
comment on column creatoros.contents.sha256 is 'The SHA-256 of the whole content.';
comment on column creatoros.contents.part is
  'The number of the piece, from 0; an empty content has one empty piece.';
comment on column creatoros.contents.bytes is
  'The piece; 1048576 bytes in every piece of a content but its last.';

create table creatoros.uploads (
  course_id bigint not null references creatoros.courses (id),
  id bigint generated always as identity,
  sha256s bytea[] not null,
  offered_at timestamptz not null default now(),
  primary key (course_id, id)
);

-- Hashes do not compress.
alter table creatoros.uploads alter column sha256s set storage external;

comment on table creatoros.uploads is
  'Contents that no commit has named yet, by upload. They are swept a day after they were last offered.';
comment on column creatoros.uploads.course_id is 'The course.';
comment on column creatoros.uploads.id is 'The number of the upload.';
comment on column creatoros.uploads.sha256s is 'The contents that no commit has named yet.';
comment on column creatoros.uploads.offered_at is 'When they were uploaded.';

-- No reference to courses, which would be checked once per row: commits hold the course's lock, and
-- a trigger refuses to delete a course that has files.
create table creatoros.files (
  course_id bigint not null,
  path text collate "C" not null check (octet_length(path) <= 2048
    and '/' || path || '/' not like all (array['%//%', '%/./%', '%/../%'])),
  name text not null check (name <> ''),
  sha256 bytea check (octet_length(sha256) = 32),
  last_sha256 bytea check (octet_length(last_sha256) = 32),
  size bigint not null check (size >= 0),
  kind text not null check (kind in ('brief', 'outline', 'curriculum', 'lesson', 'script',
    'transcript', 'research_report', 'assessment', 'resource', 'source', 'record', 'other')),
  stored boolean not null,
  revision bigint not null check (revision >= 0),
  origin text not null,
  primary key (course_id, path),
  constraint file_or_tombstone check ((sha256 is null) <> (last_sha256 is null))
);

comment on table creatoros.files is
  'What each path of a course holds: a file, or a tombstone where one was deleted.';
comment on column creatoros.files.course_id is 'The course.';
comment on column creatoros.files.path is
  'The key: the path within the course, with /, in Unicode form NFC unless siblings collide.';
comment on column creatoros.files.name is 'The path as it was found on disk.';
comment on column creatoros.files.sha256 is 'The SHA-256 of the bytes; null in a tombstone.';
comment on column creatoros.files.last_sha256 is 'In a tombstone, the SHA-256 the file had.';
comment on column creatoros.files.size is 'The length in bytes; in a tombstone, that of the last ones.';
comment on column creatoros.files.kind is 'What the file is to its course, told by its path.';
comment on column creatoros.files.stored is
  'False for a file over the size limit, which is recorded by hash and size only.';
comment on column creatoros.files.revision is 'The course revision that wrote this row.';
comment on column creatoros.files.origin is 'The workspace that wrote this row, for people.';

create function creatoros.keep_course_of_files() returns trigger
language plpgsql set search_path = '' as $$
begin
  if exists (select from creatoros.files f where f.course_id = old.id) then
    raise foreign_key_violation using
      message = format('course "%s" still has rows in creatoros.files', old.path),
      schema = 'creatoros', table = 'courses';
  end if;
  return old;
end
$$;

comment on function creatoros.keep_course_of_files() is
  'Refuses to delete a course while it has files.';

create trigger keep_course_of_files before delete on creatoros.courses
for each row execute function creatoros.keep_course_of_files();

insert into creatoros.schema_version (version) values ('20261122000100');
