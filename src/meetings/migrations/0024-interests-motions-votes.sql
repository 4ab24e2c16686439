-- Who votes, who rules, where a matter goes that a body may not decide (requirements G9, G13, G14, M9; handbook governance 2.2, 3.3).

-- Leave given to take part in spite of an interest (Localism Act 2011, section 33). What it covers stands in words: a person says whether it fits an item.
create table governance.dispensation (
  id uuid primary key,
  person uuid not null references governance.person,
  body uuid not null references governance.body,
  scope text not null check (scope <> ''),
  granted_by text not null check (granted_by <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  unique (id, person, body)
);
create index on governance.dispensation (person);
select platform.protect('governance.dispensation');
grant select, insert, update on governance.dispensation to goldenthread_app;
create policy read on governance.dispensation for select to goldenthread_app
  using (person = (select governance.my_person()) or body = any ((select governance.my_full_sight_bodies())::uuid[]));
create policy keep on governance.dispensation to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]))
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]));

-- An entry of the register that is named at a meeting is the declarer's own; what is sensitive there stays so here.
alter table governance.interest add unique (id, person);
alter table meetings.declared_interest add foreign key (register_entry, person) references governance.interest (id, person),
  add column dispensation uuid, add foreign key (dispensation, person, body) references governance.dispensation (id, person, body),
  add check (decided_from is distinct from 'dispensation' or dispensation is not null);

-- Names are those of the directory, whoever writes the row.
create function meetings.name_of_the_directory() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select name into new.name from governance.person where id = new.person;
  return new;
end $$;
revoke all on function meetings.name_of_the_directory() from public;
create trigger name_of_the_directory before insert or update of name, person on meetings.declared_interest
  for each row execute function meetings.name_of_the_directory();
create trigger name_of_the_directory before insert or update of name, person on meetings.vote for each row execute function meetings.name_of_the_directory();

-- What follows from an interest at once is what the terms in force say, or a dispensation that holds: nobody writes themselves a milder consequence.
-- Null: it waits for the chair.
create function meetings.consequence_by_terms(at_meeting uuid, of_kind text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select replace(nullif(nullif(t.document #>> array['interests', 'value', case when of_kind in ('pecuniary', 'prejudicial') then 'pecuniary' else 'default' end],
    'chair-decides'), 'not-stated'), '-', '_')
  from meetings.meeting m join governance.terms_version t on t.body = m.body and t.state = 'adopted'
    and t.starts_on <= m.held_on and (t.ends_on is null or m.held_on < t.ends_on)
  where m.id = at_meeting
$$;
create function meetings.refuse_other_consequence() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare day date; dispensed boolean;
begin
  -- What a chair ruled is for the policies.
  if platform.actor() is null or meetings.is_system() or new.decided_from = 'chair' then return new; end if;
  select held_on into day from meetings.meeting where id = new.meeting;
  dispensed := exists (select from governance.dispensation d where d.id = new.dispensation and d.person = new.person and d.body = new.body
    and d.starts_on <= day and (d.ends_on is null or day < d.ends_on));
  if (new.decided_from = 'dispensation' and (not dispensed or new.consequence is distinct from 'stay'))
    or (coalesce(new.decided_from, 'terms') = 'terms' and new.consequence is distinct from meetings.consequence_by_terms(new.meeting, new.kind)) then
    raise exception 'what follows is what the terms say' using errcode = 'check_violation', constraint = 'consequence_of_the_terms';
  end if;
  return new;
end $$;
revoke all on function meetings.consequence_by_terms(uuid, text), meetings.refuse_other_consequence() from public;
create trigger consequence_of_the_terms before insert on meetings.declared_interest
  for each row execute function meetings.refuse_other_consequence();
-- A member declares an interest of their own at a meeting that is to come or runs and whose full agenda they read, never behind what was counted; what
-- follows is for the rule and the chair.
create policy declare_own on meetings.declared_interest for insert to goldenthread_app
  with check (person = (select governance.my_person()) and sight = 'members' and decided_from is distinct from 'chair' and ruling = ''
    and ruled_by = '' and ruled_at is null and withdrawn_at is null
    and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[]))
    and exists (select from meetings.meeting m where m.id = meeting and m.state in ('called', 'in_progress'))
    and declared_at > coalesce(meetings.counted_until(meeting), '-infinity'));

