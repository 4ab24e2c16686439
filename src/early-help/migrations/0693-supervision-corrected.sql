-- A session of supervision that was recorded wrongly is corrected by its supervisor: a new version with the reason; the earlier one stays as it was, read by the two who met.
-- A decision in a family's record is corrected there, and what it said before is kept with it (requirement E8; handbook of early help 1.7, 7.5).
alter table casework.supervision_session
  add column first uuid references casework.supervision_session,
  add column number int not null default 1 check (number >= 1),
  add column because text not null default '' check (length(because) <= 2000),
  add column corrected_at timestamptz,
  add constraint version_says_why check ((number = 1) = (first is null) and (number = 1) = (because !~ '\S')),
  add unique (first, number),
  drop constraint supervision_session_tie_held_on_key;
comment on column casework.supervision_session.first is 'The first version of the record of this session; null where this is the first';
comment on column casework.supervision_session.corrected_at is 'When a later version took its place; null where this version holds';
create unique index one_holds on casework.supervision_session (tie, held_on) where corrected_at is null;

-- A version takes the place of the one that holds, of the same supervision, and of no other; the earlier one is marked and nothing else of it is touched.
create function casework.take_version_place() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare holds casework.supervision_session;
begin
  if new.first is null then return new; end if;
  select * into holds from casework.supervision_session s where (s.id = new.first or s.first = new.first) and s.corrected_at is null for update;
  if holds.id is null or holds.number + 1 <> new.number or holds.tie <> new.tie then
    raise exception 'corrected meanwhile, or the record of another supervision' using errcode = 'check_violation', constraint = 'takes_its_place';
  end if;
  update casework.supervision_session set corrected_at = platform.now() where id = holds.id;
  return new;
end $$;
create trigger takes_place before insert on casework.supervision_session for each row execute function casework.take_version_place();

-- Whether the version before named a family: then the next one may name it, too, whoever leads it by now.
create function casework.discussed_before(version uuid, asked uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from casework.supervision_session s join casework.supervision_session b on b.number = s.number - 1 and (b.id = s.first or b.first = s.first)
    join casework.supervision_family f on f.session = b.id and f.episode = asked where s.id = version and s.supervisor = governance.my_person());
end $$;

alter policy record on casework.supervision_session with check (supervisor = (select casework.me()) and entered_by = (select casework.me()) and corrected_at is null
  and organisation = any ((select casework.my_agencies())::uuid[]) and held_on <= platform.today()
  and exists (select from casework.supervises t where t.id = tie and t.starts_on <= held_on and (t.ends_on is null or held_on < t.ends_on)));
-- Only to the version that holds something is added, and only of it an action is done.
alter policy add on casework.supervision_note with check (entered_by = (select casework.me())
  and exists (select from casework.supervision_session s where s.id = session and s.corrected_at is null and (kind = 'remark' or s.supervisor = (select casework.me()))));
alter policy add on casework.supervision_action with check (done_on is null
  and exists (select from casework.supervision_session s where s.id = session and s.corrected_at is null and s.supervisor = (select casework.me())));
alter policy finish on casework.supervision_action using (owner = (select casework.me()) and done_on is null
  and exists (select from casework.supervision_session s where s.id = session and s.corrected_at is null));
alter policy add on casework.supervision_family with check (exists (select from casework.supervision_session s where s.id = session and s.corrected_at is null
  and s.supervisor = (select casework.me()) and (episode = any (casework.led_by_supervised(s.tie)) or casework.discussed_before(session, episode))));
alter policy decide on casework.supervision_decision with check (entered_by = (select casework.me()) and done_on is null
  and exists (select from casework.supervision_session s where s.id = session and s.corrected_at is null and s.supervisor = (select casework.me())
    and episode = any (casework.led_by_supervised(s.tie)) and (owner is null or owner in (s.supervisor, s.worker)))
  and exists (select from casework.look l where l.episode = supervision_decision.episode and l.person = (select casework.me()) and l.transaction = pg_current_xact_id_if_assigned()));

alter table casework.supervision_decision
  add column because text not null default '' check (length(because) <= 2000),
  add column corrected_at timestamptz,
  add constraint correction_says_why check ((corrected_at is null) = (because !~ '\S'));
comment on column casework.supervision_decision.because is 'Why it was corrected last; empty where it stands as it was written';
-- Corrects what was decided of a family: whoever wrote it, while they supervise whoever leads it, and who has said that they look. What is done stays as it was done.
create function casework.correct_decision(asked uuid, new_words text, new_action text, doer text, new_due date, reason text)
  returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  update casework.supervision_decision d set words = new_words, because = reason, corrected_at = platform.now(),
      action = case when d.done_on is null then new_action else d.action end,
      due_on = case when d.done_on is null then new_due else d.due_on end,
      owner = case when d.done_on is not null then d.owner when doer = 'supervisor' then s.supervisor when doer = 'worker' then s.worker end
    from casework.supervision_session s where s.id = d.session and d.id = asked and d.entered_by = governance.my_person() and d.episode = any (casework.my_supervised())
      and exists (select from casework.look l where l.episode = d.episode and l.person = d.entered_by and l.transaction = pg_current_xact_id_if_assigned());
  get diagnostics n = row_count;
  return n = 1;
end $$;

-- The last session is the last one that holds: a day that was recorded wrongly counts no more.
create or replace function casework.supervision_facts() returns table (worker uuid, organisation uuid, is_mine boolean, is_supervised boolean, is_led boolean, supervisors uuid[],
  last_on date, begins_on date, away_from date[], away_until date[]) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  led constant uuid[] := casework.my_led_agencies();
begin
  if casework.my_agencies() = '{}' then return; end if;
  return query
    with tied as (select s.worker, s.organisation, array_agg(s.supervisor order by s.starts_on) as who from casework.supervises s where governance.holds(s.starts_on, s.ends_on) group by 1, 2),
    caseload as (select l.person as worker, l.organisation, (min(l.accepted_at) at time zone 'Europe/London')::date as since from casework.lead_period l where l.accepted_at is not null and l.ended_at is null group by 1, 2),
    both_of as (select t.worker, t.organisation from tied t union select l.worker, l.organisation from caseload l)
    select b.worker, b.organisation, b.worker = me, coalesce(me = any (t.who), false), b.organisation = any (led), coalesce(t.who, '{}'),
      (select max(s.held_on) from casework.supervision_session s where s.worker = b.worker and s.organisation = b.organisation and s.corrected_at is null), l.since,
      coalesce((select array_agg(a.starts_on order by a.starts_on) from casework.absence a where a.person = b.worker and a.organisation = b.organisation), '{}'),
      coalesce((select array_agg(a.ends_on order by a.starts_on) from casework.absence a where a.person = b.worker and a.organisation = b.organisation), '{}')
    from both_of b left join tied t on t.worker = b.worker and t.organisation = b.organisation left join caseload l on l.worker = b.worker and l.organisation = b.organisation
    where (b.worker = me or me = any (t.who) or b.organisation = any (led))
      and exists (select from casework.post p where p.person = b.worker and p.organisation = b.organisation and governance.holds(p.starts_on, p.ends_on));
end $$;
revoke all on function casework.take_version_place(), casework.discussed_before(uuid, uuid), casework.correct_decision(uuid, text, text, text, date, text) from public;
grant execute on function casework.discussed_before(uuid, uuid), casework.correct_decision(uuid, text, text, text, date, text) to goldenthread_casework;
