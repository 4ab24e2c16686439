-- Joint meetings whole (requirements M1, M8, G5-G8): each body at the table has its own roll and its own quorum. The body that calls keeps the record;
-- another is called on the roll once its own clerk has agreed that it meets there, so that no board is counted, or missed, by another's word alone.
alter table meetings.joint_body add column agreed_at timestamptz, add column agreed_by uuid, add check (agreed_by is null or agreed_at is not null);
create index on meetings.joint_body (body);
-- The bodies that have agreed, beside the row of the meeting, so that whoever reads a meeting asks nothing more for it. Kept by the trigger below alone.
alter table meetings.meeting add column joint uuid[] not null default '{}';
create index on meetings.meeting using gin (joint);

-- Whether somebody is recorded at a meeting in a place of that body.
create function meetings.joint_recorded(at_meeting uuid, of_body uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.attendance a join governance.seat s on s.id = a.seat and s.body = of_body where a.meeting = at_meeting)
    or exists (select from meetings.absence a join governance.seat s on s.id = a.seat and s.body = of_body where a.meeting = at_meeting)
$$;

-- A body agrees by its own clerk, in the clerk's own name; nobody takes it from the table once something of it is recorded there.
create function meetings.guard_joint_body() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone boolean := false;
begin
  if platform.actor() is null or meetings.is_system() then return case when tg_op = 'DELETE' then old else new end; end if;
  if tg_op <> 'INSERT' then gone := old.agreed_at is not null and (tg_op = 'DELETE' or new.agreed_at is null); end if;
  if gone and meetings.joint_recorded(old.meeting, old.body) then
    raise exception 'something of this body is recorded here' using errcode = 'check_violation', constraint = 'joint_body_recorded';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' and (new.meeting, new.body) is distinct from (old.meeting, old.body)
    or (tg_op = 'INSERT' and new.agreed_at is not null or tg_op = 'UPDATE' and (new.agreed_at, new.agreed_by) is distinct from (old.agreed_at, old.agreed_by))
      and (not new.body = any (governance.my_clerk_bodies())
        or new.agreed_by is distinct from case when new.agreed_at is null then null else platform.actor() end) then
    raise exception 'a body agrees by its own clerk' using errcode = 'insufficient_privilege', constraint = 'joint_body_agrees_itself';
  end if;
  return new;
end $$;
create trigger guard_joint_body before insert or update or delete on meetings.joint_body for each row execute function meetings.guard_joint_body();

create function meetings.keep_joint() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare changed constant uuid := case when tg_op = 'DELETE' then old.meeting else new.meeting end;
begin
  update meetings.meeting m set joint = found.bodies
    from (select coalesce(array_agg(j.body order by j.body), '{}') as bodies from meetings.joint_body j where j.meeting = changed and j.agreed_at is not null) as found
    where m.id = changed and m.joint is distinct from found.bodies;
  return null;
end $$;
create trigger keep_joint after insert or update or delete on meetings.joint_body for each row execute function meetings.keep_joint();
-- Nobody writes the list itself.
create function meetings.refuse_joint_by_hand() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.joint is distinct from
    coalesce((select array_agg(j.body order by j.body) from meetings.joint_body j where j.meeting = new.id and j.agreed_at is not null), '{}') then
    raise exception 'who meets jointly is kept by their agreement' using errcode = 'insufficient_privilege', constraint = 'joint_by_agreement';
  end if;
  return new;
end $$;
create trigger joint_by_agreement before insert or update of joint on meetings.meeting for each row execute function meetings.refuse_joint_by_hand();
revoke all on function meetings.joint_recorded(uuid, uuid), meetings.guard_joint_body(), meetings.keep_joint(), meetings.refuse_joint_by_hand() from public;

grant execute on function meetings.joint_recorded(uuid, uuid) to goldenthread_app;

grant update (agreed_at, agreed_by) on meetings.joint_body to goldenthread_app;
create policy agree on meetings.joint_body for update to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]))
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]));

-- Whose it is: the body that calls, or another that has agreed. The column `body` stays that of the record, which one clerk keeps.
create function meetings.refuse_body_not_at_table() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.of_body := coalesce(new.of_body, new.body);
  if platform.actor() is not null and new.of_body <> new.body
    and not exists (select from meetings.meeting m where m.id = new.meeting and new.of_body = any (m.joint)) then
    raise exception 'this body does not meet here' using errcode = 'check_violation', constraint = 'of_a_body_that_meets';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_body_not_at_table() from public;

-- Absent members are consulted by the chair for one body, under the terms of that body.
alter table meetings.quorum_waiver add column of_body uuid references governance.body;
update meetings.quorum_waiver set of_body = body;
alter table meetings.quorum_waiver alter column of_body set not null, drop constraint quorum_waiver_pkey, add primary key (meeting, of_body);
create trigger of_a_body_that_meets before insert or update of of_body, body, meeting on meetings.quorum_waiver
  for each row execute function meetings.refuse_body_not_at_table();

-- As 0023 has it, with the places of every body at the table.
create or replace function meetings.holds_place(at_meeting uuid, for_seat uuid, for_place int, who uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.meeting m
    join governance.seat s on s.id = for_seat and (s.body = m.body or s.body = any (m.joint))
      and s.starts_on <= m.held_on and (s.ends_on is null or m.held_on < s.ends_on)
    join governance.appointment p on p.seat = s.id and p.place = for_place and p.person = who
      and p.starts_on <= m.held_on and (p.ends_on is null or m.held_on < p.ends_on)
    where m.id = at_meeting)
$$;
drop policy come_myself on meetings.attendance;
create policy come_myself on meetings.attendance for insert to goldenthread_app
  with check (person = (select governance.my_person()) and sight = 'members' and not deputy and left_at is null
    and (body = any ((select governance.my_member_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])
      or exists (select from meetings.meeting m where m.id = attendance.meeting and m.joint && (select governance.my_member_bodies())::uuid[]))
    and exists (select from meetings.meeting m where m.id = attendance.meeting and m.state = 'in_progress')
    and name = (select p.name from governance.person p where p.id = person)
    and ((seat is null and place is null) or meetings.holds_place(meeting, seat, place, person))
    and (arrived_at > coalesce(meetings.counted_until(meeting), '-infinity') or (arrived_at is null and meetings.counted_until(meeting) is null
      and not exists (select from meetings.item_time t where t.meeting = attendance.meeting))));
-- A place of a body that is not at the table is nobody's to fill there, whoever writes the list.
create function meetings.refuse_place_elsewhere() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.seat is not null and not exists (
      select from governance.seat s join meetings.meeting m on m.id = new.meeting where s.id = new.seat and (s.body = m.body or s.body = any (m.joint))) then
    raise exception 'the seat is of no body that meets there' using errcode = 'check_violation', constraint = 'place_of_a_body_that_meets';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_place_elsewhere() from public;
create trigger place_of_a_body_that_meets before insert or update of seat, meeting on meetings.attendance
  for each row when (new.seat is not null) execute function meetings.refuse_place_elsewhere();
create trigger place_of_a_body_that_meets before insert or update of seat, meeting on meetings.absence
  for each row when (new.seat is not null) execute function meetings.refuse_place_elsewhere();
