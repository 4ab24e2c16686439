-- The team around the child: who is in it, its meetings, one plan in versions, its reviews, and what was printed for whom (requirement E4; handbook of early help 1.5,
-- 3.1 and 3.9). All of it is content of the class 'plan'; whoever leads writes all of it, whoever else reads it writes notes and what is theirs.

-- What a partnership decides by date: after how many weeks a plan is reviewed first, and after how many again.
create table casework.plan_rule (
  id uuid primary key,
  first_review_weeks int not null check (first_review_weeks between 1 and 26),
  next_review_weeks int not null check (next_review_weeks between 1 and 52),
  source text not null check (source <> ''),
  starts_on date not null unique
);
insert into casework.plan_rule (id, first_review_weeks, next_review_weeks, source, starts_on) values
  ('018f0524-0000-7000-8000-000000000001', 6, 12, 'Proposed to the partnership, which decides', '2010-01-01');
select platform.protect('casework.plan_rule');
grant select on casework.plan_rule to goldenthread_casework;
create policy read on casework.plan_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);

create table casework.team_member (
  id uuid primary key,
  episode uuid not null references casework.episode,
  person uuid references governance.person,                           -- with an account; else a name
  name text not null default '' check (length(name) <= 200),
  organisation uuid references governance.organisation,
  agency text not null default '' check (length(agency) <= 200),      -- what is no agency here: a school, a friend of the family
  role text not null check (role <> '' and length(role) <= 200),      -- what they do in this team
  contact text not null default '' check (length(contact) <= 300),
  shielded_from uuid[] not null default '{}',                         -- of the family: who must never read this contact
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, episode),
  check ((person is null) = (name <> '')),
  check (person is null or organisation is not null),
  exclude using gist (episode with =, person with =, daterange(starts_on, ends_on) with &&) where (person is not null)
);
create index on casework.team_member (episode);
create index on casework.team_member (person) where person is not null;

create table casework.team_meeting (
  id uuid primary key,
  episode uuid not null references casework.episode,
  held_on date not null,
  starts_at time not null,
  ends_at time check (ends_at > starts_at),
  place text not null default '' check (length(place) <= 200),
  is_review boolean not null default false,
  state text not null default 'planned' check (state in ('planned', 'live', 'ended', 'approved', 'cancelled')),
  cancelled_because text not null default '' check (length(cancelled_because) <= 2000),
  minutes text not null default '' check (length(minutes) <= 50000),
  approved_by uuid references governance.person,
  approved_at timestamptz,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, episode),
  check ((state = 'approved') = (approved_at is not null)),
  check ((approved_by is null) = (approved_at is null)),
  check ((state = 'cancelled') = (cancelled_because <> ''))
);
create index on casework.team_meeting (episode, held_on);
-- Who is asked to a meeting: of the team, or of the family; who came, sent apologies or a report.
create table casework.meeting_person (
  id uuid primary key,
  episode uuid not null references casework.episode,
  meeting uuid not null,
  member uuid,
  relative uuid references casework.person,
  presence text not null default 'invited' check (presence in ('invited', 'attended', 'apologies', 'absent')),
  has_report boolean not null default false,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (meeting, episode) references casework.team_meeting (id, episode),
  foreign key (member, episode) references casework.team_member (id, episode),
  check (num_nonnulls(member, relative) = 1),
  unique (meeting, member),
  unique (meeting, relative)
);
create table casework.meeting_item (
  id uuid primary key,
  episode uuid not null references casework.episode,
  meeting uuid not null,
  position int not null check (position > 0),
  title text not null check (title <> '' and length(title) <= 300),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, meeting),
  foreign key (meeting, episode) references casework.team_meeting (id, episode)
);
create index on casework.meeting_item (meeting, position);
-- Each note is a record of its own, so that two who write at once lose nothing.
create table casework.meeting_note (
  id uuid primary key,
  episode uuid not null references casework.episode,
  meeting uuid not null,
  item uuid not null,
  words text not null check (words <> '' and length(words) <= 20000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (meeting, episode) references casework.team_meeting (id, episode),
  foreign key (item, meeting) references casework.meeting_item (id, meeting)
);
create index on casework.meeting_note (meeting, entered_at);

-- One plan for an episode, in versions: a need stands from one version until another.
create table casework.plan_version (
  id uuid primary key,
  episode uuid not null references casework.episode,
  number int not null check (number > 0),
  agreed_on date not null,
  family_words text not null default '' check (length(family_words) <= 20000), -- what the family says of it
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, episode),
  unique (episode, number)
);
create table casework.plan_need (
  id uuid primary key,
  episode uuid not null references casework.episode,
  position int not null check (position > 0),
  relative uuid references casework.person,                           -- whose need; null: of all of them
  need text not null check (need <> '' and length(need) <= 5000),
  outcome text not null check (outcome <> '' and length(outcome) <= 5000), -- in the family's words
  from_number int not null,
  to_number int check (to_number > from_number),                      -- first version without it
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, episode),
  foreign key (episode, from_number) references casework.plan_version (episode, number),
  foreign key (episode, to_number) references casework.plan_version (episode, number)
);
create index on casework.plan_need (episode, position);
create table casework.plan_action (
  id uuid primary key,
  episode uuid not null references casework.episode,
  need uuid not null,
  what text not null check (what <> '' and length(what) <= 5000),
  member uuid,
  relative uuid references casework.person,
  due_on date not null,
  meeting uuid,                                                       -- at which it was taken
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'done', 'ended')),
  answered_by uuid references governance.person,
  answered_at timestamptz,
  is_in_room boolean not null default false,                          -- whoever has no account said so in the room
  declined_because text not null default '' check (length(declined_because) <= 2000),
  progress text not null default '' check (length(progress) <= 5000),
  evidence text not null default '' check (length(evidence) <= 5000),
  done_on date,
  ended_because text not null default '' check (length(ended_because) <= 2000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (need, episode) references casework.plan_need (id, episode),
  foreign key (member, episode) references casework.team_member (id, episode),
  foreign key (meeting, episode) references casework.team_meeting (id, episode),
  check (num_nonnulls(member, relative) = 1),
  check ((answered_by is null) = (answered_at is null)),
  check (state <> 'proposed' or answered_at is null),
  check (state not in ('accepted', 'declined', 'done') or answered_at is not null),
  check ((state = 'declined') = (declined_because <> '')),
  check ((state = 'done') = (done_on is not null) and (state <> 'done' or evidence <> '')),
  check ((state = 'ended') = (ended_because <> ''))
);
create index on casework.plan_action (episode, due_on);
create index on casework.plan_action (member) where state in ('proposed', 'accepted');

