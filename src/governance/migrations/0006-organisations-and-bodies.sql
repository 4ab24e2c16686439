-- Organisations, areas, people, posts, bodies, seats and who fills them (requirements G1 to G5, G7, G8, G13).
-- Dates are half-open everywhere: starts_on is the first day, ends_on the first day on which it no longer holds; null is open.
create extension if not exists btree_gist;
create schema governance;
grant usage on schema governance to goldenthread_app;

-- Code lists are dated data, never constants (handbook 1.7).
create table governance.code (
  list text not null,
  code text not null,
  label text not null,
  source text not null default '',
  position int not null default 0,
  starts_on date not null default '1900-01-01',
  ends_on date,
  primary key (list, code),
  check (ends_on > starts_on)
);

create table governance.bank_holiday (
  division text not null check (division in ('england-and-wales', 'scotland', 'northern-ireland')),
  day date not null,
  title text not null,
  announced_on date,
  source text not null,
  primary key (division, day)
);
-- Up to which day a division's holidays are announced: beyond it the system says that it does not know.
create table governance.holiday_horizon (
  division text primary key,
  known_from date not null,
  known_until date not null
);

create table governance.area (
  id uuid primary key,
  kind text not null,
  name text not null check (name <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
create table governance.area_relation (
  area uuid not null references governance.area,
  other uuid not null references governance.area,
  kind text not null check (kind in ('within', 'overlaps')),
  primary key (area, other, kind),
  check (area <> other)
);

create table governance.organisation (
  id uuid primary key,
  name text not null check (name <> ''),
  sector text not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1
);
create table governance.organisation_name (
  organisation uuid not null references governance.organisation,
  name text not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  exclude using gist (organisation with =, daterange(starts_on, ends_on) with &&)
);
create table governance.organisation_identifier (
  organisation uuid not null references governance.organisation,
  scheme text not null,
  value text not null,
  primary key (organisation, scheme, value)
);
create table governance.organisation_succession (
  former uuid not null references governance.organisation,
  successor uuid not null references governance.organisation,
  kind text not null check (kind in ('merged', 'renamed', 'split', 'replaced')),
  on_day date not null,
  primary key (former, successor),
  check (former <> successor)
);

create table governance.person (
  id uuid primary key,
  name text not null check (name <> ''),
  account uuid unique,                     -- of platform.identity; null for people who do not sign in
  version int not null default 1
);
-- Addresses and telephone numbers never leave: read by the person, the clerks and the administrators.
create table governance.person_contact (
  person uuid primary key references governance.person,
  email text not null default '',
  phone text not null default ''
);
create table governance.post (
  id uuid primary key,
  person uuid not null references governance.person,
  organisation uuid references governance.organisation,
  title text not null check (title <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
create index on governance.post (person);

create table governance.administrator (
  person uuid not null references governance.person,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  exclude using gist (person with =, daterange(starts_on, ends_on) with &&)
);

create table governance.body (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  short_name text not null default '',
  kind text not null,
  ends_rule text not null default '',      -- for a task and finish group: what happens to its open actions
  version int not null default 1
);
create table governance.body_status (
  body uuid not null references governance.body,
  status text not null check (status in ('proposed', 'shadow', 'live', 'evolving', 'ended', 'outside')),
  note text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  exclude using gist (body with =, daterange(starts_on, ends_on) with &&)
);
create table governance.body_setting (
  body uuid not null references governance.body,
  legal_regime text not null,
  holiday_division text not null,
  public_access text not null check (public_access in ('public', 'private')),
  publishes_attendance boolean not null default true,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  exclude using gist (body with =, daterange(starts_on, ends_on) with &&)
);
create table governance.body_area (
  body uuid not null references governance.body,
  area uuid not null references governance.area,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  primary key (body, area, starts_on)
);
create table governance.body_relation (
  id uuid primary key,
  from_body uuid not null references governance.body,
  to_body uuid not null references governance.body,
  kind text not null,
  cadence text not null default '',
  source text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  check (from_body <> to_body)
);
create index on governance.body_relation (from_body);
create index on governance.body_relation (to_body);

-- Terms of reference: one portable document a version; the rules of a meeting are those in force on its date.
create table governance.terms_version (
  id uuid primary key,
  body uuid not null references governance.body,
  number int not null check (number > 0),
  state text not null check (state in ('draft', 'adopted', 'withdrawn')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  document jsonb not null,
  adopted_by text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version int not null default 1,
  unique (body, number),
  exclude using gist (body with =, daterange(starts_on, ends_on) with &&) where (state = 'adopted')
);

create table governance.seat (
  id uuid primary key,
  body uuid not null references governance.body,
  key text not null,                       -- the seat's key in the terms
  name text not null check (name <> ''),
  category text not null default '',
  group_key text not null default '',      -- the group that a quorum counts, for example 'ccg'
  organisation uuid references governance.organisation,
  sector text not null default '',
  voting text not null check (voting in ('voting', 'non_voting', 'observer', 'adviser', 'invited')),
  places int not null check (places between 1 and 100),
  statutory_role text not null default '',
  alternatives text[] not null default '{}',
  capacity_required text not null default '',
  by_post boolean not null default false,
  may_attend_private boolean not null default false,
  position int not null default 0,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  exclude using gist (body with =, key with =, daterange(starts_on, ends_on) with &&)
);
create index on governance.seat (body);

create table governance.appointment (
  id uuid primary key,
  seat uuid not null references governance.seat,
  place int not null check (place > 0),
  person uuid not null references governance.person,
  on_behalf_of uuid references governance.organisation,
  capacity text not null default '',
  mandate text[] not null default '{}' check (mandate <@ array['decide', 'commit_money', 'speak']),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  ending_reason text not null default '',
  version int not null default 1,
  -- a seat is never filled twice
  constraint appointment_place_filled_once exclude using gist (seat with =, place with =, daterange(starts_on, ends_on) with &&)
);
create index on governance.appointment (person);
create function governance.refuse_missing_place() returns trigger language plpgsql as $$
begin
  if new.place > (select places from governance.seat where id = new.seat) then
    raise exception 'the seat has no place %', new.place using errcode = 'check_violation', constraint = 'appointment_place_exists';
  end if;
  return new;
end $$;
create trigger place_exists before insert or update of place, seat on governance.appointment for each row execute function governance.refuse_missing_place();

create table governance.deputy_authorisation (
  id uuid primary key,
  seat uuid not null references governance.seat,
  place int not null default 1,
  person uuid not null references governance.person,
  basis text not null check (basis in ('named', 'agreed_by_chair', 'nominated', 'delegated_authority')),
  may_decide boolean not null default false,
  agreed_by uuid references governance.person,
  members_told_on date,
  meeting uuid,                            -- for one meeting only; null: for the whole time
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
create index on governance.deputy_authorisation (person);

-- Chair, deputy chair and clerk: who holds the office, on what basis, from when to when. Chairing one meeting is recorded at the meeting.
create table governance.office (
  id uuid primary key,
  body uuid not null references governance.body,
  role text not null check (role in ('chair', 'deputy_chair', 'clerk')),
  person uuid not null references governance.person,
  basis text not null check (basis in ('by_post', 'independent', 'appointed', 'elected', 'nominated', 'agreed')),
  note text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint office_one_chair exclude using gist (body with =, role with =, daterange(starts_on, ends_on) with &&) where (role <> 'clerk')
);
create index on governance.office (person);

create table governance.interest (
  id uuid primary key,
  person uuid not null references governance.person,
  kind text not null check (kind in ('pecuniary', 'personal', 'prejudicial', 'conflict_by_post', 'other_membership')),
  nature text not null check (nature <> ''),
  sensitive boolean not null default false,
  declared_on date not null,
  reviewed_on date,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1
);
create index on governance.interest (person);
