-- Forward plan, meetings, agendas, papers, publication (requirements M1 to M7, M15, M16).
-- Every record that may be hidden carries its body and its sight: 'draft' is for those who prepare it, 'members' for those who may read the
-- full agenda of the body, 'public' for anybody. A record that is exempt can never be given public sight: the table refuses it.
create schema meetings;
grant usage on schema meetings to goldenthread_app;

create table meetings.meeting (
  id uuid primary key,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null default '',
  kind text not null check (kind in ('ordinary', 'extraordinary', 'development_day')),
  held_on date not null,
  starts_at time,                          -- null: an old record does not state it; a meeting that is called has one
  ends_at time,
  place text not null default '',
  access text not null check (access in ('public', 'private')),
  access_notes text not null default '',
  filming_notice text not null default '',
  contact text not null default '',
  state text not null check (state in ('planned', 'called', 'in_progress', 'ended', 'abandoned', 'cancelled', 'rescheduled')),
  called_at timestamptz,                   -- when it was announced; a meeting cannot be held before
  successor uuid references meetings.meeting,
  state_reason text not null default '',   -- why it was cancelled or moved; public
  sequence int not null default 0,         -- SEQUENCE of the calendar entry
  first_page int not null default 1 check (first_page > 0),
  version int not null default 1,
  check (ends_at > starts_at),
  check (starts_at is not null or state in ('planned', 'ended')),
  check (state <> 'rescheduled' or successor is not null)
);
create index on meetings.meeting (body, held_on desc);
create index on meetings.meeting (held_on);

create table meetings.meeting_private (    -- what only those who attend may know
  meeting uuid primary key references meetings.meeting,
  online_link text not null default '',
  joining_notes text not null default ''
);
create table meetings.joint_body (         -- a joint meeting: the second body has its own quorum and decisions
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  primary key (meeting, body)
);
create table meetings.state_change (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  from_state text not null,
  to_state text not null,
  reason text not null default '',
  decided_by text not null default '',
  at timestamptz not null,
  actor uuid not null
);

create table meetings.plan_item (
  id uuid primary key,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  summary text not null default '',
  lead text not null default '',
  purpose text not null,
  meeting uuid references meetings.meeting,
  state text not null check (state in ('nominated', 'accepted', 'refused', 'withdrawn', 'done')),
  reason text not null default '',
  standing_key text not null default '',   -- of a standing item of the terms
  nominated_by uuid,
  nominated_at timestamptz not null,
  version int not null default 1,
  check (state <> 'refused' or reason <> '')
);
create index on meetings.plan_item (body, meeting);
create table meetings.plan_move (
  id uuid primary key,
  plan_item uuid not null references meetings.plan_item,
  from_meeting uuid references meetings.meeting,
  to_meeting uuid references meetings.meeting,
  reason text not null default '',
  at timestamptz not null,
  actor uuid not null
);

-- The face of an item, which everybody may see once the agenda is published. An exempt item shows its public title and paragraphs, nothing more.
create table meetings.agenda_item (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  parent uuid references meetings.agenda_item,
  position int not null,
  number text not null check (number ~ '^[0-9]{1,3}[a-z]{0,2}$'),
  public_title text not null check (public_title <> ''),
  purpose text not null check (purpose in ('decision', 'discussion', 'information', 'planning', 'procedure', 'not_stated')),
  report_status text not null check (report_status in ('attached', 'to_follow', 'verbal', 'tabled', 'none', 'not_stated')),
  category text not null check (category in ('public', 'exempt', 'confidential')),
  paragraphs text[] not null default '{}',
  urgent boolean not null default false,
  withdrawn_at timestamptz,
  version int not null default 1,
  check (category <> 'exempt' or cardinality(paragraphs) > 0),
  constraint agenda_number_once exclude using btree (meeting with =, number with =) where (withdrawn_at is null) deferrable initially deferred
);
create index on meetings.agenda_item (meeting, position);
-- What an exempt item does not show. One row an item.
create table meetings.item_content (
  item uuid primary key references meetings.agenda_item,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  category text not null check (category in ('public', 'exempt', 'confidential')),
  title text not null check (title <> ''),
  presenter text not null default '',
  summary text not null default '',
  plan_item uuid references meetings.plan_item,
  function_key text not null default '',   -- of the functions in the terms (G14)
  commits_money boolean not null default false,
  urgent_reason text not null default '',
  tabled_consent text not null default '',
  public_interest text not null default '',
  exempt_decided_by text not null default '',
  check (category = 'public' or sight <> 'public')
);
create index on meetings.item_content (meeting);
create function meetings.same_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.category <> 'public' then
    update meetings.item_content set category = new.category, sight = case sight when 'public' then 'members' else sight end where item = new.id;
    update meetings.paper set category = new.category, sight = case sight when 'public' then 'members' else sight end where item = new.id;
    update meetings.paper_version v set category = new.category, sight = case v.sight when 'public' then 'members' else v.sight end
      from meetings.paper p where p.id = v.paper and p.item = new.id;
  else
    update meetings.item_content set category = new.category where item = new.id;
  end if;
  return new;
