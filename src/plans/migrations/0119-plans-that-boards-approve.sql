-- Whose approval and whose opinion a version of a plan needs (requirement P3; handbook plans 1.2, 2).

-- Kinds of plan that must carry somebody's opinion, as dated data: law and guidance change.
create table plans.consultee_rule (
  id uuid primary key,
  plan_type text not null references plans.plan_type,
  consultee text not null check (consultee <> ''),
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  exclude using gist (plan_type with =, consultee with =, daterange(starts_on, ends_on) with &&)
);
create table plans.opinion (
  id uuid primary key,
  version uuid not null,
  plan uuid not null,
  body uuid not null,
  sight text not null,
  rule uuid references plans.consultee_rule,  -- null: somebody who was heard without a duty
  consultee text not null check (consultee <> ''),
  given_on date not null,
  text text not null check (text <> ''),
  changed_because text not null default '',   -- what was changed because of it, or why nothing was
  revision int not null default 1,
  foreign key (version, plan, body, sight) references plans.plan_version (id, plan, body, sight) on update cascade
);
create index on plans.opinion (version);

create table plans.approval (
  id uuid primary key,
  version uuid not null,
  plan uuid not null,
  body uuid not null,
  sight text not null,
  approving_body uuid not null references governance.body,
  plan_item uuid references meetings.plan_item,  -- the matter of that body's forward plan; null until its clerk has put it there
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'approved-with-changes', 'referred-back', 'lapsed')),
  decision uuid references meetings.decision,    -- null: waiting, or of a body that keeps its records elsewhere
  decided_on date,
  words text not null default '',                -- changes that it asks for, or where its decision is to be found
  asked_at timestamptz not null,
  revision int not null default 1,
  foreign key (version, plan, body, sight) references plans.plan_version (id, plan, body, sight) on update cascade,
  check (state in ('waiting', 'lapsed') or decided_on is not null),
  check (state <> 'waiting' or decided_on is null),
  check (state <> 'approved-with-changes' or words <> '')
);
create index on plans.approval (approving_body, state);
create unique index approval_asked_once on plans.approval (version, approving_body) where state in ('waiting', 'approved', 'approved-with-changes');

grant select on plans.consultee_rule to goldenthread_app;
grant insert, update on plans.consultee_rule to goldenthread_app;
grant select, insert, update on plans.opinion, plans.approval to goldenthread_app;
select platform.protect('plans.consultee_rule'), platform.protect('plans.opinion'), platform.protect('plans.approval');

