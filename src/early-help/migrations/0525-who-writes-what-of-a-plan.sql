-- Who writes what of a plan, and what My work and a diary are told of it (requirement E4; handbook of early help 1.5, 3.1 and 7.1).

-- Whoever leads writes the plan, the team and its meetings; the others of the team read them, write notes, propose and do what is theirs.
create function casework.only_keeper() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.episode <> all (casework.my_kept()) then
    raise exception 'whoever leads writes this' using errcode = 'insufficient_privilege', constraint = 'keeper_writes';
  end if;
  return new;
end $$;
-- Somebody of the family is of this family.
create function casework.of_this_family() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.relative is not null and not exists (select from casework.person p join casework.episode e on e.family = p.family where p.id = new.relative and e.id = new.episode) then
    raise exception 'somebody of another family' using errcode = 'check_violation', constraint = 'of_this_family';
  end if;
  return new;
end $$;
-- Minutes that were approved, and a meeting that was cancelled, stay as they are; a note is changed by whoever wrote it, or leads.
create function casework.while_open() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare stands text;
begin
  if new.meeting is null then return new; end if;
  select state into stands from casework.team_meeting where id = new.meeting for share;
  if stands in ('approved', 'cancelled') then
    raise exception 'these minutes are approved, or this meeting was cancelled' using errcode = 'check_violation', constraint = 'meeting_open';
  end if;
  if tg_op = 'UPDATE' and platform.actor() is not null and new.entered_by <> governance.my_person() and new.episode <> all (casework.my_kept()) then
    raise exception 'a note is changed by whoever wrote it' using errcode = 'insufficient_privilege', constraint = 'own_note';
  end if;
  return new;
end $$;
create function casework.meeting_goes_on() returns trigger language plpgsql as $$
begin
  if old.state in ('approved', 'cancelled')
      or (old.state, new.state) not in (('planned', 'planned'), ('planned', 'live'), ('planned', 'cancelled'), ('live', 'live'), ('live', 'ended'), ('ended', 'ended'), ('ended', 'approved')) then
    raise exception 'a meeting is planned, held, ended and approved, in this order' using errcode = 'check_violation', constraint = 'meeting_order';
  end if;
  return new;
end $$;
-- An action is answered by its own owner; by whoever leads, in the room, for an owner without an account. Changed after that, it is asked for anew.
create function casework.owner_answers() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  owner uuid;
  was text := 'proposed';
  keeps constant boolean := new.episode = any (casework.my_kept());
begin
  if platform.actor() is null then return new; end if;
  select m.person into owner from casework.team_member m where m.id = new.member;
  if tg_op = 'UPDATE' then
    was := old.state;
    if (new.what, new.due_on, new.need, new.member, new.relative, new.meeting) is distinct from (old.what, old.due_on, old.need, old.member, old.relative, old.meeting) then
      if not keeps then raise exception 'whoever leads changes an action' using errcode = 'insufficient_privilege', constraint = 'keeper_writes'; end if;
      if new.state <> 'proposed' or old.state in ('done', 'ended') then
        raise exception 'what was changed is asked for anew' using errcode = 'check_violation', constraint = 'asked_anew';
      end if;
    end if;
    if not keeps and owner is distinct from me then
      raise exception 'an action is its owner''s' using errcode = 'insufficient_privilege', constraint = 'own_action';
    end if;
    if (new.state = 'ended' or (new.state = 'proposed' and old.state <> 'proposed')) and not keeps then
      raise exception 'whoever leads ends an action' using errcode = 'insufficient_privilege', constraint = 'keeper_writes';
    end if;
  end if;
  if was = 'proposed' and new.state in ('accepted', 'declined', 'done') and (case when owner is null then not new.is_in_room else owner is distinct from me or new.is_in_room end) then
    raise exception 'whoever is to do it answers for themselves' using errcode = 'insufficient_privilege', constraint = 'owner_answers';
  end if;
  if new.state in ('accepted', 'declined') and was = 'proposed' and new.answered_by is distinct from me then
    raise exception 'who answered is who acts' using errcode = 'insufficient_privilege', constraint = 'owner_answers';
  end if;
  return new;
end $$;
-- Whoever leaves the team reads nothing more of this family, from this moment on.
create function casework.end_with_member() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update casework.access_grant set ends_at = greatest(starts_at, platform.now())
    where episode = new.episode and person = new.person and relation <> 'lead' and ends_at > platform.now();
  return new;
