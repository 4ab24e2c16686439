-- What belongs together belongs to one meeting: nobody hangs a paper, decision, minute or file of one meeting on an item of another, and so sees it.
alter table meetings.agenda_item add unique (id, meeting), add foreign key (parent, meeting) references meetings.agenda_item (id, meeting);
alter table meetings.item_content add foreign key (item, meeting) references meetings.agenda_item (id, meeting);
alter table meetings.paper add unique (id, meeting), add foreign key (item, meeting) references meetings.agenda_item (id, meeting);
alter table meetings.paper_version add unique (id, meeting), add foreign key (paper, meeting) references meetings.paper (id, meeting);
alter table meetings.publication add unique (id, meeting);
alter table meetings.published_paper add foreign key (publication, meeting) references meetings.publication (id, meeting),
  add foreign key (item, meeting) references meetings.agenda_item (id, meeting), add foreign key (paper_version, meeting) references meetings.paper_version (id, meeting);
alter table meetings.pack_file add foreign key (publication, meeting) references meetings.publication (id, meeting);
alter table meetings.despatch add foreign key (publication, meeting) references meetings.publication (id, meeting);
alter table meetings.notice_certificate add foreign key (publication, meeting) references meetings.publication (id, meeting);
alter table meetings.decision add unique (id, meeting), add foreign key (item, meeting) references meetings.agenda_item (id, meeting);
alter table meetings.action add foreign key (item, meeting) references meetings.agenda_item (id, meeting),
  add foreign key (decision, meeting) references meetings.decision (id, meeting);
alter table meetings.minutes add unique (id, meeting);
alter table meetings.minutes_version add unique (id, meeting), add foreign key (minutes, meeting) references meetings.minutes (id, meeting);
alter table meetings.minutes_section add foreign key (minutes_version, meeting) references meetings.minutes_version (id, meeting),
  add foreign key (item, meeting) references meetings.agenda_item (id, meeting);
alter table meetings.plan_item add foreign key (meeting, body) references meetings.meeting (id, body);

-- What belongs to an item of Part 2 is in Part 2, whoever writes it. The lock makes writing and an item that turns exempt wait for one another.
create function meetings.refuse_other_part() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare above text;
begin
  if new.category <> 'public' then return new; end if;
  case tg_table_name
    when 'paper_version' then select category into above from meetings.paper where id = new.paper for share;
    when 'published_paper' then select category into above from meetings.paper_version where id = new.paper_version for share;
    else select category into above from meetings.agenda_item where id = new.item for share;
  end case;
  if above <> 'public' then
    raise exception 'what belongs to an item of Part 2 is in Part 2' using errcode = 'check_violation', constraint = 'in_the_part_of_its_item';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_other_part() from public;
create trigger in_the_part_of_its_item before insert or update of category, item on meetings.item_content for each row execute function meetings.refuse_other_part();
create trigger in_the_part_of_its_item before insert or update of category, item on meetings.paper for each row execute function meetings.refuse_other_part();
create trigger in_the_part_of_its_item before insert or update of category, paper on meetings.paper_version for each row execute function meetings.refuse_other_part();
create trigger in_the_part_of_its_item before insert or update of category, paper_version on meetings.published_paper
  for each row execute function meetings.refuse_other_part();
create trigger in_the_part_of_its_item before insert or update of category, item on meetings.decision for each row execute function meetings.refuse_other_part();
create trigger in_the_part_of_its_item before insert or update of category, item on meetings.action for each row execute function meetings.refuse_other_part();
create trigger in_the_part_of_its_item before insert or update of category, item on meetings.minutes_section for each row execute function meetings.refuse_other_part();

-- An item that turns exempt takes page ranges with it, and every public file of its meeting, which holds its words: such a file is made anew.
create function meetings.hide_files() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.published_paper set category = new.category, sight = case sight when 'public' then 'members' else sight end where item = new.id;
  update meetings.pack_file set sight = 'members' where meeting = new.meeting and edition = 'public' and sight = 'public';
  return new;
