-- Complaints, appeals, compliments and ratings of providers (requirement S3), and what was learned from them.

-- Within what time one is acknowledged and answered, and by what right; how long what was sent is kept afterwards: dated data, never a constant.
create table voice.feedback_rule (
  id uuid primary key,
  procedure text not null check (procedure <> ''),
  stage int not null check (stage > 0),
  name text not null check (name <> ''),
  acknowledge_days int check (acknowledge_days > 0),       -- working days; null: none is stated
  answer_within int not null check (answer_within > 0),
  unit text not null check (unit in ('working-days', 'months')),
  first_day_counts boolean not null default false,         -- 'commencing on the day': the last day is one earlier
  extension text not null check (extension in ('none', 'up-to', 'agreed')), -- 'agreed': with whoever complained
  longest int,                                             -- in the same unit, for 'up-to'
  forget_months int not null check (forget_months between 1 and 120), -- after the answer
  source text not null check (source <> ''),
  is_confirmed boolean not null default false,             -- false: the page says to check it before relying on it
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  check ((extension = 'up-to') = (longest is not null)),
  check (longest > answer_within),
  unique (procedure, stage, starts_on)
);
insert into voice.feedback_rule (id, procedure, stage, name, acknowledge_days, answer_within, unit, first_day_counts, extension, longest, forget_months, source, is_confirmed, starts_on) values
  ('018f0185-0000-7000-8000-000000000001', 'Children Act complaint', 1, 'Local resolution', null, 10, 'working-days', false, 'up-to', 20, 12,
    'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 14', false, '2006-09-01'),
  ('018f0185-0000-7000-8000-000000000002', 'Children Act complaint', 2, 'Investigation with an independent person', null, 25, 'working-days', false, 'up-to', 65, 12,
    'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 17', false, '2006-09-01'),
  ('018f0185-0000-7000-8000-000000000003', 'Children Act complaint', 3, 'Review panel meets', null, 30, 'working-days', false, 'none', null, 12,
    'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 19(4)', true, '2006-09-01'),
  ('018f0185-0000-7000-8000-000000000004', 'Children Act complaint', 4, 'Response to the panel’s recommendations', null, 15, 'working-days', false, 'none', null, 12,
    'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 20', true, '2006-09-01'),
  ('018f0185-0000-7000-8000-000000000005', 'Adult social care or NHS complaint', 1, 'Response', 3, 6, 'months', true, 'agreed', null, 12,
    'Local Authority Social Services and National Health Service Complaints (England) Regulations 2009, regulations 13 and 14', false, '2009-04-01'),
  ('018f0185-0000-7000-8000-000000000006', 'The partnership’s own procedure', 1, 'Answer', 5, 20, 'working-days', false, 'up-to', 40, 12,
    'Agreement of the partners', true, '2010-01-01'),
  ('018f0185-0000-7000-8000-000000000007', 'The partnership’s own procedure', 2, 'Appeal to the chair', 5, 20, 'working-days', false, 'up-to', 40, 12,
    'Agreement of the partners', true, '2010-01-01');

alter table voice.answer add column of_feedback boolean not null default false; -- what was learned from complaints and compliments, of no event and no consultation
alter table voice.answer add column service text not null default '' check (length(service) <= 200);
alter table voice.answer add constraint answer_by_id_and_body unique (id, body);
do $$
declare old text;
begin
  select conname into strict old from pg_constraint where conrelid = 'voice.answer'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%num_nonnulls%';
  execute format('alter table voice.answer drop constraint %I', old);
end $$;
alter table voice.answer add constraint answer_to_one_thing check (num_nonnulls(event, consultation) = case when of_feedback then 0 else 1 end);

