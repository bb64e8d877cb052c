-- A later older model: projects by slug, and pieces that have a slug of their own already.
create table public.minds (
  id uuid primary key,
  display_name varchar(80) not null
);

create table public.content_projects (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name text not null,
  description text,
  project_type text not null check (project_type in ('course', 'book', 'other')),
  status text not null default 'planning'
    check (status in ('planning', 'in_progress', 'completed', 'archived')),
  project_metadata jsonb not null default '{}',
  creator_mind_id uuid references public.minds (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.content_pieces (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.content_projects (id) on delete restrict,
  framework_id bigint,
  type text not null
    check (type in ('blog', 'social', 'video_script', 'newsletter', 'course')),
  title text not null,
  content text not null,
  voice_fidelity_score numeric(3,2),
  generation_execution_id uuid,
  published_at timestamptz,
  piece_slug text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create unique index idx_pieces_title on public.content_pieces (project_id, title);
create unique index idx_pieces_slug on public.content_pieces (project_id, piece_slug);

insert into public.minds (id, display_name) values (gen_random_uuid(), 'Ana');

insert into public.content_projects (slug, name, project_type) values ('default', 'Tudo', 'course');

insert into public.content_pieces (project_id, type, title, content, piece_slug)
select p.id, 'course', 'Um curso', 'texto', 'um-curso' from public.content_projects p;
