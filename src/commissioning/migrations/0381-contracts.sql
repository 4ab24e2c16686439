-- Contracts (requirement C9; handbook of commissioning 1.4, 2, 3.7, 7): who provides, for how much, for how long, under which rules of buying; lots, extensions,
-- what is measured, how it went. Rules that change are dated data with their source.

-- Which law or practice a contract is bought under.
create table commissioning.regime (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  source text not null default '',
  position int not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on)                 -- first day on which nothing new is bought under it
);
insert into commissioning.regime (code, name, source, position, starts_on, ends_on) values
  ('procurement-act', 'Procurement Act 2023', 'Procurement Act 2023', 1, '2025-02-24', null),
  ('light-touch', 'Light touch under the Procurement Act', 'Procurement Act 2023, section 9; SI 2024/692', 2, '2025-02-24', null),
  ('provider-selection', 'Provider Selection Regime', 'SI 2023/1348', 3, '2024-01-01', null),
  ('below-threshold', 'Below the threshold', 'Procurement Act 2023, part 6', 4, '2025-02-24', null),
  ('grant', 'Grant', '', 5, '2000-01-01', null),
  ('earlier', 'Public Contracts Regulations 2015', 'SI 2015/102', 6, '2015-02-26', '2025-02-24');
-- What each of them asks for, from when to when. `counts`: how the days are counted, from the day after the event, or with the event's own day as the first.
create table commissioning.regime_duty (
  id uuid primary key default gen_random_uuid(),
  regime text not null references commissioning.regime,
  key text not null check (key in ('award-notice', 'standstill', 'details-notice', 'kpis', 'assessment', 'end-assessment', 'decision-record')),
  asks text not null check (asks <> ''),
  processes text[] not null default '{}',                  -- for which processes of the regime; empty: for all
  above bigint check (above > 0),                          -- for contracts worth more than so many pence with VAT; null: for all
  amount int not null check (amount between 0 and 366),    -- days, months, or how many
  counts text not null check (counts in ('working-day-after', 'working-same-day', 'calendar', 'months', 'number')),
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint regime_duty_once exclude using gist (regime with =, key with =, daterange(starts_on, ends_on) with &&)
);
insert into commissioning.regime_duty (regime, key, asks, processes, above, amount, counts, source, starts_on) values
  ('procurement-act', 'award-notice', 'Publish the contract award notice (UK6) before the contract is signed', '{}', null, 0, 'calendar', 'Procurement Act 2023, section 50', '2025-02-24'),
  ('procurement-act', 'standstill', 'Do not sign before the standstill is over', '{}', null, 8, 'working-same-day', 'Procurement Act 2023, section 51', '2025-02-24'),
  ('procurement-act', 'details-notice', 'Publish the contract details notice (UK7)', '{}', null, 30, 'calendar', 'Procurement Act 2023, section 53', '2025-02-24'),
  ('procurement-act', 'kpis', 'Set and publish at least three indicators of performance', '{}', 500000000, 3, 'number', 'Procurement Act 2023, section 52', '2025-02-24'),
  ('procurement-act', 'assessment', 'Assess performance and publish it (UK9)', '{}', 500000000, 12, 'months', 'Procurement Act 2023, section 71', '2025-02-24'),
  ('procurement-act', 'end-assessment', 'Assess performance when the contract has ended', '{}', 500000000, 0, 'calendar', 'Procurement Act 2023, section 71', '2025-02-24'),
  ('light-touch', 'award-notice', 'Publish the contract award notice (UK6)', '{}', null, 0, 'calendar', 'Procurement Act 2023, section 50', '2025-02-24'),
  ('light-touch', 'details-notice', 'Publish the contract details notice (UK7)', '{}', null, 120, 'calendar', 'Procurement Act 2023, section 53', '2025-02-24'),
  ('provider-selection', 'decision-record', 'Keep a record of how the provider was selected', '{}', null, 0, 'calendar', 'SI 2023/1348, regulation 24', '2024-01-01'),
  ('provider-selection', 'award-notice', 'Publish the notice of the intended award', '{direct-award-c,most-suitable-provider,competitive}', null, 0, 'calendar', 'SI 2023/1348, regulations 9 to 11', '2024-01-01'),
  ('provider-selection', 'standstill', 'Do not sign before the standstill is over', '{direct-award-c,most-suitable-provider,competitive}', null, 8, 'working-day-after', 'SI 2023/1348, regulation 12', '2024-01-01'),
  ('provider-selection', 'details-notice', 'Publish the notice of the award', '{}', null, 30, 'calendar', 'SI 2023/1348, schedules 2 to 6', '2024-01-01'),
  ('below-threshold', 'details-notice', 'Publish the contract details notice (UK7) as soon as can be', '{}', null, 30, 'calendar', 'Procurement Act 2023, section 87', '2025-02-24');
