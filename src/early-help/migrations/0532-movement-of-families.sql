-- How families move: tiers and level of need of one episode, transitions with their answers, closing, coming back, pausing, growing up, advice
-- (requirement E5; handbook of early help 1.2, 1.6, 3.2 and 3.3).

-- What a partnership decides by date: within how many days each side of a transition acts, counted by the calendar.
create table casework.movement_clock (
  kind text not null check (kind in ('request', 'step-up', 'step-down', 'transfer-out', 'transfer-in')),
  send_days int not null check (send_days between 0 and 60),
  receive_days int not null check (receive_days between 0 and 60),
  decide_days int not null check (decide_days between 0 and 120),         -- from the day it was received
  source text not null check (source <> ''),
  starts_on date not null,
  primary key (kind, starts_on)
);
insert into casework.movement_clock (kind, send_days, receive_days, decide_days, source, starts_on) values
  ('request', 2, 2, 10, 'Proposed to the partnership, which decides', '2010-01-01'),
  ('step-up', 1, 1, 1, 'Proposed to the partnership, which decides', '2010-01-01'),
  ('step-down', 3, 2, 10, 'Proposed to the partnership, which decides', '2010-01-01'),
  ('transfer-out', 3, 2, 10, 'Proposed to the partnership, which decides', '2010-01-01'),
  ('transfer-in', 3, 2, 10, 'Proposed to the partnership, which decides', '2010-01-01');
create table casework.movement_rule (
  id uuid primary key,
  link_days int not null check (link_days between 1 and 60),               -- how long a secure link can be opened
  code_minutes int not null check (code_minutes between 5 and 60),         -- how long a code can be used
  adult_months int not null check (adult_months between 1 and 48),         -- so long before 18 one is reminded
  source text not null check (source <> ''),
  starts_on date not null unique
);
insert into casework.movement_rule (id, link_days, code_minutes, adult_months, source, starts_on) values
  ('018f0532-0000-7000-8000-000000000001', 14, 15, 12, 'Proposed to the partnership, which decides', '2010-01-01');

