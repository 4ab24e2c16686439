-- The meeting in the room (requirements M8, M9, G6, G7, G13; handbook governance 3.2 to 3.3).
-- What is entered while a meeting runs is a list that only grows. The tables of the record (attendance, chairs, decisions, actions) hold what it adds up to.

-- One row for each thing entered live. The page that sends it makes the id, so that the same form sent twice, or late, is one entry.
create table meetings.entry (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  act text not null check (act ~ '^[a-z][a-z-]*$'),
  content jsonb not null,                  -- what was entered, as parsed; a ballot never is
  outcome text not null default '',        -- id of what it made; a repeated entry is answered with it
  happened_at timestamptz not null,        -- by our clock, also for what was written while the line was down
  entered_at timestamptz not null,
  actor uuid not null,
  foreign key (meeting, body) references meetings.meeting (id, body)
);
create index on meetings.entry (meeting, entered_at);

-- How often each part of the live page has changed, for those who see Part 2 and for everybody: a visitor's count never moves for an exempt item.
create table meetings.part_revision (
  meeting uuid not null references meetings.meeting,
  part text not null check (part ~ '^[a-z][a-z-]*$'),
  sight text not null check (sight in ('members', 'public')),
  revision bigint not null default 1,
  primary key (meeting, part, sight)
);

alter table meetings.agenda_item add column planned_minutes int check (planned_minutes between 1 and 600);   -- null: no time was set aside

-- When each item was on: the order taken, the time used, and the stretch for which an interest counts. One item at a time.
create table meetings.item_time (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('draft', 'members', 'public')),
  item uuid not null,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  from_at timestamptz not null,
  to_at timestamptz,
  quorum jsonb not null default '{}',      -- the evidence at its beginning, to be judged again
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting),
  check (to_at >= from_at),
  check (category = 'public' or sight <> 'public'),
  constraint one_item_at_a_time exclude using gist (meeting with =, tstzrange(from_at, to_at) with &&)
);
create index on meetings.item_time (item);

-- An interest in an item, from the register or declared in the room, what follows by the rule, and the chair's ruling (G13).
create table meetings.declared_interest (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('draft', 'members', 'public')),
  item uuid not null,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  person uuid not null references governance.person,
  name text not null check (name <> ''),
  kind text not null check (kind in ('pecuniary', 'personal', 'prejudicial', 'conflict_by_post')),
  nature text not null check (nature <> ''),
  source text not null check (source in ('register', 'declared')),
  register_entry uuid references governance.interest,
  sensitive boolean not null default false,
  consequence text check (consequence in ('stay', 'stay_silent', 'leave')),   -- null: waits for the chair
  decided_from text check (decided_from in ('terms', 'chair', 'dispensation')),
  ruling text not null default '',         -- the chair's words, minuted
  ruled_by text not null default '',
  declared_at timestamptz not null,
  ruled_at timestamptz,
  withdrawn_at timestamptz,
  version int not null default 1,
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting),
  check ((consequence is null) = (decided_from is null)),
  check (decided_from <> 'chair' or ruled_by <> ''),
  check (category = 'public' or sight <> 'public'),
  check (not sensitive or sight <> 'public')
);
create index on meetings.declared_interest (meeting);
create unique index interest_once on meetings.declared_interest (item, person, kind) where withdrawn_at is null;

-- A motion or an amendment, put, voted on, carried or lost (G9, M8).
create table meetings.motion (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('draft', 'members', 'public')),
  item uuid not null,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  amends uuid references meetings.motion,
  number int not null check (number > 0),  -- within the meeting, in the order put
  text text not null check (text <> ''),
  type text not null,                      -- type of the decision it becomes
  matter text not null default 'neither' check (matter in ('neither', 'policy', 'resources')),
  function_key text not null default '',
  commits_money boolean not null default false,
  referred_to text not null default '',
  proposer uuid references governance.person,
  proposer_name text not null default '',
  seconder uuid references governance.person,
  seconder_name text not null default '',
  state text not null check (state in ('put', 'open', 'closed', 'carried', 'lost', 'withdrawn')),
  method text check (method in ('consensus', 'show_of_hands', 'recorded_vote')),
  consensus_words text not null default '',   -- what became of seeking consensus; '': nothing is recorded
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  abstained int check (abstained >= 0),
  casting_vote text check (casting_vote in ('for', 'against')),
  minority_view text not null default '',
  quorum jsonb not null default '{}',      -- the evidence when the vote was opened, or when consensus was found
  decision uuid references meetings.decision,
  put_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  version int not null default 1,
  unique (id, meeting),
  unique (meeting, number),
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting),
  foreign key (amends, meeting) references meetings.motion (id, meeting),
  foreign key (decision, meeting) references meetings.decision (id, meeting),
  check (state not in ('open', 'closed') or method in ('show_of_hands', 'recorded_vote')),
  check (state <> 'open' or opened_at is not null),
  check (category = 'public' or sight <> 'public')
);
create unique index one_vote_open on meetings.motion (meeting) where state = 'open';
create index on meetings.motion (item);