end $$;
create trigger content_follows_category after update of category on meetings.agenda_item for each row execute function meetings.same_category();

create table meetings.paper (
  id uuid primary key,
  item uuid not null references meetings.agenda_item,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  category text not null check (category in ('public', 'exempt', 'confidential')),
  title text not null check (title <> ''),
  author uuid not null,                    -- person
  state text not null check (state in ('draft', 'in_checking', 'cleared', 'published', 'withdrawn')),
  draft_of int not null default 0,         -- number of the version that the draft will become a correction of; 0: the first
  submitted_at timestamptz,                -- when the author handed it in, for the deadline
  version int not null default 1,
  check (category = 'public' or sight <> 'public')
);
create index on meetings.paper (item);
create index on meetings.paper (author);
create table meetings.paper_version (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  paper uuid not null references meetings.paper,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  number int not null check (number > 0),
  fields jsonb not null,                   -- the report template (M4)
  tree jsonb not null,                     -- the text as typed nodes
  reason text not null default '',         -- why a published paper was corrected (M15)
  state text not null check (state in ('draft', 'published', 'superseded', 'withdrawn')),
  made_by uuid not null,
  made_at timestamptz not null,
  version int not null default 1,
  unique (paper, number),
  check (number = 1 or state = 'draft' or reason <> ''),
  check (category = 'public' or sight <> 'public')
);
create unique index paper_one_draft on meetings.paper_version (paper) where state = 'draft';
create table meetings.paper_check (
  id uuid primary key,
  paper uuid not null references meetings.paper,
  discipline text not null check (discipline in ('finance', 'legal', 'equality', 'lead')),
  overrides boolean not null default false,  -- advice that overrides, told from advice that informs
  verdict text not null check (verdict in ('asked', 'cleared', 'returned')),
  note text not null default '',
  checker text not null default '',
  at timestamptz not null,
  actor uuid not null
);
create table meetings.late_consent (       -- M5: late papers need the consent that the terms name
  id uuid primary key,
  paper uuid not null references meetings.paper,
  consenter text not null,                 -- key of the consenter in the terms, for example 'chair'
  person text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  actor uuid not null,
  unique (paper, consenter)
);

-- A publication event: notice evidence is read from these, never from a typed date.
create table meetings.publication (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  kind text not null check (kind in ('pack', 'supplement', 'correction', 'minutes')),
  number int not null check (number > 0),
  published_at timestamptz not null,
  published_on date not null,
  time_known boolean not null default true,  -- false: an old record states the day only
  actor uuid not null,
  reason text not null default '',
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text not null default '',
  unique (meeting, kind, number),
  check (withdrawn_at is null or withdrawn_reason <> '')
);
create index on meetings.publication (meeting);
create index on meetings.publication (published_at desc);
create index on meetings.publication (body, published_at desc);
create table meetings.published_paper (
  publication uuid not null references meetings.publication,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  paper_version uuid not null references meetings.paper_version,
  item uuid not null references meetings.agenda_item,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  first_page text not null default '',     -- labels, for example '13' or 'E2'; '' until the pack is set
  last_page text not null default '',
  primary key (publication, paper_version),
  check (category = 'public' or sight <> 'public')
);
create index on meetings.published_paper (item);
create table meetings.pack_file (
  publication uuid not null references meetings.publication,
  meeting uuid not null references meetings.meeting,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  edition text not null check (edition in ('public', 'full')),
  state text not null check (state in ('waiting', 'ready', 'failed')),
  document text not null default '',       -- sha-256 of the stored file
  pages int,
  next_page int,                           -- where a supplement continues
  next_exempt_page int,
  problem text not null default '',
  report jsonb not null default '{}',
  primary key (publication, edition),
  check (edition = 'public' or sight <> 'public'),
  check (edition = 'full' or next_exempt_page is null)
);
create table meetings.despatch (           -- M7: proof of who was told, when
  id uuid primary key,
  publication uuid references meetings.publication,
  meeting uuid not null references meetings.meeting,
  person uuid not null,
  email text not null,
  channel text not null check (channel in ('email', 'calendar')),
  mail uuid,                               -- platform.mail_delivery: when it left, or why it did not
  at timestamptz not null
);
create index on meetings.despatch (meeting);
create table meetings.notice_certificate (
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  publication uuid not null references meetings.publication,
  rule_key text not null,
  inputs jsonb not null,
  verdict jsonb not null,
  made_at timestamptz not null,
  unique (publication, rule_key)
);
create table meetings.breach (             -- G10: breaches are recorded with the reason and the approver
  id uuid primary key,
  meeting uuid not null references meetings.meeting,
  rule_key text not null,
  reason text not null check (reason <> ''),
  approver text not null,
  at timestamptz not null,
  actor uuid not null,
  unique (meeting, rule_key)
);
