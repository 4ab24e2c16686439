-- Contracts (requirement C9; handbook of commissioning 1.4, 2, 3.7): who provides, for how much, for how long; lots, extensions, what is measured, how it went.
create table commissioning.contract (
  id uuid primary key,
  body uuid not null references governance.body,           -- the board that keeps it
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  reference text not null default '',
  summary text not null default '',                        -- what is bought, in plain words
  commissioner uuid not null references governance.organisation, -- who signs it and pays
  regime text not null references commissioning.regime,
  process text not null default '',                        -- by which process of its regime; empty: not said, and never guessed
  starts_on date not null,
  ends_on date check (ends_on > starts_on),                -- first day after its first term; null: ongoing
  net bigint check (net >= 0),                             -- its whole value in pence; null: not known
  gross bigint check (gross >= 0),
  vat text not null default 'not-known' check (vat in ('standard', 'none', 'mixed', 'not-known')),
  vat_note text not null default '',                       -- what explains a mixture
  said text not null default '',                           -- what its source said of the value
  volume bigint check (volume > 0),                        -- what is guaranteed; null: nothing
  volume_unit text not null default '',
  served int check (served >= 0),                          -- how many people it serves; null: not known
  engaged_on date,                                         -- market engagement began
  tendered_on date,
  notified_on date,                                        -- the notice of the award was published
  standstill_until date check (standstill_until >= notified_on), -- its last day
  awarded_on date,
  signed_on date,
  ended_on date check (ended_on > starts_on),              -- ended before its term: the first day on which it has no effect
  ended_because text not null default '',
  agreement uuid references commissioning.agreement,
  decision uuid references meetings.decision,              -- the decision that it rests on
  is_cleared boolean not null default false,               -- a person has decided that nobody can be told from it
  runs_until date,                                         -- kept by the database: first day on which it has no effect, with the extensions that were taken; null: ongoing
  version int not null default 1,
  unique (id, body, sight),
  unique (id, body),
  check ((ended_on is null) = (ended_because = '')),
  check (vat <> 'mixed' or vat_note <> ''),
  check ((volume is null) = (volume_unit = '')),
  constraint contract_after_standstill check (signed_on is null or standstill_until is null or signed_on > standstill_until),
  constraint contract_process check (regime = 'provider-selection' and process in ('', 'direct-award-a', 'direct-award-b', 'direct-award-c', 'most-suitable-provider', 'competitive')
    or regime <> 'provider-selection' and process in ('', 'open', 'flexible', 'direct-award', 'framework')),
  -- A title that could tell who a child is waits for a person (handbook of commissioning 7).
  constraint contract_held check (sight <> 'public' or is_cleared or not commissioning.might_identify(title || ' ' || summary || ' ' || reference, served))
);
create index on commissioning.contract (body);
create index on commissioning.contract (commissioner);
create index on commissioning.contract (decision) where decision is not null;
create index on commissioning.contract (agreement) where agreement is not null;
-- That a person let it be shown, or took it back, and why: for those who keep it.
create table commissioning.contract_clearing (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  settled text not null check (settled in ('cleared', 'held')),
  because text not null check (because <> ''),
  on_day date not null,
  by_person uuid not null references governance.person,
  foreign key (contract, body) references commissioning.contract (id, body)
);
create index on commissioning.contract_clearing (contract);

-- Its lots, each with a status of its own, which may differ from that of the contract.
create table commissioning.contract_lot (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),
  title text not null check (title <> ''),
  area uuid references governance.area,
  status text not null check (status in ('planned', 'active', 'awarded', 'unsuccessful', 'cancelled')),
  provider_limit int check (provider_limit > 0),           -- how many providers at most; null: no limit
  unique (contract, number),
  unique (id, contract),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
