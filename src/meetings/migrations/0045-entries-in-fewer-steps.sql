-- Entries of the live screen in fewer steps (M8, X6): who may do what, what is held and in which order is as before.

-- As 0012 and 0013 have them; who one is, is asked once, not for every row.
create or replace function meetings.my_paper_items() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct p.item), '{}') from meetings.paper p where p.author = me and p.state <> 'withdrawn');
end $$;

create or replace function meetings.my_paper_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct p.meeting), '{}') from meetings.paper p where p.author = me and p.state <> 'withdrawn');
end $$;

create or replace function meetings.my_led_actions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct l.action), '{}') from meetings.action_lead l where l.person = me);
end $$;

create or replace function meetings.my_guest_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine uuid[];
begin
  if platform.actor() is null then return '{}'; end if;
  if exists (select from meetings.joint_body) then mine := governance.my_full_sight_bodies(); end if;
  return (
    select coalesce(array_agg(distinct m), '{}') from (
      select unnest(governance.my_deputy_meetings()) union select j.meeting from meetings.joint_body j where j.body = any (mine)) as guest(m)
  );
end $$;

-- As 0023 has it, with a plan that is kept.
create or replace function meetings.counted_until(asked uuid) returns timestamptz language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from meetings.meeting k where k.id = asked
    and (meetings.is_system() or k.body = any (governance.my_full_sight_bodies()) or k.id = any (meetings.my_guest_meetings()))) then return null; end if;
  return (select max(at) from (
    select least((d.quorum ->> 'at')::timestamptz, d.recorded_at) as at from meetings.decision d where d.meeting = asked
    union all select greatest(m.opened_at, m.closed_at) from meetings.motion m where m.meeting = asked) as counted);
end $$;

-- Holds a meeting for an entry and hands it back as it then is, with its state: whoever may change it holds it against everybody, whoever sees all of it
-- against a change of its state (`hold_meeting`). One entry of a person at a time: a form sent twice at once waits here for itself. Every lock is taken
-- in the order in which it always was. As whoever asks: row-level security decides what is held and what is read.
create function meetings.hold_for_entry(held uuid) returns setof meetings.meeting language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(held || '/' || coalesce(platform.actor()::text, ''), 0));
  perform from meetings.meeting m where m.id = held for no key update;
  if not found then perform meetings.hold_meeting(held); end if;
  return query select * from meetings.meeting m where m.id = held;
end $$;
revoke all on function meetings.hold_for_entry(uuid) from public;
grant execute on function meetings.hold_for_entry(uuid) to goldenthread_app;

-- Says which parts of the live page have changed, all of an entry at once and in the order given (`tell_part` for each, asked once who tells).
create function meetings.tell_parts(changed uuid, which text[], seen_by text[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare reached bigint;
begin
  -- Only whoever has to do with the whole of the meeting moves its counts: a count that moves tells those who watch to look.
  if not (coalesce(meetings.is_system(), false) or changed = any (meetings.my_guest_meetings())
    or exists (select from meetings.meeting m where m.id = changed and m.body = any (governance.my_full_sight_bodies()))) then
    raise insufficient_privilege using message = 'only those who see all of a meeting tell what changed'; end if;
  for told in 1 .. cardinality(which) loop
    insert into meetings.part_revision as r (meeting, part, sight) values (changed, which[told], seen_by[told])
      on conflict (meeting, part, sight) do update set revision = r.revision + 1 returning r.revision into reached;
    perform pg_notify('meeting_part', json_build_object('meeting', changed, 'part', which[told], 'sight', seen_by[told], 'revision', reached)::text);
  end loop;
end $$;
revoke all on function meetings.tell_parts(uuid, text[], text[]) from public;
grant execute on function meetings.tell_parts(uuid, text[], text[]) to goldenthread_app;
drop function meetings.tell_part(uuid, text, text);
