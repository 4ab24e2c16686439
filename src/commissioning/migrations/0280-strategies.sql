-- Commissioning strategies (requirement C2; handbook of commissioning 1.1): scope, the needs and other inputs used, the market, options appraised by weighted
-- criteria, the decision of a real meeting, the equality assessment before it, implementation and review.
create table commissioning.strategy (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  scope text not null check (scope <> ''),
  lead uuid not null references governance.organisation,   -- the lead commissioner
  policy text not null default '',                         -- national policy and law it rests on
  priorities text not null default '',                     -- local priorities
  feedback text not null default '',                       -- what users said
  market text not null default '',                         -- who provides it today, and what is missing
  intentions text not null default '',                     -- what is intended for the year
  implementation text not null default '',
  equality_on date,                                        -- the day of the equality impact assessment; null: none yet
  equality text not null default '',                       -- what it found
  review_on date,
  decision uuid references meetings.decision,
  version int not null default 1,
  unique (id, body, sight),
  check ((equality_on is null) = (equality = '')),
  constraint strategy_equality_first check (decision is null or equality_on is not null)
);
create index on commissioning.strategy (body);
create index on commissioning.strategy (decision) where decision is not null;
create table commissioning.strategy_need (
  strategy uuid not null,
  body uuid not null,
  sight text not null,
  need uuid not null,
  kind text not null check (kind in ('need', 'finding')),
  primary key (strategy, need),
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade,
  foreign key (need, kind) references plans.assessment_row (id, kind)
);
create index on commissioning.strategy_need (need);
create table commissioning.strategy_service (
  strategy uuid not null,
  body uuid not null,
  sight text not null,
  service uuid not null references commissioning.service,
  primary key (strategy, service),
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade
);
create index on commissioning.strategy_service (service);
-- What options are appraised by: whole weights, of any sum. A strategy can ask several questions, each with its own options.
create table commissioning.criterion (
  id uuid primary key,
  strategy uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  name text not null check (name <> ''),
  weight int not null check (weight between 1 and 100),
  unique (strategy, position),
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade
);
create table commissioning.strategy_option (
  id uuid primary key,
  strategy uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  question text not null check (question <> ''),           -- what it is an answer to: 'Delivery model'
  title text not null check (title <> ''),
  text text not null default '',
  is_chosen boolean not null default false,
  unique (strategy, position),
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade
);
create unique index strategy_option_chosen_once on commissioning.strategy_option (strategy, question) where is_chosen;
create table commissioning.score (
  option uuid not null references commissioning.strategy_option,
  criterion uuid not null references commissioning.criterion,
  body uuid not null,
  sight text not null,
  strategy uuid not null,
  score int not null check (score between 0 and 10),
  primary key (option, criterion),
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade
);
create index on commissioning.score (criterion);

-- What was decided rests on a decision of the board's own, made no earlier than the equality assessment.
create function commissioning.keep_strategy() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and d.of_body = new.body and not d.withdrawn
      and d.decided_on >= new.equality_on) then
    raise exception 'no decision of that board after the equality assessment' using errcode = 'check_violation', constraint = 'strategy_rests_on_decision';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_strategy() from public;
create trigger strategy_steps before insert or update on commissioning.strategy for each row execute function commissioning.keep_strategy();
create trigger strategy_stays before update on commissioning.strategy for each row execute function commissioning.keep_board();

do $$
declare
  name text;
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  led constant text := 'lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
  of_led constant text := 'exists (select from commissioning.strategy s where s.id = strategy and s.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[]))';
begin
  foreach name in array array['strategy', 'strategy_need', 'strategy_service', 'criterion', 'strategy_option', 'score'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  execute format('create policy read on commissioning.strategy for select to goldenthread_app using (%s or %s)', seen, led);
  execute format('create policy keep on commissioning.strategy to goldenthread_app using (%s or %s) with check (%s or %s)', kept, led, kept, led);
  foreach name in array array['criterion', 'strategy_option', 'score', 'strategy_need', 'strategy_service'] loop
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or %s)', name, seen, of_led);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s or %s) with check (%s or %s)', name, kept, of_led, kept, of_led);
  end loop;
end $$;
grant delete on commissioning.strategy_need, commissioning.strategy_service, commissioning.score to goldenthread_app;

-- On the golden thread: a strategy answers needs, a service carries out a strategy, a decision decides on it. Added to what stands in the two views.
do $$
begin
  execute format('create or replace view commissioning.thread_node with (security_invoker = true) as %s union all %s', rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';'),
    'select ''strategy''::text, y.id, y.title, y.body, null::date, null::date, case when y.sight = ''draft'' then ''{draft}''::text[] else ''{}''::text[] end from commissioning.strategy y');
  execute format('create or replace view commissioning.thread_link with (security_invoker = true) as %s union all %s', rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';'),
    'select ''strategy''::text, n.strategy, ''answers''::text, n.kind, n.need, null::date, null::date from commissioning.strategy_need n'
    ' union all select ''service''::text, v.service, ''carries-out''::text, ''strategy''::text, v.strategy, null::date, null::date from commissioning.strategy_service v'
    ' union all select ''decision''::text, y.decision, ''decides-on''::text, ''strategy''::text, y.id, null::date, null::date from commissioning.strategy y where y.decision is not null');
end $$;
call thread.compose();
