-- A plan that is submitted to a national body (requirement P3): what asks for it and by when, which version was sent on which day by whom, what was asked back and
-- answered, and the outcome; of a conditional approval the conditions, each open until it is met with evidence.
alter table plans.plan_version add unique (id, plan);
create table plans.submission (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('members', 'public')),
  to_name text not null check (to_name <> ''),  -- the national body
  source text not null check (source <> ''),    -- what asks for it: a law, guidance, a letter
  due_on date not null,                         -- last day on which it is in time
  outcome text check (outcome in ('approved', 'conditional', 'not-approved')),
  outcome_on date,
  outcome_words text not null default '',       -- what was said, and where it can be read
  withdrawn_on date,                            -- it is not sent after all, or was taken back
  withdrawn_because text not null default '',
  version int not null default 1,
  unique (id, body, sight),
  unique (id, plan, body),
  unique (id, outcome),
  foreign key (plan, body) references plans.plan (id, body),
  check ((outcome is null) = (outcome_on is null)),
  check (outcome is not null or outcome_words = ''),
  check ((withdrawn_on is null) = (withdrawn_because = '')),
  check (withdrawn_on is null or outcome is null)
);
create index on plans.submission (plan);
create index on plans.submission (body);
create table plans.submission_sending (
  id uuid primary key,
  submission uuid not null,
  plan uuid not null,
  body uuid not null,
  sight text not null,
  of_version uuid not null,
  as_draft boolean not null default false,      -- sent as a draft, for a first look
  sent_on date not null,
  sent_by text not null check (sent_by <> ''),
  reference text not null default '',           -- how and under which number, where there is one
  foreign key (submission, plan, body) references plans.submission (id, plan, body),
  foreign key (submission, body, sight) references plans.submission (id, body, sight) on update cascade,
  foreign key (of_version, plan) references plans.plan_version (id, plan)
);
create index on plans.submission_sending (submission);
create table plans.submission_query (
  id uuid primary key,
  submission uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),
  asked_on date not null,
  question text not null check (question <> ''),
  due_on date check (due_on >= asked_on),       -- null: no day was named
  answer text not null default '',
  answered_on date check (answered_on >= asked_on),
  answered_by text not null default '',
  version int not null default 1,
  unique (submission, number),
  foreign key (submission, body, sight) references plans.submission (id, body, sight) on update cascade,
  check ((answer = '') = (answered_on is null)),
  check ((answer = '') = (answered_by = ''))
);
create table plans.submission_condition (
  id uuid primary key,
  submission uuid not null,
  body uuid not null,
  sight text not null,
  outcome text not null default 'conditional' check (outcome = 'conditional'),
  number int not null check (number > 0),
  text text not null check (text <> ''),
  owner uuid references governance.person,      -- null: the owner is a post
  owner_name text not null check (owner_name <> ''),
  due_on date not null,
  met_on date,
  evidence text not null default '',            -- what shows that it is met, and where it can be read
  version int not null default 1,
  unique (submission, number),
  foreign key (submission, body, sight) references plans.submission (id, body, sight) on update cascade,
  constraint condition_of_conditional_approval foreign key (submission, outcome) references plans.submission (id, outcome),
  constraint condition_met_with_evidence check ((met_on is null) = (evidence = ''))
);
create index on plans.submission_condition (owner) where owner is not null and met_on is null;

create function plans.my_submissions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct c.submission), '{}') from plans.submission_condition c where c.owner = me);
end $$;
revoke all on function plans.my_submissions() from public;
grant execute on function plans.my_submissions() to goldenthread_app;
grant select, insert, update on plans.submission, plans.submission_query, plans.submission_condition to goldenthread_app;
grant select, insert on plans.submission_sending to goldenthread_app;
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  seen constant text := '(sight = ''public'' or body = any ((select governance.my_full_sight_bodies())::uuid[]) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))';
begin
  foreach name in array array['submission', 'submission_sending', 'submission_query', 'submission_condition'] loop
    perform platform.protect(format('plans.%I', name)::regclass);
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    execute format('create policy read on plans.%I for select to goldenthread_app using (%s)', name, seen);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
    -- Whoever owns a condition reads what it stands under.
    execute format('create policy read_as_owner on plans.%I for select to goldenthread_app using (%I = any ((select plans.my_submissions())::uuid[]))', name,
      case when name = 'submission' then 'id' else 'submission' end);
  end loop;
end $$;
create policy meet_as_owner on plans.submission_condition for update to goldenthread_app
  using (owner = (select governance.my_person())) with check (owner = (select governance.my_person()));