create table voice.feedback (
  id uuid primary key,
  body uuid not null references governance.body,
  reference text not null unique check (reference ~ '^F-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  state text not null default 'received' check (state in ('received', 'open', 'answered', 'noted', 'set-aside')),
  kind text not null check (kind in ('complaint', 'appeal', 'compliment', 'rating')),
  whose text not null check (whose in ('children', 'families', 'staff', 'others')),
  channel text not null check (channel in ('online', 'paper', 'in-person', 'email', 'telephone', 'other')),
  received_on date not null,
  service text not null default '' check (length(service) <= 200), -- as the register names it
  organisation uuid references governance.organisation,    -- the provider, or the agency that runs the service
  summary text not null default '',                        -- what it is about, with nobody in it who could be known
  rating int check (rating between 1 and 5),
  earlier uuid,                                            -- the stage before, of an appeal
  rule uuid references voice.feedback_rule,
  acknowledge_by date,
  acknowledged_on date,
  due_on date,
  extended_because text not null default '',
  owner uuid references governance.person,                 -- who answers it
  answered_on date,
  outcome text check (outcome in ('upheld', 'part', 'not-upheld', 'withdrawn')),
  set_aside_because text not null default '',
  learning uuid,                                           -- what was learned, of this and perhaps of others
  version int not null default 1,
  unique (id, body),
  foreign key (earlier, body) references voice.feedback (id, body),
  foreign key (learning, body) references voice.answer (id, body),
  check ((kind = 'rating') <= (rating is not null)),
  check (state in ('received', 'set-aside') or (service <> '' and summary <> '')),
  check (state not in ('open', 'answered') or (kind in ('complaint', 'appeal') and rule is not null and due_on is not null)),
  check (state <> 'noted' or kind in ('compliment', 'rating')),
  check ((state = 'answered') = (answered_on is not null)),
  check ((state = 'answered') = (outcome is not null)),
  check ((state = 'set-aside') = (set_aside_because <> '')),
  check (learning is null or state in ('answered', 'noted')),
  check (acknowledged_on >= received_on and answered_on >= received_on and due_on >= received_on)
);
create index on voice.feedback (body, received_on desc);
create index on voice.feedback (owner) where state = 'open';
create index on voice.feedback (learning) where learning is not null;
create index on voice.feedback (earlier) where earlier is not null;
create index on voice.feedback (organisation) where organisation is not null;

-- What was sent, by whom, and what was answered: for the clerk and for whoever answers, and no longer than the rule says.
create table voice.feedback_matter (
  feedback uuid primary key,
  body uuid not null,
  words text not null check (words <> '' and length(words) <= 10000),
  name text not null default '',
  contact text not null default '',
  answer text not null default '',
  foreign key (feedback, body) references voice.feedback (id, body)
);

-- What is told of the numbers of a period that is over; written once, so that two releases cannot be compared.
create table voice.feedback_line (
  body uuid not null references governance.body,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  position int not null check (position > 0),
  kind text not null check (kind in ('complaint', 'appeal', 'compliment', 'rating')),
  part text not null check (part in ('all', 'service', 'provider', 'outcome', 'rest')), -- 'rest': what is not told apart
  label text not null default '',
  n int check (n > 0),
  told text not null check (told in ('count', 'none', 'few')),
  average numeric(3, 1) check (average between 1 and 5),   -- of ratings
  published_at timestamptz not null,
  primary key (body, starts_on, position),
  check ((told = 'count') = (n is not null)),
  check (average is null or (kind = 'rating' and told = 'count'))
);

-- Who answers writes the answer and nothing else; what was answered stays, but for what was learned of it.
create function voice.keep_feedback() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare by_clerk constant boolean := new.body = any (governance.my_clerk_bodies()) or platform.actor() is null or coalesce(voice.is_system(), false);
begin
  if new.learning is not null and not exists (select from voice.answer a where a.id = new.learning and a.of_feedback) then
    raise exception 'what was learned is of complaints' using errcode = 'check_violation', constraint = 'learning_of_feedback';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if (new.id, new.body, new.reference, new.received_on, new.channel, new.whose) is distinct from (old.id, old.body, old.reference, old.received_on, old.channel, old.whose) then
    raise exception 'what came in stays as it came' using errcode = 'insufficient_privilege';
  end if;
  if old.state in ('answered', 'noted', 'set-aside') and to_jsonb(new) - array['learning', 'version'] is distinct from to_jsonb(old) - array['learning', 'version'] then
    raise exception 'what was answered stays' using errcode = 'insufficient_privilege';
  end if;
  if not by_clerk and (to_jsonb(new) - array['state', 'answered_on', 'outcome', 'acknowledged_on', 'version'] is distinct from
      to_jsonb(old) - array['state', 'answered_on', 'outcome', 'acknowledged_on', 'version'] or new.state not in ('open', 'answered')) then
    raise exception 'whoever answers writes the answer alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger feedback_steps before insert or update on voice.feedback for each row execute function voice.keep_feedback();

-- What was sent stays as it was sent; the answer is added once.
create function voice.keep_feedback_matter() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - 'answer' is distinct from to_jsonb(old) - 'answer' or old.answer <> '' then
    raise exception 'what was sent stays as it was sent' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger matter_stays before update on voice.feedback_matter for each row execute function voice.keep_feedback_matter();

-- A period is told once it is over, once, and never a part of it again; and no number that is too small.
create function voice.keep_feedback_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return new; end if;
  if new.ends_on > platform.today() or exists (select from voice.feedback_line l where l.body = new.body
      and (l.starts_on, l.ends_on, l.published_at) is distinct from (new.starts_on, new.ends_on, new.published_at) and l.starts_on < new.ends_on and new.starts_on < l.ends_on) then
    raise exception 'the period is not over, or was told already' using errcode = 'check_violation', constraint = 'period_told_once';
  end if;
  return new;
end $$;
create trigger told_once before insert on voice.feedback_line for each row execute function voice.keep_feedback_line();
create trigger not_too_small before insert on voice.feedback_line for each row execute function voice.refuse_small_number();
revoke all on function voice.keep_feedback(), voice.keep_feedback_matter(), voice.keep_feedback_line() from public;

grant select on voice.feedback_rule, voice.feedback, voice.feedback_matter, voice.feedback_line to goldenthread_app;
grant insert, update on voice.feedback_rule, voice.feedback, voice.feedback_matter to goldenthread_app;
grant insert on voice.feedback_line to goldenthread_app;
grant delete on voice.feedback_matter to goldenthread_app;
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  chair constant text := 'body = any ((select governance.my_chair_bodies())::uuid[])';
  full_sight constant text := 'body = any ((select governance.my_full_sight_bodies())::uuid[])';
begin
  foreach name in array array['feedback_rule', 'feedback', 'feedback_matter', 'feedback_line'] loop
    perform platform.protect(format('voice.%I', name)::regclass);
    execute format('create policy system on voice.%I to goldenthread_app using ((select voice.is_system())) with check ((select voice.is_system()))', name);
  end loop;
  execute format('create policy read on voice.feedback for select to goldenthread_app using (%s or %s or (%s and state in (''open'', ''answered'', ''noted'')) or owner = (select governance.my_person()))', clerk, chair, full_sight);
  execute format('create policy keep on voice.feedback to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy read on voice.feedback_matter for select to goldenthread_app using (%s
    or exists (select from voice.feedback f where f.id = feedback and f.owner = (select governance.my_person())))', clerk);
  execute format('create policy keep on voice.feedback_matter for insert to goldenthread_app with check (%s)', clerk);
  execute format('create policy answer_it on voice.feedback_matter for update to goldenthread_app using (%s
    or exists (select from voice.feedback f where f.id = feedback and f.owner = (select governance.my_person()) and f.state = ''open''))', clerk);
  execute format('create policy keep on voice.feedback_line for insert to goldenthread_app with check (%s)', clerk);
end $$;
create policy answer_it on voice.feedback for update to goldenthread_app
  using (owner = (select governance.my_person()) and state = 'open') with check (owner = (select governance.my_person()));
create policy read on voice.feedback_rule for select to goldenthread_app using (true);
create policy administer on voice.feedback_rule to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
create policy read on voice.feedback_line for select to goldenthread_app using (true);

-- What was learned from complaints is read as far as its own sight.
do $$
declare
  preparer constant text := '(body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))';
  full_sight constant text := 'body = any ((select governance.my_full_sight_bodies())::uuid[])';
begin
  execute format('alter policy read on voice.answer using (%s or ((sight = ''public'' or (sight = ''members'' and %s))
    and (of_feedback or exists (select from voice.event e where e.id = event)
      or exists (select from voice.exercise x where x.consultation = answer.consultation and (x.published_at is not null or %s)))))', preparer, full_sight, full_sight);
