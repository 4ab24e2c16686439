-- Minutes that point back to the record (requirements M9, M12), questions, petitions, deputations and whip declarations (M13), and what follows when
-- members miss meetings (G12).

-- What a section was written from: kind, id, and a mark of what the record said then, so that what was changed afterwards is seen.
alter table meetings.minutes_section add column sources jsonb not null default '[]';

alter table meetings.minutes
  add column amendments_by text not null default '',        -- who proposed the amendments that were agreed
  add column amendments_refused text not null default '',   -- proposed and not agreed: minuted, and nothing else
  add column departs_reason text not null default '',       -- why minutes were approved that say something else than the record
  add column signed_on date;

-- The chair clears a draft before it goes to the members: pressed by the chair, or recorded by the clerk. It is for exactly the text of that moment.
create table meetings.minutes_clearance (
  id uuid primary key,
  minutes uuid not null,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight = 'draft'),
  edition int not null,                    -- the version of the minutes that was cleared
  cleared_by text not null check (cleared_by <> ''),
  by_chair boolean not null,               -- false: the clerk says so
  at timestamptz not null,
  actor uuid not null,
  foreign key (minutes, meeting) references meetings.minutes (id, meeting),
  foreign key (meeting, body) references meetings.meeting (id, body)
);
create index on meetings.minutes_clearance (minutes);

-- An opener of an agenda is known by what it is for, so that minutes, questions and matters arising find their item.
alter table meetings.agenda_item add column standing_key text not null default '';

-- Old records state the day of a decision and no time.
alter table meetings.decision add column time_known boolean not null default true;

-- By when a question, petition or deputation must have come, and what follows from it: a body's own rule, dated, with where it is written.
create table meetings.submission_rule (
  id uuid primary key,
  body uuid not null references governance.body,
  kind text not null check (kind in ('public_question', 'member_question', 'petition', 'deputation')),
  taken boolean not null default true,     -- false: the body takes none of this kind
  mode text check (mode in ('calendar', 'clear-calendar', 'working', 'clear-working')),
  days int check (days between 0 and 365), -- null: no notice is asked
  cut_off time,                            -- null: the end of the day
  most_words int check (most_words between 1 and 10000),
  signatures_to_answer int check (signatures_to_answer > 0),   -- of a petition: from how many on it is answered
  signatures_to_debate int check (signatures_to_debate > 0),   -- from how many on the meeting debates it
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  made_by uuid not null,
  version int not null default 1,
  check ((mode is null) = (days is null)),
  check (kind = 'petition' or (signatures_to_answer is null and signatures_to_debate is null)),
  constraint one_rule_at_a_time exclude using gist (body with =, kind with =, daterange(starts_on, ends_on) with &&)
);

-- What people bring to a meeting. The name stands elsewhere: `shown_name` is what may be read, '' where the name is withheld.
create table meetings.submission (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  category text not null default 'public' check (category in ('public', 'exempt', 'confidential')),
  kind text not null check (kind in ('public_question', 'member_question', 'petition', 'deputation', 'whip')),
  item uuid,
  title text not null default '',
  text text not null check (text <> ''),
  shown_name text not null default '',
  withheld boolean not null default false,
  signatures int check (signatures between 0 and 100000000),
  received_at timestamptz not null,
  notice jsonb not null,                   -- the rule it was tested against, with its source, and the verdict
  state text not null default 'received' check (state in ('received', 'accepted', 'refused', 'withdrawn')),
  reason text not null default '',         -- of a refusal, and of an exception to the rule
  settled_at timestamptz,
  answer_kind text check (answer_kind in ('oral', 'written', 'later')),
  answer text not null default '',
  answered_by text not null default '',
  answer_due date,
  supplementary text not null default '',
  supplementary_answer text not null default '',
  decision uuid,
  action uuid,
  made_by uuid,                            -- the account of a member or clerk; null for somebody without one
  version int not null default 1,
  unique (id, body),
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting),
  foreign key (decision, meeting) references meetings.decision (id, meeting),
  check (category = 'public' or sight <> 'public'),
  check (state = 'accepted' or sight = 'draft'),
  check (state <> 'refused' or reason <> ''),
  check (not withheld or shown_name = ''),
  check (kind <> 'whip' or item is not null),
  check (kind = 'petition' or signatures is null),
  check (answer_kind <> 'later' or answer_due is not null or answer <> '')
);
alter table meetings.action add unique (id, meeting);
alter table meetings.submission add foreign key (action, meeting) references meetings.action (id, meeting);
create index on meetings.submission (meeting);
create index on meetings.submission (item);

-- Who asked, and how to write back: for the clerk alone, and only as long as it is needed.
create table meetings.submission_person (
  submission uuid primary key,
  body uuid not null,
  name text not null check (name <> ''),
  email text not null default '',
  foreign key (submission, body) references meetings.submission (id, body)
);

-- Sent from the public form and not confirmed yet: nobody but the machine sees it. Gone after three days.
create table meetings.submission_request (
  id uuid primary key,
  meeting uuid not null references meetings.meeting on delete cascade,
  token text not null unique check (token ~ '^[0-9a-f]{64}$'),   -- digest of the link's secret
  kind text not null check (kind in ('public_question', 'petition', 'deputation')),
  title text not null default '',
  text text not null check (text <> ''),
  name text not null check (name <> ''),
  withheld boolean not null,
  email text not null check (email <> ''),
  signatures int check (signatures between 0 and 100000000),
  at timestamptz not null,
  expires_at timestamptz not null
);
create index on meetings.submission_request (meeting);
create index on meetings.submission_request (expires_at);

