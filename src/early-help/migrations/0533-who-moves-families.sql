-- Who may move families, and what the database holds true of it (requirements E5 and E6; handbook of early help 1.6, 3.2, 3.3).

-- Transitions that were sent to an agency for which whoever acts has a post.
create function casework.my_received() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_agencies() = '{}' then return '{}'; end if;
  return coalesce((select array_agg(t.id) from casework.transition t where t.sent_at is not null and t.withdrawn_at is null and t.target = any (casework.my_agencies())), '{}');
end $$;
create function casework.my_received_episodes() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(distinct t.episode) from casework.transition t where t.id = any (casework.my_received())), '{}');
end $$;
-- What was sent with the family's agreement is open as long as the family has not withdrawn since, or has agreed anew.
create function casework.stands_agreed(asked uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from casework.transition t where t.id = asked and (not t.is_agreed
    or not exists (select from casework.agreement a where a.episode = t.episode and a.withdrawn_at >= t.sent_at)
    or exists (select from casework.agreement a where a.episode = t.episode and a.is_given and a.withdrawn_at is null)));
end $$;
-- Of those, the ones whose words may be read in this very transaction: it has said that it looks. Once declined or settled they are read no more.
create function casework.received_now() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  return coalesce((select array_agg(t.id) from casework.transition t where t.id = any (casework.my_received()) and t.decision is distinct from 'declined'
    and casework.stands_agreed(t.id)
    and exists (select from casework.look l where l.transaction = pg_current_xact_id_if_assigned() and l.person = me and l.episode = t.episode)), '{}');
end $$;
-- Where a mail reaches somebody; for the mail alone, which names no family.
create function casework.address_of(asked uuid) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_agencies() = '{}' and platform.actor() is distinct from platform.system_actor() then return null; end if;
  return (select nullif(c.email, '') from governance.person_contact c where c.person = asked);
end $$;

-- Only who received a transition decides it; of one that went out on paper or by a link, who sent it may write down what came back.
create function casework.answer_transition() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user <> 'goldenthread_casework' then return new; end if;
  if (new.received_at, new.decision, new.decided_at) is distinct from (old.received_at, old.decision, old.decided_at) then
    if new.target is not null and not (new.target = any (casework.my_agencies())) then
      raise exception 'whoever receives it decides' using errcode = 'insufficient_privilege', constraint = 'receiver_decides';
    end if;
    if new.decision is distinct from old.decision and new.decided_by is distinct from casework.me() then
      raise exception 'a decision is written in one''s own name' using errcode = 'insufficient_privilege', constraint = 'receiver_decides';
    end if;
  elsif new.target = any (casework.my_agencies()) and not (new.episode = any (casework.my_kept())
      or exists (select from casework.episode e where e.id = new.episode and e.area = any (casework.my_localities()))) then
    raise exception 'whoever receives it answers it, and nothing else' using errcode = 'insufficient_privilege', constraint = 'receiver_decides';
  end if;
  return new;
end $$;
create trigger answered before update on casework.transition for each row execute function casework.answer_transition();

-- What was proposed stays as proposed; a decision is made once, and of an episode that is open.
create function casework.keep_transition() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  open_until date;
  moves constant text[] := array['sent_at', 'channel', 'received_at', 'decision', 'decided_at', 'decided_by', 'decided_name', 'reason', 'withdrawn_at',
    'disputed_at', 'disputed_because', 'disputed_to', 'settled_at', 'settlement', 'version'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - moves is distinct from to_jsonb(old) - moves or (old.sent_at is not null and (new.sent_at, new.channel) is distinct from (old.sent_at, old.channel))
      or (old.received_at is not null and new.received_at is distinct from old.received_at) or (old.withdrawn_at is not null)
      or (old.decision is not null and (new.decision, new.decided_at, new.decided_by, new.decided_name, new.reason) is distinct from (old.decision, old.decided_at, old.decided_by, old.decided_name, old.reason))) then
    raise exception 'a transition is answered once, and stays as it was proposed' using errcode = 'insufficient_privilege', constraint = 'answered_once';
  end if;
  if tg_op = 'INSERT' or (new.sent_at, new.decision) is distinct from (old.sent_at, old.decision) then
    select e.closed_on into open_until from casework.episode e where e.id = new.episode for update;
    if open_until is not null then
      raise exception 'the record is closed' using errcode = 'check_violation', constraint = 'moves_while_open';
    end if;
  end if;
  return new;