end $$;

-- An answer stays what it is an answer to.
create or replace function voice.keep_answer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((new.id, new.body, new.event, new.consultation, new.of_feedback) is distinct from (old.id, old.body, old.event, old.consultation, old.of_feedback)
      or (old.sight = 'public' and new.sight <> 'public')) then
    raise exception 'an answer stays where it is' using errcode = 'insufficient_privilege';
  end if;
  if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and (d.of_body = new.body or d.body = new.body)) then
    raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'answer_own_decision';
  end if;
  return new;
end $$;

-- What was learned from complaints stands on the golden thread; clerks link it with needs, outcomes, priorities, plans and measures there.
create or replace view voice.thread_node with (security_invoker = true) as
  select 'event'::text as kind, e.id, e.title as label, e.body as body_id, e.held_on as starts_on, null::date as ends_on,
    case when e.sight = 'draft' then '{draft}'::text[] else '{}'::text[] end as says
    from voice.event e
  union all
  select 'consultation'::text, x.consultation, c.title, x.body, c.starts_on, null::date, '{}'::text[]
    from voice.exercise x join meetings.consultation c on c.id = x.consultation
  union all
  select 'complaint'::text, a.id, left(a.said, 120), a.body, a.on_day, null::date, case when a.sight = 'draft' then '{draft}'::text[] else '{}'::text[] end
    from voice.answer a where a.of_feedback;
