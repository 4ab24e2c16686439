-- Open actions and items of the plan that one body hands to another (G2). An action keeps its meeting and its body; from then on another follows it up.
alter table meetings.action add column kept_by uuid references governance.body,  -- the body that follows it up; null: its own
  add check (kept_by is null or category = 'public');                            -- nothing of Part 2 goes to another body
create index on meetings.action (kept_by) where kept_by is not null;

create policy read_as_keeper on meetings.action for select to goldenthread_app using (kept_by is not null and sight <> 'draft'
  and (kept_by = any ((select governance.my_full_sight_bodies())::uuid[]) or kept_by = any ((select governance.my_chair_bodies())::uuid[])));
create policy keep_as_keeper on meetings.action for update to goldenthread_app
  using (kept_by = any ((select governance.my_clerk_bodies())::uuid[])) with check (kept_by = any ((select governance.my_clerk_bodies())::uuid[]));
create policy keep_as_keeper on meetings.action_lead to goldenthread_app
  using (exists (select from meetings.action a where a.id = action and a.kept_by = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (exists (select from meetings.action a where a.id = action and a.kept_by = any ((select governance.my_clerk_bodies())::uuid[])));
create policy add_as_keeper on meetings.action_note for insert to goldenthread_app with check (actor = (select platform.actor())
  and exists (select from meetings.action a where a.id = action and a.kept_by = any ((select governance.my_clerk_bodies())::uuid[])));
create policy mark_as_keeper on meetings.action_occurrence for insert to goldenthread_app
  with check (exists (select from meetings.action a where a.id = action and a.kept_by = any ((select governance.my_clerk_bodies())::uuid[])));
create policy take_back_as_keeper on meetings.action_occurrence for delete to goldenthread_app
  using (exists (select from meetings.action a where a.id = action and a.kept_by = any ((select governance.my_clerk_bodies())::uuid[])));

-- Where it came from stays for whoever follows it up; only a handover says who that is.
create function meetings.refuse_other_action_columns() returns trigger language plpgsql as $$
declare free constant text[] := array['text', 'due_words', 'due_from', 'due_to', 'due_meeting', 'returns_from', 'owner_confirmed', 'state', 'done_on', 'version'];
begin
  -- What turns exempt comes back to its body: nothing of Part 2 stays with another, and nothing stands in the way of taking it out of sight.
  if old.category = 'public' and new.category <> 'public' then new.kept_by := null; end if;
  if current_user <> 'goldenthread_app' or meetings.is_system() then return new; end if;
  if new.kept_by is distinct from old.kept_by and (new.kept_by is not null or new.category = old.category) then
    raise exception 'only a handover says who follows an action up' using errcode = 'insufficient_privilege';
  end if;
  if old.body = any (governance.my_clerk_bodies()) then return new; end if;
  if old.kept_by = any (governance.my_clerk_bodies()) and to_jsonb(new) - free is not distinct from to_jsonb(old) - free then return new; end if;
  if to_jsonb(new) - array['state', 'done_on', 'version'] is distinct from to_jsonb(old) - array['state', 'done_on', 'version'] then
    raise exception 'only the clerk changes this about an action' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger leads_columns on meetings.action;
create trigger leads_columns before update on meetings.action for each row execute function meetings.refuse_other_action_columns();
create function meetings.refuse_new_keeper() returns trigger language plpgsql as $$
begin
  if current_user = 'goldenthread_app' and new.kept_by is not null then
    raise exception 'only a handover says who follows an action up' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keeper_by_handover before insert on meetings.action for each row execute function meetings.refuse_new_keeper();

create or replace function meetings.refuse_no_such_time() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found record;
begin
  select coalesce(a.kept_by, a.body) as body, a.state, a.returns_from into found from meetings.action a where a.id = new.action for share;
  if found.state is distinct from 'open' or found.returns_from is null or new.due_on < found.returns_from
      or (extract(day from new.due_on + 1) <> 1 and not exists (select from meetings.meeting m where m.body = found.body and m.held_on = new.due_on)) then
    raise exception 'the action has no such time' using errcode = 'check_violation', constraint = 'a_time_of_its_action';
  end if;
  return new;
end $$;

-- Hands on what a handover of this very transaction takes. An item of the plan is taken off the one plan and put on the other; what the terms of a body
-- place there by themselves stays with those terms, a paper waits where it was sent, and nothing of Part 2 moves. What was referred says from where on every
-- plan, so that its words go from all of them when its decision turns exempt.
create function meetings.hand_work_on(asked uuid) returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare h governance.handover; moved uuid[] := '{}'; planned uuid[] := '{}'; item record; next uuid; words text;
begin
  h := governance.note_handed_on(asked, 'action', '{}');
  if 'actions' = any (h.takes) then
    select coalesce(array_agg(a.id), '{}') into moved from meetings.action a
      where coalesce(a.kept_by, a.body) = h.from_body and a.state = 'open' and a.category = 'public' and a.sight <> 'draft';
    update meetings.action a set kept_by = nullif(h.to_body, a.body), version = version + 1 where a.id = any (moved);
    perform governance.note_handed_on(asked, 'action', moved);
  end if;
  if 'plan' = any (h.takes) then
    for item in select * from meetings.plan_item p where p.body = h.from_body and p.state = 'accepted' and p.standing_key = ''
        and not exists (select from meetings.sent_paper s where s.plan_item = p.id and s.state = 'sent') loop
      planned := planned || item.id;
      next := null;
      -- A board to which the same was referred has it on its plan already, or had it.
      update meetings.plan_item p set version = p.version + 1, state = case when p.state in ('withdrawn', 'refused') then 'accepted' else p.state end,
          sight = case when p.state in ('withdrawn', 'refused') then 'members' else p.sight end
        where p.referred_from = item.referred_from and p.body = h.to_body returning p.id into next;
      if next is null then
        next := gen_random_uuid();
        insert into meetings.plan_item (id, body, sight, title, summary, lead, purpose, state, reason, nominated_by, nominated_at, referred_from)
          values (next, h.to_body, 'members', item.title, item.summary, item.lead, item.purpose, 'accepted', '', item.nominated_by, item.nominated_at, item.referred_from);
      end if;
      insert into meetings.plan_topic (plan_item, topic, body) select next, t.topic, h.to_body from meetings.plan_topic t where t.plan_item = item.id on conflict do nothing;
      insert into meetings.plan_move (id, plan_item, reason, at, actor)
        select gen_random_uuid(), next, 'Handed on by ' || b.name || ': ' || h.decided_in, now(), platform.actor() from governance.body b where b.id = h.from_body;
      select 'Handed on to ' || b.name || ': ' || h.decided_in into words from governance.body b where b.id = h.to_body;
      update meetings.plan_item set state = 'withdrawn', reason = words, version = version + 1 where id = item.id;
    end loop;
    perform governance.note_handed_on(asked, 'plan-item', planned);
  end if;
  return cardinality(moved) + cardinality(planned);
end $$;
revoke all on function meetings.hand_work_on(uuid) from public;
grant execute on function meetings.hand_work_on(uuid) to goldenthread_app;
