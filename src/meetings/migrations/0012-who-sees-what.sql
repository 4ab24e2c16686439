-- Row-level security of the meetings: Part 2 from the first day. The application's checks are for kindness, these are for truth.
create function meetings.my_paper_items() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct p.item), '{}') from meetings.paper p where p.author = governance.my_person() and p.state <> 'withdrawn'
  );
end $$;

-- Meetings whose full agenda one may read although one does not belong to the convening body: as deputy for that meeting, or as member of a body that meets jointly.
create function meetings.my_guest_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct m), '{}') from (
    select unnest(governance.my_deputy_meetings())
    union select j.meeting from meetings.joint_body j where j.body = any (governance.my_full_sight_bodies())) as guest(m)
  );
end $$;

create function meetings.my_led_actions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct l.action), '{}') from meetings.action_lead l where l.person = governance.my_person()
  );
end $$;

revoke all on function meetings.my_paper_items(), meetings.my_guest_meetings(), meetings.my_led_actions(), meetings.same_category() from public;
grant execute on function meetings.my_paper_items(), meetings.my_guest_meetings(), meetings.my_led_actions() to goldenthread_app;

grant select, insert, update on all tables in schema meetings to goldenthread_app;
grant delete on meetings.action_lead, meetings.joint_body, meetings.attendance, meetings.absence, meetings.meeting_chair, meetings.published_paper,
  meetings.agenda_item, meetings.item_content to goldenthread_app;

-- A record's body is its meeting's body, always; bodies and people are those of governance.
alter table meetings.meeting add unique (id, body), add foreign key (body) references governance.body;
alter table meetings.joint_body add foreign key (body) references governance.body;
alter table meetings.plan_item add foreign key (body) references governance.body;
alter table meetings.number_series add foreign key (body) references governance.body;
alter table meetings.paper add foreign key (author) references governance.person;
alter table meetings.attendance add foreign key (person) references governance.person, add foreign key (seat) references governance.seat;
alter table meetings.absence add foreign key (person) references governance.person, add foreign key (seat) references governance.seat;
alter table meetings.action_lead add foreign key (person) references governance.person, add foreign key (organisation) references governance.organisation;
alter table governance.deputy_authorisation add foreign key (meeting) references meetings.meeting;
do $$
declare name text;
begin
  foreach name in array array['agenda_item', 'item_content', 'paper', 'paper_version', 'publication', 'published_paper', 'pack_file', 'attendance', 'absence',
      'meeting_chair', 'quorum_waiver', 'decision', 'action', 'minutes', 'minutes_version', 'minutes_section'] loop
    execute format('alter table meetings.%I add foreign key (meeting, body) references meetings.meeting (id, body)', name);
  end loop;
end $$;

