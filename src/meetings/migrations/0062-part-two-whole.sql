-- Part 2 from the agenda to the destruction of what was handed out (requirements M3, M16; handbook governance 1.4, 2.2, 6, 7).

-- 1. Which paragraphs a body may rest on: a list a law, dated; which list a legal regime uses is dated data too.
insert into governance.code (list, code, label, source, position, starts_on, ends_on) values
  ('exempt-paragraph', 'lga1972-1985.1', 'A particular employee or office-holder of the authority', 'Local Government Act 1972, Schedule 12A, paragraph 1, as enacted in 1985', 1, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.2', 'A particular employee or office-holder of a magistrates’ courts or probation committee', 'Local Government Act 1972, Schedule 12A, paragraph 2, as enacted in 1985', 2, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.3', 'A particular occupier of, or applicant for, accommodation', 'Local Government Act 1972, Schedule 12A, paragraph 3, as enacted in 1985', 3, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.4', 'A particular applicant for, or recipient of, a service', 'Local Government Act 1972, Schedule 12A, paragraph 4, as enacted in 1985', 4, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.5', 'A particular applicant for, or recipient of, financial assistance', 'Local Government Act 1972, Schedule 12A, paragraph 5, as enacted in 1985', 5, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.6', 'Adoption, care, fostering or education of a particular child', 'Local Government Act 1972, Schedule 12A, paragraph 6, as enacted in 1985', 6, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.7', 'Financial or business affairs of a particular person', 'Local Government Act 1972, Schedule 12A, paragraph 7, as enacted in 1985', 7, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.8', 'Expenditure proposed under a particular contract', 'Local Government Act 1972, Schedule 12A, paragraph 8, as enacted in 1985', 8, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.9', 'Terms proposed while a contract is negotiated', 'Local Government Act 1972, Schedule 12A, paragraph 9, as enacted in 1985', 9, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.10', 'Who offers a particular tender', 'Local Government Act 1972, Schedule 12A, paragraph 10, as enacted in 1985', 10, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.11', 'Consultations or negotiations on labour relations', 'Local Government Act 1972, Schedule 12A, paragraph 11, as enacted in 1985', 11, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.12', 'Instructions to counsel, counsel’s opinion and legal advice', 'Local Government Act 1972, Schedule 12A, paragraph 12, as enacted in 1985', 12, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.13', 'A notice, order or direction that is proposed', 'Local Government Act 1972, Schedule 12A, paragraph 13, as enacted in 1985', 13, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.14', 'Action to prevent, investigate or prosecute crime', 'Local Government Act 1972, Schedule 12A, paragraph 14, as enacted in 1985', 14, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-1985.15', 'Who a protected informant is', 'Local Government Act 1972, Schedule 12A, paragraph 15, as enacted in 1985', 15, '1986-04-01', null),
  ('exempt-paragraph', 'lga1972-wales.12', 'Information about a particular individual', 'Local Government Act 1972, Schedule 12A, Part 4, paragraph 12 (Wales)', 12, '2007-04-01', null),
  ('exempt-paragraph', 'lga1972-wales.13', 'Information likely to reveal who an individual is', 'Local Government Act 1972, Schedule 12A, Part 4, paragraph 13 (Wales)', 13, '2007-04-01', null),
  ('exempt-paragraph', 'lga1972-wales.14', 'Information about financial or business affairs', 'Local Government Act 1972, Schedule 12A, Part 4, paragraph 14 (Wales)', 14, '2007-04-01', null),
  ('exempt-paragraph', 'lga1972-wales.15', 'Consultations or negotiations on labour relations', 'Local Government Act 1972, Schedule 12A, Part 4, paragraph 15 (Wales)', 15, '2007-04-01', null),
  ('exempt-paragraph', 'lga1972-wales.16', 'Legal professional privilege', 'Local Government Act 1972, Schedule 12A, Part 4, paragraph 16 (Wales)', 16, '2007-04-01', null),
  ('exempt-paragraph', 'lga1972-wales.17', 'A notice, order or direction that is proposed', 'Local Government Act 1972, Schedule 12A, Part 4, paragraph 17 (Wales)', 17, '2007-04-01', null),
  ('exempt-paragraph', 'lga1972-wales.18', 'Action to prevent, investigate or prosecute crime', 'Local Government Act 1972, Schedule 12A, Part 4, paragraph 18 (Wales)', 18, '2007-04-01', null),
  ('exempt-paragraph', 'pbama1960.1', 'The confidential nature of the business', 'Public Bodies (Admission to Meetings) Act 1960, section 1(2)', 1, '1961-06-01', null),
  ('exempt-paragraph', 'pbama1960.2', 'Other special reasons arising from the business', 'Public Bodies (Admission to Meetings) Act 1960, section 1(2)', 2, '1961-06-01', null),
  -- The list of a regime is 'exempt-law.' and the regime; its codes are what the paragraphs begin with.
  ('exempt-law.lga1972', 'lga1972', 'Schedule 12A', 'Local Government (Access to Information) (Variation) Order 2006 (SI 2006/88)', 1, '2006-03-01', null),
  ('exempt-law.lga1972', 'lga1972-1985', 'Schedule 12A as it stood until 28 February 2006', 'Local Government (Access to Information) Act 1985', 2, '1986-04-01', '2006-03-01'),
  ('exempt-law.lga1972-wales', 'lga1972-wales', 'Schedule 12A, Part 4, for Wales', 'Local Authorities (Access to Information) (Variation) (Wales) Order 2007 (SI 2007/969)', 1, '2007-04-01', null),
  ('exempt-law.lga1972-wales', 'lga1972-1985', 'Schedule 12A as it stood in Wales until 31 March 2007', 'Local Government (Access to Information) Act 1985', 2, '1986-04-01', '2007-04-01'),
  ('exempt-law.partnership', 'lga1972', 'Schedule 12A, which the partnership follows', 'Partnerships that keep Part 2 follow the list of their councils', 1, '2006-03-01', null),
  ('exempt-law.partnership', 'lga1972-1985', 'Schedule 12A as it stood until 28 February 2006, which the partnership followed', 'Local Government (Access to Information) Act 1985', 2, '1986-04-01', '2006-03-01'),
  ('exempt-law.nhs-body', 'pbama1960', 'Public Bodies (Admission to Meetings) Act 1960, section 1(2)', 'Public Bodies (Admission to Meetings) Act 1960, section 1(2)', 1, '1961-06-01', null)