-- The chair rules on what others declare, and writes nothing else of it: while in the chair, once, where the terms leave it open, and over the terms
-- only to ask somebody out.
create policy rule_as_chair on meetings.declared_interest for update to goldenthread_app
  using (body = any ((select governance.my_chair_bodies())::uuid[]) and withdrawn_at is null and person <> (select governance.my_person())
    and coalesce(decided_from, 'terms') = 'terms' and consequence is distinct from 'leave')
  with check (body = any ((select governance.my_chair_bodies())::uuid[]) and decided_from = 'chair' and person <> (select governance.my_person())
    and (consequence = 'leave' or meetings.consequence_by_terms(meeting, kind) is null)
    and exists (select from meetings.meeting_chair c join meetings.meeting m on m.id = c.meeting where c.meeting = declared_interest.meeting
      and c.person = (select governance.my_person()) and c.to_at is null and c.name = ruled_by and m.state = 'in_progress')
    and ruled_at > coalesce(meetings.counted_until(meeting), '-infinity'));
grant execute on function meetings.consequence_by_terms(uuid, text) to goldenthread_app;
create trigger rulings_columns before update on meetings.declared_interest
  for each row execute function meetings.refuse_other_columns('consequence', 'decided_from', 'ruling', 'ruled_by', 'ruled_at', 'version');

-- A member may ask that a vote be recorded by name; the clerk enters the words of a motion as amended.
alter table meetings.motion
  add column recorded_asked_by text not null default '',
  add column put_words text not null default '',           -- as first put, where an amendment changed it
  add column left_for_interest int check (left_for_interest >= 0),
  add column did_not_vote int check (did_not_vote >= 0);