end $$;
create trigger kept before insert or update on casework.transition for each row execute function casework.keep_transition();

-- Writes down what happened; an accepted step-up or step-down is the family's new tier from that day.
create function casework.note_transition() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  name text;
  day constant date := (platform.now() at time zone 'Europe/London')::date;
begin
  for name in select w.what from (values
      ('proposed', tg_op = 'INSERT'), ('sent', new.sent_at is not null and (tg_op = 'INSERT' or old.sent_at is null)),
      ('received', new.received_at is not null and (tg_op = 'INSERT' or old.received_at is null)), (new.decision, new.decision is not null and (tg_op = 'INSERT' or old.decision is null)),
      ('withdrawn', new.withdrawn_at is not null and (tg_op = 'INSERT' or old.withdrawn_at is null)), ('disputed', new.disputed_at is not null and (tg_op = 'INSERT' or old.disputed_at is null)),
      ('settled', new.settled_at is not null and (tg_op = 'INSERT' or old.settled_at is null))) w (what, holds) where w.holds loop
    insert into casework.transition_event (transition, episode, what, at, person, outside)
      values (new.id, new.episode, name, platform.now(), me, case when me is null and name in ('received', 'accepted', 'returned', 'declined') then coalesce(nullif(new.decided_name, ''), new.target_name) else '' end);
  end loop;
  -- Whoever sent it hears the answer, in words that say nothing of the family.
  if new.decision is not null and tg_op = 'UPDATE' and old.decision is null and me is distinct from new.entered_by then
    insert into casework.outcome (id, episode, referrer, what, words, entered_by, entered_at)
      values (gen_random_uuid(), new.episode, new.entered_by, new.decision, 'It was ' || new.decision || ' by ' || new.decided_name || '.', coalesce(me, new.entered_by), platform.now());
  end if;
  if new.decision = 'accepted' and (tg_op = 'INSERT' or old.decision is null) and new.to_tier is not null then
    -- What began on that very day gives way to what was accepted on it.
    delete from casework.tier_period where episode = new.episode and starts_on >= day;
    update casework.tier_period set ends_on = day where episode = new.episode and (ends_on is null or ends_on > day);
    insert into casework.tier_period (id, episode, tier, starts_on, because, entered_by, entered_at)
      values (gen_random_uuid(), new.episode, new.to_tier, day, case new.kind when 'step-up' then 'A step-up was accepted' else 'A step-down was accepted' end, coalesce(me, new.entered_by), platform.now());
  end if;
  return new;
end $$;
create trigger noted after insert or update on casework.transition for each row execute function casework.note_transition();

-- A statutory tier is entered by an accepted step-up; a level of need by the threshold document of its day.
create function casework.enter_tier() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from casework.tier t where t.code = new.tier and t.starts_on <= new.starts_on and (t.ends_on is null or t.ends_on > new.starts_on)) then
    raise exception 'that tier is not of this day' using errcode = 'check_violation', constraint = 'tier_of_its_day';
  end if;
  if (select t.is_statutory from casework.tier t where t.code = new.tier)
      and not exists (select from casework.transition t where t.episode = new.episode and t.kind = 'step-up' and t.decision = 'accepted' and t.to_tier = new.tier) then
    raise exception 'social care has accepted no step-up to this tier' using errcode = 'check_violation', constraint = 'tier_by_step_up';
  end if;
  return new;
end $$;
create trigger entered before insert on casework.tier_period for each row execute function casework.enter_tier();
create function casework.assess_level() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.document is distinct from (select d.id from casework.threshold_document d where d.starts_on <= new.assessed_on order by d.starts_on desc limit 1) then
    raise exception 'a level is of the threshold document of its day' using errcode = 'check_violation', constraint = 'level_of_its_day';
  end if;
  return new;
end $$;
create trigger assessed before insert on casework.level_of_need for each row execute function casework.assess_level();
create function casework.same_family() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from casework.person p join casework.episode e on e.family = p.family where p.id = new.person and e.id = new.episode) then
    raise exception 'that is somebody of another family' using errcode = 'check_violation', constraint = 'of_the_family';
  end if;
  return new;
end $$;
create trigger of_the_family before insert or update on casework.adulthood for each row execute function casework.same_family();

-- Closing and coming back: nothing that was sent stays unanswered, stepped up is what social care accepted, and a family comes back as the same within the window.
create function casework.close_episode() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  day constant date := (platform.now() at time zone 'Europe/London')::date;
  window_days int;