-- Who provides: alone, in a consortium, for another; for the whole or for one lot, from when to when.
create table commissioning.contract_provider (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  provider uuid not null references commissioning.provider,
  part text not null check (part in ('provider', 'consortium-lead', 'consortium', 'sub-contractor')),
  under uuid,                                              -- for whom a sub-contractor works
  lot uuid,                                                -- null: the whole contract
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  unique (id, contract),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  foreign key (under, contract) references commissioning.contract_provider (id, contract),
  foreign key (lot, contract) references commissioning.contract_lot (id, contract),
  check ((part = 'sub-contractor') = (under is not null)),
  check (under <> id),
  constraint contract_provider_once exclude using gist (contract with =, provider with =, (coalesce(lot, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    daterange(starts_on, ends_on) with &&)
);
create index on commissioning.contract_provider (provider);
create index on commissioning.contract_provider (contract);
create index on commissioning.contract_provider (lot) where lot is not null;
-- Options to extend it: taken by a decision, let go, or still open.
create table commissioning.contract_extension (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  months int not null check (months between 1 and 120),
  take_by date,                                            -- last day to take it; null: as the calendar of renewals says
  taken_on date,
  declined_on date,
  decision uuid references meetings.decision,
  decided_by text not null default '',                     -- where it was decided outside this house, and by whom
  unique (contract, position),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  check (taken_on is null or declined_on is null),
  constraint extension_by_decision check (taken_on is null or decision is not null or decided_by <> '')
);
-- What it links to.
create table commissioning.contract_service (
  contract uuid not null,
  body uuid not null,
  sight text not null,
  service uuid not null references commissioning.service,
  primary key (contract, service),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create index on commissioning.contract_service (service);
create table commissioning.contract_outcome (
  contract uuid not null,
  body uuid not null,
  sight text not null,
  outcome uuid not null references plans.outcome,
  primary key (contract, outcome),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create index on commissioning.contract_outcome (outcome);
create table commissioning.contract_line (
  contract uuid not null,
  body uuid not null,
  sight text not null,
  line uuid not null references commissioning.budget_line,
  primary key (contract, line),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create index on commissioning.contract_line (line);
-- Notices that were published of it.
create table commissioning.contract_notice (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null check (kind in ('planning', 'tender', 'award-notice', 'details-notice', 'decision-record', 'assessment', 'change', 'termination')),
  code text not null default '',                           -- as its law numbers it, for example UK7
  published_on date not null,
  reference text not null default '',
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create index on commissioning.contract_notice (contract);
create table commissioning.contract_clause (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null check (kind in ('quality', 'safeguarding', 'workforce', 'other')),
  text text not null check (text <> ''),
  clause text not null default '',                         -- its number in the contract
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create index on commissioning.contract_clause (contract);
-- What is measured, how often, and what is asked for.
create table commissioning.contract_kpi (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  unit text not null default '',
  better text not null check (better in ('higher', 'lower')),
  target numeric(14, 4),                                   -- null: none was agreed
  tolerance numeric(14, 4) not null default 0 check (tolerance >= 0), -- how far from it is amber
  measure uuid references performance.measure,             -- the measure whose target it shares
  every_months int not null check (every_months in (1, 2, 3, 4, 6, 12)),
  report_days int not null default 20 check (report_days between 1 and 120), -- within how many days after a period it is reported
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  is_public boolean not null default false,                -- its results are for everybody
  version int not null default 1,
  unique (contract, position),
  unique (id, contract, is_public),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create index on commissioning.contract_kpi (measure) where measure is not null;
-- What a provider reported for one period; a correction is another report, and the latest counts.
create table commissioning.kpi_result (
  id uuid primary key,
  kpi uuid not null,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  is_public boolean not null,
  provider uuid not null references commissioning.provider,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),       -- first day after the period
  value numeric(14, 4),                                    -- null: it could not be measured, and `said` says why
  said text not null default '',
  reported_on date not null,
  reported_by uuid not null references governance.person,
  foreign key (kpi, contract, is_public) references commissioning.contract_kpi (id, contract, is_public) on update cascade,
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  check (value is not null or said <> ''),
  constraint result_not_ahead check (reported_on >= ends_on)
);
create index on commissioning.kpi_result (contract, provider);
create index on commissioning.kpi_result (kpi);
-- Performance as it was assessed, in the words of the law.
create table commissioning.contract_assessment (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  assessed_on date not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  rating text not null references commissioning.rating_word,
  because text not null check (because <> ''),
  published_on date check (published_on >= assessed_on),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  check (ends_on <= assessed_on)
);
create index on commissioning.contract_assessment (contract);
create table commissioning.contract_visit (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  planned_on date not null,
  held_on date,
  found text not null default '',
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  check ((held_on is null) = (found = ''))
);
create index on commissioning.contract_visit (contract);
-- Notices of poor performance to one provider.
create table commissioning.performance_notice (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  provider uuid not null references commissioning.provider,
  issued_on date not null,
  because text not null check (because <> ''),
  answer_by date not null check (answer_by >= issued_on),
  answered_on date check (answered_on >= issued_on),
  answer text not null default '',
  closed_on date check (closed_on >= issued_on),
  outcome text not null default '',
  version int not null default 1,
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  check ((answered_on is null) = (answer = '')),
  check ((closed_on is null) = (outcome = ''))
);
create index on commissioning.performance_notice (contract);
-- What is done when a provider fails: never for everybody.
create table commissioning.failure_plan (
  contract uuid primary key,
  body uuid not null,
  sight text not null,
  text text not null check (text <> ''),
  reviewed_on date not null,
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
-- Steps of its renewal that are done.
create table commissioning.contract_step (
  contract uuid not null,
  body uuid not null,
  sight text not null,
  key text not null,
  done_on date not null,
  note text not null default '',
  primary key (contract, key),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