create table casework.plan_review (
  id uuid primary key,
  episode uuid not null references casework.episode,
  due_on date not null,
  held_on date not null,
  meeting uuid,
  plan_number int not null,                                           -- the version that was looked at
  summary text not null default '' check (length(summary) <= 20000),
  agreement_answer text not null check (agreement_answer in ('renews', 'does-not', 'not-asked')),
  agreement_because text not null default '' check (length(agreement_because) <= 2000),
  next_due_on date not null check (next_due_on > held_on),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, episode),
  unique (episode, plan_number),
  foreign key (meeting, episode) references casework.team_meeting (id, episode),
  foreign key (episode, plan_number) references casework.plan_version (episode, number),
  check (agreement_answer = 'renews' or agreement_because <> '')
);
create table casework.review_line (
  id uuid primary key,
  episode uuid not null references casework.episode,
  review uuid not null,
  need uuid not null,
  progress text not null check (progress in ('reached', 'better', 'same', 'worse')),
  verdict text not null check (verdict in ('keep', 'change', 'end')),
  words text not null default '' check (length(words) <= 5000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (review, need),
  foreign key (review, episode) references casework.plan_review (id, episode),
  foreign key (need, episode) references casework.plan_need (id, episode)
);
-- How each child takes part in a meeting, a plan or a review: asked one by one, and 'not asked, because' is an answer.
create table casework.child_asked (
  id uuid primary key,
  episode uuid not null references casework.episode,
  relative uuid not null references casework.person,
  meeting uuid,
  plan uuid,
  review uuid,
  answer text not null check (answer in ('comes', 'told-before', 'wrote-or-drew', 'speaks-through', 'did-not-want', 'not-asked')),
  because text not null default '' check (length(because) <= 2000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (meeting, episode) references casework.team_meeting (id, episode),
  foreign key (plan, episode) references casework.plan_version (id, episode),
  foreign key (review, episode) references casework.plan_review (id, episode),
  check (num_nonnulls(meeting, plan, review) = 1),
  check ((answer = 'not-asked') = (because <> '')),
  unique (relative, meeting),
  unique (relative, plan),
  unique (relative, review)
);
-- The plan on paper, for one who is named; a signed copy that came back is recorded with it.
create table casework.plan_print (
  id uuid primary key,
  episode uuid not null references casework.episode,
  plan_number int not null,
  member uuid,
  relative uuid references casework.person,
  edition text not null check (edition in ('plain', 'large', 'child')),
  signed_on date,
  signed_words text not null default '' check (length(signed_words) <= 2000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (member, episode) references casework.team_member (id, episode),
  foreign key (episode, plan_number) references casework.plan_version (episode, number),
  check (num_nonnulls(member, relative) = 1),
  check ((signed_on is null) = (signed_words = ''))
);
-- What was printed for somebody of the family, or for whoever has no agency here, went to no organisation.
alter table casework.disclosure alter column organisation drop not null;
alter table casework.disclosure add column print uuid references casework.plan_print;
alter table casework.disclosure add constraint to_somebody check (organisation is not null or print is not null);

do $$
declare name text;
begin
  foreach name in array array['team_member', 'team_meeting', 'meeting_person', 'meeting_item', 'meeting_note', 'plan_version', 'plan_need', 'plan_action', 'plan_review',
      'review_line', 'child_asked', 'plan_print'] loop
    perform casework.seal_content(format('casework.%I', name)::regclass, 'plan', array['reader']);
  end loop;
end $$;