end $$;
revoke all on function meetings.hide_files() from public;
create trigger files_follow_category after update of category on meetings.agenda_item
  for each row when (old.category = 'public' and new.category <> 'public') execute function meetings.hide_files();

-- Who is not the clerk writes the columns that are theirs, and no other.
create function meetings.refuse_other_columns() returns trigger language plpgsql as $$
begin
  if current_user <> 'goldenthread_app' or meetings.is_system() or old.body = any (governance.my_clerk_bodies()) then return new; end if;
  if to_jsonb(new) - tg_argv is distinct from to_jsonb(old) - tg_argv then
    raise exception 'only the clerk changes this about a %', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger authors_columns before update on meetings.paper for each row execute function meetings.refuse_other_columns('title', 'submitted_at', 'version');
create trigger authors_columns before update on meetings.paper_version
  for each row execute function meetings.refuse_other_columns('fields', 'tree', 'reason', 'made_by', 'made_at', 'version');
create trigger leads_columns before update on meetings.action for each row execute function meetings.refuse_other_columns('state', 'done_on', 'version');

-- The lead says open or done; what the clerk withdrew stays withdrawn. Notes are for those who lead it and the clerk.
drop policy progress_as_lead on meetings.action;
create policy progress_as_lead on meetings.action for update to goldenthread_app
  using (id = any ((select meetings.my_led_actions())::uuid[]) and state <> 'withdrawn')
  with check (id = any ((select meetings.my_led_actions())::uuid[]) and state <> 'withdrawn');
drop policy add on meetings.action_note;
create policy add on meetings.action_note for insert to goldenthread_app
  with check (action = any ((select meetings.my_led_actions())::uuid[])
    or exists (select from meetings.action a where a.id = action and a.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- A nomination is a wish and nothing else.
drop policy nominate on meetings.plan_item;
create policy nominate on meetings.plan_item for insert to goldenthread_app
  with check (state = 'nominated' and sight = 'draft' and reason = '' and standing_key = '' and version = 1
    and nominated_by = (select platform.actor()) and body = any ((select governance.my_full_sight_bodies())::uuid[]));

-- Who did a thing is who does it.
do $$
declare name text;
begin
  foreach name in array array['state_change', 'plan_move', 'paper_check', 'late_consent', 'publication', 'breach', 'quorum_waiver', 'action_note'] loop
    execute format('create policy as_oneself on meetings.%I as restrictive for insert to goldenthread_app with check (actor = (select platform.actor()))', name);
  end loop;
  foreach name in array array['paper_version', 'minutes_version'] loop
    execute format('create policy as_oneself on meetings.%I as restrictive for insert to goldenthread_app with check (made_by = (select platform.actor()))', name);
  end loop;
end $$;

-- Evidence is added, never changed; what was published is withdrawn, never deleted.
revoke update on meetings.state_change, meetings.plan_move, meetings.paper_check, meetings.late_consent, meetings.despatch, meetings.notice_certificate,
  meetings.breach, meetings.action_note, meetings.action_lead, meetings.joint_body from goldenthread_app;
revoke delete on meetings.published_paper from goldenthread_app;
create policy drafts_only on meetings.agenda_item as restrictive for delete to goldenthread_app using (sight = 'draft');
create policy drafts_only on meetings.item_content as restrictive for delete to goldenthread_app using (sight = 'draft');

-- A deputy for one meeting sits in for a place of a body that meets there; no other body's clerk lets somebody in.
create function meetings.refuse_stranger_deputy() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.meeting is not null and not exists (
      select from governance.seat s join meetings.meeting m on m.id = new.meeting
      where s.id = new.seat and (m.body = s.body or exists (select from meetings.joint_body j where j.meeting = m.id and j.body = s.body))) then
    raise exception 'the seat is of no body that meets there' using errcode = 'check_violation', constraint = 'deputy_of_a_body_that_meets';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_stranger_deputy() from public;
create trigger deputy_of_a_body_that_meets before insert or update of meeting, seat on governance.deputy_authorisation
  for each row execute function meetings.refuse_stranger_deputy();
