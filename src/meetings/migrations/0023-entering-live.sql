-- What holds for everything entered while a meeting runs (requirements M8, X5).

-- Holds a meeting against a change of its state until the transaction ends, also for those who may not change it, and says the state it is then in.
-- Null: there is no meeting of that id.
create function meetings.hold_meeting(held uuid) returns text language sql security definer set search_path = pg_catalog, pg_temp as $$
  select state from meetings.meeting where id = held for share
$$;
revoke all on function meetings.hold_meeting(uuid) from public;
grant execute on function meetings.hold_meeting(uuid) to goldenthread_app;

-- Entries belong to a meeting that runs. Its end is the last of them; views of absent members and interests may come before.
create function meetings.refuse_entry_outside() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare now_state text := meetings.hold_meeting(new.meeting);
begin
  if now_state = 'in_progress' or (now_state = 'called' and new.act in ('absent-view', 'declare-interest')) or (now_state = 'ended' and new.act = 'end-meeting') then
    return new;
  end if;
  raise exception 'the meeting is not in progress' using errcode = 'check_violation', constraint = 'entry_while_it_runs';
end $$;
revoke all on function meetings.refuse_entry_outside() from public;
create trigger entry_while_it_runs before insert on meetings.entry for each row execute function meetings.refuse_entry_outside();

-- Nobody is at one meeting twice at the same time, and nobody chairs while another does.
alter table meetings.attendance add constraint one_stay_at_a_time
  exclude using gist (meeting with =, person with =, tstzrange(arrived_at, left_at) with &&) where (person is not null);
alter table meetings.meeting_chair add constraint one_chair_at_a_time exclude using gist (meeting with =, tstzrange(from_at, to_at) with &&);

-- A member says for themselves that they have come or gone: from the start only before the first item, and never for another. What the clerk
-- recorded of them they close, and change in nothing else; an apology of theirs falls when they come after all.
create policy come_myself on meetings.attendance for insert to goldenthread_app
  with check (person = (select governance.my_person()) and sight = 'members' and not deputy and left_at is null
    and (body = any ((select governance.my_member_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))
    and exists (select from meetings.meeting m where m.id = attendance.meeting and m.state = 'in_progress')
    and (arrived_at is not null or not exists (select from meetings.item_time t where t.meeting = attendance.meeting)));
create policy go_myself on meetings.attendance for update to goldenthread_app
  using (person = (select governance.my_person()) and sight = 'members' and left_at is null
    and exists (select from meetings.meeting m where m.id = attendance.meeting and m.state = 'in_progress'))
  with check (person = (select governance.my_person()) and sight = 'members' and left_at is not null);
create policy come_after_all on meetings.absence for delete to goldenthread_app
  using (person = (select governance.my_person()) and sight = 'members'
    and exists (select from meetings.meeting m where m.id = absence.meeting and m.state = 'in_progress'));
create trigger own_columns before update on meetings.attendance for each row execute function meetings.refuse_other_columns('left_at', 'version');

-- Whether an item of Part 2 is on: everybody is told that much, since the public is asked to leave for it, and not which item it is.
create function meetings.in_private(asked uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.item_time t where t.meeting = asked and t.to_at is null and t.category <> 'public')
$$;
revoke all on function meetings.in_private(uuid) from public;
grant execute on function meetings.in_private(uuid) to goldenthread_app;