on conflict (list, code) do nothing;

-- 2. The public-interest test of exempt matter: an item with the papers under it. Each is kept; the last one counts. What the public reads of it stands
-- on the face of the item; everything else goes no further than the members, also once the item is released.
alter table meetings.agenda_item add column public_conclusion text not null default '', add column released_by uuid references meetings.publication;
create table meetings.public_interest_test (
  id uuid primary key,
  item uuid not null,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members')),
  number int not null check (number > 0),
  occasion text not null check (occasion in ('agenda', 'review')),
  reasons_for text not null default '',    -- for publishing; '' in an old record: not stated
  reasons_against text not null default '',
  conclusion text not null check (conclusion in ('exempt', 'open')),
  reason text not null default '',         -- of a review: why it stays, or why it is released
  decided_by text not null default '',
  decided_on date,                         -- null: not stated
  review_on date,                          -- when it is looked at again; null: no day is set
  publication uuid,                        -- the release that a review led to
  actor uuid not null,
  at timestamptz not null,
  unique (item, number),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting) on delete cascade,
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (publication, meeting) references meetings.publication (id, meeting),
  check (occasion = 'agenda' or (reason <> '' and decided_by <> '' and decided_on is not null)),
  check ((conclusion = 'open') = (publication is not null)),
  check (occasion = 'agenda' or conclusion = 'open' or review_on is not null)
);
create index on meetings.public_interest_test (body, review_on);
create index on meetings.public_interest_test (meeting);
insert into meetings.public_interest_test (id, item, meeting, body, sight, number, occasion, reasons_against, conclusion, decided_by, actor, at)
  select gen_random_uuid(), c.item, c.meeting, c.body, case c.sight when 'draft' then 'draft' else 'members' end, 1, 'agenda', c.public_interest, 'exempt',
    c.exempt_decided_by, platform.system_actor(), now()
  from meetings.item_content c where c.category = 'exempt' and c.public_interest <> '';

create function meetings.test_follows_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.public_interest_test set sight = case new.sight when 'draft' then 'draft' else 'members' end where item = new.id;
  return new;
end $$;
create trigger test_follows_sight after update of sight on meetings.agenda_item
  for each row when (old.sight <> new.sight) execute function meetings.test_follows_sight();

-- 3. A release is a publication of its own kind: what came out, when, with words for the public; taken back like any other, with a reason.
alter table meetings.publication drop constraint publication_kind_check;
alter table meetings.publication add constraint publication_kind_check check (kind in ('pack', 'supplement', 'correction', 'minutes', 'release'));
create table meetings.released_paper (
  publication uuid not null,
  paper uuid not null,
  meeting uuid not null,
  primary key (publication, paper),
  foreign key (publication, meeting) references meetings.publication (id, meeting),
  foreign key (paper, meeting) references meetings.paper (id, meeting)
);

