-- Who is told (requirement M7), what came of it, and what a member has read and noted (requirement M6).

-- A list of people who are told besides the members: of everything that a board publishes, of items that touch an area, or of items chosen one by one.
create table meetings.distribution_list (
  id uuid primary key,
  body uuid not null references governance.body,
  name text not null check (name <> ''),
  concerns text not null check (concerns in ('body', 'area', 'item')),
  area uuid references governance.area,
  ended_at timestamptz,
  version int not null default 1,
  unique (id, body),
  check ((concerns = 'area') = (area is not null))
);
create index on meetings.distribution_list (body);

-- Who stands on a list: a person; whoever holds a post; whoever sits on, or observes, a board; or an address outside, with consent.
create table meetings.list_entry (
  id uuid primary key,
  list uuid not null,
  body uuid not null,
  kind text not null check (kind in ('person', 'post', 'members', 'observers', 'outside')),
  person uuid references governance.person,
  organisation uuid references governance.organisation,
  post text not null default '',
  of_body uuid references governance.body,
  name text not null default '',
  email text not null default '',
  consent text not null default '',         -- how the owner of the address agreed
  consented_on date,
  token uuid not null unique default gen_random_uuid(),   -- in the link with which one leaves the list
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('removed', 'left')),
  foreign key (list, body) references meetings.distribution_list (id, body),
  check ((kind = 'person') = (person is not null)),
  check ((kind = 'post') = (post <> '')),
  check ((kind in ('members', 'observers')) = (of_body is not null)),
  check (kind <> 'outside' or (name <> '' and email <> '' and consent <> '' and consented_on is not null)),
  check ((ended_at is null) = (ended_how is null))
);
create unique index list_entry_once on meetings.list_entry
  (list, kind, coalesce(person, of_body, organisation, '00000000-0000-0000-0000-000000000000'), post, lower(email)) where ended_at is null;

-- The areas that an item touches, and the lists of its own.
create table meetings.item_area (
  item uuid not null,
  meeting uuid not null,
  area uuid not null references governance.area,
  primary key (item, area),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting) on delete cascade
);
create table meetings.item_list (
  item uuid not null,
  meeting uuid not null,
  body uuid not null,
  list uuid not null,
  primary key (item, list),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting) on delete cascade,
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (list, body) references meetings.distribution_list (id, body)
);

-- The evidence of despatch learns by which lists somebody was told, what the news was, and which despatch it repeats. It stays a list that only grows.
alter table meetings.despatch alter column person drop not null,
  add column entry uuid references meetings.list_entry,
  add column name text not null default '',              -- of an address outside
  add column lists text[] not null default '{}',         -- names, as they were
  add column occasion text not null default '',          -- '': a record of before lists
  add column reason text not null default '',            -- of a withdrawal or a cancellation, as it was told
  add column repeats uuid unique references meetings.despatch,   -- nobody sends the same thing twice by a double click
  drop constraint despatch_channel_check,
  add constraint despatch_channel_check check (channel in ('email', 'calendar', 'digest', 'off', 'post')),
  add constraint despatch_told_somebody check (person is not null or entry is not null);
create index on meetings.despatch (publication);
create index on meetings.despatch (mail);

select platform.protect('meetings.distribution_list'), platform.protect('meetings.list_entry'), platform.protect('meetings.item_area'), platform.protect('meetings.item_list');
grant select, insert, update on meetings.distribution_list to goldenthread_app;
grant select, insert, update (ended_at, ended_how) on meetings.list_entry to goldenthread_app;
grant select, insert, delete on meetings.item_area, meetings.item_list to goldenthread_app;
do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['distribution_list', 'list_entry', 'item_list'] loop
    execute format('create policy keep on meetings.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
  foreach name in array array['distribution_list', 'list_entry', 'item_area', 'item_list'] loop
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
end $$;
create policy keep on meetings.item_area to goldenthread_app
  using (meeting in (select id from meetings.meeting where body = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (meeting in (select id from meetings.meeting where body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy as_oneself on meetings.list_entry as restrictive for insert to goldenthread_app with check (added_by = (select platform.actor()));

-- Whoever holds the link of a mail sees which list it was, and leaves it. The token is the permission.
create function meetings.list_of_token(given uuid) returns table (list_name text, body uuid, has_left boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.name, l.body, e.ended_at is not null from meetings.list_entry e join meetings.distribution_list l on l.id = e.list
  where e.token = given and e.kind = 'outside' $$;
create function meetings.leave_list(given uuid, at_instant timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.list_entry set ended_at = at_instant, ended_how = 'left' where token = given and kind = 'outside' and ended_at is null;
  return found;
end $$;
revoke all on function meetings.list_of_token(uuid), meetings.leave_list(uuid, timestamptz) from public;
grant execute on function meetings.list_of_token(uuid), meetings.leave_list(uuid, timestamptz) to goldenthread_app;

-- What a member has read, when they last said so, and what they noted for themselves: theirs alone. There is deliberately no policy for clerks,
-- administrators or Goldenthread's own jobs.
create table meetings.read_mark (
  person uuid not null references governance.person,
  paper_version uuid not null,
  meeting uuid not null,
  at timestamptz not null,
  primary key (person, paper_version),
  foreign key (paper_version, meeting) references meetings.paper_version (id, meeting)
);
create index on meetings.read_mark (person, meeting);
create table meetings.meeting_seen (
  person uuid not null references governance.person,
  meeting uuid not null references meetings.meeting,
  at timestamptz not null,                               -- by the house's clock, as publications are
  changes_at timestamptz not null default clock_timestamp(),   -- by the database's, as changes of the agenda are
  primary key (person, meeting)
);
create table meetings.private_note (
  person uuid not null references governance.person,
  item uuid not null,
  meeting uuid not null,
  text text not null check (text <> ''),
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (person, item),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting) on delete cascade
);
create index on meetings.private_note (person, meeting);
select platform.protect('meetings.read_mark'), platform.protect('meetings.meeting_seen'), platform.protect('meetings.private_note');
grant select, insert, update, delete on meetings.read_mark, meetings.meeting_seen, meetings.private_note to goldenthread_app;
create policy own on meetings.read_mark to goldenthread_app using (person = (select governance.my_person()))
  with check (person = (select governance.my_person()) and exists (select from meetings.paper_version v where v.id = paper_version));
create policy own on meetings.meeting_seen to goldenthread_app using (person = (select governance.my_person()))
  with check (person = (select governance.my_person()) and exists (select from meetings.meeting m where m.id = meeting));
create policy own on meetings.private_note to goldenthread_app using (person = (select governance.my_person()))
  with check (person = (select governance.my_person()) and exists (select from meetings.agenda_item i where i.id = item));

-- When the agenda changed, for 'what changed since you last read': items and details carry no instant of their own.
create table meetings.agenda_change (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  sight text not null check (sight in ('draft', 'members', 'public')),
  item uuid,
  category text not null default 'public' check (category in ('public', 'exempt', 'confidential')),
  kind text not null check (kind in ('details', 'item-added', 'item-withdrawn', 'item-changed')),
  at timestamptz not null default clock_timestamp(),
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting) on delete cascade,
  check (category = 'public' or sight <> 'public')
);
create index on meetings.agenda_change (meeting, at);
select platform.protect('meetings.agenda_change');
grant select, insert on meetings.agenda_change to goldenthread_app;
create policy read on meetings.agenda_change for select to goldenthread_app using (sight = 'public'
  or (sight = 'members' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])))
  or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]));