create function meetings.ask_recorded_vote(asked uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if governance.my_person() is null then return false; end if;
  update meetings.motion m set recorded_asked_by = (select name from governance.person where id = governance.my_person()), version = m.version + 1
    where m.id = asked and m.state = 'put' and m.sight <> 'draft' and m.recorded_asked_by = ''
      and (m.body = any (governance.my_full_sight_bodies()) or m.meeting = any (meetings.my_guest_meetings()));
  return found;
end $$;

-- Which places have voted, never how: for those who may read the motion in full, while the vote is open.
create function meetings.who_has_voted(asked uuid) returns table (seat uuid, place int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select v.seat, v.place from meetings.vote v join meetings.motion m on m.id = v.motion
    where m.id = asked and m.sight <> 'draft'
      and (m.body = any (governance.my_full_sight_bodies()) or m.meeting = any (meetings.my_guest_meetings()) or m.body = any (governance.my_chair_bodies()));
end $$;
revoke all on function meetings.ask_recorded_vote(uuid), meetings.who_has_voted(uuid) from public;
grant execute on function meetings.ask_recorded_vote(uuid), meetings.who_has_voted(uuid) to goldenthread_app;

-- Whether somebody may vote for a place at a meeting: it is a voting place of a body that meets, and they hold it or sit in for it, and are recorded as there.
create function meetings.sits_for(at_meeting uuid, for_seat uuid, for_place int, who uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from meetings.meeting m
    join governance.seat s on s.id = for_seat and s.voting = 'voting' and for_place between 1 and s.places
      and s.starts_on <= m.held_on and (s.ends_on is null or m.held_on < s.ends_on)
    join meetings.attendance a on a.meeting = m.id and a.person = who and a.seat = s.id and a.place = for_place and a.left_at is null
    where m.id = at_meeting
      and (s.body = m.body or exists (select from meetings.joint_body j where j.meeting = m.id and j.body = s.body))
      and case when a.deputy then
        exists (select from governance.deputy_authorisation d where d.seat = s.id and d.place = for_place and d.person = who
          and d.starts_on <= m.held_on and (d.ends_on is null or m.held_on < d.ends_on) and (d.meeting is null or d.meeting = m.id))
        and not exists (select from meetings.attendance h where h.meeting = m.id and h.seat = s.id and h.place = for_place and not h.deputy and h.left_at is null)
      else
        exists (select from governance.appointment p where p.seat = s.id and p.place = for_place and p.person = who
          and p.starts_on <= m.held_on and (p.ends_on is null or m.held_on < p.ends_on))
      end)
$$;
revoke all on function meetings.sits_for(uuid, uuid, int, uuid) from public;

-- Votes are cast, and changed, only while the vote is open, by whoever sits for the place and need not leave. The lock makes closing wait for a vote that
-- is being written, and the vote for closing. Constraint names are for the application to word.
create or replace function meetings.refuse_vote_after_close() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare asked record; interest record;
begin
  select state, method, item, category into asked from meetings.motion where id = new.motion for share;
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
  if not meetings.sits_for(new.meeting, new.seat, new.place, new.person) then
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
drop trigger vote_while_open on meetings.vote;
create trigger vote_while_open before insert or update of choice, person, seat, place, motion, name, at, actor, meeting, body on meetings.vote
  for each row execute function meetings.refuse_vote_after_close();
-- A vote never stands in a part other than its motion's, open or closed.
create function meetings.vote_follows_motion() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select category into new.category from meetings.motion where id = new.motion;
  return new;
end $$;
revoke all on function meetings.vote_follows_motion() from public;
create trigger follows_motion before update of category on meetings.vote for each row execute function meetings.vote_follows_motion();

-- A matter that goes to another body stands on that body's forward plan as a nomination. The deciding body's clerk puts it there and nothing else: the
-- other body's clerk accepts or refuses it. What is exempt carries no words with it.
alter table meetings.plan_item add column referred_from uuid references meetings.decision;
create unique index referred_once on meetings.plan_item (referred_from, body) where referred_from is not null;

create function meetings.may_refer(decided uuid, target uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from meetings.decision d join governance.body b on b.id = target
    where d.id = decided and b.id <> d.body and (
      exists (select from governance.body_relation r where (r.from_body, r.to_body) in ((d.body, b.id), (b.id, d.body))
        and r.starts_on <= d.decided_on and (r.ends_on is null or d.decided_on < r.ends_on))
      or exists (select from governance.terms_version t where t.body = d.body and t.state = 'adopted'
        and t.starts_on <= d.decided_on and (t.ends_on is null or d.decided_on < t.ends_on)
        and (t.document #> '{voting,value,referTo}' ? b.name
          or jsonb_path_exists(t.document, 'lax $.functions.value[*].reservedTo[*] ? (@ == $name)', jsonb_build_object('name', b.name))))))
$$;
create function meetings.refer_upward(decided uuid, target uuid, new_item uuid, at_instant timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare d record; from_name text; made uuid;
begin
  select * into d from meetings.decision where id = decided for share;
  if d.id is null or not d.body = any (governance.my_clerk_bodies()) then return null; end if;
  if d.withdrawn or d.type not in ('recommend', 'refer') or not meetings.may_refer(decided, target) then return null; end if;
  select name into from_name from governance.body where id = d.body;
  insert into meetings.plan_item (id, body, sight, title, summary, lead, purpose, state, nominated_by, nominated_at, referred_from)
    values (new_item, target, 'draft',
      left(case when d.category = 'public' then concat('Referred by ', from_name, ': ', d.text) else concat('A matter referred by ', from_name) end, 200),
      case when d.category = 'public' then d.text else '' end,
      from_name, 'decision', 'nominated', platform.actor(), at_instant, decided)
    on conflict (referred_from, body) where referred_from is not null do nothing returning id into made;
  return coalesce(made, (select id from meetings.plan_item where referred_from = decided and body = target));
end $$;
revoke all on function meetings.may_refer(uuid, uuid), meetings.refer_upward(uuid, uuid, uuid, timestamptz) from public;
grant execute on function meetings.refer_upward(uuid, uuid, uuid, timestamptz) to goldenthread_app;

-- A nomination by hand refers to no decision: only the function above writes that it was referred.
create policy nominate_refers_to_nothing on meetings.plan_item as restrictive for insert to goldenthread_app
  with check (referred_from is null or (select meetings.is_system()));

-- What was referred before its item turned exempt loses its words on the other body's plan.
create function meetings.referral_follows_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.plan_item p set summary = '', title = left(concat('A matter referred by ', b.name), 200), version = p.version + 1
    from meetings.decision d join governance.body b on b.id = d.body where d.item = new.id and p.referred_from = d.id;
  return new;
end $$;
revoke all on function meetings.referral_follows_category() from public;
create trigger referral_follows_category after update of category on meetings.agenda_item
  for each row when (old.category = 'public' and new.category <> 'public') execute function meetings.referral_follows_category();
