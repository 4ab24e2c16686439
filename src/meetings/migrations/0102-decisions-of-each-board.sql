-- What is decided at a joint meeting is decided by one board, or by both, each for itself (requirements M9, G9). `body` stays the board that called and
-- whose clerk keeps the record; `of_body` is the board that decides. Unset, it is the board that called.
do $$
declare name text;
begin
  foreach name in array array['decision', 'motion', 'action'] loop
    -- The nil id stands for a row that does not say: the trigger below puts the board in its place.
    execute format('alter table meetings.%I add column of_body uuid default ''00000000-0000-0000-0000-000000000000''', name);
    execute format('update meetings.%I set of_body = body', name);
    execute format('alter table meetings.%I alter column of_body set not null, add foreign key (of_body) references governance.body', name);
  end loop;
end $$;
create or replace function meetings.refuse_body_not_at_table() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.of_body is null or new.of_body = '00000000-0000-0000-0000-000000000000' then
    new.of_body := new.body;
    -- What follows from a decision, or amends a motion, is of the same board.
    if tg_table_name = 'action' then
      new.of_body := coalesce((select d.of_body from meetings.decision d where d.id = (to_jsonb(new) ->> 'decision')::uuid), new.body);
    elsif tg_table_name = 'motion' then
      new.of_body := coalesce((select m.of_body from meetings.motion m where m.id = (to_jsonb(new) ->> 'amends')::uuid), new.body);
    end if;
  end if;
  if platform.actor() is not null and new.of_body <> new.body
    and not exists (select from meetings.meeting m where m.id = new.meeting and new.of_body = any (m.joint)) then
    raise exception 'this body does not meet here' using errcode = 'check_violation', constraint = 'of_a_body_that_meets';
  end if;
  return new;
end $$;
create trigger of_a_body_that_meets before insert or update of of_body, body, meeting on meetings.decision
  for each row execute function meetings.refuse_body_not_at_table();
create trigger of_a_body_that_meets before insert or update of of_body, body, meeting on meetings.motion
  for each row execute function meetings.refuse_body_not_at_table();
create trigger of_a_body_that_meets before insert or update of of_body, body, meeting on meetings.action
  for each row execute function meetings.refuse_body_not_at_table();

drop index meetings.decision_number_once;
create unique index decision_number_once on meetings.decision (of_body, number) where number <> '' and not withdrawn;
create index decisions_of_a_board on meetings.decision (of_body, decided_on desc, number desc);

-- The next number of a board that decides at another's table, for the clerk who keeps the record there.
create function meetings.take_number_for(at_meeting uuid, deciding uuid, first int) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare taken int;
begin
  if not exists (select from meetings.meeting m where m.id = at_meeting and deciding = any (m.joint)
    and (meetings.is_system() or m.body = any (governance.my_clerk_bodies()))) then
    raise insufficient_privilege using message = 'the clerk who keeps the record numbers its decisions'; end if;
  insert into meetings.number_series (body, series, next) values (deciding, 'decision', first + 1)
    on conflict (body, series) do update set next = number_series.next + 1 returning next - 1 into taken;
  return taken;
end $$;
revoke all on function meetings.take_number_for(uuid, uuid, int) from public;
grant execute on function meetings.take_number_for(uuid, uuid, int) to goldenthread_app;

-- As 0101 has it, with what the body decided there.
create or replace function meetings.joint_recorded(at_meeting uuid, of_body uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.attendance a join governance.seat s on s.id = a.seat and s.body = $2 where a.meeting = $1)
    or exists (select from meetings.absence a join governance.seat s on s.id = a.seat and s.body = $2 where a.meeting = $1)
    or exists (select from meetings.decision d where d.meeting = $1 and d.of_body = $2)
    or exists (select from meetings.motion m where m.meeting = $1 and m.of_body = $2)
    or exists (select from meetings.action a where a.meeting = $1 and a.of_body = $2)
$$;

-- As 0024 has it; at a joint meeting whoever is recorded at another board's line, or sits in there for a member of both, sits here, too.
create or replace function meetings.sits_for(at_meeting uuid, for_seat uuid, for_place int, who uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from meetings.meeting m
    join governance.seat s on s.id = for_seat and s.voting = 'voting' and for_place between 1 and s.places
      and s.starts_on <= m.held_on and (s.ends_on is null or m.held_on < s.ends_on)
    join meetings.attendance a on a.meeting = m.id and a.person = who and a.left_at is null
    left join governance.seat t on t.id = a.seat
    left join governance.appointment h on h.seat = s.id and h.place = for_place
      and h.starts_on <= m.held_on and (h.ends_on is null or m.held_on < h.ends_on)
    where m.id = at_meeting and (s.body = m.body or s.body = any (m.joint))
      and (a.seat = s.id and a.place = for_place or m.joint <> '{}' and (a.seat is null or t.body <> s.body))
      and case when a.deputy and h.person is distinct from who then
        (a.seat = s.id or exists (select from governance.appointment p where p.seat = a.seat and p.place = a.place and p.person = h.person
          and p.starts_on <= m.held_on and (p.ends_on is null or m.held_on < p.ends_on)))
        and exists (select from governance.deputy_authorisation d where d.seat = s.id and d.place = for_place and d.person = who
          and d.starts_on <= m.held_on and (d.ends_on is null or m.held_on < d.ends_on) and (d.meeting is null or d.meeting = m.id))
        and not exists (select from meetings.attendance o where o.meeting = m.id and o.left_at is null and not o.deputy
          and (o.seat = s.id and o.place = for_place or o.person = h.person))
      else h.person = who and (not a.deputy or a.seat is distinct from s.id) end)
