-- A chair rules anew where a ruling was wrong, and leave to take part ends early or applies by itself (requirement G13; handbook governance 1.3).

-- Every ruling on an interest, in order: the instant from which it holds, who was in the chair, what they ruled and in which words. The columns hold the
-- last one. Whoever sees the interest sees its rulings.
alter table meetings.declared_interest
  add column rulings jsonb not null default '[]' check (jsonb_typeof(rulings) = 'array'),
  add column dispensed_until date,                       -- the dispensation as it stood when it was applied: first day it no longer holds, null = open
  add column dispensed_by text not null default '';      -- who granted it
update meetings.declared_interest set rulings = jsonb_build_array(jsonb_build_object('at', coalesce(ruled_at, declared_at), 'by', ruled_by,
  'consequence', consequence, 'words', ruling)) where decided_from = 'chair';
update meetings.declared_interest i set dispensed_by = d.granted_by, dispensed_until = d.ends_on
  from governance.dispensation d where d.id = i.dispensation and i.decided_from = 'dispensation';

-- Rulings are taken down while the meeting runs, each after the one before it and none before the declaration; none is ever changed or taken away.
create function meetings.keep_rulings() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ruled timestamptz := coalesce(new.ruled_at, new.declared_at);
  state_now text;
begin
  new.rulings := case tg_op when 'INSERT' then '[]' else old.rulings end;
  if tg_op = 'UPDATE' then
    if (new.id, new.meeting, new.item, new.person, new.kind, new.declared_at) is distinct from (old.id, old.meeting, old.item, old.person, old.kind, old.declared_at)
      and platform.actor() is not null then
      raise exception 'a declaration stays with its declarer' using errcode = 'check_violation', constraint = 'rulings_in_order';
    end if;
    if (new.consequence, new.decided_from, new.ruling, new.ruled_by, new.ruled_at) is not distinct from
       (old.consequence, old.decided_from, old.ruling, old.ruled_by, old.ruled_at) then return new; end if;
    -- Besides a ruling only the end of a dispensation changes what follows, back to what the terms say.
    if new.decided_from is distinct from 'chair' and not (old.decided_from = 'dispensation'
      and (new.ruling, new.ruled_by, new.ruled_at) is not distinct from (old.ruling, old.ruled_by, old.ruled_at)
      and new.consequence is not distinct from meetings.consequence_by_terms(new.meeting, new.kind)
      and exists (select from governance.dispensation d join meetings.meeting m on m.id = new.meeting
        where d.id = old.dispensation and d.ended_on <= m.held_on)) then
      raise exception 'what follows from an interest changes by a ruling' using errcode = 'check_violation', constraint = 'rulings_in_order';
    end if;
  end if;
  if new.decided_from is distinct from 'chair' then return new; end if;
  if ruled < new.declared_at or ruled <= (new.rulings -> -1 ->> 'at')::timestamptz then
    raise exception 'a ruling comes after the one before it' using errcode = 'check_violation', constraint = 'rulings_in_order';
  end if;
  select state into state_now from meetings.meeting where id = new.meeting;
  if platform.actor() is not null and not meetings.is_system() and state_now <> 'in_progress' then
    raise exception 'the chair rules while the meeting runs' using errcode = 'check_violation', constraint = 'ruling_while_it_runs';
  end if;
  new.rulings := new.rulings || jsonb_build_object('at', ruled, 'by', new.ruled_by, 'consequence', new.consequence, 'words', new.ruling);
  return new;
end $$;
revoke all on function meetings.keep_rulings() from public;
create trigger rulings_grow before insert or update on meetings.declared_interest for each row execute function meetings.keep_rulings();

-- Over the terms a chair asks somebody out, or takes that back; where the terms leave it open, any ruling follows any other.
alter policy rule_as_chair on meetings.declared_interest
  using (body = any ((select governance.my_chair_bodies())::uuid[]) and withdrawn_at is null and person <> (select governance.my_person())
    and (decided_from = 'chair' or (coalesce(decided_from, 'terms') = 'terms' and consequence is distinct from 'leave')))
  with check (body = any ((select governance.my_chair_bodies())::uuid[]) and decided_from = 'chair' and person <> (select governance.my_person())
    and (consequence = 'leave' or coalesce(meetings.consequence_by_terms(meeting, kind), consequence) = consequence)
    and exists (select from meetings.meeting_chair c join meetings.meeting m on m.id = c.meeting where c.meeting = declared_interest.meeting
      and c.person = (select governance.my_person()) and c.to_at is null and c.name = ruled_by and m.state = 'in_progress')
    and ruled_at > coalesce(meetings.counted_until(meeting), '-infinity'));

