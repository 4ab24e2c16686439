-- Paying by a mechanism (requirement C10; handbook of commissioning 3.6, 6, 7): its terms by version on a contract; packages by number and never by name, sealed to
-- those who work with that person's case; what was delivered; outcomes that three agree on; runs of payment that can be worked again and are never changed.
-- 'brokerage': whoever arranges packages for an organisation, and so works with the case of each person.
alter table commissioning.officer drop constraint officer_kind_check;
alter table commissioning.officer add constraint officer_kind_check check (kind in ('commissioner', 'finance', 'provider', 'brokerage'));
-- Below how many packages a sum is hidden from those who are not paying.
create table commissioning.package_threshold (
  least int not null check (least >= 2),
  source text not null check (source <> ''),
  starts_on date primary key,
  ends_on date check (ends_on > starts_on),
  constraint package_threshold_once exclude using gist (daterange(starts_on, ends_on) with &&)
);
insert into commissioning.package_threshold (least, source, starts_on) values (5, 'Rates, averages and spend of small groups disclose as counts do: the local rule for counts of people', '2010-01-01');

create table commissioning.payment_mechanism (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),                  -- its version
  title text not null check (title <> ''),
  starts_on date not null,                                 -- packages that begin from this day on are paid by it
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
  counts_last boolean not null,                            -- whether a week that begins on the last day is paid
  absent_weeks int not null check (absent_weeks between 0 and 104),     -- how many weeks of absence are paid as agreed
  hospital_weeks int not null check (hospital_weeks between 0 and 104), -- the same of days in hospital
  restart text not null check (restart in ('continue', 'anew')),        -- whether steps go on or begin anew when a package begins again
  later_outcome text not null check (later_outcome in ('keep', 'revert', 'review')),
  exit_weeks int not null check (exit_weeks between 0 and 104),         -- how long after its end an outcome still counts
  outcome text not null check (outcome <> ''),             -- what counts as an outcome
  evidence text not null check (evidence <> ''),           -- by what it is confirmed
  cap bigint check (cap > 0),                              -- the most that is paid for one package
  minimum bigint check (minimum > 0),                      -- the least that is paid for a week of a package
  model uuid references commissioning.payment_model,       -- the model by which it was chosen
  unique (contract, number),
  unique (contract, starts_on),
  unique (id, contract),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  constraint payment_terms_whole check ((base = 'none') = (rate is null) and (base = 'stepped') = (cardinality(step_weeks) > 0)
    and cardinality(step_weeks) = cardinality(step_rates) and cardinality(step_weeks) <= 6
    and (base = 'incentive') = (continue_weeks is not null) and (base = 'incentive') = (on_relapse is not null)
    and (block_pence is null) = (block_weeks is null) and (bonus_pence is null) = (claw_back_weeks is null)
    and (base <> 'none' or block_pence is not null or bonus_pence is not null))
);
create index on commissioning.payment_mechanism (model) where model is not null;

