-- The year ahead (requirements M1, G11): standing items in their places, themes and workshops, consultation windows, holidays of schools.

-- An item that returns by the terms is one record for each time that it falls due. It keeps its identity wherever it is moved.
alter table meetings.plan_item
  add column due_from date,                                        -- first day of the period in which it falls due; null: at each meeting, or no standing item
  add column due_until date,                                       -- first day after that period
  add column due_meeting uuid,                                     -- of an item of each meeting: the one at which it is due
  add column by_hand boolean not null default false,               -- the clerk has placed it: the terms place it no more
  add column minutes int check (minutes between 1 and 600),        -- how long it is to take; null: nobody has said
  add foreign key (due_meeting, body) references meetings.meeting (id, body),
  add check (due_from < due_until),
  add check ((due_from is null) = (due_until is null)),
  add check (num_nonnulls(due_from, due_meeting) = (standing_key <> '')::int);
create unique index standing_once on meetings.plan_item (body, standing_key, due_from) where due_from is not null;
create unique index standing_at_each on meetings.plan_item (body, standing_key, due_meeting) where due_meeting is not null;
create index on meetings.plan_item (due_meeting) where due_meeting is not null;

-- What a meeting is about, beside its business; and meetings that are workshops.
alter table meetings.meeting add column theme text not null default '';
alter table meetings.meeting drop constraint meeting_kind_check;
alter table meetings.meeting add constraint meeting_kind_check check (kind in ('ordinary', 'extraordinary', 'development_day', 'workshop'));

-- When people are asked about something, and which meeting decides after it.
create table meetings.consultation (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null check (sight in ('members', 'public')),
  title text not null check (title <> ''),
  summary text not null default '',
  starts_on date not null,
  ends_on date not null,                                           -- first day on which it is closed
  meeting uuid,                                                    -- the one that decides after it; null: not settled
  withdrawn_reason text not null default '',                       -- why it is not held; '' where it is
  version int not null default 1,
  foreign key (meeting, body) references meetings.meeting (id, body),
  check (ends_on > starts_on)
);
create index on meetings.consultation (body, starts_on);

-- Days on which schools of an area are closed, as its authority published them.
create table meetings.school_holiday (
  id uuid primary key,
  area uuid not null references governance.area,
  title text not null check (title <> ''),
  starts_on date not null,
  ends_on date not null,                                           -- first day on which schools are open again
  source text not null check (source <> ''),
  version int not null default 1,
  check (ends_on > starts_on),
  exclude using gist (area with =, daterange(starts_on, ends_on) with &&)
);

do $$
declare name text;
begin
  foreach name in array array['consultation', 'school_holiday'] loop
    perform platform.protect(format('meetings.%I', name)::regclass);
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
end $$;
grant select, insert, update on meetings.consultation to goldenthread_app;
grant select, insert, update, delete on meetings.school_holiday to goldenthread_app;

create policy read on meetings.consultation for select to goldenthread_app using (sight = 'public'
  or body = any ((select governance.my_full_sight_bodies())::uuid[])
  or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]));
create policy keep on meetings.consultation for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]) and version = 1);
create policy change on meetings.consultation for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));

create policy read on meetings.school_holiday for select to goldenthread_app using (true);
create policy keep on meetings.school_holiday to goldenthread_app
  using ((select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0)
  with check ((select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0);