-- A recorded vote: one for each voting place and motion, kept by the voter or by the clerk who calls the roll. Never a secret ballot: that is another record.
create table meetings.vote (
  id uuid primary key,
  motion uuid not null,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('draft', 'members', 'public')),
  category text not null check (category in ('public', 'exempt', 'confidential')),
  seat uuid not null references governance.seat,
  place int not null,
  person uuid not null references governance.person,
  name text not null check (name <> ''),
  choice text not null check (choice in ('for', 'against', 'abstain')),
  at timestamptz not null,
  actor uuid not null,
  constraint one_vote_a_place unique (motion, seat, place),
  constraint one_vote_a_person unique (motion, person),
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (motion, meeting) references meetings.motion (id, meeting),
  check (category = 'public' or sight <> 'public')
);
create index on meetings.vote (meeting);

-- Votes are cast, and changed, only while the vote is open. The lock makes closing wait for a vote that is being written, and the vote for closing.
create function meetings.refuse_vote_after_close() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare now_state text; how text;
begin
  select state, method into now_state, how from meetings.motion where id = new.motion for share;
  if now_state is distinct from 'open' or how is distinct from 'recorded_vote' then
    raise exception 'the vote is not open' using errcode = 'check_violation', constraint = 'vote_while_open';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_vote_after_close() from public;
create trigger vote_while_open before insert or update of choice, person, seat, place, motion on meetings.vote
  for each row execute function meetings.refuse_vote_after_close();

-- Views of members who cannot come, sent in writing or said on the telephone (M8).
create table meetings.absent_view (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('draft', 'members', 'public')),
  item uuid not null,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  person uuid references governance.person,
  name text not null check (name <> ''),
  sent text not null check (sent in ('in_writing', 'by_phone')),
  text text not null check (text <> ''),
  received_at timestamptz not null,
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting),
  check (category = 'public' or sight <> 'public')
);
create index on meetings.absent_view (meeting);

-- What is said under an item, typed while it is said: the beginning of its minute. Only those who prepare the meeting see it.
create table meetings.item_note (
  id uuid primary key,                     -- of the entry that brought it
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight = 'draft'),
  item uuid not null,
  text text not null check (text <> ''),
  at timestamptz not null,
  actor uuid not null,
  withdrawn_at timestamptz,
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting)
);
create index on meetings.item_note (item);

-- Members of the public in the room: counted, or written down where the terms ask it. Names never become public.
create table meetings.public_attendance (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members')),
  name text not null default '',           -- '': counted, not named
  number int not null default 1 check (number between 0 and 10000),
  at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (meeting, body) references meetings.meeting (id, body),
  check (name = '' or number = 1)
);
create index on meetings.public_attendance (meeting);

-- What belongs to an item goes into Part 2 with it, and stays there.
create function meetings.live_follows_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare name text; hidden constant boolean := new.category <> 'public';
begin
  foreach name in array array['item_time', 'declared_interest', 'motion', 'absent_view'] loop
    execute format('update meetings.%I set category = $1, sight = case when $2 and sight = ''public'' then ''members'' else sight end where item = $3', name)
      using new.category, hidden, new.id;
  end loop;
  update meetings.vote v set category = new.category, sight = case when hidden and v.sight = 'public' then 'members' else v.sight end
    from meetings.motion m where m.id = v.motion and m.item = new.id;
  return new;