begin
  if new.closed_on is not null and old.closed_on is null then
    if platform.actor() is not null and exists (select from casework.transition t where t.episode = new.id and t.sent_at is not null and t.decision is null and t.withdrawn_at is null) then
      raise exception 'something that was sent waits for its answer' using errcode = 'check_violation', constraint = 'closed_after_answer';
    end if;
    if platform.actor() is not null and new.closure_reason = 'stepped-up' and not exists (select from casework.transition t where t.episode = new.id and t.kind = 'step-up' and t.decision = 'accepted') then
      raise exception 'social care has accepted no step-up' using errcode = 'check_violation', constraint = 'closed_as_stepped_up';
    end if;
    insert into casework.closure (episode, closed_on, reason) values (new.id, new.closed_on, new.closure_reason);
    delete from casework.tier_period where episode = new.id and starts_on > new.closed_on;
    update casework.tier_period set ends_on = new.closed_on where episode = new.id and (ends_on is null or ends_on > new.closed_on);
    delete from casework.pause where episode = new.id and starts_on >= new.closed_on;
    update casework.pause set ends_on = new.closed_on where episode = new.id and (ends_on is null or ends_on > new.closed_on);
  elsif new.closed_on is null and old.closed_on is not null then
    select r.reopen_days into window_days from casework.practice_rule r where r.starts_on <= day order by r.starts_on desc limit 1;
    if platform.actor() is not null and (old.agreed_on is null or day > old.closed_on + window_days) then
      raise exception 'so long after closing it is a new record' using errcode = 'check_violation', constraint = 'reopened_in_window';
    end if;
    update casework.closure set reopened_on = day, reopened_by = coalesce(governance.my_person(), old.requested_by) where episode = new.id and reopened_on is null;
    insert into casework.tier_period (id, episode, tier, starts_on, because, entered_by, entered_at)
      values (gen_random_uuid(), new.id, 'early-help', day, 'The family came back', coalesce(governance.my_person(), old.requested_by), platform.now())
      on conflict do nothing;
  elsif new.agreed_on is not null and old.agreed_on is null then
    insert into casework.tier_period (id, episode, tier, starts_on, because, entered_by, entered_at)
      values (gen_random_uuid(), new.id, 'early-help', new.agreed_on, 'The family agreed to an assessment', coalesce(governance.my_person(), new.requested_by), platform.now());
  end if;
  return new;
end $$;
create trigger moves after update on casework.episode for each row execute function casework.close_episode();