do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  for name in select tablename from pg_tables where schemaname = 'meetings' loop
    perform platform.protect(format('meetings.%I', name)::regclass);
  end loop;
  -- Records that carry their body, meeting and sight.
  foreach name in array array['agenda_item', 'item_content', 'paper', 'paper_version', 'publication', 'published_paper', 'pack_file', 'attendance', 'absence',
      'meeting_chair', 'quorum_waiver', 'decision', 'action', 'minutes', 'minutes_version', 'minutes_section'] loop
    execute format('create policy read on meetings.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[]))) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
    execute format('create policy keep on meetings.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
  -- Without a meeting column of their own, or with an id in its place.
  execute format('create policy read on meetings.meeting for select to goldenthread_app using (sight = ''public'' '
    || 'or (sight = ''members'' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or body = any ((select governance.my_observer_bodies())::uuid[]) '
    || 'or id = any ((select meetings.my_guest_meetings())::uuid[]))) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))');
  execute format('create policy keep on meetings.meeting to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy read on meetings.plan_item for select to goldenthread_app using (sight = ''public'' '
    || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]) or nominated_by = (select platform.actor()))');
  execute format('create policy keep on meetings.plan_item to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy keep on meetings.number_series to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  -- Children: seen with their parent; kept by the clerk of the meeting's body.
  foreach name in array array['meeting_private', 'joint_body', 'state_change', 'notice_certificate', 'breach', 'despatch'] loop
    execute format('create policy keep on meetings.%I to goldenthread_app using (meeting in (select id from meetings.meeting where %s)) with check (meeting in (select id from meetings.meeting where %s))', name, clerk, clerk);
  end loop;
  foreach name in array array['joint_body', 'notice_certificate', 'breach'] loop
    execute format('create policy read on meetings.%I for select to goldenthread_app using (exists (select from meetings.meeting m where m.id = meeting))', name);
  end loop;
  foreach name in array array['meeting_private', 'state_change'] loop
    execute format('create policy read on meetings.%I for select to goldenthread_app using (meeting in (select id from meetings.meeting where '
      || 'body = any ((select governance.my_full_sight_bodies())::uuid[]) or body = any ((select governance.my_observer_bodies())::uuid[])) or meeting = any ((select meetings.my_guest_meetings())::uuid[]))', name);
  end loop;
end $$;

-- The author of a paper sees the item and the paper, and writes the draft.
create policy read_as_author on meetings.agenda_item for select to goldenthread_app using (id = any ((select meetings.my_paper_items())::uuid[]));
create policy read_as_author on meetings.item_content for select to goldenthread_app using (item = any ((select meetings.my_paper_items())::uuid[]));
create policy read_as_author on meetings.paper for select to goldenthread_app using (author = (select governance.my_person()));
create policy write_as_author on meetings.paper for update to goldenthread_app using (author = (select governance.my_person()) and sight = 'draft')
  with check (author = (select governance.my_person()) and sight = 'draft');
create policy read_as_author on meetings.paper_version for select to goldenthread_app
  using (exists (select from meetings.paper p where p.id = paper and p.author = (select governance.my_person())));
create policy write_as_author on meetings.paper_version for update to goldenthread_app
  using (state = 'draft' and sight = 'draft' and exists (select from meetings.paper p where p.id = paper and p.author = (select governance.my_person())))
  with check (state = 'draft' and sight = 'draft');
create policy correct_as_author on meetings.paper_version for insert to goldenthread_app
  with check (state = 'draft' and sight = 'draft' and exists (select from meetings.paper p where p.id = paper and p.author = (select governance.my_person())));
create policy read on meetings.paper_check for select to goldenthread_app using (exists (select from meetings.paper p where p.id = paper
  and (p.author = (select governance.my_person()) or p.body = any ((select governance.my_clerk_bodies())::uuid[]) or p.body = any ((select governance.my_chair_bodies())::uuid[]))));
create policy keep on meetings.paper_check to goldenthread_app
  using (exists (select from meetings.paper p where p.id = paper and p.body = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (exists (select from meetings.paper p where p.id = paper and p.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy read on meetings.late_consent for select to goldenthread_app using (exists (select from meetings.paper p where p.id = paper));
create policy keep on meetings.late_consent for insert to goldenthread_app
  with check (exists (select from meetings.paper p where p.id = paper and (p.body = any ((select governance.my_clerk_bodies())::uuid[]) or p.body = any ((select governance.my_chair_bodies())::uuid[]))));

-- A member nominates an item for the forward plan.
create policy nominate on meetings.plan_item for insert to goldenthread_app
  with check (state = 'nominated' and sight = 'draft' and nominated_by = (select platform.actor()) and body = any ((select governance.my_full_sight_bodies())::uuid[]));
create policy read on meetings.plan_move for select to goldenthread_app using (exists (select from meetings.plan_item p where p.id = plan_item));
create policy keep on meetings.plan_move for insert to goldenthread_app
  with check (exists (select from meetings.plan_item p where p.id = plan_item and p.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- Whoever leads an action sees it, adds notes and says that it is done.
create policy read_as_lead on meetings.action for select to goldenthread_app using (id = any ((select meetings.my_led_actions())::uuid[]));
create policy progress_as_lead on meetings.action for update to goldenthread_app using (id = any ((select meetings.my_led_actions())::uuid[]))
  with check (id = any ((select meetings.my_led_actions())::uuid[]));
create policy read on meetings.action_lead for select to goldenthread_app using (exists (select from meetings.action a where a.id = action));
create policy keep on meetings.action_lead to goldenthread_app
  using (exists (select from meetings.action a where a.id = action and a.body = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (exists (select from meetings.action a where a.id = action and a.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy read on meetings.action_note for select to goldenthread_app using (exists (select from meetings.action a where a.id = action));
create policy add on meetings.action_note for insert to goldenthread_app
  with check (exists (select from meetings.action a where a.id = action) and actor = (select platform.actor()));

-- System jobs (setting packs, sending, chasing) act as one fixed actor; they may see and keep everything of the meetings.
create function meetings.is_system() returns boolean language sql stable as $$ select platform.actor() = platform.system_actor() $$;
do $$
declare name text;
begin
  for name in select tablename from pg_tables where schemaname = 'meetings' loop
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
end $$;
