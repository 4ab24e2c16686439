-- The review of a plan as a guided round (requirement P2): whoever leads an action that is open is asked; who has not answered is seen.
create table plans.review_round (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  number int not null check (number > 0),
  opened_on date not null,
  due_on date not null check (due_on >= opened_on),
  closed_on date check (closed_on >= opened_on),  -- null: open
  summary text not null default '',        -- what the board is told of it; public with the plan once the round is closed
  version int not null default 1,
  foreign key (plan, body) references plans.plan (id, body),
  unique (plan, number),
  unique (id, plan, body)
);
create unique index review_round_one_open on plans.review_round (plan) where closed_on is null;
create table plans.review_ask (
  id uuid primary key,
  round uuid not null,
  plan uuid not null,
  body uuid not null,
  action uuid not null,
  person uuid references governance.person,  -- null: somebody who is named in words only, whom the clerk asks
  name text not null check (name <> ''),
  mailed_at timestamptz,                   -- null: no mail could be sent
  chased_at timestamptz,
  answered_at timestamptz,
  foreign key (round, plan, body) references plans.review_round (id, plan, body),
  foreign key (action, plan) references plans.action (id, plan),
  unique (round, action, name)
);
create index on plans.review_ask (person) where answered_at is null;
create index on plans.review_ask (action) where answered_at is null;

grant select, insert, update on plans.review_round, plans.review_ask to goldenthread_app;
select platform.protect('plans.review_round'), platform.protect('plans.review_ask');
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['review_round', 'review_ask'] loop
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
    execute format('create policy read on plans.%I for select to goldenthread_app using (body = any ((select governance.my_full_sight_bodies())::uuid[]))', name);
  end loop;
end $$;
-- That a plan is being reviewed, and what came of it, is known with the plan; who was asked and has not answered is not.
create policy read_with_plan on plans.review_round for select to goldenthread_app
  using (exists (select from plans.plan_version v where v.plan = review_round.plan and v.shown));
create policy read_own on plans.review_ask for select to goldenthread_app using (person = (select governance.my_person()));
create policy answer_own on plans.review_ask for update to goldenthread_app
  using (person = (select governance.my_person())) with check (person = (select governance.my_person()));
create function plans.keep_ask() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.round, new.plan, new.body, new.action, new.person, new.name) is distinct from (old.id, old.round, old.plan, old.body, old.action, old.person, old.name) then
    raise exception 'an ask stays what it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function plans.keep_ask() from public;
create trigger ask_stays before update on plans.review_ask for each row execute function plans.keep_ask();