end $$;
revoke all on function casework.only_keeper(), casework.of_this_family(), casework.while_open(), casework.meeting_goes_on(), casework.owner_answers(), casework.end_with_member() from public;
do $$
declare name text;
begin
  foreach name in array array['team_member', 'team_meeting', 'meeting_person', 'plan_version', 'plan_need', 'plan_review', 'review_line', 'child_asked', 'plan_print'] loop
    execute format('create trigger by_keeper before insert or update on casework.%I for each row execute function casework.only_keeper()', name);
  end loop;
  foreach name in array array['meeting_person', 'plan_need', 'plan_action', 'child_asked', 'plan_print'] loop
    execute format('create trigger of_family before insert or update on casework.%I for each row execute function casework.of_this_family()', name);
  end loop;
  foreach name in array array['meeting_person', 'meeting_item', 'meeting_note'] loop
    execute format('create trigger while_open before insert or update on casework.%I for each row execute function casework.while_open()', name);
  end loop;
end $$;
create trigger goes_on before update on casework.team_meeting for each row execute function casework.meeting_goes_on();
create trigger answers before insert or update on casework.plan_action for each row execute function casework.owner_answers();
create trigger ends_access after update on casework.team_member for each row
  when (new.person is not null and new.ends_on is not null and old.ends_on is null) execute function casework.end_with_member();

-- Days only, for whoever may list a family and may not read its plan: a co-ordinator of the locality.
create function casework.team_dates(asked uuid) returns table (kind text, held_on date, state text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if asked is null or not (asked = any (casework.my_episodes()) or asked = any (casework.my_kept())
      or exists (select from casework.episode e where e.id = asked and not e.is_shielded and e.area = any (casework.my_localities()))) then
    return;
  end if;
  return query
    select 'meeting', m.held_on, m.state from casework.team_meeting m where m.episode = asked
    union all select 'review', r.held_on, 'held' from casework.plan_review r where r.episode = asked
    union all select 'next-review', r.next_due_on, 'due' from casework.plan_review r where r.episode = asked
      and not exists (select from casework.plan_review later where later.episode = asked and later.plan_number > r.plan_number)
    order by 2;
end $$;
-- What waits for whoever asks, by ids and days and without a word of a family: for My work.
create function casework.my_team_work(today date) returns table (kind text, episode uuid, record uuid, due date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  agencies constant uuid[] := casework.my_agencies();
  kept uuid[];
  open uuid[];
begin
  if me is null or agencies = '{}' then return; end if;
  kept := casework.my_kept();
  open := array(select g.episode from casework.access_grant g where g.person = me and g.class = 'plan' and g.starts_at <= platform.now() and g.ends_at > platform.now() and g.organisation = any (agencies));
  return query
    select case when a.state = 'proposed' then 'answer' else 'do' end, a.episode, a.id, a.due_on from casework.plan_action a join casework.team_member m on m.id = a.member
      where m.person = me and m.ends_on is null and a.episode = any (open) and (a.state = 'proposed' or (a.state = 'accepted' and a.due_on <= today + 7))
    union all select 'approve', m.episode, m.id, m.held_on from casework.team_meeting m where m.state = 'ended' and m.episode = any (kept) and m.episode = any (open)
    union all select 'review', r.episode, r.id, r.next_due_on from casework.plan_review r join casework.episode e on e.id = r.episode and e.closed_on is null
      where r.episode = any (kept) and r.episode = any (open) and r.next_due_on <= today + 14
        and not exists (select from casework.plan_review later where later.episode = r.episode and later.plan_number > r.plan_number)
    order by 4;
end $$;
-- One's own diary: when, and nothing else.
create function casework.my_meeting_times(since date) returns table (id uuid, episode uuid, held_on date, starts_at time, ends_at time) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return; end if;
  return query select m.id, m.episode, m.held_on, m.starts_at, m.ends_at from casework.team_meeting m
    where m.held_on >= since and m.state in ('planned', 'live') and m.episode = any (casework.my_episodes())
      and (m.episode = any (casework.my_kept()) or exists (select from casework.meeting_person p join casework.team_member t on t.id = p.member where p.meeting = m.id and t.person = me and t.ends_on is null))
    order by m.held_on, m.starts_at;
end $$;
revoke all on function casework.team_dates(uuid), casework.my_team_work(date), casework.my_meeting_times(date) from public;
grant execute on function casework.team_dates(uuid), casework.my_team_work(date), casework.my_meeting_times(date) to goldenthread_casework;
