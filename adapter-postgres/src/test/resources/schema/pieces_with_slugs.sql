-- An older model: pieces by title that were given slugs, personas and a status, all of them optional.
create table public.minds (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  display_name text not null,
  created_at timestamptz default now()
);

create table public.content_frameworks (
  id bigint generated always as identity primary key,
  name text
);

create table public.job_executions (
  id uuid primary key default gen_random_uuid()
);

create table public.content_projects (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  creator_mind_id uuid not null references public.minds (id),
  persona_mind_id uuid not null references public.minds (id),
  goals text[],
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

create table public.content_pieces (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.content_projects (id) on delete restrict,
  framework_id bigint references public.content_frameworks (id) on delete set null,
  type text not null
    check (type in ('blog', 'social', 'video_script', 'newsletter', 'course')),
  title text not null,
  content text not null,
  voice_fidelity_score numeric(3,2),
  generation_execution_id uuid references public.job_executions (id) on delete set null,
  published_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  unique (project_id, title)
);

create index idx_content_pieces_project on public.content_pieces (project_id);

alter table public.content_pieces
  add column piece_slug text,
  add column persona_mind_id uuid references public.minds (id) on delete set null,
  add column keywords jsonb,
  add column status text default 'draft' check (status in ('draft', 'published', 'archived'));

create unique index idx_pieces_slug on public.content_pieces (project_id, piece_slug);
create index idx_pieces_persona on public.content_pieces (persona_mind_id);
create index idx_pieces_status on public.content_pieces (status);

insert into public.minds (slug, display_name) values ('ana', 'Ana'), ('rui', 'Rui');

insert into public.content_projects (name, creator_mind_id, persona_mind_id, goals)
select 'Primeiro', m.id, m.id, '{vender}' from public.minds m where m.slug = 'ana';

insert into public.content_pieces (project_id, type, title, content)
select p.id, t.type, 'Um ' || t.type, 'texto'
from public.content_projects p, unnest(array['blog', 'course']) as t (type);