-- What the members have as exempt becomes public by a recorded release of that very item or paper, and in no other way.
create function meetings.refuse_quiet_release() returns trigger language plpgsql as $$
declare known boolean;
begin
  if current_user <> 'goldenthread_app' then return new; end if;
  if tg_table_name = 'agenda_item' then
    known := new.released_by is not null and old.category = 'exempt' and exists (select from meetings.public_interest_test t
      where t.item = new.id and t.publication = new.released_by and t.conclusion = 'open');
  else
    known := old.category = 'exempt' and exists (select from meetings.released_paper r
      join meetings.publication b on b.id = r.publication and b.withdrawn_at is null where r.paper = new.id);
  end if;
  if not known then
    raise exception 'exempt matter becomes public by a recorded release' using errcode = 'check_violation', constraint = 'public_by_release';
  end if;
  return new;
end $$;
create trigger public_by_release before update of category on meetings.agenda_item
  for each row when (old.category <> 'public' and new.category = 'public' and old.sight <> 'draft') execute function meetings.refuse_quiet_release();
create trigger public_by_release before update of category on meetings.paper
  for each row when (old.category <> 'public' and new.category = 'public' and old.sight <> 'draft') execute function meetings.refuse_quiet_release();

-- 4. The resolution to exclude the press and the public, for which items, and when they left and came back.
create table meetings.exclusion (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('draft', 'members', 'public')),
  mover uuid references governance.person,
  mover_name text not null default '',
  seconder uuid references governance.person,
  seconder_name text not null default '',
  method text not null check (method in ('agreed', 'vote')),
  votes_for int check (votes_for > 0),
  votes_against int check (votes_against >= 0),
  abstained int check (abstained >= 0),
  left_at timestamptz not null,
  returned_at timestamptz,                 -- null: not before the end of the meeting, or not yet
  version int not null default 1,
  actor uuid not null,
  unique (id, meeting),
  foreign key (meeting, body) references meetings.meeting (id, body),
  check (returned_at >= left_at),
  check (mover_name <> '' and seconder_name <> ''),
  check ((method = 'vote') = (votes_for is not null)),
  check ((votes_for is null) = (votes_against is null) and (votes_for is null) = (abstained is null)),
  check (votes_for > votes_against),
  constraint public_out_once exclude using gist (meeting with =, tstzrange(left_at, returned_at) with &&)
);
create table meetings.exclusion_item (
  exclusion uuid not null,
  meeting uuid not null,
  item uuid not null,
  primary key (exclusion, item),
  foreign key (exclusion, meeting) references meetings.exclusion (id, meeting) on delete cascade,
  foreign key (item, meeting) references meetings.agenda_item (id, meeting)
);
create index on meetings.exclusion_item (item);

-- Why an exempt item was taken without a resolution: the clerk was warned.
alter table meetings.item_time add column without_resolution text not null default '';
grant select (without_resolution) on meetings.item_time to goldenthread_app;

-- The public is out: for an item of Part 2, or under a resolution from which it has not come back. Which item is not said.
create or replace function meetings.in_private(asked uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.item_time t where t.meeting = asked and t.to_at is null and t.category <> 'public')
    or exists (select from meetings.exclusion e join meetings.meeting m on m.id = e.meeting
      where e.meeting = asked and e.returned_at is null and m.state = 'in_progress')
$$;

-- 5. Copies of exempt papers that were handed out, what became of each, and the certificates that were drawn up (M16).
create table meetings.exempt_copy (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  kind text not null check (kind in ('electronic', 'printed')),
  number int check (number > 0),           -- printed on the copy; null for an electronic one
  person uuid references governance.person,
  name text not null check (name <> ''),
  evidence text not null check (evidence in ('told', 'opened', 'by_hand')),
  handed_at timestamptz not null,
  ended text check (ended in ('destroyed', 'handed_back')),
  ended_at timestamptz,
  said_by text check (said_by in ('holder', 'clerk')),
  words text not null default '',          -- what was confirmed, word for word; of a clerk's entry how it is known
  actor uuid not null,
  ended_actor uuid,
  foreign key (meeting, body) references meetings.meeting (id, body),
  check ((kind = 'printed') = (number is not null)),
  check ((ended is null) = (ended_at is null) and (ended is null) = (said_by is null) and (ended is null) = (ended_actor is null)),
  check (ended is null or words <> ''),
  check (kind = 'printed' or person is not null)
);
create unique index copy_a_number on meetings.exempt_copy (meeting, number);
create unique index copy_a_person on meetings.exempt_copy (meeting, person) where kind = 'electronic';
create index on meetings.exempt_copy (person);
create table meetings.destruction_certificate (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  number int not null check (number > 0),
  inputs jsonb not null,                   -- the rule with its source, the papers by their public titles, every copy, what was outstanding
  made_by text not null,
  made_at timestamptz not null,
  actor uuid not null,
  unique (meeting, number),
  foreign key (meeting, body) references meetings.meeting (id, body)
);