-- A dispensation says what it is for: all business of the body, one entry of the register, one function of the terms, or something that only its words
-- say, where a person says whether it fits. It ends early on a day, with who ended it and why; everything else of it stands as given.
alter table governance.dispensation
  add column matter text not null default 'words' check (matter in ('body', 'interest', 'function', 'words')),
  add column interest uuid,
  add column function_key text not null default '',
  add column ended_on date check (ended_on >= starts_on and ended_on < ends_on),
  add column ended_by text not null default '',
  add column end_reason text not null default '',
  add foreign key (interest, person) references governance.interest (id, person),
  add check ((matter = 'interest') = (interest is not null)),
  add check ((matter = 'function') = (function_key <> '')),
  add check ((ended_on is null) = (ended_by = '') and (ended_on is null) = (end_reason = ''));

-- Chairs give and end leave for others, never for themselves.
create policy add_as_chair on governance.dispensation for insert to goldenthread_app
  with check (body = any ((select governance.my_chair_bodies())::uuid[]) and person is distinct from (select governance.my_person()));
create policy end_as_chair on governance.dispensation for update to goldenthread_app
  using (body = any ((select governance.my_chair_bodies())::uuid[]) and person is distinct from (select governance.my_person()))
  with check (body = any ((select governance.my_chair_bodies())::uuid[]) and person is distinct from (select governance.my_person()));

create function meetings.dispensation_only_ends() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare ending constant text[] := array['ended_on', 'ended_by', 'end_reason', 'version'];
begin
  if platform.actor() is null then return new; end if;
  if to_jsonb(new) - ending is distinct from to_jsonb(old) - ending or old.ended_on is not null then
    raise exception 'a dispensation is only ever ended, once' using errcode = 'check_violation', constraint = 'dispensation_only_ends';
  end if;
  return new;
end $$;
-- What rested on it at meetings that have not begun goes back to the terms.
create function meetings.dispensation_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.declared_interest i set consequence = meetings.consequence_by_terms(i.meeting, i.kind), version = i.version + 1,
      decided_from = case when meetings.consequence_by_terms(i.meeting, i.kind) is null then null else 'terms' end
    from meetings.meeting m where m.id = i.meeting and i.dispensation = new.id and i.decided_from = 'dispensation' and i.withdrawn_at is null
      and m.state in ('planned', 'called') and m.held_on >= new.ended_on;
  return new;
end $$;
revoke all on function meetings.dispensation_only_ends(), meetings.dispensation_ended() from public;
create trigger only_ends before update on governance.dispensation for each row execute function meetings.dispensation_only_ends();
create trigger ended after update of ended_on on governance.dispensation for each row when (new.ended_on is not null and old.ended_on is null)
  execute function meetings.dispensation_ended();

-- A dispensation lets somebody take part only in what it is for and while it holds; what is said of it is what stood in it.
create or replace function meetings.refuse_other_consequence() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare given record;
begin
  new.dispensed_until := null;
  new.dispensed_by := '';
  if new.decided_from = 'dispensation' then
    select d.granted_by, least(d.ends_on, d.ended_on) as until into given from governance.dispensation d
      join meetings.meeting m on m.id = new.meeting
      left join meetings.item_content c on c.item = new.item
      where d.id = new.dispensation and d.person = new.person and d.body = new.body
        and d.starts_on <= m.held_on and (d.ends_on is null or m.held_on < d.ends_on) and (d.ended_on is null or m.held_on < d.ended_on)
        and (d.matter in ('body', 'words') or (d.matter = 'interest' and d.interest = new.register_entry)
          or (d.matter = 'function' and d.function_key = c.function_key));
    new.dispensed_until := given.until;
    new.dispensed_by := coalesce(given.granted_by, '');
  end if;
  -- What a chair ruled is for the policies.
  if platform.actor() is null or meetings.is_system() or new.decided_from = 'chair' then return new; end if;
  if (new.decided_from = 'dispensation' and (new.dispensed_by = '' or new.consequence is distinct from 'stay'))
    or (coalesce(new.decided_from, 'terms') = 'terms' and new.consequence is distinct from meetings.consequence_by_terms(new.meeting, new.kind)) then
    raise exception 'what follows is what the terms say' using errcode = 'check_violation', constraint = 'consequence_of_the_terms';
  end if;
  return new;
end $$;
