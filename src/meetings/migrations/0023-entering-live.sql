-- What holds for everything entered while a meeting runs (requirements M8, X5).

-- Holds a meeting against a change of its state until the transaction ends, also for those who may not change it, and says the state it is then in.
-- Null: there is no meeting of that id.
-- Also null, and nothing is held, for whoever does not see all of it.
create function meetings.hold_meeting(held uuid) returns text language sql security definer set search_path = pg_catalog, pg_temp as $$
  select state from meetings.meeting where id = held
    and (meetings.is_system() or body = any (governance.my_full_sight_bodies()) or id = any (meetings.my_guest_meetings())) for share
$$;
revoke all on function meetings.hold_meeting(uuid) from public;
grant execute on function meetings.hold_meeting(uuid) to goldenthread_app;

-- Entries belong to a meeting that runs. Its end is the last of them; views of absent members and interests may come before.
create function meetings.refuse_entry_outside() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare now_state text;
begin
  select state into now_state from meetings.meeting where id = new.meeting for share;
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

-- The last instant for which somebody was counted: a decision, or the opening or closing of a vote. What a member says of themselves never reaches
-- back behind it, whatever time their phone gives: the numbers that were counted stand, and the clerk alone puts them right.
create function meetings.counted_until(asked uuid) returns timestamptz language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(at) from (
    select least((d.quorum ->> 'at')::timestamptz, d.recorded_at) as at from meetings.decision d where d.meeting = asked
    union all select greatest(m.opened_at, m.closed_at) from meetings.motion m where m.meeting = asked) as counted
  where exists (select from meetings.meeting k where k.id = asked
    and (meetings.is_system() or k.body = any (governance.my_full_sight_bodies()) or k.id = any (meetings.my_guest_meetings())))
$$;
revoke all on function meetings.counted_until(uuid) from public;
grant execute on function meetings.counted_until(uuid) to goldenthread_app;

-- Whether a place at a meeting is held by somebody on its day. Nobody takes another's place by saying so.
create function meetings.holds_place(at_meeting uuid, for_seat uuid, for_place int, who uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.meeting m
    join governance.seat s on s.id = for_seat and s.body = m.body and s.starts_on <= m.held_on and (s.ends_on is null or m.held_on < s.ends_on)
    join governance.appointment p on p.seat = s.id and p.place = for_place and p.person = who
      and p.starts_on <= m.held_on and (p.ends_on is null or m.held_on < p.ends_on)
    where m.id = at_meeting)
$$;
revoke all on function meetings.holds_place(uuid, uuid, int, uuid) from public;
grant execute on function meetings.holds_place(uuid, uuid, int, uuid) to goldenthread_app;

-- A member says for themselves that they have come or gone: in their own place and name, from the start only before the first item, and never for
-- another. What the clerk recorded of them they close, and change in nothing else; an apology of theirs falls when they come after all.
create policy come_myself on meetings.attendance for insert to goldenthread_app
  with check (person = (select governance.my_person()) and sight = 'members' and not deputy and left_at is null
    and (body = any ((select governance.my_member_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))
    and exists (select from meetings.meeting m where m.id = attendance.meeting and m.state = 'in_progress')
    and name = (select p.name from governance.person p where p.id = person)
    and ((seat is null and place is null) or meetings.holds_place(meeting, seat, place, person))
    and (arrived_at > coalesce(meetings.counted_until(meeting), '-infinity') or (arrived_at is null and meetings.counted_until(meeting) is null
      and not exists (select from meetings.item_time t where t.meeting = attendance.meeting))));
create policy go_myself on meetings.attendance for update to goldenthread_app
  using (person = (select governance.my_person()) and sight = 'members' and left_at is null
    and exists (select from meetings.meeting m where m.id = attendance.meeting and m.state = 'in_progress'))
  with check (person = (select governance.my_person()) and sight = 'members' and left_at > coalesce(meetings.counted_until(meeting), '-infinity'));
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

-- Everything that policies ask about whoever reads a meeting, in one line: equal lines see the same rows of it.
create function meetings.my_sight(asked uuid) returns text language sql stable as $$
  select concat_ws(' ', m.body = any (governance.my_full_sight_bodies()), m.body = any (governance.my_observer_bodies()),
    m.id = any (meetings.my_guest_meetings()), m.body = any (governance.my_clerk_bodies()), m.body = any (governance.my_chair_bodies()),
    meetings.is_system(), m.id = any (meetings.my_paper_meetings()), meetings.my_paper_items()::text)
  from meetings.meeting m where m.id = asked
$$;