-- Families that one referred: whoever asked for help hears what became of it, and reads nothing else by that.
create function casework.my_referred() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(o.id) from casework.outcome o where o.referrer = governance.my_person()), '{}');
end $$;
-- Young people of families that one keeps or co-ordinates who come of age within the months of the rule, and whose service has not been asked.
create function casework.coming_of_age(today date) returns table (episode uuid, person uuid, adult_on date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare months int;
begin
  select r.adult_months into months from casework.movement_rule r where r.starts_on <= today order by r.starts_on desc limit 1;
  return query select e.id, p.id, (p.born_on + interval '18 years')::date from casework.episode e join casework.person p on p.family = e.family
    where e.closed_on is null and p.part = 'child' and p.born_on is not null
      and (p.born_on + interval '18 years')::date <= (today + make_interval(months => months))::date
      and (e.id = any (casework.my_kept()) or (e.area = any (casework.my_localities()) and not e.is_shielded))
      and not exists (select from casework.adulthood a where a.person = p.id and a.episode = e.id and a.answer in ('accepted', 'not-needed'));
end $$;

-- The way in by a link: who opens it has no account, and reads one transition. Each function answers nothing where link, code or key is not right.
create function casework.ask_code(asked_link bytea, new_code bytea) returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare found record; minutes int;
begin
  select l.id, l.mail into found from casework.transition_link l join casework.transition t on t.id = l.transition
    where l.digest = asked_link and l.expires_at > platform.now() and t.withdrawn_at is null for update of l;
  if found.id is null or (select count(*) from casework.transition_code c where c.link = found.id and c.made_at > platform.now() - interval '1 hour') >= 5 then return null; end if;
  select r.code_minutes into minutes from casework.movement_rule r where r.starts_on <= platform.now() order by r.starts_on desc limit 1;
  update casework.transition_code set expires_at = greatest(made_at + interval '1 millisecond', platform.now()) where link = found.id and expires_at > platform.now() and key_digest is null;
  insert into casework.transition_code (link, digest, made_at, expires_at) values (found.id, new_code, platform.now(), platform.now() + make_interval(mins => minutes));
  return found.mail;
end $$;
create function casework.open_with_code(asked_link bytea, asked_code bytea, new_key bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare held record;
begin
  select c.id, c.digest, c.tries, l.transition, l.mail, t.episode, t.received_at into held from casework.transition_code c join casework.transition_link l on l.id = c.link
    join casework.transition t on t.id = l.transition
    where l.digest = asked_link and l.expires_at > platform.now() and t.withdrawn_at is null and c.expires_at > platform.now() and c.key_digest is null and c.tries < 5
    order by c.made_at desc limit 1 for update of c, l;
  if held.id is null then return false; end if;
  if held.digest <> asked_code then
    update casework.transition_code set tries = tries + 1 where id = held.id;
    return false;
  end if;
  update casework.transition_code set key_digest = new_key, key_until = platform.now() + interval '1 hour', expires_at = greatest(made_at + interval '1 millisecond', platform.now()) where id = held.id;
  insert into casework.transition_event (transition, episode, what, at, outside) values (held.transition, held.episode, 'opened', platform.now(), held.mail);
  update casework.transition set received_at = platform.now(), version = version + 1 where id = held.transition and received_at is null;
  return true;
end $$;
create function casework.read_with_key(asked_key bytea) returns table (transition uuid, kind text, words text, sender text, agency text, target_name text, sent_at timestamptz, is_agreed boolean, decision text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select t.id, t.kind, w.words, p.name, o.name, t.target_name, t.sent_at, t.is_agreed, t.decision
    from casework.transition_code c join casework.transition_link l on l.id = c.link join casework.transition t on t.id = l.transition
    join casework.transition_words w on w.transition = t.id join governance.person p on p.id = l.made_by join casework.episode e on e.id = t.episode join governance.organisation o on o.id = e.agency
    where c.key_digest = asked_key and c.key_until > platform.now() and l.expires_at > platform.now() and t.withdrawn_at is null and casework.stands_agreed(t.id);
end $$;
create function casework.sender_of(asked_key bytea) returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select l.made_by from casework.transition_code c join casework.transition_link l on l.id = c.link where c.key_digest = asked_key);
end $$;
create function casework.answer_with_key(asked_key bytea, given text, why text, who text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare asked constant uuid := (select r.transition from casework.read_with_key(asked_key) r);
begin
  if asked is null then return false; end if;
  update casework.transition t set decision = given, decided_at = platform.now(), decided_name = who, reason = why, version = t.version + 1 where t.id = asked and t.decision is null;
  return found;
end $$;

do $$
declare
  name text;
  mine constant text := '(episode = any ((select casework.my_episodes())::uuid[]) or episode = any ((select casework.my_kept())::uuid[]))';
  kept constant text := 'episode = any ((select casework.my_kept())::uuid[])';
  coordinated constant text := 'exists (select from casework.episode e where e.id = episode and e.area = any ((select casework.my_localities())::uuid[]) and not e.is_shielded)';
  posted constant text := '(select casework.my_agencies()) <> ''{}''::uuid[]';
  own constant text := 'entered_by = (select casework.me())';
begin
  foreach name in array array['movement_clock', 'movement_rule', 'tier', 'threshold_document', 'threshold_level', 'closure_group', 'tier_period', 'level_of_need', 'pause', 'transition',
      'transition_words', 'transition_event', 'transition_link', 'transition_code', 'closure', 'closing_plan', 'outcome', 'adulthood', 'advice'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
  end loop;
  foreach name in array array['movement_clock', 'movement_rule', 'tier', 'threshold_document', 'threshold_level', 'closure_group'] loop
    execute format('grant select on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, posted);
  end loop;
  foreach name in array array['tier_period', 'pause', 'transition', 'transition_event', 'closure'] loop
    execute format('grant select on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s or %s)', name, mine, coordinated);
  end loop;
  create policy receive on casework.transition for select to goldenthread_casework using (id = any ((select casework.my_received())::uuid[]));
  create policy receive on casework.transition_event for select to goldenthread_casework using (transition = any ((select casework.my_received())::uuid[]));
  foreach name in array array['tier_period', 'pause', 'transition'] loop
    execute format('grant insert, update on casework.%I to goldenthread_casework', name);
    execute format('create policy enter on casework.%I for insert to goldenthread_casework with check ((%s or %s) and %s)', name, kept, coordinated, own);
    execute format('create policy keep on casework.%I for update to goldenthread_casework using (%s or %s) with check (true)', name, kept, coordinated);
  end loop;
  create policy answer on casework.transition for update to goldenthread_casework using (id = any ((select casework.my_received())::uuid[])) with check (true);
  grant select, insert on casework.transition_words, casework.level_of_need, casework.closing_plan, casework.transition_link to goldenthread_casework;
  execute format('create policy read on casework.transition_words for select to goldenthread_casework using (episode = any ((select casework.open_now(''assessment''))::uuid[])
    or (%s and %s) or transition = any ((select casework.received_now())::uuid[]))', own, kept);
  execute format('create policy enter on casework.transition_words for insert to goldenthread_casework with check (%s and (%s or %s))', own, kept, coordinated);
  execute format('create policy read on casework.level_of_need for select to goldenthread_casework using (episode = any ((select casework.open_now(''assessment''))::uuid[]) or (%s and %s))', own, kept);
  execute format('create policy enter on casework.level_of_need for insert to goldenthread_casework with check (%s and %s)', own, kept);
  execute format('create policy read on casework.closing_plan for select to goldenthread_casework using (episode = any ((select casework.open_now(''plan''))::uuid[]) or (%s and %s))', own, kept);
  execute format('create policy enter on casework.closing_plan for insert to goldenthread_casework with check (%s and %s)', own, kept);
  create policy read on casework.transition_link for select to goldenthread_casework using (made_by = (select casework.me()));
  create policy enter on casework.transition_link for insert to goldenthread_casework with check (made_by = (select casework.me())
    and exists (select from casework.transition t where t.id = transition and t.sent_at is null and t.target is null));
  grant select, insert, update on casework.outcome, casework.adulthood to goldenthread_casework;
  execute format('create policy read on casework.outcome for select to goldenthread_casework using (referrer = (select casework.me()) or %s or %s)', mine, coordinated);
  execute format('create policy enter on casework.outcome for insert to goldenthread_casework with check (%s and (%s or %s or episode = any ((select casework.my_received_episodes())::uuid[])))', own, kept, coordinated);
  execute format('create policy keep on casework.outcome for update to goldenthread_casework using (referrer = (select casework.me()) or %s) with check (true)', coordinated);
  execute format('create policy read on casework.adulthood for select to goldenthread_casework using (episode = any ((select casework.open_now(''family''))::uuid[]) or (%s and %s))', own, kept);
  execute format('create policy enter on casework.adulthood for insert to goldenthread_casework with check (%s and %s)', own, kept);
  execute format('create policy keep on casework.adulthood for update to goldenthread_casework using (%s) with check (true)', kept);
  grant select on casework.transition_code to goldenthread_casework;
  grant select, insert on casework.advice to goldenthread_casework;
  execute format('create policy read on casework.advice for select to goldenthread_casework using (%s or (episode is null and organisation = any ((select casework.my_agencies())::uuid[])) or episode = any ((select casework.open_now(''plan''))::uuid[]))', own);
  execute format('create policy enter on casework.advice for insert to goldenthread_casework with check (%s and organisation = any ((select casework.my_agencies())::uuid[]) and (episode is null or %s))', own, mine);
  create policy look_received on casework.look for insert to goldenthread_casework with check (person = (select casework.me()) and transaction = pg_current_xact_id()
    and episode = any ((select casework.my_received_episodes())::uuid[]));
end $$;
revoke all on function casework.my_received(), casework.my_received_episodes(), casework.stands_agreed(uuid), casework.received_now(), casework.address_of(uuid), casework.answer_transition(), casework.keep_transition(),
  casework.note_transition(), casework.enter_tier(), casework.assess_level(), casework.same_family(), casework.close_episode(), casework.my_referred(), casework.coming_of_age(date),
  casework.ask_code(bytea, bytea), casework.open_with_code(bytea, bytea, bytea), casework.read_with_key(bytea), casework.sender_of(bytea), casework.answer_with_key(bytea, text, text, text) from public;
grant execute on function casework.my_received(), casework.my_received_episodes(), casework.received_now(), casework.address_of(uuid), casework.my_referred(), casework.coming_of_age(date),
  casework.ask_code(bytea, bytea), casework.open_with_code(bytea, bytea, bytea), casework.read_with_key(bytea), casework.sender_of(bytea), casework.answer_with_key(bytea, text, text, text) to goldenthread_casework;