-- Words by which performance is assessed in public.
create table commissioning.rating_word (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  position int not null,
  source text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
insert into commissioning.rating_word (code, name, position, source, starts_on) values
  ('good', 'Good', 1, 'SI 2024/692, regulation 39', '2025-02-24'),
  ('approaching-target', 'Approaching target', 2, 'SI 2024/692, regulation 39', '2025-02-24'),
  ('requires-improvement', 'Requires improvement', 3, 'SI 2024/692, regulation 39', '2025-02-24'),
  ('inadequate', 'Inadequate', 4, 'SI 2024/692, regulation 39', '2025-02-24'),
  ('other', 'Other', 5, 'SI 2024/692, regulation 39', '2025-02-24');
-- Rates of VAT.
create table commissioning.vat_rate (
  id uuid primary key default gen_random_uuid(),
  treatment text not null check (treatment in ('standard', 'none')),
  basis_points int not null check (basis_points between 0 and 10000),
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint vat_rate_once exclude using gist (treatment with =, daterange(starts_on, ends_on) with &&)
);
insert into commissioning.vat_rate (treatment, basis_points, source, starts_on) values
  ('standard', 2000, 'Value Added Tax Act 1994, section 2', '2011-01-04'),
  ('none', 0, 'Exempt, zero-rated or outside the scope', '2000-01-01');
-- How long before the end of a contract each step of its renewal is due.
create table commissioning.renewal_step (
  id uuid primary key default gen_random_uuid(),
  key text not null check (key in ('review', 'decision', 'tender', 'extension', 'notice')),
  name text not null check (name <> ''),
  months int not null check (months between 0 and 60),
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint renewal_step_once exclude using gist (key with =, daterange(starts_on, ends_on) with &&)
);
insert into commissioning.renewal_step (key, name, months, source, starts_on) values
  ('review', 'Review the service with those who use it', 18, 'Practice of commissioning', '2000-01-01'),
  ('decision', 'The board decides what follows', 12, 'Practice of commissioning', '2000-01-01'),
  ('tender', 'The tender begins', 9, 'Practice of commissioning', '2000-01-01'),
  ('extension', 'Last day to take an extension', 6, 'Practice of commissioning', '2000-01-01'),
  ('notice', 'The provider is told what follows', 3, 'Practice of commissioning', '2000-01-01');

-- The same rule has the same id in every house, so that archives of different houses know it.
update commissioning.regime_duty set id = md5(regime || ' ' || key)::uuid;
update commissioning.vat_rate set id = md5('vat ' || treatment)::uuid;
update commissioning.renewal_step set id = md5('renewal ' || key)::uuid;

-- Whether a title could tell who a child is: initials, numbers of cases, placements, ages, fewer people than the threshold.
create function commissioning.might_identify(title text, served int) returns boolean language sql immutable parallel safe as $$
  select coalesce(served < 10, false)
    or title ~* '\m(placements?|bespoke|individual package|spot purchase|case|child|pupil|patient|yp|ref)\M'
    or title ~ '\m[A-Z]\.? ?[A-Z]\.(?![A-Za-z])' or title ~ '\m[A-Z]\.[A-Z]\M'
    or title ~* '\maged? [0-9]{1,2}\M(?! ?(to|-|–|and))' or title ~* '\m[0-9]{1,2}[ -]years?[ -]old\M'
    or title ~ '\m[0-9]{5,}\M' or title ~ '\m[A-Z]{2,3}[0-9]{3,}\M'
$$;

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