create function plans.keep_submission() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.plan, new.body) is distinct from (old.id, old.plan, old.body) then
      raise exception 'a submission stays with its plan' using errcode = 'insufficient_privilege';
    end if;
    if old.sight = 'public' and new.sight <> 'public' then
      raise exception 'what was shown stays shown' using errcode = 'check_violation', constraint = 'submission_stays_shown';
    end if;
    if (old.outcome is not null or old.withdrawn_on is not null) and to_jsonb(new) - array['version', 'sight'] <> to_jsonb(old) - array['version', 'sight'] then
      raise exception 'what came of it stays' using errcode = 'check_violation', constraint = 'submission_stays_settled';
    end if;
  end if;
  -- An outcome is of what was sent, and no earlier; of a draft alone there is none.
  if new.outcome is not null and (not exists (select from plans.submission_sending s where s.submission = new.id and not s.as_draft)
      or exists (select from plans.submission_sending s where s.submission = new.id and s.sent_on > new.outcome_on)) then
    raise exception 'nothing was sent before that day' using errcode = 'check_violation', constraint = 'submission_outcome_after_sending';
  end if;
  return new;
end $$;
-- Only a version that is or was in force is sent, but as a draft; nothing is sent once there is an outcome.
create function plans.keep_sending() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' <> to_jsonb(old) - 'sight' then
      raise exception 'what was sent stays' using errcode = 'check_violation', constraint = 'submission_sending_stays';
    end if;
    return new;
  end if;
  if not new.as_draft and not exists (select from plans.plan_version v where v.id = new.of_version and v.state in ('published', 'replaced', 'closed')
      and v.published_on <= new.sent_on) then
    raise exception 'that version was not published by then' using errcode = 'check_violation', constraint = 'submission_of_published_version';
  end if;
  if exists (select from plans.submission s where s.id = new.submission and (s.outcome is not null or s.withdrawn_on is not null)) then
    raise exception 'it is settled' using errcode = 'check_violation', constraint = 'submission_stays_settled';
  end if;
  return new;
end $$;
create function plans.keep_query() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.submission, new.body, new.number, new.asked_on, new.question) is distinct from
      (old.id, old.submission, old.body, old.number, old.asked_on, old.question) then
    raise exception 'what was asked stays' using errcode = 'check_violation', constraint = 'submission_query_stays';
  end if;
  if tg_op = 'INSERT' and not exists (select from plans.submission_sending s where s.submission = new.submission and s.sent_on <= new.asked_on) then
    raise exception 'nothing was sent by then' using errcode = 'check_violation', constraint = 'submission_query_after_sending';
  end if;
  return new;
end $$;
-- What was met stays met; an owner says that it is met, and changes nothing else.
create function plans.keep_condition() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if (new.id, new.submission, new.body, new.number, new.text) is distinct from (old.id, old.submission, old.body, old.number, old.text) then
    raise exception 'a condition stays as it was set' using errcode = 'check_violation', constraint = 'submission_condition_stays';
  end if;
  if old.met_on is not null then
    raise exception 'what was met stays' using errcode = 'check_violation', constraint = 'submission_condition_stays';
  end if;
  if platform.actor() is not null and not coalesce(plans.is_system(), false) and not new.body = any (governance.my_clerk_bodies())
      and to_jsonb(new) - array['met_on', 'evidence', 'version'] <> to_jsonb(old) - array['met_on', 'evidence', 'version'] then
    raise exception 'an owner says that it is met' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
-- A conditional approval has its conditions from the first day.
create function plans.demand_conditions() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.outcome = 'conditional' and not exists (select from plans.submission_condition c where c.submission = new.id) then
    raise exception 'a conditional approval names its conditions' using errcode = 'check_violation', constraint = 'submission_names_conditions';
  end if;
  return null;
end $$;
revoke all on function plans.keep_submission(), plans.keep_sending(), plans.keep_query(), plans.keep_condition(), plans.demand_conditions() from public;
create trigger submission_steps before insert or update on plans.submission for each row execute function plans.keep_submission();
create trigger sending_steps before insert or update on plans.submission_sending for each row execute function plans.keep_sending();
create trigger query_steps before insert or update on plans.submission_query for each row execute function plans.keep_query();
create trigger condition_steps before update on plans.submission_condition for each row execute function plans.keep_condition();
create constraint trigger names_conditions after insert or update on plans.submission deferrable initially deferred
  for each row execute function plans.demand_conditions();
