-- The rules by which contracts are made (requirement C9; handbook of commissioning 1.7, 2, 3.7, 7): regimes and what they ask for, the words of assessments,
-- rates of VAT, steps of a renewal. All of them change: dated data with their source.

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
  ('procurement-act', 'standstill', 'Do not sign before the standstill is over', '{}', null, 8, 'working-same-day', 'Procurement Act 2023, section 51 (days believed, to be checked)', '2025-02-24'),
  ('procurement-act', 'details-notice', 'Publish the contract details notice (UK7)', '{}', null, 30, 'calendar', 'Procurement Act 2023, section 53 (days believed, to be checked)', '2025-02-24'),
  ('procurement-act', 'kpis', 'Set and publish at least three indicators of performance', '{}', 500000000, 3, 'number', 'Procurement Act 2023, section 52', '2025-02-24'),
  ('procurement-act', 'assessment', 'Assess performance and publish it (UK9)', '{}', 500000000, 12, 'months', 'Procurement Act 2023, section 71', '2025-02-24'),
  ('procurement-act', 'end-assessment', 'Assess performance when the contract has ended', '{}', 500000000, 0, 'calendar', 'Procurement Act 2023, section 71', '2025-02-24'),
  ('light-touch', 'award-notice', 'Publish the contract award notice (UK6)', '{}', null, 0, 'calendar', 'Procurement Act 2023, section 50', '2025-02-24'),
  ('light-touch', 'details-notice', 'Publish the contract details notice (UK7)', '{}', null, 120, 'calendar', 'Procurement Act 2023, section 53 (days believed, to be checked)', '2025-02-24'),
  ('provider-selection', 'decision-record', 'Keep a record of how the provider was selected', '{}', null, 0, 'calendar', 'SI 2023/1348, regulation 24', '2024-01-01'),
  ('provider-selection', 'award-notice', 'Publish the notice of the intended award', '{direct-award-c,most-suitable-provider,competitive}', null, 0, 'calendar', 'SI 2023/1348, regulations 9 to 11', '2024-01-01'),
  ('provider-selection', 'standstill', 'Do not sign before the standstill is over', '{direct-award-c,most-suitable-provider,competitive}', null, 8, 'working-day-after', 'SI 2023/1348, regulation 12', '2024-01-01'),
  ('provider-selection', 'details-notice', 'Publish the notice of the award', '{}', null, 30, 'calendar', 'SI 2023/1348, schedules 2 to 6 (days believed, to be checked)', '2024-01-01'),
  ('below-threshold', 'details-notice', 'Publish the contract details notice (UK7) as soon as can be', '{}', null, 30, 'calendar', 'Procurement Act 2023, section 87 (days believed, to be checked)', '2025-02-24');
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
    or title ~* '\m(placements?|bespoke|individual package|spot purchase|case|(one|a single) (child|pupil|patient|young person)|yp|ref)\M'
    or title ~ '\m[A-Z]\.? ?[A-Z]\.(?![A-Za-z])' or title ~ '\m[A-Z]\.[A-Z]\M'
    or title ~* '\maged? [0-9]{1,2}\M(?! ?(to|-|–|and))' or title ~* '\m[0-9]{1,2}[ -]years?[ -]old\M'
    or title ~ '\m[0-9]{5,}\M' or title ~ '\m[A-Z]{2,3}[0-9]{3,}\M'
$$;