-- Tiers by date, as the partnership names them. 'statutory' ones are entered by an accepted step-up and by nothing else.
create table casework.tier (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  name text not null check (name <> ''),
  rank int not null check (rank > 0),
  is_statutory boolean not null,
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
insert into casework.tier (code, name, rank, is_statutory, source, starts_on) values
  ('universal', 'Universal services', 1, false, 'Proposed to the partnership, which decides', '2010-01-01'),
  ('early-help', 'Early help', 2, false, 'Proposed to the partnership, which decides', '2010-01-01'),
  ('family-help', 'Family help', 3, false, 'Proposed to the partnership, which decides', '2010-01-01'),
  ('child-in-need', 'Child in need', 4, true, 'Children Act 1989, section 17', '2010-01-01'),
  ('child-protection', 'Child protection', 5, true, 'Children Act 1989, section 47', '2010-01-01');
-- The published thresholds of a date, and their levels.
create table casework.threshold_document (
  id uuid primary key,
  name text not null check (name <> ''),
  source text not null check (source <> ''),
  starts_on date not null unique
);
create table casework.threshold_level (
  document uuid not null references casework.threshold_document,
  level int not null check (level between 1 and 9),
  name text not null check (name <> ''),
  primary key (document, level)
);
insert into casework.threshold_document (id, name, source, starts_on) values
  ('018f0532-0000-7000-8000-000000000011', 'Levels of need, as proposed', 'Proposed to the partnership, which publishes its own threshold document', '2010-01-01');
insert into casework.threshold_level (document, level, name) select '018f0532-0000-7000-8000-000000000011', l, n
  from (values (1, 'Universal'), (2, 'Early help by one or more agencies'), (3, 'Targeted help, planned together'), (4, 'Specialist and statutory')) v (l, n);
-- Our reasons for closing, and the five that are reported, by date. Withdrew and not engaging have two lines, and are never one.
create table casework.closure_group (
  reason text not null,
  reported_as text not null check (reported_as in ('needs-met', 'not-engaging', 'moved', 'consent-withdrawn', 'stepped-up', 'not-reported')),
  source text not null check (source <> ''),
  starts_on date not null,
  primary key (reason, starts_on)
);
insert into casework.closure_group (reason, reported_as, source, starts_on) select r, g, 'Proposed to the partnership, which decides', '2010-01-01' from (values
  ('needs-met', 'needs-met'), ('single-agency', 'needs-met'), ('stepped-up', 'stepped-up'), ('withdrew', 'consent-withdrawn'), ('not-engaging', 'not-engaging'), ('moved', 'moved'),
  ('aged-out', 'not-reported'), ('duplicate', 'not-reported'), ('died', 'not-reported'), ('other', 'not-reported'), ('refused', 'not-reported')) v (r, g);

create table casework.tier_period (
  id uuid primary key,
  episode uuid not null references casework.episode,
  tier text not null references casework.tier,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  because text not null check (because <> '' and length(because) <= 2000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  exclude using gist (episode with =, daterange(starts_on, ends_on) with &&)
);
create table casework.level_of_need (
  id uuid primary key,
  episode uuid not null references casework.episode,
  document uuid not null,
  level int not null,
  reason text not null check (reason <> '' and length(reason) <= 4000),
  assessed_on date not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (document, level) references casework.threshold_level (document, level)
);
create index on casework.level_of_need (episode, assessed_on desc);
create table casework.pause (
  id uuid primary key,
  episode uuid not null references casework.episode,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  because text not null check (because <> '' and length(because) <= 2000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  exclude using gist (episode with =, daterange(starts_on, ends_on) with &&)
);

-- A transition, with what was said and by whom. What it says of the family stands apart, in casework.transition_words.
create table casework.transition (
  id uuid primary key,
  episode uuid not null references casework.episode,
  kind text not null check (kind in ('request', 'step-up', 'step-down', 'transfer-out', 'transfer-in')),
  target uuid references governance.organisation,                     -- an agency whose people sign in here
  target_name text not null default '' check (length(target_name) <= 200), -- else who it goes to, or came from
  to_tier text references casework.tier,
  is_agreed boolean not null,                                         -- by the family
  without_because text not null default '' check (length(without_because) <= 2000),
  proposed_on date not null,
  sent_at timestamptz,
  channel text check (channel in ('here', 'link', 'paper')),
  received_at timestamptz check (received_at >= sent_at),
  decision text check (decision in ('accepted', 'returned', 'declined')),
  decided_at timestamptz check (decided_at >= received_at),
  decided_by uuid references governance.person,                       -- who decided here, or who wrote down what came on paper
  decided_name text not null default '' check (length(decided_name) <= 200),
  reason text not null default '' check (length(reason) <= 4000),
  withdrawn_at timestamptz check (withdrawn_at >= sent_at),
  disputed_at timestamptz check (disputed_at >= decided_at),
  disputed_because text not null default '' check (length(disputed_because) <= 4000),
  disputed_to text not null default '' check (length(disputed_to) <= 200), -- whose answer is asked for next
  settled_at timestamptz check (settled_at >= disputed_at),
  settlement text not null default '' check (length(settlement) <= 4000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, episode),
  check ((target is null) = (target_name <> '')),
  check (is_agreed = (without_because = '')),
  check ((sent_at is null) = (channel is null)),
  check ((channel = 'here') = (target is not null) or channel is null),
  check (received_at is null or sent_at is not null),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_name = '') and (decision is null or received_at is not null)),
  check (decision is null or decision = 'accepted' or reason <> ''),
  check (withdrawn_at is null or decision is null),
  check ((disputed_at is null) = (disputed_because = '') and (disputed_at is null) = (disputed_to = '')),
  check (disputed_at is null or decision in ('returned', 'declined')),
  check ((settled_at is null) = (settlement = '')),
  check ((kind in ('step-up', 'step-down')) = (to_tier is not null))
);
create index on casework.transition (episode);
create index on casework.transition (target) where target is not null;
create unique index one_under_way on casework.transition (episode, kind) where decision is null and withdrawn_at is null;
create table casework.transition_words (
  transition uuid primary key,
  episode uuid not null,
  words text not null check (words <> '' and length(words) <= 50000),
  entered_by uuid not null references governance.person,
  foreign key (transition, episode) references casework.transition (id, episode)
);
-- What happened to it, in order; written by the database. Who acted without an account is named by their own word.
create table casework.transition_event (
  id uuid primary key default gen_random_uuid(),
  transition uuid not null,
  episode uuid not null,
  what text not null check (what in ('proposed', 'sent', 'opened', 'received', 'accepted', 'returned', 'declined', 'withdrawn', 'disputed', 'settled')),
  at timestamptz not null,
  person uuid references governance.person,
  outside text not null default '' check (length(outside) <= 254),
  foreign key (transition, episode) references casework.transition (id, episode)
);
create index on casework.transition_event (transition, at);
create index on casework.transition_event (episode);

-- The way in for somebody without an account: a link that expires, and codes that work once. Only digests are kept.
create table casework.transition_link (
  id uuid primary key,
  transition uuid not null references casework.transition,
  digest bytea not null unique check (length(digest) = 32),
  mail text not null check (mail ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(mail) <= 254),
  made_by uuid not null references governance.person,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at)
);
create table casework.transition_code (
  id uuid primary key default gen_random_uuid(),
  link uuid not null references casework.transition_link,
  digest bytea not null check (length(digest) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  tries int not null default 0 check (tries between 0 and 5),
  key_digest bytea check (length(key_digest) = 32),                   -- what the page that the code opened answers with
  key_until timestamptz,
  check ((key_digest is null) = (key_until is null))
);
create unique index on casework.transition_code (key_digest);

-- Each closing of an episode, and its coming back; what stands in casework.episode is the last of them.
create table casework.closure (
  id uuid primary key default gen_random_uuid(),
  episode uuid not null references casework.episode,
  closed_on date not null,
  reason text not null,
  reopened_on date check (reopened_on >= closed_on),
  reopened_by uuid references governance.person,
  check ((reopened_on is null) = (reopened_by is null))
);
create unique index one_standing on casework.closure (episode) where reopened_on is null;
create table casework.closing_plan (
  id uuid primary key,
  episode uuid not null references casework.episode,
  plan text not null default '' check (length(plan) <= 10000),
  family_view text not null default '' check (length(family_view) <= 10000),
  no_view_because text not null default '' check (length(no_view_because) <= 2000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  check ((family_view = '') = (no_view_because <> ''))
);
insert into casework.closure (episode, closed_on, reason) select id, closed_on, closure_reason from casework.episode where closed_on is not null;
insert into casework.tier_period (id, episode, tier, starts_on, ends_on, because, entered_by, entered_at)
  select gen_random_uuid(), id, 'early-help', agreed_on, closed_on, 'The family agreed to an assessment', requested_by, agreed_on::timestamp at time zone 'Europe/London'
  from casework.episode where agreed_on is not null;
-- What whoever referred a family is told: that something was decided, in words made for them.
create table casework.outcome (
  id uuid primary key,
  episode uuid not null references casework.episode,
  referrer uuid not null references governance.person,
  what text not null check (what in ('closed', 'accepted', 'returned', 'declined')),
  words text not null check (words <> '' and length(words) <= 4000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  mailed_at timestamptz,
  heard_at timestamptz,                                               -- they opened it here
  letter_on date,                                                     -- or it was printed and given
  version int not null default 1
);
create index on casework.outcome (referrer);
create index on casework.outcome (episode);
-- A young person of a family who grows up: which service was asked to go on, and what it said.
create table casework.adulthood (
  id uuid primary key,
  episode uuid not null references casework.episode,
  person uuid not null references casework.person,
  service text not null check (service <> '' and length(service) <= 200),
  asked_on date not null,
  answer text check (answer in ('accepted', 'declined', 'asked-more', 'not-needed')),
  answered_on date check (answered_on >= asked_on),
  answered_by text not null default '' check (length(answered_by) <= 200),
  words text not null default '' check (length(words) <= 4000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by = ''))
);
create index on casework.adulthood (episode);
-- Advice that was asked and given, with or without a family that is named.
create table casework.advice (
  id uuid primary key,
  episode uuid references casework.episode,
  organisation uuid not null references governance.organisation,      -- of whoever gave it
  asked_on date not null,
  asked_by text not null check (asked_by <> '' and length(asked_by) <= 200),
  question text not null check (question <> '' and length(question) <= 4000),
  answer text not null check (answer <> '' and length(answer) <= 4000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null
);
create index on casework.advice (organisation, asked_on desc);