$$;

-- As 0024 has it, and a vote on what one board decides is cast in a place of that board.
create or replace function meetings.refuse_vote_after_close() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare asked record; interest record;
begin
  select state, method, item, category, of_body into asked from meetings.motion where id = new.motion for share;
  if asked.state is distinct from 'open' or asked.method is distinct from 'recorded_vote' then
    raise exception 'the vote is not open' using errcode = 'check_violation', constraint = 'vote_while_open';
  end if;
  if new.category is distinct from asked.category then
    raise exception 'a vote is in the part of its motion' using errcode = 'check_violation', constraint = 'vote_in_the_part_of_its_motion';
  end if;
  if tg_op = 'UPDATE' and (new.motion, new.seat, new.place, new.person) is distinct from (old.motion, old.seat, old.place, old.person) then
    raise exception 'a vote stays with its voter' using errcode = 'check_violation', constraint = 'vote_of_its_voter';
  end if;
  if tg_op = 'UPDATE' and platform.actor() is not null and old.actor is distinct from platform.actor() and new.person is distinct from governance.my_person() then
    raise exception 'what a voter cast, nobody else changes' using errcode = 'check_violation', constraint = 'vote_of_its_voter';
  end if;
  if platform.actor() is not null and new.actor is distinct from platform.actor() then
    raise exception 'who wrote a vote is who writes it' using errcode = 'check_violation', constraint = 'vote_of_its_voter';
  end if;
  if not exists (select from governance.seat s where s.id = new.seat and s.body = asked.of_body)
    or not meetings.sits_for(new.meeting, new.seat, new.place, new.person) then
    raise exception 'no voting place of this person' using errcode = 'check_violation', constraint = 'vote_of_a_voter_present';
  end if;
  for interest in select consequence from meetings.declared_interest i where i.item = asked.item and i.person = new.person and i.withdrawn_at is null loop
    if interest.consequence is null then
      raise exception 'the chair has not ruled' using errcode = 'check_violation', constraint = 'vote_after_ruling';
    elsif interest.consequence = 'leave' then
      raise exception 'who must leave does not vote' using errcode = 'check_violation', constraint = 'vote_while_out';
    end if;
  end loop;
  return new;
end $$;

-- As 0024 has it: whoever belongs to the board that decides may ask.
create or replace function meetings.ask_recorded_vote(asked uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if governance.my_person() is null then return false; end if;
  update meetings.motion m set recorded_asked_by = (select name from governance.person where id = governance.my_person()), version = m.version + 1
    where m.id = asked and m.state = 'put' and m.sight <> 'draft' and m.recorded_asked_by = ''
      and (m.of_body = any (governance.my_full_sight_bodies()) or m.meeting = any (governance.my_deputy_meetings()));
  return found;
end $$;

-- As 0024 has them, for the board that decided.
create or replace function meetings.may_refer(decided uuid, target uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from meetings.decision d join governance.body b on b.id = target
    where d.id = decided and b.id <> d.of_body and (
      exists (select from governance.body_relation r where (r.from_body, r.to_body) in ((d.of_body, b.id), (b.id, d.of_body))
        and r.starts_on <= d.decided_on and (r.ends_on is null or d.decided_on < r.ends_on))
      or exists (select from governance.terms_version t where t.body = d.of_body and t.state = 'adopted'
        and t.starts_on <= d.decided_on and (t.ends_on is null or d.decided_on < t.ends_on)
        and (t.document #> '{voting,value,referTo}' ? b.name
          or jsonb_path_exists(t.document, 'lax $.functions.value[*].reservedTo[*] ? (@ == $name)', jsonb_build_object('name', b.name))))))
$$;
create or replace function meetings.refer_upward(decided uuid, target uuid, new_item uuid, at_instant timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare d record; from_name text; made uuid;
begin
  select * into d from meetings.decision where id = decided for share;
  if d.id is null or not d.body = any (governance.my_clerk_bodies()) then return null; end if;
  if d.withdrawn or d.type not in ('recommend', 'refer') or not meetings.may_refer(decided, target) then return null; end if;
  select name into from_name from governance.body where id = d.of_body;
  insert into meetings.plan_item (id, body, sight, title, summary, lead, purpose, state, nominated_by, nominated_at, referred_from)
    values (new_item, target, 'draft',
      left(case when d.category = 'public' then concat('Referred by ', from_name, ': ', d.text) else concat('A matter referred by ', from_name) end, 200),
      case when d.category = 'public' then d.text else '' end,
      from_name, 'decision', 'nominated', platform.actor(), at_instant, decided)
    on conflict (referred_from, body) where referred_from is not null do nothing returning id into made;
  return coalesce(made, (select id from meetings.plan_item where referred_from = decided and body = target));
end $$;
