-- What a new duty would cost (requirement C5): assumptions by year as low, central and high, each with its source and its day, and which money is named for it.
-- Nothing of it is part of a plan, a budget or a ledger.
alter table commissioning.service add unique (id, body);
alter table commissioning.fund add unique (id, body);
create table commissioning.scenario (
  id uuid primary key,
  body uuid not null references governance.body,           -- the board that is to know
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  lead uuid not null references governance.organisation,
  title text not null check (title <> ''),
  duty text not null check (duty <> ''),                   -- which duty, by which law or decision, in plain words
  service uuid,                                            -- the service that would do it; null: none is named
  strategy uuid,                                           -- the strategy that asks for it; null: none is named
  version int not null default 1,
  unique (id, body, sight),
  foreign key (service, body) references commissioning.service (id, body),
  foreign key (strategy, body) references commissioning.strategy (id, body)
);
create index on commissioning.scenario (body);
create index on commissioning.scenario (service) where service is not null;
create index on commissioning.scenario (strategy) where strategy is not null;
-- What is assumed of one year. Of two of one option and year the later counts; what was assumed before stays to be read.
create table commissioning.scenario_assumption (
  id uuid primary key,
  scenario uuid not null,
  body uuid not null,
  sight text not null,
  option text not null check (option in ('low', 'central', 'high')),
  year int not null check (year between 2000 and 2100),    -- the financial year that begins in April of it
  volume int not null check (volume >= 0),                 -- people or units who could come
  take_up int not null check (take_up between 0 and 10000),        -- how many of them do, in hundredths of a percent
  unit bigint not null check (unit > 0),                   -- pence for one, at prices of the first year
  rise int not null check (rise between -5000 and 10000),  -- by how much prices rise into this year, in hundredths of a percent; of the first year it counts nothing
  source text not null check (source <> ''),
  said_on date not null,                                   -- on which day that was the best known
  foreign key (scenario, body, sight) references commissioning.scenario (id, body, sight) on update cascade
);
create index on commissioning.scenario_assumption (scenario);
create function commissioning.keep_assumption() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
    raise exception 'what was assumed stays as it was' using errcode = 'check_violation', constraint = 'assumption_stands';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_assumption() from public;
create trigger scenario_assumption_stands before update on commissioning.scenario_assumption for each row execute function commissioning.keep_assumption();
-- Which money is named for it; what is not named here has no funding.
create table commissioning.scenario_funding (
  id uuid primary key,
  scenario uuid not null,
  body uuid not null,
  sight text not null,
  year int not null check (year between 2000 and 2100),
  pence bigint not null check (pence > 0),
  fund uuid,                                               -- out of which fund; null: money of none, as its source says
  source text not null check (source <> ''),               -- who promised it, and where that is written
  foreign key (scenario, body, sight) references commissioning.scenario (id, body, sight) on update cascade,
  foreign key (fund, body) references commissioning.fund (id, body)
);
create index on commissioning.scenario_funding (scenario);
create index on commissioning.scenario_funding (fund) where fund is not null;
do $$
declare led constant text := 'p.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
begin
  call commissioning.protect_record('scenario');
  call commissioning.protect_part('scenario_assumption', 'scenario', led);
  call commissioning.protect_part('scenario_funding', 'scenario', led);
end $$;
grant delete on commissioning.scenario_funding to goldenthread_app;

-- On the golden thread: what a service and a strategy are to have regard to.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'cost-scenario'::text, s.id, s.title, s.body, null::date, null::date, case when s.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.scenario s$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'strategy'::text, s.strategy, 'has-regard-to'::text, 'cost-scenario'::text, s.id, null::date, null::date from commissioning.scenario s where s.strategy is not null
  union all
  select 'service'::text, s.service, 'has-regard-to'::text, 'cost-scenario'::text, s.id, null::date, null::date from commissioning.scenario s where s.service is not null$sql$;
end $$;
call thread.compose();