-- Versions that were put to one's boards.
create function plans.my_asked_versions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct a.version), '{}') from plans.approval a where a.approving_body = any (governance.my_full_sight_bodies()));
end $$;
revoke all on function plans.my_asked_versions() from public;
grant execute on function plans.my_asked_versions() to goldenthread_app;
create policy read on plans.consultee_rule for select to goldenthread_app using (true);
create policy administer on plans.consultee_rule to goldenthread_app
  using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['consultee_rule', 'opinion', 'approval'] loop
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
  end loop;
  foreach name in array array['opinion', 'approval'] loop
    execute format('create policy read on plans.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
  -- A board that is asked reads what it is asked about, also before anybody else does.
  foreach name in array array['priority_text', 'outcome_text', 'action_text', 'lead', 'opinion', 'approval'] loop
    execute format('create policy read_as_asked on plans.%I for select to goldenthread_app using (version = any ((select plans.my_asked_versions())::uuid[]))', name);
  end loop;
end $$;
create policy read_as_asked on plans.plan_version for select to goldenthread_app using (id = any ((select plans.my_asked_versions())::uuid[]));
create policy answer on plans.approval for update to goldenthread_app
  using (approving_body = any ((select governance.my_clerk_bodies())::uuid[])) with check (approving_body = any ((select governance.my_clerk_bodies())::uuid[]));

-- An approval rests on a decision of the body that was asked; without one only where that body keeps its records elsewhere. It belongs to a version
-- that waits, and what was settled stays.
create function plans.keep_approval() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare stage text;
begin
  select v.state into stage from plans.plan_version v where v.id = new.version;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if tg_op = 'UPDATE' and new.state = 'lapsed' and pg_trigger_depth() > 1 then return new; end if;
  if stage is distinct from 'approval' or (tg_op = 'UPDATE' and new.state = 'lapsed') then
    raise exception 'this version does not wait for approval' using errcode = 'check_violation', constraint = 'approval_of_what_waits';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' then
      raise exception 'an approval begins by waiting' using errcode = 'check_violation', constraint = 'approval_begins_waiting';
    end if;
    return new;
  end if;
  if old.state <> 'waiting' or (new.id, new.version, new.plan, new.body, new.approving_body, new.asked_at)
      is distinct from (old.id, old.version, old.plan, old.body, old.approving_body, old.asked_at) then
    raise exception 'an approval stays what it is' using errcode = 'insufficient_privilege';
  end if;
  if new.plan_item is not null and not exists (select from meetings.plan_item p where p.id = new.plan_item and p.body = new.approving_body) then
    raise exception 'that matter is another body''s' using errcode = 'check_violation', constraint = 'approval_on_own_forward_plan';
  end if;
  if new.state <> 'waiting' and not exists (select from meetings.decision d where d.id = new.decision and d.of_body = new.approving_body and not d.withdrawn)
      and (new.decision is not null or new.words = '' or not exists (select from governance.body_status s where s.body = new.approving_body and s.status = 'outside'
        and s.starts_on <= platform.today() and (s.ends_on is null or platform.today() < s.ends_on))) then
    raise exception 'no decision of that body' using errcode = 'check_violation', constraint = 'approval_rests_on_decision';
  end if;
  return new;
end $$;
-- No version comes into force while a board has not approved it, or while the opinion of somebody is missing who must be heard. An opinion holds until
-- the next significant revision.
create function plans.refuse_unapproved() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare since int;
begin
  -- What is taken back to be changed is put to the boards again; changes that a board asked for are made without asking it twice.
  if new.state = 'draft' and old.state <> 'draft' then
    update plans.approval a set state = 'lapsed' where a.version = new.id and a.state in ('waiting', 'approved');
  end if;
  if new.state <> 'published' or old.state = 'published' then return new; end if;
  if exists (select from plans.approval a where a.version = new.id and a.state in ('waiting', 'referred-back', 'lapsed')
      and not exists (select from plans.approval b where b.version = a.version and b.approving_body = a.approving_body and b.state in ('approved', 'approved-with-changes'))) then
    raise exception 'a board has not approved it' using errcode = 'check_violation', constraint = 'plan_waits_for_approval';
  end if;
  select max(v.number) into since from plans.plan_version v where v.plan = new.plan and v.significant and v.number <= new.number and v.state <> 'dropped';
  if exists (select from plans.consultee_rule r join plans.plan p on p.type = r.plan_type
      where p.id = new.plan and r.starts_on <= new.published_on and (r.ends_on is null or new.published_on < r.ends_on)
        and not exists (select from plans.opinion o join plans.plan_version v on v.id = o.version
          where o.rule = r.id and v.plan = new.plan and v.number between since and new.number)) then
    raise exception 'an opinion is missing' using errcode = 'check_violation', constraint = 'plan_needs_opinion';
  end if;
  return new;
end $$;
create function plans.keep_opinion() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if not exists (select from plans.plan_version v where v.id = new.version and v.state in ('draft', 'consultation', 'approval')) then
    raise exception 'that version is not worked on any more' using errcode = 'check_violation', constraint = 'opinion_on_what_is_worked_on';
  end if;
  if new.rule is not null and not exists (select from plans.consultee_rule r join plans.plan p on p.type = r.plan_type where r.id = new.rule and p.id = new.plan) then
    raise exception 'that rule is for other plans' using errcode = 'check_violation', constraint = 'opinion_by_rule_of_its_type';
  end if;
  return new;
end $$;
revoke all on function plans.keep_approval(), plans.refuse_unapproved(), plans.keep_opinion() from public;
create trigger approval_steps before insert or update on plans.approval for each row execute function plans.keep_approval();
create trigger opinion_steps before insert or update on plans.opinion for each row execute function plans.keep_opinion();
create trigger version_approved before update on plans.plan_version for each row execute function plans.refuse_unapproved();

insert into plans.consultee_rule (id, plan_type, consultee, source, starts_on) values
  ('0b1f2f6e-5f0e-8a51-a3cd-6f64bd7f9e01', 'joint-forward-plan', 'The health and wellbeing board',
   'National Health Service Act 2006, section 14Z54, as inserted by the Health and Care Act 2022', '2022-07-01');