-- A confirmation is made once, by the holder for their own copy or by the clerk, and stays as it was made.
create function meetings.refuse_other_copy() returns trigger language plpgsql as $$
declare free constant text[] := array['ended', 'ended_at', 'said_by', 'words', 'ended_actor'];
begin
  if old.ended is not null or to_jsonb(new) - free is distinct from to_jsonb(old) - free then
    raise exception 'what is recorded of a copy stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'goldenthread_app' and (new.ended_actor is distinct from platform.actor()
      or (new.said_by = 'holder' and new.person is distinct from governance.my_person())
      or (new.said_by = 'clerk' and not (new.body = any (governance.my_clerk_bodies())))) then
    raise exception 'a copy is confirmed by its holder or by the clerk' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stays_as_confirmed before update on meetings.exempt_copy for each row execute function meetings.refuse_other_copy();

-- Meetings whose exempt papers one may no longer open: one's copy is destroyed or handed back, or the certificate is drawn up. The clerk keeps the record copy.
create function meetings.my_ended_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or meetings.is_system() then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct gone.meeting), '{}') from (
      select c.meeting, c.body from meetings.exempt_copy c where c.person = governance.my_person() and c.kind = 'electronic' and c.ended is not null
      union select d.meeting, d.body from meetings.destruction_certificate d) as gone
    where not (gone.body = any (governance.my_clerk_bodies()))
  );
end $$;
revoke all on function meetings.test_follows_sight(), meetings.my_ended_meetings() from public;
grant execute on function meetings.my_ended_meetings() to goldenthread_app;
do $$
declare name text;
begin
  foreach name in array array['paper', 'paper_version', 'published_paper'] loop
    execute format('create policy copy_has_ended on meetings.%I as restrictive for select to goldenthread_app '
      || 'using (category = ''public'' or sight = ''draft'' or not (meeting = any ((select meetings.my_ended_meetings())::uuid[])))', name);
  end loop;
end $$;
create policy copy_has_ended on meetings.pack_file as restrictive for select to goldenthread_app
  using (edition = 'public' or not (meeting = any ((select meetings.my_ended_meetings())::uuid[]))
    or exists (select from meetings.publication b where b.id = publication and b.kind = 'minutes'));

do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])'; chair constant text := 'body = any ((select governance.my_chair_bodies())::uuid[])';
  members constant text := '(sight = ''members'' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])))';
begin
  foreach name in array array['public_interest_test', 'released_paper', 'exclusion', 'exclusion_item', 'exempt_copy', 'destruction_certificate'] loop
    perform platform.protect(format('meetings.%I', name)::regclass);
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
  execute format('create policy read on meetings.public_interest_test for select to goldenthread_app using (%s or %s or %s)', members, clerk, chair);
  execute format('create policy keep on meetings.public_interest_test for insert to goldenthread_app with check (%s and actor = (select platform.actor()))', clerk);
  execute format('create policy read on meetings.exclusion for select to goldenthread_app using (sight = ''public'' or %s or %s or %s)', members, clerk, chair);
  execute format('create policy keep on meetings.exclusion to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy read on meetings.destruction_certificate for select to goldenthread_app using (%s or %s)', clerk, chair);
  execute format('create policy keep on meetings.destruction_certificate for insert to goldenthread_app with check (%s and actor = (select platform.actor()))', clerk);
  execute format('create policy read on meetings.exempt_copy for select to goldenthread_app using (%s or %s or person = (select governance.my_person()))', clerk, chair);
  execute format('create policy hand_out on meetings.exempt_copy for insert to goldenthread_app with check (%s and ended is null and actor = (select platform.actor()))', clerk);
  execute format('create policy end_copy on meetings.exempt_copy for update to goldenthread_app using (%s or person = (select governance.my_person())) with check (%s or person = (select governance.my_person()))', clerk, clerk);
end $$;
-- A release and a resolution are seen as far as the publication and the resolution.
create policy read on meetings.released_paper for select to goldenthread_app using (exists (select from meetings.paper p where p.id = paper)
  and exists (select from meetings.publication b where b.id = publication));
create policy keep on meetings.released_paper for insert to goldenthread_app
  with check (exists (select from meetings.paper p where p.id = paper and p.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy read on meetings.exclusion_item for select to goldenthread_app using (exists (select from meetings.exclusion e where e.id = exclusion));
create policy keep on meetings.exclusion_item to goldenthread_app
  using (exists (select from meetings.exclusion e where e.id = exclusion and e.body = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (exists (select from meetings.exclusion e where e.id = exclusion and e.body = any ((select governance.my_clerk_bodies())::uuid[])));

grant select, insert on meetings.public_interest_test, meetings.released_paper, meetings.destruction_certificate to goldenthread_app;
grant select, insert, update on meetings.exclusion, meetings.exempt_copy to goldenthread_app;
grant select, insert, delete on meetings.exclusion_item to goldenthread_app;
