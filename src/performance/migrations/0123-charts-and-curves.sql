-- How charts are judged, and what a board does to turn a curve (requirements I3, T4; handbook of plans and performance 1.3, 1.6, 3.5, 3.7).

-- Screening of outliers and the least numbers of points are settings with a day from which they hold: the house's, or those of one board.
create table performance.chart_rules (
  id uuid primary key,
  body uuid references governance.body,    -- null: the house's, until a board sets its own
  starts_on date not null,
  screening boolean not null,              -- leaves out, once, moving ranges as large as 3.267 mean ranges
  run_below int not null check (run_below between 2 and 100),    -- below so many figures a run chart is shown first
  trial_below int not null check (trial_below between 2 and 100),
  none_below int not null check (none_below between 2 and 100),  -- below so many there are no limits at all
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  unique nulls not distinct (body, starts_on),
  check (none_below <= trial_below)
);
insert into performance.chart_rules (id, body, starts_on, screening, run_below, trial_below, none_below, reason, made_at, actor) values
  ('00000000-0000-7000-8000-0000000c4a01', null, '2000-01-01', true, 12, 12, 7, 'As in ‘Making Data Count’, outliers screened', '2000-01-01T00:00:00Z', platform.system_actor());

-- The story behind a curve. Another one follows the one before, which stays.
create table performance.curve_story (
  id uuid primary key,
  measure uuid not null references performance.measure,
  number int not null check (number > 0),
  words text not null check (words <> ''),
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  unique (measure, number)
);
-- Who has a part in turning it, and which.
create table performance.curve_partner (
  id uuid primary key,
  measure uuid not null references performance.measure,
  organisation uuid references governance.organisation,  -- null: none of those that are recorded
  name text not null check (name <> ''),
  part text not null check (part <> ''),
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  withdrawn_at timestamptz
);
create index on performance.curve_partner (measure);
-- What works, with what it costs: at least one idea is to cost little or nothing.
create table performance.curve_idea (
  id uuid primary key,
  measure uuid not null references performance.measure,
  words text not null check (words <> ''),
  cost text not null check (cost in ('none', 'low', 'some', 'not-known')),
  evidence text not null default '',       -- what it rests on; empty: nothing is said
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  withdrawn_at timestamptz
);
create index on performance.curve_idea (measure);
-- What was agreed: an action of a plan.
create table performance.curve_action (
  id uuid primary key,
  measure uuid not null references performance.measure,
  action uuid not null references plans.action,
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  withdrawn_at timestamptz
);
create unique index on performance.curve_action (measure, action) where withdrawn_at is null;

do $$
declare name text;
begin
  foreach name in array array['chart_rules', 'curve_story', 'curve_partner', 'curve_idea', 'curve_action'] loop
    perform platform.protect(format('performance.%I', name)::regclass);
    execute format('grant select, insert on performance.%I to goldenthread_app', name);
    execute format('create policy system on performance.%I to goldenthread_app using ((select performance.is_system())) with check ((select performance.is_system()))', name);
  end loop;
  create policy read on performance.chart_rules for select to goldenthread_app using (true);
  create policy keep on performance.chart_rules for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
  create trigger stays before update or delete on performance.chart_rules for each row execute function performance.only_changes();
  create trigger stays before update or delete on performance.curve_story for each row execute function performance.only_changes();
  -- The story is read with its measure, and told by the clerk and by whoever answers for the figures.
  foreach name in array array['curve_story', 'curve_partner', 'curve_idea', 'curve_action'] loop
    execute format('create policy read on performance.%I for select to goldenthread_app using (measure in (select m.id from performance.measure m))', name);
    execute format('create policy keep on performance.%I for insert to goldenthread_app with check (measure = any ((select performance.my_measures())::uuid[])
      or measure in (select m.id from performance.measure m where m.body = any ((select governance.my_clerk_bodies())::uuid[])))', name);
    continue when name = 'curve_story';
    execute format('grant update (withdrawn_at) on performance.%I to goldenthread_app', name);
    execute format('create policy take_back on performance.%I for update to goldenthread_app using (measure = any ((select performance.my_measures())::uuid[])
      or measure in (select m.id from performance.measure m where m.body = any ((select governance.my_clerk_bodies())::uuid[])))', name);
    execute format('create trigger stays before update or delete on performance.%I for each row execute function performance.only_changes(''withdrawn_at'')', name);
    execute format('create trigger only_forward before update on performance.%I for each row execute function performance.only_forward()', name);
  end loop;
end $$;
