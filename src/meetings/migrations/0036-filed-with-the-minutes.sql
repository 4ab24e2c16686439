-- Statements that were read out and presentations that were shown are filed with the minutes, under their item (requirement M12).
create table meetings.minutes_file (
  id uuid primary key,
  minutes uuid not null,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  item uuid not null,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  purpose text not null check (purpose in ('statement', 'presentation', 'other')),
  title text not null check (title <> ''),
  given_by text not null check (given_by <> ''),
  kind text not null check (kind in ('pdf', 'docx', 'spreadsheet', 'slides', 'image')),
  file_name text not null check (file_name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  document text not null check (document ~ '^[0-9a-f]{64}$'),
  pages int check (pages > 0),             -- of a PDF; null for the others
  alternative_text text not null default '',
  findings jsonb not null default '{}',    -- what the check found; `confirmedAt` where what it hides may be published
  made_by uuid not null,
  made_at timestamptz not null,
  taken_back_at timestamptz,               -- was published with the minutes, and taken back after they were withdrawn
  taken_back_by uuid,
  taken_back_reason text not null default '',
  foreign key (minutes, meeting) references meetings.minutes (id, meeting),
  foreign key (item, meeting) references meetings.agenda_item (id, meeting),
  foreign key (meeting, body) references meetings.meeting (id, body),
  check (category = 'public' or sight <> 'public'),
  check (kind <> 'pdf' or pages is not null),
  check (kind <> 'image' or alternative_text <> ''),
  check ((taken_back_at is null) = (taken_back_reason = '') and (taken_back_at is null) = (taken_back_by is null)),
  check (taken_back_at is null or sight = 'draft')
);
-- The same file twice under an item, as by a second click, is one file.
create unique index minutes_file_once on meetings.minutes_file (minutes, item, document) where taken_back_at is null;
create index on meetings.minutes_file (meeting);
create index on meetings.minutes_file (item);
select platform.protect('meetings.minutes_file');
grant select, insert, update, delete on meetings.minutes_file to goldenthread_app;

create policy system on meetings.minutes_file to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
create policy read on meetings.minutes_file for select to goldenthread_app using (sight = 'public'
  or (sight = 'members' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[])))
  or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]));
create policy keep on meetings.minutes_file to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy as_oneself on meetings.minutes_file as restrictive for insert to goldenthread_app with check (made_by = (select platform.actor()));
-- A file is never seen further than the minutes that it is filed with.
create policy not_beyond_its_minutes on meetings.minutes_file as restrictive to goldenthread_app using (true)
  with check (sight = 'draft' or exists (select from meetings.minutes m where m.id = minutes and m.sight in (minutes_file.sight, 'public')));
-- What was published is taken back with a reason, never deleted.
create policy never_published on meetings.minutes_file as restrictive for delete to goldenthread_app
  using (exists (select from meetings.minutes m where m.id = minutes and m.published_at is null));

-- An item that turns exempt takes its files with it.
create function meetings.minutes_file_follows_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.minutes_file set category = new.category, sight = case when new.category <> 'public' and sight = 'public' then 'members' else sight end
    where item = new.id;
  return new;
end $$;
revoke all on function meetings.minutes_file_follows_category() from public;
create trigger minutes_file_follows_category after update of category on meetings.agenda_item
  for each row execute function meetings.minutes_file_follows_category();
create trigger in_the_part_of_its_item before insert or update of category, item on meetings.minutes_file
  for each row execute function meetings.refuse_other_part();

-- Minutes that are seen less far take their files with them, however they come to be.
create function meetings.minutes_file_follows_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.minutes_file set sight = new.sight where minutes = new.id and (sight = 'public' or new.sight = 'draft');
  return new;
end $$;
revoke all on function meetings.minutes_file_follows_sight() from public;
create trigger minutes_file_follows_sight after update of sight on meetings.minutes
  for each row when (new.sight <> 'public' and old.sight <> new.sight) execute function meetings.minutes_file_follows_sight();

-- Filed matter stays what it is: only how far it is seen, its part and its taking back change, and what was taken back stays so.
create function meetings.refuse_other_file() returns trigger language plpgsql as $$
declare free constant text[] := array['sight', 'category', 'taken_back_at', 'taken_back_by', 'taken_back_reason'];
begin
  if to_jsonb(new) - free is distinct from to_jsonb(old) - free then
    raise exception 'what is filed with minutes stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if old.taken_back_at is not null
      and (new.taken_back_at, new.taken_back_by, new.taken_back_reason) is distinct from (old.taken_back_at, old.taken_back_by, old.taken_back_reason) then
    raise exception 'what was taken back stays so' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stays_as_filed before update on meetings.minutes_file for each row execute function meetings.refuse_other_file();