end $$;
revoke all on function meetings.live_follows_category() from public;
create trigger live_follows_category after update of category on meetings.agenda_item for each row execute function meetings.live_follows_category();
do $$
declare name text;
begin
  foreach name in array array['item_time', 'declared_interest', 'motion', 'absent_view'] loop
    execute format('create trigger in_the_part_of_its_item before insert or update of category, item on meetings.%I for each row execute function meetings.refuse_other_part()', name);
  end loop;
end $$;

-- Says that a part of the live page has changed: the number of the next revision is kept and every process hears of it when the transaction commits.
-- The news holds the meeting, the part and the revision, and nothing of what changed.
create function meetings.tell_part(changed uuid, which text, seen_by text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare reached bigint;
begin
  -- Only whoever has to do with the whole of the meeting moves its counts: a count that moves tells those who watch to look.
  if not (coalesce(meetings.is_system(), false) or changed = any (meetings.my_guest_meetings())
    or exists (select from meetings.meeting m where m.id = changed and m.body = any (governance.my_full_sight_bodies()))) then
    raise insufficient_privilege using message = 'only those who see all of a meeting tell what changed'; end if;
  insert into meetings.part_revision as r (meeting, part, sight) values (changed, which, seen_by)
    on conflict (meeting, part, sight) do update set revision = r.revision + 1 returning r.revision into reached;
  perform pg_notify('meeting_part', json_build_object('meeting', changed, 'part', which, 'sight', seen_by, 'revision', reached)::text);
end $$;
revoke all on function meetings.tell_part(uuid, text, text) from public;
grant execute on function meetings.tell_part(uuid, text, text) to goldenthread_app;

grant select, insert, update on meetings.item_time, meetings.declared_interest, meetings.motion, meetings.vote, meetings.absent_view, meetings.item_note,
  meetings.public_attendance to goldenthread_app;
grant select, insert on meetings.entry to goldenthread_app;
grant select on meetings.part_revision to goldenthread_app;

do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['entry', 'part_revision', 'item_time', 'declared_interest', 'motion', 'vote', 'absent_view', 'item_note', 'public_attendance'] loop
    perform platform.protect(format('meetings.%I', name)::regclass);
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
  foreach name in array array['item_time', 'declared_interest', 'motion', 'absent_view', 'item_note', 'public_attendance'] loop
    execute format('create policy read on meetings.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[]))) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
    execute format('create policy keep on meetings.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
  execute format('create policy keep on meetings.vote to goldenthread_app using (%s) with check (%s)', clerk, clerk);
end $$;

-- One's own entries, and all of them for those who keep the meeting. They are added by whoever acts, at a meeting that one sees all of.
create policy read_own on meetings.entry for select to goldenthread_app
  using (actor = (select platform.actor()) or body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy add on meetings.entry for insert to goldenthread_app
  with check (actor = (select platform.actor()) and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])));
-- How often the full page changed tells when Part 2 was spoken of: it is for those who see the full page.
create policy read on meetings.part_revision for select to goldenthread_app using (exists (select from meetings.meeting m where m.id = meeting
  and (part_revision.sight = 'public' or m.body = any ((select governance.my_full_sight_bodies())::uuid[]) or m.id = any ((select meetings.my_guest_meetings())::uuid[]))));

-- One's own vote at once, those of others when the vote is closed; the clerk, who calls the roll, sees who has voted.
create policy read on meetings.vote for select to goldenthread_app using (sight = 'public' or person = (select governance.my_person())
  or (sight = 'members' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])
      or body = any ((select governance.my_chair_bodies())::uuid[]))
    and exists (select from meetings.motion m where m.id = motion and m.state <> 'open')));
create policy cast_own on meetings.vote for insert to goldenthread_app
  with check (person = (select governance.my_person()) and actor = (select platform.actor()) and sight = 'members'
    and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])));
create policy change_own on meetings.vote for update to goldenthread_app
  using (person = (select governance.my_person())) with check (person = (select governance.my_person()) and actor = (select platform.actor()) and sight = 'members');
do $$
declare name text;
begin
  foreach name in array array['entry', 'vote', 'item_note'] loop
    execute format('create policy as_oneself on meetings.%I as restrictive for insert to goldenthread_app with check (actor = (select platform.actor()))', name);
  end loop;
end $$;
