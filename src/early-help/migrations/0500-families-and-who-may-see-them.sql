-- Families in early help, what they agreed to, and who may see what because of it (requirements E3, E4, E6, G19; handbook of early help 1.4, 3.1, 7.1).
-- Sealed: no right without a post, no content without a grant, no grant without the family's agreement or a sharing decision, and no reading
-- without a line in the list of who looked.

-- What a partnership decides once, by date: how long an agreement holds without being renewed, until when a closed family comes back as the same episode.
create table casework.practice_rule (
  id uuid primary key,
  agreement_months int not null check (agreement_months between 1 and 24),
  reopen_days int not null check (reopen_days between 0 and 365),
  source text not null check (source <> ''),
  starts_on date not null unique
);
insert into casework.practice_rule (id, agreement_months, reopen_days, source, starts_on) values
  ('018f0500-0000-7000-8000-000000000001', 6, 28, 'Proposed to the partnership, which decides', '2010-01-01');

-- Who works in early help for which agency, in which role. A co-ordinator has a locality; that is the limit of what they list.
create table casework.post (
  id uuid primary key,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  role text not null check (role in ('practitioner', 'co-ordinator', 'governance')), -- 'governance': owns information governance, approves sharing
  area uuid references governance.area,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  check ((role = 'co-ordinator') = (area is not null)),
  exclude using gist (person with =, organisation with =, role with =, (coalesce(area, organisation)) with =, daterange(starts_on, ends_on) with &&)
);
create index on casework.post (organisation);

create table casework.family (
  id uuid primary key,
  label text not null check (label <> '' and length(label) <= 200),   -- what the list calls them: a surname, or what the family prefers
  area uuid not null references governance.area,
  is_shielded boolean not null default false,                         -- that they are known here is itself withheld
  version int not null default 1,
  unique (id, area, is_shielded)
);
create table casework.episode (
  id uuid primary key,
  family uuid not null,
  area uuid not null,
  is_shielded boolean not null,
  reference text not null unique check (reference ~ '^EH-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$'),
  agency uuid not null references governance.organisation,            -- that asked
  requested_by uuid not null references governance.person,
  requested_on date not null,
  agreed_on date check (agreed_on >= requested_on),                   -- initiated: the family agreed to an assessment
  closed_on date check (closed_on >= requested_on),
  closure_reason text check (closure_reason in ('needs-met', 'single-agency', 'stepped-up', 'withdrew', 'not-engaging', 'moved', 'aged-out', 'duplicate', 'died', 'other', 'refused')),
  version int not null default 1,
  foreign key (family, area, is_shielded) references casework.family (id, area, is_shielded) on update cascade,
  check ((closed_on is null) = (closure_reason is null)),
  check (closure_reason is distinct from 'refused' or agreed_on is null), -- whoever never agreed refused; whoever had agreed withdrew
  check (closed_on >= agreed_on)
);
create unique index one_open_episode on casework.episode (family) where closed_on is null;
create index on casework.episode (area, requested_on desc);
create index on casework.episode (requested_by);

-- What somebody asked for, in their words; it reaches nobody but them and the co-ordinators, until the family agreed.
create table casework.request (
  episode uuid primary key references casework.episode,
  why text not null check (why <> '' and length(why) <= 50000),
  is_family_told boolean not null,
  not_told_because text not null default '' check (length(not_told_because) <= 2000),
  check (is_family_told = (not_told_because = ''))
);
create table casework.person (
  id uuid primary key,
  family uuid not null references casework.family,
  name text not null check (name <> '' and length(name) <= 200),
  part text not null check (part in ('child', 'parent', 'other')),
  born_on date,
  due_on date,                                                        -- an unborn child is a person
  has_responsibility boolean not null default false,
  entered_by uuid not null references governance.person,
  entered_in uuid not null references casework.episode,
  version int not null default 1,
  unique (id, family),
  check (num_nonnulls(born_on, due_on) <= 1),
  check (due_on is null or part = 'child'),
  check (not has_responsibility or part <> 'child')
);
create index on casework.person (family);
create index on casework.person (lower(name), born_on);

-- The family's agreement, in versions: changing its scope is a new one. A refusal is kept too, and costs nobody anything.
create table casework.agreement (
  id uuid primary key,
  episode uuid not null references casework.episode,
  number int not null check (number > 0),
  is_given boolean not null,
  given_by text not null check (given_by <> '' and length(given_by) <= 200),
  entitled_by text not null check (entitled_by in ('responsibility', 'competent-child')),
  given_on date not null,
  informed_how text not null check (informed_how <> '' and length(informed_how) <= 2000),
  evidence text not null check (evidence in ('signed', 'spoken', 'online')),
  holds_until date check (holds_until > given_on),                    -- first day on which it no longer holds
  withdrawn_at timestamptz,
  withdrawn_by text not null default '' check (length(withdrawn_by) <= 200),
  recorded_by uuid not null references governance.person,
  version int not null default 1,
  unique (id, episode),
  unique (episode, number),
  check (is_given = (holds_until is not null)),
  check (withdrawn_at is null or is_given),
  check ((withdrawn_at is null) = (withdrawn_by = ''))
);
create table casework.agreement_scope (
  agreement uuid not null references casework.agreement,
  organisation uuid not null references governance.organisation,
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  primary key (agreement, organisation, class)
);

