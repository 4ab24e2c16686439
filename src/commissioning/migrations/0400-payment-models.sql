-- A year of packages modelled under several payment mechanisms before one is chosen (requirement C10; handbook of commissioning 3.6): every assumption is
-- stored, so that what is shown can be worked again by whoever doubts it. No person stands behind a row: cohorts are assumed.
create table commissioning.payment_model (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  lead uuid not null references governance.organisation,   -- the lead commissioner
  strategy uuid,                                           -- for which strategy it is worked; null: for none
  starts_on date not null,                                 -- first day of its first week
  weeks int not null default 52 check (weeks between 4 and 104),
  starts text not null check (starts in ('evenly', 'at-once')),
  sources text not null check (sources <> ''),             -- where the assumptions come from
  chosen uuid,                                             -- the mechanism that was chosen; null: none yet
  chosen_because text not null default '',
  version int not null default 1,
  unique (id, body, sight),
  check ((chosen is null) = (chosen_because = ''))
);
create index on commissioning.payment_model (body);
create index on commissioning.payment_model (lead);
create unique index strategy_of_board on commissioning.strategy (id, body);
alter table commissioning.payment_model add foreign key (strategy, body) references commissioning.strategy (id, body);
create index on commissioning.payment_model (strategy) where strategy is not null;

-- Packages that are alike: how many, how much care a week before, in and after the week in which less care is needed, and how long they last.
create table commissioning.payment_model_cohort (
  id uuid primary key,
  model uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  packages int not null check (packages between 1 and 100000),
  minutes_before int not null check (minutes_before between 1 and 10080),
  minutes_at int not null check (minutes_at between 0 and 10080),
  minutes_after int not null check (minutes_after between 0 and 10080),
  outcome_week int not null check (outcome_week between 1 and 104),
  lengths int[] not null check (cardinality(lengths) between 1 and 8 and 1 <= all (lengths) and 104 >= all (lengths)),
  shares int[] not null check (1 <= all (shares)),         -- the parts of the packages that last so long; whole numbers of any sum
  unique (model, position),
  unique (id, model),
  foreign key (model, body, sight) references commissioning.payment_model (id, body, sight) on update cascade,
  check (cardinality(lengths) = cardinality(shares))
);
-- The mechanisms that are compared, in order: others are measured against the first. Rates are hundredths of a penny an hour and are never rounded.
create table commissioning.payment_model_option (
  id uuid primary key,
  model uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  base text not null check (base in ('time-and-task', 'stepped', 'incentive', 'none')),
  rate bigint check (rate between 1 and 100000000),
  step_weeks int[] not null default '{}' check (1 <= all (step_weeks)),
  step_rates bigint[] not null default '{}' check (1 <= all (step_rates)),
  continue_weeks int check (continue_weeks between 0 and 104),
  on_relapse text check (on_relapse in ('keep', 'revert', 'review')),
  block_pence bigint check (block_pence > 0),
  block_weeks int check (block_weeks between 1 and 104),
  bonus_pence bigint check (bonus_pence > 0),
  claw_back_weeks int check (claw_back_weeks between 0 and 104),
  unique (model, position),
  unique (id, model),
  foreign key (model, body, sight) references commissioning.payment_model (id, body, sight) on update cascade,
  constraint payment_terms_whole check ((base = 'none') = (rate is null) and (base = 'stepped') = (cardinality(step_weeks) > 0)
    and cardinality(step_weeks) = cardinality(step_rates) and cardinality(step_weeks) <= 6
    and (base = 'incentive') = (continue_weeks is not null) and (base = 'incentive') = (on_relapse is not null)
    and (block_pence is null) = (block_weeks is null) and (bonus_pence is null) = (claw_back_weeks is null)
    and (base <> 'none' or block_pence is not null or bonus_pence is not null))
);
alter table commissioning.payment_model add foreign key (chosen, id) references commissioning.payment_model_option (id, model);
create index on commissioning.payment_model (chosen) where chosen is not null;
-- In how many of a hundred packages that last long enough the outcome is assumed under a mechanism.
create table commissioning.payment_model_share (
  option uuid not null,
  cohort uuid not null,
  model uuid not null,
  body uuid not null,
  sight text not null,
  percent int not null check (percent between 0 and 100),
  primary key (option, cohort),
  foreign key (option, model) references commissioning.payment_model_option (id, model),
  foreign key (cohort, model) references commissioning.payment_model_cohort (id, model),
  foreign key (model, body, sight) references commissioning.payment_model (id, body, sight) on update cascade
);
create index on commissioning.payment_model_share (cohort);
create index on commissioning.payment_model_share (model);
-- Who pays, by weight.
create table commissioning.payment_model_payer (
  model uuid not null,
  body uuid not null,
  sight text not null,
  organisation uuid not null references governance.organisation,
  weight int not null check (weight between 1 and 1000000),
  primary key (model, organisation),
  foreign key (model, body, sight) references commissioning.payment_model (id, body, sight) on update cascade
);
create index on commissioning.payment_model_payer (organisation);

create trigger payment_model_stays before update on commissioning.payment_model for each row execute function commissioning.keep_board();
-- Once a mechanism is chosen, what it was chosen by stands.
create function commissioning.keep_payment_model() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_model uuid; part jsonb; earlier jsonb;
begin
  part := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  earlier := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  if tg_op = 'UPDATE' and part - 'sight' = earlier - 'sight' then return new; end if;
  of_model := (part ->> 'model')::uuid;
  if exists (select from commissioning.payment_model m where m.id = of_model and m.chosen is not null) then
    raise exception 'a mechanism was chosen by it' using errcode = 'check_violation', constraint = 'payment_model_chosen_stands';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke all on function commissioning.keep_payment_model() from public;

do $$
declare
  name text;
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  led constant text := 'lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
  of_led constant text := 'exists (select from commissioning.payment_model m where m.id = model and m.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[]))';
begin
  foreach name in array array['payment_model', 'payment_model_cohort', 'payment_model_option', 'payment_model_share', 'payment_model_payer'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    continue when name = 'payment_model';
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or %s)', name, seen, of_led);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s or %s) with check (%s or %s)', name, kept, of_led, kept, of_led);
    execute format('create trigger %I before insert or update or delete on commissioning.%I for each row execute function commissioning.keep_payment_model()', name || '_stands', name);
  end loop;
  execute format('create policy read on commissioning.payment_model for select to goldenthread_app using (%s or %s)', seen, led);
  execute format('create policy keep on commissioning.payment_model to goldenthread_app using (%s or %s) with check (%s or %s)', kept, led, kept, led);
end $$;
grant delete on commissioning.payment_model_share, commissioning.payment_model_payer to goldenthread_app;
