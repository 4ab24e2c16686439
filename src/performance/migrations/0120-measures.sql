-- Measures: what they mean, what is aimed at, what was observed (requirements I1, I2, I6; handbook of plans and performance 1.3, 6).
-- A measure belongs to a board. A figure is never written over: another one is a new row with its reason. A state such as 'missing' is a value, never a zero.
create schema performance;
grant usage on schema performance to goldenthread_app;

create function performance.is_system() returns boolean language sql stable as $$ select platform.actor() = platform.system_actor() $$;
-- Refuses a change of any column that is not named, and every deletion: whoever writes. Without names tg_argv is null, and null is no list.
create function performance.only_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(old) - coalesce(tg_argv, '{}'::text[]) is distinct from to_jsonb(new) - coalesce(tg_argv, '{}'::text[]) then
    raise exception '% stays as it was written', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create table performance.measure (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  reference text not null default '',      -- as the plan numbers it, for example '2.3'; empty: none
  withdrawn_on date,                       -- first day on which it is no longer kept; its figures stay
  withdrawn_reason text not null default '',
  version int not null default 1,
  unique (id, body),
  check ((withdrawn_on is null) = (withdrawn_reason = ''))
);
create index on performance.measure (body);

-- What a measure means, from a day on: the definition that was in force at the end of a period is the one its figure was made by.
create table performance.measure_definition (
  id uuid primary key,
  measure uuid not null references performance.measure,
  number int not null check (number > 0),
  starts_on date not null,                 -- first day; it holds until the next one starts
  title text not null check (title <> ''),
  meaning text not null default '',        -- what is counted, in plain words
  unit text not null default '',           -- 'families', '%', 'days'
  polarity text not null check (polarity in ('higher', 'lower', 'band', 'none')),
  level text not null check (level in ('population', 'service')),
  kind text not null check (kind in ('flow', 'stock', 'rate', 'ratio', 'score', 'text')),
  numerator text not null default '',      -- in words
  denominator text not null default '',
  scale int not null default 1 check (scale in (1, 100, 1000, 10000, 100000)),  -- a rate is numerator / denominator x scale: 100 for percent
  over_time text not null check (over_time in ('sum', 'last', 'remade', 'none')),
  over_areas text not null check (over_areas in ('sum', 'remade', 'none')),
  source text not null default '',
  owner_person uuid references governance.person,      -- who answers for a red or missing figure; null: nobody is named
  owner_office text not null default '',
  owner_organisation uuid references governance.organisation,
  frequency text not null check (frequency in ('month', 'quarter', 'financial-year', 'academic-year', 'calendar-year', 'other')),
  lag_days int not null default 0 check (lag_days between 0 and 1500),  -- after the end of a period, until its figure is due
  breakdowns jsonb not null default '[]',  -- [{"dimension": "Sex", "categories": ["Female", "Male"]}]
  decimals int not null default 0 check (decimals between 0 and 6),
  suppression text not null default 'none' check (suppression in ('none', 'small-counts')),
  plausible_from numeric,                  -- outside these a figure is asked for again, never refused
  plausible_to numeric check (plausible_to >= plausible_from),
  breaks_series boolean not null default false,  -- figures before it are not comparable
  reason text not null default '',         -- why it was changed
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  unique (measure, number),
  unique (measure, starts_on),
  check (number = 1 or reason <> '')
);