-- A decision to share, or not to share, without resting on agreement: who asked, who approved it, on what basis, and whether the family was told.
create table casework.sharing_decision (
  id uuid primary key,
  episode uuid not null references casework.episode,
  is_to_share boolean not null,
  basis text not null check (basis in ('public-task', 'legal-obligation', 'vital-interests', 'legitimate-interests')),
  purpose text not null check (purpose <> '' and length(purpose) <= 2000),
  organisation uuid not null references governance.organisation,      -- with whom
  classes text[] not null check (classes <@ array['family', 'assessment', 'voice', 'plan'] and cardinality(classes) > 0),
  proportionate_because text not null check (proportionate_because <> '' and length(proportionate_because) <= 4000),
  is_family_told boolean not null,
  told_words text not null check (told_words <> '' and length(told_words) <= 2000), -- how they were told, or why they were not
  requested_by uuid not null references governance.person,
  requested_at timestamptz not null,
  approved_by uuid references governance.person check (approved_by <> requested_by),
  approved_at timestamptz check (approved_at >= requested_at),
  holds_until date not null,
  ended_at timestamptz check (ended_at >= requested_at),
  version int not null default 1,
  unique (id, episode),
  check ((approved_by is null) = (approved_at is null))
);
create index on casework.sharing_decision (episode);

-- Nobody is lead without saying yes.
create table casework.lead_period (
  id uuid primary key,
  episode uuid not null references casework.episode,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  proposed_by uuid not null references governance.person,
  proposed_at timestamptz not null,
  accepted_at timestamptz check (accepted_at >= proposed_at),
  declined_at timestamptz check (declined_at >= proposed_at),
  declined_because text not null default '' check (length(declined_because) <= 2000),
  ended_at timestamptz check (ended_at >= accepted_at),
  version int not null default 1,
  check (num_nonnulls(accepted_at, declined_at) <= 1),
  check ((declined_at is null) = (declined_because = '')),
  check (ended_at is null or accepted_at is not null),
  exclude using gist (episode with =, tstzrange(accepted_at, ended_at) with &&) where (accepted_at is not null)
);
create unique index one_proposal on casework.lead_period (episode) where accepted_at is null and declined_at is null;
create index on casework.lead_period (person);

-- Who may read which part of a family's record, from when to when, and because of what. It lies within its basis, and ends with it.
create table casework.access_grant (
  id uuid primary key,
  episode uuid not null references casework.episode,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,      -- for which they act
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  relation text not null check (relation in ('lead', 'member', 'co-ordinator')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,                                        -- where they end at once, nothing was ever opened
  agreement uuid,
  decision uuid,
  given_by uuid not null references governance.person,
  check (ends_at >= starts_at),
  check (num_nonnulls(agreement, decision) = 1),
  foreign key (agreement, episode) references casework.agreement (id, episode),
  foreign key (decision, episode) references casework.sharing_decision (id, episode),
  exclude using gist (episode with =, person with =, class with =, (coalesce(agreement, decision)) with =, tstzrange(starts_at, ends_at) with &&)
);
create index on casework.access_grant (person, episode);
create index on casework.access_grant (agreement) where agreement is not null;
create index on casework.access_grant (decision) where decision is not null;

-- What went to whom, outside this record or by reading it for the first time.
create table casework.disclosure (
  id uuid primary key,
  episode uuid not null references casework.episode,
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  organisation uuid not null references governance.organisation,
  person uuid references governance.person,
  channel text not null check (channel in ('read-here', 'paper', 'mail', 'spoken')),
  at timestamptz not null,
  recorded_by uuid not null references governance.person
);
create index on casework.disclosure (episode, at);

-- Every look at a family, written by the transaction that reads. Policies ask for it: nobody reads without it.
create table casework.look (
  id uuid primary key,
  episode uuid not null references casework.episode,
  person uuid not null references governance.person,
  organisation uuid references governance.organisation,
  what text not null check (what in ('page', 'existence', 'change')),
  at timestamptz not null,
  transaction xid8 not null default pg_current_xact_id()
);
create index on casework.look (transaction);
create index on casework.look (episode, at desc);
