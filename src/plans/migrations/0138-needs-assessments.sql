-- Needs assessments (requirement P1; handbook plans 1.2): a programme of them for each body, each with its topic, group, areas, evidence, numbered
-- findings, priority needs and known gaps; and which priority of a plan rests on which finding or need.
create table plans.assessment_kind (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  name text not null check (name <> ''),
  source text not null default '',         -- law or guidance that asks for it; empty where none does
  position int not null
);
create table plans.assessment (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  state text not null default 'proposed' check (state in ('proposed', 'underway', 'published', 'declined', 'withdrawn')),
  kind text not null references plans.assessment_kind,
  title text not null check (title <> ''),
  topic text not null check (topic <> ''),
  population text not null default '',     -- the group of people that it is about; empty: not stated
  summary text not null default '',
  rank text check (rank in ('high', 'medium', 'low')),  -- how urgent the proposal is; null: not settled
  why text not null default '',            -- why it was proposed, and why it has that rank
  next_on date,                            -- day by which it is to be done anew; null: not settled
  published_on date,
  end_reason text not null default '',     -- why it was declined or withdrawn
  made_at timestamptz not null,
  version int not null default 1,
  unique (id, body, sight),
  check ((state in ('published', 'withdrawn')) = (published_on is not null)),
  check (state <> 'published' or sight <> 'draft'),
  check ((state in ('declined', 'withdrawn')) = (end_reason <> ''))
);
create index on plans.assessment (body);
create table plans.assessment_area (
  assessment uuid not null,
  area uuid not null references governance.area,
  body uuid not null,
  sight text not null,
  primary key (assessment, area),
  foreign key (assessment, body, sight) references plans.assessment (id, body, sight) on update cascade
);

-- What stands in an assessment, numbered by kind: a finding is cited by its id or as 'finding 3 of ...', and neither ever changes.
create table plans.assessment_row (
  id uuid primary key,
  assessment uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null check (kind in ('evidence', 'finding', 'need', 'gap')),
  number int not null check (number > 0),
  title text not null check (title <> ''),
  text text not null default '',
  source text not null default '',         -- of evidence: who holds or published it
  dated_on date,                           -- of evidence: the day it was published or collected; null: not stated
  licence text not null default '',        -- of evidence: under what it may be used; empty: not stated
  address text not null default '',
  version int not null default 1,
  foreign key (assessment, body, sight) references plans.assessment (id, body, sight) on update cascade,
  unique (assessment, kind, number),
  unique (id, assessment, kind),
  unique (id, kind),
  check ((kind = 'evidence') = (source <> '')),
  check (kind = 'evidence' or (dated_on is null and licence = '' and address = ''))
);
-- A finding rests on evidence, a need on findings.
create table plans.row_basis (
  row_id uuid not null,
  row_kind text not null,
  basis uuid not null,
  basis_kind text not null,
  assessment uuid not null,
  body uuid not null,
  sight text not null,
  primary key (row_id, basis),
  foreign key (row_id, assessment, row_kind) references plans.assessment_row (id, assessment, kind) on delete cascade,
  foreign key (basis, assessment, basis_kind) references plans.assessment_row (id, assessment, kind),
  foreign key (assessment, body, sight) references plans.assessment (id, body, sight) on update cascade,
  check ((row_kind, basis_kind) in (('finding', 'evidence'), ('need', 'finding')))
);
create index on plans.row_basis (basis);

-- Which priority of a plan rests on which need or finding: the board of the plan says so. It is ended, never deleted.
create table plans.need_use (
  id uuid primary key,
  priority uuid not null,
  plan uuid not null,
  body uuid not null,                      -- whose plan it is
  row_id uuid not null,
  row_kind text not null check (row_kind in ('need', 'finding')),
  why text not null default '',
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  actor uuid not null,
  foreign key (priority, plan) references plans.priority (id, plan),
  foreign key (plan, body) references plans.plan (id, body),
  foreign key (row_id, row_kind) references plans.assessment_row (id, kind)
);
create unique index need_use_once on plans.need_use (priority, row_id) where ends_on is null;
create index on plans.need_use (row_id);
create index on plans.need_use (plan);

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['assessment_kind', 'assessment', 'assessment_area', 'assessment_row', 'row_basis', 'need_use'] loop
    perform platform.protect(format('plans.%I', name)::regclass);
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    execute format('grant select, insert, update on plans.%I to goldenthread_app', name);
  end loop;
  foreach name in array array['assessment', 'assessment_area', 'assessment_row', 'row_basis'] loop
    execute format('create policy read on plans.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
end $$;
grant delete on plans.assessment_area, plans.assessment_row, plans.row_basis to goldenthread_app;
create policy read on plans.assessment_kind for select to goldenthread_app using (true);
create policy administer on plans.assessment_kind to goldenthread_app
  using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
-- Seen by those who see both ends; made by the clerk of the plan, towards an assessment that was published.
create policy read on plans.need_use for select to goldenthread_app using (
  exists (select from plans.assessment_row r where r.id = row_id) and exists (select from plans.priority p where p.id = priority));
create policy make on plans.need_use for insert to goldenthread_app with check (
  actor = (select platform.actor()) and ends_on is null and body = any ((select governance.my_clerk_bodies())::uuid[])
  and exists (select from plans.assessment_row r join plans.assessment a on a.id = r.assessment where r.id = row_id and a.state = 'published'));
create policy end_it on plans.need_use for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));

