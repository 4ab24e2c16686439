-- Pipelines (requirement C8; handbook of commissioning 1.4, 3.9): a process in ordered stages with criteria and rounds with deadlines, and many cases in it. How a case stands
-- follows from its events, which are only ever added. A date that is indicative is kept with every date that stood before it.
create table commissioning.process (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  summary text not null default '',
  cases_are text not null default 'cases' check (cases_are <> ''), -- what a case is called, in the plural: 'communities'
  version int not null default 1,
  unique (id, body, sight)
);
create index on commissioning.process (body);
create table commissioning.process_stage (
  id uuid primary key,
  process uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  criteria text not null default '',                       -- what must be met to leave it
  unique (process, position),
  unique (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade
);
create table commissioning.process_round (
  id uuid primary key,
  process uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),   -- the last day to come in
  unique (process, number),
  unique (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade
);
create table commissioning.process_case (
  id uuid primary key,
  process uuid not null,
  body uuid not null,
  sight text not null,
  round uuid,
  title text not null check (title <> ''),                 -- a community, a district, a provider; never a person
  contract uuid references commissioning.contract,         -- what came of it
  version int not null default 1,
  unique (process, title),
  unique (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade,
  foreign key (round, process) references commissioning.process_round (id, process)
);
create index on commissioning.process_case (contract) where contract is not null;
create table commissioning.case_event (
  id uuid primary key,
  "case" uuid not null,
  process uuid not null,
  body uuid not null,
  sight text not null,
  stage uuid not null,
  kind text not null check (kind in ('entered', 'met', 'deferred', 'resumed', 'extended', 'withdrawn', 'rejected')),
  on_day date not null,
  until_on date,                                           -- deferred until, or the new deadline
  decision uuid references meetings.decision,              -- an extension is granted by a decision
  because text not null default '',
  foreign key ("case", process) references commissioning.process_case (id, process),
  foreign key (stage, process) references commissioning.process_stage (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade,
  constraint event_until check ((until_on is not null) = (kind in ('deferred', 'extended')) and (until_on is null or until_on > on_day)),
  constraint event_because check (kind in ('entered', 'met', 'resumed') or because <> ''),
  constraint extension_by_board check (kind <> 'extended' or decision is not null)
);
create index on commissioning.case_event ("case");
-- When a case is expected to reach the last stage: every date that was said, the latest counts.
create table commissioning.case_date (
  id uuid primary key,
  "case" uuid not null,
  process uuid not null,
  body uuid not null,
  sight text not null,
  expected_on date not null,
  said_on date not null,
  because text not null default '',
  foreign key ("case", process) references commissioning.process_case (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade
);
create index on commissioning.case_date ("case");

-- Events follow one another: a case that was withdrawn or rejected takes no more steps, stages are entered in their order, and an extension rests on a decision of the board.
create function commissioning.keep_case_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last commissioning.case_event; at_position int; last_position int;
begin
  perform 1 from commissioning.process_case c where c.id = new."case" for update;
  select * into last from commissioning.case_event e where e."case" = new."case" order by e.on_day desc, e.id desc limit 1;
  select s.position into at_position from commissioning.process_stage s where s.id = new.stage;
  select s.position into last_position from commissioning.process_stage s where s.id = last.stage;
  if last.id is null then
    if new.kind <> 'entered' then raise exception 'a case enters first' using errcode = 'check_violation', constraint = 'case_in_order'; end if;
  elsif last.kind in ('withdrawn', 'rejected') or new.on_day < last.on_day
      or (new.kind = 'entered' and (last.kind <> 'met' or at_position <= last_position)) or (new.kind <> 'entered' and at_position <> last_position)
      or (last.kind = 'met' and new.kind in ('met', 'deferred', 'resumed', 'extended'))
      or (new.kind = 'resumed' and last.kind <> 'deferred') or (last.kind = 'deferred' and new.kind not in ('resumed', 'withdrawn', 'rejected', 'deferred')) then
    raise exception 'no such step now' using errcode = 'check_violation', constraint = 'case_in_order';
  end if;
  if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and (d.of_body = new.body or d.body = new.body) and not d.withdrawn) then
    raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'contract_own_decision';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_case_event() from public;
create trigger event_steps before insert on commissioning.case_event for each row execute function commissioning.keep_case_event();
create trigger process_stays before update on commissioning.process for each row execute function commissioning.keep_board();

do $$
declare
  name text;
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['process', 'process_stage', 'process_round', 'process_case', 'case_event', 'case_date'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s)', name, seen);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s) with check (%s)', name, kept, kept);
  end loop;
end $$;
grant update on commissioning.process, commissioning.process_case to goldenthread_app;