-- Kept by the tables themselves, so that no command can forget it.
create function meetings.note_agenda_change() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare what text;
begin
  if tg_table_name = 'meeting' then
    if (new.held_on, new.starts_at, new.ends_at, new.place, new.title) is not distinct from (old.held_on, old.starts_at, old.ends_at, old.place, old.title)
      or new.sight = 'draft' then return new; end if;
    insert into meetings.agenda_change (id, meeting, body, sight, kind) values (gen_random_uuid(), new.id, new.body, new.sight, 'details');
    return new;
  elsif tg_table_name = 'item_content' then
    if new.sight = 'draft' or old.sight = 'draft' or (new.title, new.presenter, new.summary) is not distinct from (old.title, old.presenter, old.summary) then return new; end if;
    insert into meetings.agenda_change (id, meeting, body, sight, item, category, kind)
      values (gen_random_uuid(), new.meeting, new.body, new.sight, new.item, new.category, 'item-changed');
    return new;
  end if;
  what := case when old.withdrawn_at is null and new.withdrawn_at is not null and old.sight <> 'draft' then 'item-withdrawn'
    when old.sight = 'draft' and new.sight <> 'draft' then 'item-added'
    when new.sight <> 'draft' and old.sight <> 'draft' and (new.public_title, new.number, new.purpose) is distinct from (old.public_title, old.number, old.purpose)
      then 'item-changed' end;
  if what is null then return new; end if;
  -- The face of an item is public where its meeting is, of Part 2 too.
  insert into meetings.agenda_change (id, meeting, body, sight, item, category, kind)
    values (gen_random_uuid(), new.meeting, new.body, new.sight, new.id, 'public', what);
  return new;
end $$;
revoke all on function meetings.note_agenda_change() from public;
create trigger note_change after update on meetings.meeting for each row execute function meetings.note_agenda_change();
create trigger note_change after update on meetings.agenda_item for each row execute function meetings.note_agenda_change();
create trigger note_change after update on meetings.item_content for each row execute function meetings.note_agenda_change();

-- Who changes somebody's address decides who gets their papers: the person, administrators, and the clerks of boards to which the person belongs or
-- belonged. Somebody new, who belongs nowhere and has no account, is entered by any clerk.
create function governance.may_keep_contact(whose uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine uuid[] := governance.my_clerk_bodies();
begin
  if platform.actor() is null then return false; end if;
  if whose = governance.my_person() or platform.is_administrator() then return true; end if;
  if cardinality(mine) = 0 then return false; end if;
  if exists (select from governance.appointment a join governance.seat s on s.id = a.seat where a.person = whose and s.body = any (mine))
    or exists (select from governance.deputy_authorisation d join governance.seat s on s.id = d.seat where d.person = whose and s.body = any (mine))
    or exists (select from governance.office o where o.person = whose and o.body = any (mine)) then return true; end if;
  return not exists (select from governance.appointment a where a.person = whose)
    and not exists (select from governance.deputy_authorisation d where d.person = whose)
    and not exists (select from governance.office o where o.person = whose)
    and not exists (select from governance.administrator d where d.person = whose)
    and exists (select from governance.person p where p.id = whose and p.account is null);
end $$;
revoke all on function governance.may_keep_contact(uuid) from public;
grant execute on function governance.may_keep_contact(uuid) to goldenthread_app;
drop policy keep_contact on governance.person_contact;
create policy keep_contact on governance.person_contact to goldenthread_app
  using (governance.may_keep_contact(person)) with check (governance.may_keep_contact(person));