create table performance.baseline (
  id uuid primary key,
  measure uuid not null references performance.measure,
  value numeric not null check (abs(value) < 1e18),
  period_type text not null check (period_type in ('month', 'quarter', 'financial-year', 'academic-year', 'calendar-year', 'other')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  method text not null check (method in ('single-period', 'mean-of-twelve', 'same-period-last-year', 'as-stated')),
  source text not null default '',
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  unique (id, measure)
);
create index on performance.baseline (measure);

-- What is aimed at in the periods that end in its dates. A target that rests on a baseline nobody knows yet waits for it: its words are shown, its value is pending.
create table performance.target (
  id uuid primary key,
  measure uuid not null references performance.measure,
  starts_on date not null,                 -- it judges every period whose last day lies within
  ends_on date check (ends_on > starts_on),
  words text not null check (words <> ''), -- as its author wrote it: '25% increase'
  kind text not null check (kind in ('value', 'band', 'relative', 'points', 'yearly', 'each-period', 'trajectory')),
  value numeric check (abs(value) < 1e18), -- value, lower end of a band, percent, points, or so much in each period
  upper numeric check (abs(upper) < 1e18 and upper >= value),
  years int check (years between 1 and 30),
  growth text check (growth in ('compound', 'simple')),
  baseline uuid,
  tolerance_kind text check (tolerance_kind in ('share', 'amount', 'edge')),
  tolerance numeric check (abs(tolerance) < 1e18),
  green_means text not null default '',    -- the written definitions of its colours; empty: the house's words
  amber_means text not null default '',
  red_means text not null default '',
  set_by text not null check (set_by <> ''),
  source text not null default '',
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  unique (id, measure),
  foreign key (baseline, measure) references performance.baseline (id, measure),
  check ((kind = 'trajectory') = (value is null)),
  check ((kind = 'band') = (upper is not null)),
  check ((kind = 'yearly') = (years is not null) and (years is null) = (growth is null)),
  check (baseline is null or kind in ('relative', 'points', 'yearly')),
  check ((tolerance_kind is null) = (tolerance is null)),
  check ((withdrawn_at is null) = (withdrawn_reason = '')),
  constraint target_one_at_a_time exclude using gist (measure with =, daterange(starts_on, ends_on) with &&) where (withdrawn_at is null)
);
create table performance.target_step (     -- of a trajectory: what is aimed at until the next step
  target uuid not null references performance.target,
  starts_on date not null,
  value numeric not null check (abs(value) < 1e18),
  primary key (target, starts_on)
);

-- How small numbers are hidden, from a day on (I6); and what was hidden, once, before anything was stored for others.
create table performance.small_number_method (
  version text primary key,
  starts_on date not null unique,
  threshold int not null check (threshold between 0 and 100),
  base int not null check (base between 1 and 100),
  hides_zeros boolean not null,
  source text not null
);
create table performance.protection (
  id uuid primary key,
  measure uuid not null references performance.measure,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  method text not null references performance.small_number_method,
  made_at timestamptz not null,
  actor uuid not null default platform.actor()
);
create index on performance.protection (measure);
-- The true counts behind protected figures. Whoever gives the figures of the measure reads them, and nobody else.
create table performance.held_value (
  protection uuid not null references performance.protection,
  measure uuid not null references performance.measure,
  area uuid references governance.area,
  dimension text not null default '',
  category text not null default '',
  numerator bigint not null check (numerator >= 0),
  denominator bigint check (denominator >= numerator),
  unique nulls not distinct (protection, area, dimension, category)
);
create index on performance.held_value (measure);

create table performance.observation (
  id uuid primary key,
  measure uuid not null,
  body uuid not null,
  sight text not null check (sight in ('members', 'public')),
  period_type text not null check (period_type in ('month', 'quarter', 'financial-year', 'academic-year', 'calendar-year', 'other')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  area uuid references governance.area,    -- null: the whole area of the board
  dimension text not null default '',      -- 'Sex'; empty: not split
  category text not null default '',       -- 'Female'
  revision int not null check (revision > 0),
  status text not null check (status in
    ('observed', 'provisional', 'final', 'estimated', 'not-yet-available', 'missing', 'suppressed', 'not-applicable', 'not-due')),
  value numeric check (abs(value) < 1e18),
  words text not null default '',          -- the value of a measure that is told in words
  numerator numeric check (abs(numerator) < 1e18),
  denominator numeric check (abs(denominator) < 1e18),
  lower_limit numeric,                     -- confidence interval, both ends or none
  upper_limit numeric check (upper_limit >= lower_limit),
  quality text not null default '',        -- note on data quality; travels with the figure
  source text not null default '',
  reason text not null default '',         -- why it differs from the revision before
  protection uuid references performance.protection,
  entered_how text not null check (entered_how in ('form', 'upload', 'api', 'import')),
  entered_at timestamptz not null,
  actor uuid not null default platform.actor(),
  published_at timestamptz,
  foreign key (measure, body) references performance.measure (id, body),
  constraint observation_revision_once unique nulls not distinct (measure, period_type, starts_on, ends_on, area, dimension, category, revision),
  check ((dimension = '') = (category = '')),
  check (revision = 1 or reason <> ''),
  check ((sight = 'public') = (published_at is not null)),
  -- A number, or words, stand exactly where the status is one that has them.
  constraint observation_number_by_status check ((status in ('observed', 'provisional', 'final', 'estimated')) = (value is not null or words <> '')),
  check (value is null or words = ''),
  check (value is not null or (numerator is null and denominator is null and lower_limit is null)),
  check ((lower_limit is null) = (upper_limit is null))
);
create index on performance.observation (measure, ends_on, revision desc);
create index on performance.observation (body, ends_on);

-- What only the measure can say: revisions follow each other, and a protected measure takes no figure that was not protected.
create function performance.keep_observation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.revision > 1 and not exists (select from performance.observation o where o.measure = new.measure and o.period_type = new.period_type
      and o.starts_on = new.starts_on and o.ends_on = new.ends_on and o.area is not distinct from new.area and o.dimension = new.dimension
      and o.category = new.category and o.revision = new.revision - 1) then
    raise exception 'there is nothing to revise' using errcode = 'check_violation', constraint = 'observation_revises';
  end if;
  if new.protection is null and new.value is not null and (select d.suppression from performance.measure_definition d where d.measure = new.measure
      order by d.starts_on < new.ends_on desc, case when d.starts_on < new.ends_on then d.starts_on end desc, d.starts_on limit 1) <> 'none' then
    raise exception 'small numbers of this measure are protected first' using errcode = 'check_violation', constraint = 'observation_protected';
  end if;
  if new.protection is not null and not exists (select from performance.protection p where p.id = new.protection and p.measure = new.measure) then
    raise exception 'it was protected for another measure' using errcode = 'check_violation', constraint = 'observation_protected';
  end if;
  return new;
end $$;
revoke all on function performance.keep_observation() from public;
create trigger observation_holds before insert on performance.observation for each row execute function performance.keep_observation();

create table performance.annotation (      -- text at a point of the chart: a policy began, counting changed
  id uuid primary key,
  measure uuid not null references performance.measure,
  on_day date not null,
  words text not null check (words <> ''),
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  withdrawn_at timestamptz
);
create index on performance.annotation (measure);
create table performance.rebase (          -- a decision that a process has changed: limits are worked out anew from that day
  id uuid primary key,
  measure uuid not null references performance.measure,
  on_day date not null,                    -- first day of the new section
  reason text not null check (reason <> ''),
  decided_by text not null check (decided_by <> ''),
  decided_on date not null,
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  withdrawn_at timestamptz
);
create unique index rebase_once on performance.rebase (measure, on_day) where withdrawn_at is null;
create table performance.commentary (      -- of the owner, on one period; another one replaces it, and the old one stays
  id uuid primary key,
  measure uuid not null,
  body uuid not null,
  sight text not null check (sight in ('members', 'public')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  words text not null check (words <> ''),
  person uuid references governance.person,
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  foreign key (measure, body) references performance.measure (id, body)
);
create index on performance.commentary (measure, ends_on);
create table performance.forecast (        -- frozen: what would happen if nothing were done, or how the year will end
  id uuid primary key,
  measure uuid not null references performance.measure,
  purpose text not null check (purpose in ('do-nothing', 'year-end')),
  method text not null check (method <> ''), -- in words
  author text not null check (author <> ''),
  frozen_on date not null,
  inputs jsonb not null default '{}',
  made_at timestamptz not null,
  actor uuid not null default platform.actor()
);
create index on performance.forecast (measure);
create table performance.forecast_point (
  forecast uuid not null references performance.forecast,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  value numeric not null check (abs(value) < 1e18),
  primary key (forecast, starts_on, ends_on)
);
-- What a measure measures: exactly one of a plan, a priority, an outcome.
create table performance.measure_link (
  id uuid primary key,
  measure uuid not null references performance.measure,
  plan uuid references plans.plan,
  priority uuid references plans.priority,
  outcome uuid references plans.outcome,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  check (num_nonnulls(plan, priority, outcome) = 1)
);
create index on performance.measure_link (measure);
create index on performance.measure_link (outcome) where outcome is not null;
create index on performance.measure_link (priority) where priority is not null;
create index on performance.measure_link (plan) where plan is not null;
