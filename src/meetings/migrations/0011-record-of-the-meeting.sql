-- Attendance, decisions, actions, minutes (requirements M8 by plain forms, M9, M11, M12).
create table meetings.attendance (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  person uuid,                             -- null for somebody not in the directory
  name text not null check (name <> ''),
  seat uuid,                               -- the seat that is attended; null: in attendance only
  place int,
  deputy boolean not null default false,   -- acting as deputy for the seat: the seat is attended, the member is not
  capacity text not null default '',
  mode text not null check (mode in ('in_room', 'remote')),
  arrived_at timestamptz,                  -- null: old records lack the time; assumed present throughout
  left_at timestamptz,
  version int not null default 1,
  check (left_at > arrived_at),
  check (not deputy or seat is not null)
);
create index on meetings.attendance (meeting);
create unique index attendance_seat_once on meetings.attendance (meeting, seat, place, deputy, arrived_at) nulls not distinct where seat is not null;
create table meetings.absence (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  seat uuid,
  place int,
  person uuid,
  name text not null check (name <> ''),
  kind text not null check (kind in ('apologies', 'no_show')),
  reason text not null default ''
);
create index on meetings.absence (meeting);
create table meetings.meeting_chair (      -- chairing is an interval, not a flag
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  person uuid,
  name text not null check (name <> ''),
  basis text not null check (basis in ('chair', 'deputy_chair', 'elected_for_meeting', 'as_recorded')),
  from_at timestamptz,
  to_at timestamptz
);
create index on meetings.meeting_chair (meeting);
create table meetings.quorum_waiver (      -- the chair consulted absent members and records their views
  meeting uuid primary key references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  consulted text not null check (consulted <> ''),
  views text not null check (views <> ''),
  at timestamptz not null,
  actor uuid not null
);

create table meetings.number_series (
  body uuid not null,
  series text not null check (series in ('minute', 'decision')),
  next int not null check (next > 0),
  primary key (body, series)
);

create table meetings.decision (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  item uuid references meetings.agenda_item,
  number text not null default '',         -- by the body's own scheme
  type text not null,
  text text not null check (text <> ''),
  authority text not null default '',      -- the function in the terms that was used
  referred_to text not null default '',
  proposer text not null default '',
  seconder text not null default '',
  method text not null check (method in ('consensus', 'show_of_hands', 'recorded_vote', 'not_recorded')),
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  abstained int check (abstained >= 0),
  minority_view text not null default '',
  interests text not null default '',
  category text not null check (category in ('public', 'exempt', 'confidential')),
  quorum jsonb not null default '{}',      -- the verdict at that moment, with its inputs
  withdrawn boolean not null default false,
  decided_on date not null,
  recorded_at timestamptz not null,
  version int not null default 1,
  check (category = 'public' or sight <> 'public')
);
create index on meetings.decision (meeting);
create index on meetings.decision (body, decided_on desc, number desc);
create index on meetings.decision (decided_on desc, number desc);
create unique index decision_number_once on meetings.decision (body, number) where number <> '' and not withdrawn;

create table meetings.action (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  item uuid references meetings.agenda_item,
  decision uuid references meetings.decision,
  text text not null check (text <> ''),
  due_words text not null default '',      -- as written: 'by end February'
  due_from date,                           -- as read; null: open
  due_to date,
  due_meeting uuid references meetings.meeting,
  owner_confirmed boolean not null default true,
  state text not null check (state in ('open', 'done', 'withdrawn')),
  done_on date,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  version int not null default 1,
  check (due_to >= due_from),
  check (state <> 'done' or done_on is not null),
  check (category = 'public' or sight <> 'public')
);
create index on meetings.action (body, state);
create index on meetings.action (meeting);
create table meetings.action_lead (
  action uuid not null references meetings.action,
  person uuid,
  organisation uuid,
  name text not null check (name <> '')
);
create index on meetings.action_lead (action);
create index on meetings.action_lead (person);
create table meetings.action_note (
  id uuid primary key,
  action uuid not null references meetings.action,
  text text not null check (text <> ''),
  at timestamptz not null,
  actor uuid not null
);
create index on meetings.action_note (action);

create table meetings.minutes (
  id uuid primary key,
  meeting uuid not null unique references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  state text not null check (state in ('draft', 'circulated', 'approved', 'published')),
  circulated_at timestamptz,
  approved_at_meeting uuid references meetings.meeting,
  approved_on date,
  amendments text not null default '',
  signed_by text not null default '',
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  version int not null default 1,
  check (state not in ('approved', 'published') or approved_on is not null)
);
create table meetings.minutes_version (
  id uuid primary key,
  minutes uuid not null references meetings.minutes,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  number int not null check (number > 0),
  reason text not null default '',
  made_by uuid not null,
  made_at timestamptz not null,
  unique (minutes, number)
);
create table meetings.minutes_section (    -- a section an item: so that an exempt item's minute is a row of its own
  id uuid primary key,
  minutes_version uuid not null references meetings.minutes_version,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  item uuid references meetings.agenda_item,
  position int not null,
  number text not null default '',         -- minute number, running on across meetings
  heading text not null,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  tree jsonb not null,
  decisions uuid[] not null default '{}',  -- pointers back to the record
  actions uuid[] not null default '{}',
  check (category = 'public' or sight <> 'public')
);
create index on meetings.minutes_section (minutes_version, position);
create index on meetings.minutes_section (meeting);