create or replace view voice.thread_link with (security_invoker = true) as
  select 'event'::text as from_kind, a.event as from_id, 'speaks-to'::text as relation, 'decision'::text as to_kind, a.decision as to_id, a.attached_on as starts_on, a.ended_on as ends_on
    from voice.attachment a where a.event is not null and a.decision is not null
  union all
  select 'event'::text, a.event, 'speaks-to'::text, 'priority'::text, a.priority, a.attached_on, a.ended_on from voice.attachment a where a.event is not null and a.priority is not null
  union all
  select 'event'::text, a.event, 'speaks-to'::text, 'outcome'::text, a.outcome, a.attached_on, a.ended_on from voice.attachment a where a.event is not null and a.outcome is not null
  union all
  select 'consultation'::text, a.consultation, 'speaks-to'::text, 'decision'::text, a.decision, a.attached_on, a.ended_on from voice.attachment a where a.consultation is not null and a.decision is not null
  union all
  select 'consultation'::text, a.consultation, 'speaks-to'::text, 'priority'::text, a.priority, a.attached_on, a.ended_on from voice.attachment a where a.consultation is not null and a.priority is not null
  union all
  select 'consultation'::text, a.consultation, 'speaks-to'::text, 'outcome'::text, a.outcome, a.attached_on, a.ended_on from voice.attachment a where a.consultation is not null and a.outcome is not null
  union all
  select 'complaint'::text, a.id, 'speaks-to'::text, 'decision'::text, a.decision, a.on_day, null::date from voice.answer a where a.of_feedback and a.decision is not null;
call thread.compose();