-- Somebody missed a meeting without apology or deputy, and is asked why.
create table meetings.absence_question (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight = 'draft'),
  seat uuid not null references governance.seat,
  place int not null,
  person uuid not null references governance.person,
  name text not null check (name <> ''),
  asked_at timestamptz not null,
  actor uuid not null,
  mail uuid,                               -- null: there was no address
  explanation text not null default '',
  explained_at timestamptz,
  version int not null default 1,
  unique (meeting, seat, place),
  foreign key (meeting, body) references meetings.meeting (id, body),
  check ((explained_at is null) = (explanation = ''))
);

-- A letter to the chief officer of whoever missed several meetings: drafted here, sent by a person.
create table meetings.officer_letter (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight = 'draft'),
  seat uuid not null references governance.seat,
  place int not null,
  person uuid not null references governance.person,
  name text not null check (name <> ''),
  organisation text not null default '',
  missed date[] not null check (cardinality(missed) > 0),
  text text not null check (text <> ''),
  drafted_at timestamptz not null,
  actor uuid not null,
  sent_on date,
  sent_to text not null default '',
  version int not null default 1,
  check ((sent_on is null) = (sent_to = ''))
);
create index on meetings.officer_letter (body);

-- What was brought to an item goes into Part 2 with it.
create function meetings.submission_follows_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.submission set category = new.category, sight = case when new.category <> 'public' and sight = 'public' then 'members' else sight end
    where item = new.id;
  return new;
end $$;
revoke all on function meetings.submission_follows_category() from public;
create trigger submission_follows_category after update of category on meetings.agenda_item
  for each row execute function meetings.submission_follows_category();
create trigger in_the_part_of_its_item before insert or update of category, item on meetings.submission
  for each row execute function meetings.refuse_other_part();

grant select, insert on meetings.minutes_clearance to goldenthread_app;
grant select, insert, update on meetings.submission_rule, meetings.submission, meetings.submission_person, meetings.absence_question,
  meetings.officer_letter to goldenthread_app;
grant delete on meetings.submission_person to goldenthread_app;
grant select, insert, delete on meetings.submission_request to goldenthread_app;

do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  chair constant text := 'body = any ((select governance.my_chair_bodies())::uuid[])';
begin
  foreach name in array array['minutes_clearance', 'submission_rule', 'submission', 'submission_person', 'submission_request', 'absence_question',
      'officer_letter'] loop
    perform platform.protect(format('meetings.%I', name)::regclass);
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
  foreach name in array array['submission_rule', 'submission', 'submission_person', 'absence_question', 'officer_letter'] loop
    execute format('create policy keep on meetings.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
  foreach name in array array['minutes_clearance', 'absence_question', 'officer_letter'] loop
    execute format('create policy read on meetings.%I for select to goldenthread_app using (%s or %s)', name, clerk, chair);
  end loop;
  -- In one's own name.
  execute 'create policy clear on meetings.minutes_clearance for insert to goldenthread_app with check (actor = (select platform.actor()) and '
    || 'exists (select from meetings.minutes t where t.id = minutes and t.version = edition) and '
    || format('((%s and not by_chair) or (%s and by_chair)))', clerk, chair);
  foreach name in array array['absence_question', 'officer_letter'] loop
    execute format('create policy as_oneself on meetings.%I as restrictive for insert to goldenthread_app with check (actor = (select platform.actor()))', name);
  end loop;
end $$;

-- Rules are for everybody to read.
create policy read on meetings.submission_rule for select to goldenthread_app using (true);
create policy read on meetings.submission for select to goldenthread_app using (sight = 'public'
  or (sight = 'members' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])))
  or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])
  or made_by = (select platform.actor()));
-- A member brings a question, a petition or a deputation of their own, and declares the whip at an item, which the others then read.
create policy bring_own on meetings.submission for insert to goldenthread_app
  with check (made_by = (select platform.actor()) and decision is null and action is null and answer = '' and answer_kind is null
    and reason = '' and settled_at is null and answered_by = '' and answer_due is null and supplementary = '' and supplementary_answer = '' and version = 1
    and (kind = 'whip' or item is null) and shown_name in ('', (select p.name from governance.person p where p.id = (select governance.my_person())))
    and ((kind = 'whip' and state = 'accepted' and sight = 'members') or (kind <> 'whip' and state = 'received' and sight = 'draft' and shown_name = ''))
    and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])));
create policy as_oneself on meetings.submission as restrictive for insert to goldenthread_app
  with check (made_by = (select platform.actor()) or (made_by is null and (select meetings.is_system())));
create policy name_own on meetings.submission_person for insert to goldenthread_app
  with check (exists (select from meetings.submission s where s.id = submission and s.body = submission_person.body and s.made_by = (select platform.actor())));
create policy read_own on meetings.submission_person for select to goldenthread_app
  using (exists (select from meetings.submission s where s.id = submission and s.made_by = (select platform.actor())));

-- Whoever was missed reads the question and explains, once.
create policy read_own on meetings.absence_question for select to goldenthread_app using (person = (select governance.my_person()));
create policy explain_own on meetings.absence_question for update to goldenthread_app
  using (person = (select governance.my_person()) and explained_at is null) with check (person = (select governance.my_person()));
create trigger members_columns before update on meetings.absence_question
  for each row execute function meetings.refuse_other_columns('explanation', 'explained_at', 'version');
