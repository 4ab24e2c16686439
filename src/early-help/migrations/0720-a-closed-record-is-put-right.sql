-- What is recorded wrongly of a family whose record is closed is put right by two: a co-ordinator of its locality proposes it, whoever owns information governance approves it
-- (requirement E12; handbook of early help 1.8, 7.1 and 7.5). And what is held is held from whoever entered it before anybody leads, too.
alter table casework.rectification
  add column is_of_closed boolean not null default false,
  add column correction jsonb,                                          -- what a record of its own says from now on, as columns of its table
  add constraint correction_of_closed check (case when is_of_closed then (correction is null) = (source = 'other') else correction is null end),
  add constraint approved_by_another check (not is_of_closed or decided_by <> entered_by);
comment on column casework.rectification.is_of_closed is 'Proposed after the closing, and approved by another';
comment on column casework.rectification.correction is 'What is proposed that a record of its own says';
do $$
declare name text;
begin
  -- A mistake was put right at once; of a closed record it waits for approval.
  select conname into strict name from pg_constraint where conrelid = 'casework.rectification'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'DISTINCT FROM';
  execute format('alter table casework.rectification drop constraint %I', name);
end $$;
alter table casework.rectification add constraint mistake_put_right check (kind = 'asked' or is_of_closed or verdict is not distinct from 'put-right');

-- Whether whoever acts co-ordinates the locality of a closed record that they may find, and of which something is left.
create function casework.corrects_closed(asked uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from casework.episode e where e.id = asked and e.closed_on is not null and e.area = any (casework.my_localities())
    and (not e.is_shielded or e.id = any (casework.my_entrusted())) and not exists (select from casework.destruction d where d.episode = e.id));