create function plans.keep_assessment() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state not in ('proposed', 'underway') then
      raise exception 'an assessment begins as a proposal' using errcode = 'check_violation', constraint = 'assessment_begins';
    end if;
    return new;
  end if;
  if (new.id, new.body, new.made_at) is distinct from (old.id, old.body, old.made_at) then
    raise exception 'an assessment stays with its body' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> old.state and not (old.state, new.state) in (('proposed', 'underway'), ('proposed', 'declined'), ('underway', 'published'),
      ('underway', 'declined'), ('published', 'withdrawn')) then
    raise exception 'an assessment does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'assessment_steps';
  end if;
  if old.state in ('published', 'withdrawn', 'declined') and (to_jsonb(new) - array['state', 'end_reason', 'version', 'next_on'])
      is distinct from (to_jsonb(old) - array['state', 'end_reason', 'version', 'next_on']) then
    raise exception 'what was published stays' using errcode = 'check_violation', constraint = 'assessment_stays';
  end if;
  return new;
end $$;
create trigger assessment_steps before insert or update on plans.assessment for each row execute function plans.keep_assessment();
-- What stands in an assessment changes until it is published; its sight follows the assessment.
create function plans.keep_assessment_row() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched record; stage text;
begin
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if tg_op = 'UPDATE' and new.assessment <> old.assessment then
    raise exception 'a row stays in its assessment' using errcode = 'insufficient_privilege';
  end if;
  select a.state into stage from plans.assessment a where a.id = touched.assessment;
  if stage is distinct from 'proposed' and stage is distinct from 'underway' then
    raise exception 'what was published stays' using errcode = 'check_violation', constraint = 'assessment_stays';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create function plans.keep_need_use() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - 'ends_on' <> to_jsonb(old) - 'ends_on' or old.ends_on is not null then
    raise exception 'a link stays as it was made, and is ended once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function plans.keep_assessment(), plans.keep_assessment_row(), plans.keep_need_use() from public;
create trigger row_of_open_assessment before insert or update or delete on plans.assessment_row for each row execute function plans.keep_assessment_row();
create trigger row_of_open_assessment before insert or update or delete on plans.assessment_area for each row execute function plans.keep_assessment_row();
create trigger row_of_open_assessment before insert or update or delete on plans.row_basis for each row execute function plans.keep_assessment_row();
create trigger use_stays before update on plans.need_use for each row execute function plans.keep_need_use();

-- Needs and findings on the golden thread: what stands in the two views stays whole, and arms are put to it.
do $$
begin
  execute 'create or replace view plans.thread_node with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('plans.thread_node'::regclass), '; ') || $arm$
  union all
  select r.kind, r.id, r.title, r.body, a.published_on, null::date,
      case a.state when 'published' then '{}'::text[] when 'withdrawn' then '{closed}'::text[] else '{draft}'::text[] end
    from plans.assessment_row r join plans.assessment a on a.id = r.assessment where r.kind in ('need', 'finding') and a.state <> 'declined' $arm$;
  execute 'create or replace view plans.thread_link with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('plans.thread_link'::regclass), '; ') || $arm$
  union all
  select b.row_kind, b.row_id, 'came-from'::text, b.basis_kind, b.basis, null::date, null::date from plans.row_basis b where b.basis_kind = 'finding'
  union all
  select 'priority'::text, u.priority, case u.row_kind when 'need' then 'serves'::text else 'has-regard-to'::text end, u.row_kind, u.row_id, u.starts_on, u.ends_on
    from plans.need_use u $arm$;
end $$;

insert into plans.assessment_kind (code, name, source, position) values
  ('joint-strategic', 'Joint strategic needs assessment', 'Local Government and Public Involvement in Health Act 2007, section 116', 1),
  ('topic', 'Deep dive into a topic', '', 2),
  ('pharmaceutical', 'Pharmaceutical needs assessment', 'National Health Service Act 2006, section 128A', 3),
  ('resources', 'Assessment of resources', '', 4);