-- One person's package. The number says nothing of the person; whom it belongs to stands in the case system alone.
create table commissioning.care_package (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  provider uuid not null references commissioning.provider,
  mechanism uuid not null,
  reference text not null check (reference ~ '^[A-Z]{1,4}-[0-9]{1,8}$'),
  agreed_minutes int not null check (agreed_minutes between 0 and 10080), -- a week
  line uuid references commissioning.budget_line,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),                -- first day without care
  follows uuid references commissioning.care_package,      -- the package that begins again with it
  version int not null default 1,
  unique (contract, reference),
  unique (id, contract, body, provider),
  foreign key (contract, body) references commissioning.contract (id, body),
  foreign key (mechanism, contract) references commissioning.payment_mechanism (id, contract)
);
create index on commissioning.care_package (provider);
create unique index package_followed_once on commissioning.care_package (follows) where follows is not null;
-- What was delivered in a week of a package. A correction is another row with the next number: the last one counts.
create table commissioning.package_delivery (
  id uuid primary key,
  package uuid not null,
  contract uuid not null,
  body uuid not null,
  provider uuid not null,
  week int not null check (week between 1 and 520),
  number int not null check (number > 0),
  minutes int not null check (minutes between 0 and 10080),
  absent_minutes int not null default 0 check (absent_minutes between 0 and 10080),
  hospital_minutes int not null default 0 check (hospital_minutes between 0 and 10080),
  entered_by uuid not null default platform.actor(),
  unique (package, week, number),
  foreign key (package, contract, body, provider) references commissioning.care_package (id, contract, body, provider)
);
-- That less care is needed, or another outcome of the contract: agreed by the user, the provider and the commissioner, confirmed with evidence, reviewed, appealed.
create table commissioning.package_outcome (
  id uuid primary key,
  package uuid not null,
  contract uuid not null,
  body uuid not null,
  provider uuid not null,
  week int not null check (week between 1 and 520),
  agreed_user date,
  agreed_provider date,
  agreed_commissioner date,
  evidence text not null default '',
  confirmed_on date,
  reviewed_on date,
  review text not null default '',
  appealed_on date,
  appeal text not null default '',
  settled_on date,
  settled text check (settled in ('stands', 'falls')),
  version int not null default 1,
  unique (package, week),
  foreign key (package, contract, body, provider) references commissioning.care_package (id, contract, body, provider),
  constraint outcome_agreed_by_three check (confirmed_on is null or (evidence <> '' and greatest(agreed_user, agreed_provider, agreed_commissioner) <= confirmed_on
    and agreed_user is not null and agreed_provider is not null and agreed_commissioner is not null)),
  check ((reviewed_on is null) = (review = '')),
  check ((appealed_on is null) = (appeal = '')),
  check ((settled_on is null) = (settled is null) and (settled_on is null or settled_on >= appealed_on)),
  check (appealed_on is null or confirmed_on <= appealed_on)
);

-- A run pays what is due for weeks that ended before a day and was not paid yet; what was paid wrongly is reversed in it. Nothing of it changes once it is approved.
create table commissioning.payment_run (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  number int not null check (number > 0),
  until_day date not null,                                 -- first day that is not paid by it
  made_on date not null,
  made_by uuid not null default platform.actor(),
  approved_on date,
  approved_by uuid,
  version int not null default 1,
  unique (contract, number),
  unique (id, contract, body),
  foreign key (contract, body) references commissioning.contract (id, body),
  check ((approved_on is null) = (approved_by is null)),
  constraint run_approved_by_another check (approved_by <> made_by)
);
create unique index run_prepared_once on commissioning.payment_run (contract) where approved_on is null;
create table commissioning.payment_line (
  id uuid primary key,
  run uuid not null,
  contract uuid not null,
  body uuid not null,
  provider uuid not null,
  package uuid not null,
  mechanism uuid not null,                                 -- the version it was worked by
  week int not null check (week > 0),
  reason text not null check (reason in ('delivered', 'after_outcome', 'relapse', 'needs_review', 'block', 'bonus', 'claw_back', 'minimum', 'cap')),
  minutes int,                                             -- null: it does not rest on time
  rate bigint,                                             -- hundredths of a penny an hour; null: it does not rest on a rate
  pence bigint not null,                                   -- of one week of one package, rounded half up: the unit that is paid
  delivery uuid references commissioning.package_delivery, -- the row that it was worked by; null: nothing was delivered
  reverses uuid references commissioning.payment_line,
  foreign key (run, contract, body) references commissioning.payment_run (id, contract, body) on delete cascade,
  foreign key (package, contract, body, provider) references commissioning.care_package (id, contract, body, provider),
  foreign key (mechanism, contract) references commissioning.payment_mechanism (id, contract)
);
create index on commissioning.payment_line (run);
create index on commissioning.payment_line (package);
create unique index line_reversed_once on commissioning.payment_line (reverses) where reverses is not null;