end $$;
-- What a record of its own says, in one line; null where there is none of this family.
create function casework.right_line(asked uuid, named text, line uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('source', named, 'kind', f.kind, 'standing', f.standing, 'code', f.code, 'label', c.label, 'words', f.words, 'origin', f.source, 'known_on', f.known_on, 'name', p.name, 'on', f.known_on)
    from casework.person_fact f join casework.person p on p.id = f.person left join casework.code c on c.list = f.kind and c.code = f.code where named = 'person_fact' and f.id = line and f.episode = asked
  union all
  select jsonb_build_object('source', named, 'question', r.question, 'standing', r.standing, 'value', r.value, 'why', r.why, 'one_higher', r.one_higher, 'captured', r.captured, 'name', r.name, 'on', r.said_on)
    from casework.scale_reading r where named = 'scale_reading' and r.id = line and r.episode = asked
  union all
  select jsonb_build_object('source', named, 'words', w.words, 'captured', w.captured, 'name', w.name, 'on', w.said_on)
    from casework.own_words w where named = 'own_words' and w.id = line and w.episode = asked
$$;
-- Records of their own in a closed record, to whoever proposes and has said that they look: of what kind and of which day, without a word.
create function casework.closed_lines(asked uuid) returns table (source text, record uuid, about text, on_day date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.corrects_closed(asked) or not (asked = any (casework.looked_at())) then return; end if;
  return query select * from (
    select 'person_fact' as source, f.id as record, f.kind as about, f.known_on as on_day from casework.person_fact f where f.episode = asked and not casework.held_from(asked, 'family', casework.me())
    union all select 'scale_reading', r.id, r.role, r.said_on from casework.scale_reading r where r.episode = asked and not casework.held_from(asked, 'voice', casework.me())
    union all select 'own_words', w.id, '', w.said_on from casework.own_words w where w.episode = asked and not casework.held_from(asked, 'voice', casework.me())) x order by x.on_day desc, x.source, x.record;
end $$;
-- The one of them that is to be put right, to whoever proposes; nothing of a part that is held.
create function casework.closed_line(asked uuid, named text, line uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.corrects_closed(asked) or not (asked = any (casework.looked_at()))
    or casework.held_from(asked, case when named = 'person_fact' then 'family' else 'voice' end, casework.me()) then return null; end if;
  return casework.right_line(asked, named, line);
end $$;
-- Whether a decision of that record is waited for already.
create function casework.right_waits(line uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from casework.rectification r where r.record = line and r.verdict is null and casework.corrects_closed(r.episode));
end $$;
-- The register: what is asked to be put right in which record, and how it stands. Whoever owns information governance reads all of it, a co-ordinator that of their locality;
-- no word of a family, but for what one proposed oneself.
create function casework.rectification_register() returns table (id uuid, episode uuid, reference text, class text, source text, kind text, received_on date, due_on date,
    verdict text, decided_at timestamptz, is_of_closed boolean, is_mine boolean, wanted text, because text, version int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  owns constant boolean := casework.may_approve_sharing();
  areas constant uuid[] := casework.my_localities();
  entrusted constant uuid[] := casework.my_entrusted();
begin
  return query select r.id, r.episode, e.reference, r.class, r.source, r.kind, r.received_on, r.due_on, r.verdict, r.decided_at, r.is_of_closed, r.entered_by = me,
      case when r.is_of_closed and r.entered_by = me then r.wanted else '' end, case when r.is_of_closed and r.entered_by = me then r.because else '' end, r.version
    from casework.rectification r join casework.episode e on e.id = r.episode
    where owns or (e.area = any (areas) and (not e.is_shielded or e.id = any (entrusted)))
    order by r.verdict is not null, r.due_on desc, r.id limit 500;
end $$;
-- Opens a proposal for whoever approves: what it says, what it shall say. The look stands in the list that the family is given.
create function casework.open_closed_right(asked uuid) returns table (id uuid, episode uuid, reference text, class text, source text, record uuid, kind text, said text, wanted text, asked_by text,
    entitled_by text, received_on date, due_on date, correction jsonb, line jsonb, entered_by uuid, version int)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := casework.demand_governance();
begin
  insert into casework.look (id, episode, person, what, at) select gen_random_uuid(), r.episode, me, 'page', platform.now() from casework.rectification r
    where r.id = asked and r.is_of_closed and r.verdict is null and r.entered_by <> me;
  return query select r.id, r.episode, e.reference, r.class, r.source, r.record, r.kind, r.said, r.wanted, r.asked_by, r.entitled_by, r.received_on, r.due_on, r.correction,
      case when r.record is not null then casework.right_line(r.episode, r.source, r.record) end, r.entered_by, r.version
    from casework.rectification r join casework.episode e on e.id = r.episode where r.id = asked and r.is_of_closed and r.verdict is null and r.entered_by <> me;
end $$;
-- Proposes one; what the record says now is kept as it was then. Answers its id.
create function casework.propose_closed_right(asked uuid, made uuid, part text, named text, line uuid, asked_kind text, says text, wants text, who text, entitled text, came_on date, shall jsonb)
  returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.corrects_closed(asked) or not (asked = any (casework.looked_at())) then
    raise exception 'a co-ordinator of the locality proposes it' using errcode = 'insufficient_privilege', constraint = 'proposes_closed';
  end if;
  insert into casework.rectification (id, episode, class, source, record, kind, said, wanted, asked_by, entitled_by, received_on, due_on, entered_by, entered_at, is_of_closed, correction)
    values (made, asked, part, named, line, asked_kind, says, wants, coalesce(who, ''), entitled, came_on, came_on, casework.me(), platform.now(), true, shall);
end $$;
-- Decides one, and puts the record right in the same moment. Answers whose record it is; null where another was first.
create function casework.decide_closed_right(asked uuid, chosen text, words text, told text, seen int) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.demand_governance();
  one casework.rectification;
begin
  update casework.rectification r set verdict = chosen, because = words, told_how = coalesce(told, ''), decided_by = me, decided_at = platform.now(), transaction = pg_current_xact_id(), version = r.version + 1
    where r.id = asked and r.is_of_closed and r.verdict is null and r.version = seen returning r.* into one;
  if one.id is null then return null; end if;
  insert into casework.look (id, episode, person, what, at) values (gen_random_uuid(), one.episode, me, 'change', platform.now());
  if chosen = 'put-right' and one.source = 'person_fact' then
    update casework.person_fact t set standing = x.standing, code = x.code, words = x.words, source = x.source, known_on = x.known_on
      from jsonb_populate_record(null::casework.person_fact, one.correction) x where t.id = one.record and t.episode = one.episode;
  elsif chosen = 'put-right' and one.source = 'scale_reading' then
    update casework.scale_reading t set standing = x.standing, value = x.value, why = x.why, one_higher = x.one_higher, captured = x.captured
      from jsonb_populate_record(null::casework.scale_reading, one.correction) x where t.id = one.record and t.episode = one.episode;
  elsif chosen = 'put-right' and one.source = 'own_words' then
    update casework.own_words t set words = x.words, captured = x.captured
      from jsonb_populate_record(null::casework.own_words, one.correction) x where t.id = one.record and t.episode = one.episode;
  end if;
  return one.episode;
end $$;

-- That of migration 0641, and besides: of a closed record a co-ordinator proposes, and another decides, who owns information governance.
create or replace function casework.keep_rectification() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author uuid;
  deciding constant text[] := array['verdict', 'because', 'told_how', 'decided_by', 'decided_at', 'transaction', 'version'];
begin
  if new.record is not null then
    execute format('select entered_by from casework.%I where id = $1 and episode = $2', new.source) into author using new.record, new.episode;
    if author is null then raise exception 'no such record of this family' using errcode = 'foreign_key_violation', constraint = 'record_of_family'; end if;
  end if;
  if tg_op = 'INSERT' then
    if new.is_of_closed and platform.actor() is not null and (new.verdict is not null or not casework.corrects_closed(new.episode)) then
      raise exception 'a co-ordinator of the locality proposes it' using errcode = 'insufficient_privilege', constraint = 'proposes_closed';
    end if;
    select (new.received_on + make_interval(months => r.months))::date into new.due_on from casework.access_rule r where r.starts_on <= new.received_on order by r.starts_on desc limit 1;
  elsif old.verdict is not null or to_jsonb(new) - deciding is distinct from to_jsonb(old) - deciding then
    raise exception 'what was asked stays, and is decided once' using errcode = 'insufficient_privilege', constraint = 'decided_once';
  end if;
  if new.verdict is not null then
    new.transaction := pg_current_xact_id();
    new.decided_at := platform.now();
    if new.is_of_closed and not casework.may_approve_sharing() then
      raise exception 'whoever owns information governance decides it' using errcode = 'insufficient_privilege', constraint = 'decides_closed';
    end if;
    if new.verdict = 'refused' and author = new.decided_by then
      raise exception 'whoever wrote it does not refuse to put it right' using errcode = 'insufficient_privilege', constraint = 'author_refuses';
    end if;
  end if;
  return new;
end $$;
revoke all on function casework.corrects_closed(uuid), casework.right_line(uuid, text, uuid), casework.closed_lines(uuid), casework.closed_line(uuid, text, uuid), casework.right_waits(uuid), casework.rectification_register(),
  casework.open_closed_right(uuid), casework.propose_closed_right(uuid, uuid, text, text, uuid, text, text, text, text, text, date, jsonb), casework.decide_closed_right(uuid, text, text, text, int) from public;
grant execute on function casework.closed_lines(uuid), casework.closed_line(uuid, text, uuid), casework.right_waits(uuid), casework.rectification_register(), casework.open_closed_right(uuid),
  casework.propose_closed_right(uuid, uuid, text, text, uuid, text, text, text, text, text, date, jsonb), casework.decide_closed_right(uuid, text, text, text, int) to goldenthread_casework;

-- Records of which a part is held from whoever acts. What one asked for or entered oneself while nobody leads is read without a grant: what is held of it is held all the same.
create function casework.held_now(part text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  return coalesce((select array_agg(r.episode) from casework.restriction r where r.class = part and r.lifted_at is null and casework.held_from(r.episode, part, me)), '{}');
end $$;
revoke all on function casework.held_now(text) from public;
grant execute on function casework.held_now(text) to goldenthread_casework;
alter policy read on casework.person using (
  exists (select from casework.episode e where e.family = person.family and e.id = any ((select casework.open_now('family'))::uuid[]))
  or (entered_by = (select casework.me()) and entered_in = any ((select casework.my_kept())::uuid[]) and not entered_in = any ((select casework.held_now('family'))::uuid[])));
alter policy read on casework.request using (
  (not episode = any ((select casework.held_now('assessment'))::uuid[]) and exists (select from casework.episode e where e.id = episode and (e.requested_by = (select casework.me()) and e.agency = any ((select casework.my_agencies())::uuid[])
    or (e.area = any ((select casework.my_localities())::uuid[]) and not e.is_shielded and e.agreed_on is null and e.closed_on is null))))
  or episode = any ((select casework.open_now('assessment'))::uuid[]));
alter policy read on casework.transition_words using (
  episode = any ((select casework.open_now('assessment'))::uuid[])
  or (entered_by = (select casework.me()) and episode = any ((select casework.my_kept())::uuid[]) and not episode = any ((select casework.held_now('assessment'))::uuid[]))
  or transition = any ((select casework.received_now())::uuid[]));
-- Whoever keeps a family that nobody leads says for which purpose they read it, as readers do.
alter policy say_why on casework.restricted_reading with check (
  (episode = any ((select casework.my_episodes())::uuid[]) or episode = any ((select casework.my_kept())::uuid[]))
  and episode = any ((select casework.looked_at())::uuid[]) and person = (select casework.me()));
