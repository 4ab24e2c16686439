-- Supervision: standards of each agency by date, who supervises whom, sessions, what is due, and what stands in the family's record (requirement E8; handbook of
-- early help 1.7, 3.7 and 7.1). What is about the practitioner stays with the two who met; of families only that they were talked about, and the decision in their record.

-- Whoever leads an agency's practice: keeps its standards and who supervises whom, sees how it stands, and reads no family by that.
alter table casework.post drop constraint post_role_check;
alter table casework.post add constraint post_role_check check (role in ('practitioner', 'co-ordinator', 'governance', 'agency-lead'));
create function casework.my_led_agencies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(distinct p.organisation) from casework.post p where p.person = governance.my_person() and p.role = 'agency-lead' and governance.holds(p.starts_on, p.ends_on)), '{}');
end $$;

-- How often, who may supervise, and what a record must hold: by agency and date.
create table casework.supervision_standard (
  id uuid primary key,
  organisation uuid not null references governance.organisation,
  every_days int not null check (every_days between 7 and 366),
  soon_days int not null check (soon_days between 0 and 60),            -- so long before the day it is shown as due soon
  months_in_post int not null check (months_in_post between 0 and 120), -- a supervisor has had a post in the agency so long
  course uuid references casework.training_course,                      -- and has attended this; null: none is asked for
  must_hold text[] not null check (must_hold <@ array['families', 'workload', 'wellbeing', 'development', 'actions']),
  source text not null check (source ~ '\S' and length(source) <= 500),
  starts_on date not null,
  set_by uuid references governance.person,                             -- null: brought with a sample
  set_on date not null,
  unique (organisation, starts_on)
);
create trigger append_only before update or delete on casework.supervision_standard for each row execute function platform.refuse_change();

-- Whoever begins to supervise may do so by the standard of that day; a tie is ended once, and nothing else of it is changed.
alter table casework.supervises add constraint supervises_whom unique (id, supervisor, worker, organisation);
create function casework.bind_supervises() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare rule casework.supervision_standard;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - array['ends_on', 'version'] is distinct from to_jsonb(old) - array['ends_on', 'version'] or (old.ends_on is not null and new.ends_on is distinct from old.ends_on) then
      raise exception 'who supervised whom stays; it is ended once' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  select * into rule from casework.supervision_standard s where s.organisation = new.organisation and s.starts_on <= new.starts_on order by s.starts_on desc limit 1;
  if rule.id is null then return new; end if;
  if not exists (select from casework.post p where p.person = new.supervisor and p.organisation = new.organisation
      and p.starts_on <= (new.starts_on - make_interval(months => rule.months_in_post))::date and (p.ends_on is null or p.ends_on > new.starts_on)) then
    raise exception 'not so long in post' using errcode = 'check_violation', constraint = 'long_enough_in_post';
  end if;
  if rule.course is not null and not exists (select from casework.booking b join casework.training_session t on t.id = b.session
      where b.person = new.supervisor and b.attended and t.course = rule.course and t.held_on <= new.starts_on) then
    raise exception 'has not attended the course' using errcode = 'check_violation', constraint = 'course_attended';
  end if;
  return new;
end $$;
create trigger bound before insert or update on casework.supervises for each row execute function casework.bind_supervises();

create table casework.supervision_session (
  id uuid primary key,
  tie uuid not null,
  supervisor uuid not null,
  worker uuid not null,
  organisation uuid not null,
  held_on date not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (tie, supervisor, worker, organisation) references casework.supervises (id, supervisor, worker, organisation),
  unique (tie, held_on),
  unique (id, supervisor, worker),
  check (entered_by = supervisor)
);
create index on casework.supervision_session (worker, organisation, held_on desc);
create index on casework.supervision_session (supervisor);
-- Of the practitioner, and of no family: read by the two who met, added to by both, changed by nobody.
create table casework.supervision_note (
  id uuid primary key,
  session uuid not null references casework.supervision_session,
  kind text not null check (kind in ('workload', 'wellbeing', 'development', 'remark')),
  words text not null check (words ~ '\S' and length(words) <= 10000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null
);
create index on casework.supervision_note (session);
create table casework.supervision_action (
  id uuid primary key,
  session uuid not null,
  supervisor uuid not null,
  worker uuid not null,
  words text not null check (words ~ '\S' and length(words) <= 2000),
  owner uuid not null,
  due_on date not null,
  done_on date,
  foreign key (session, supervisor, worker) references casework.supervision_session (id, supervisor, worker),
  check (owner in (supervisor, worker))
);
create index on casework.supervision_action (session);
create index on casework.supervision_action (owner) where done_on is null;
-- That a family was talked about, and what was decided: the one is a fact of the session, the other stands in the family's record and nowhere else.
create table casework.supervision_family (
  session uuid not null references casework.supervision_session,
  episode uuid not null references casework.episode,
  primary key (session, episode)
);
create index on casework.supervision_family (episode);
create table casework.supervision_decision (
  id uuid primary key,
  episode uuid not null references casework.episode,
  session uuid not null,
  words text not null check (words ~ '\S' and length(words) <= 10000),
  action text not null default '' check (length(action) <= 2000),
  owner uuid references governance.person,
  due_on date,
  done_on date,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (session, episode) references casework.supervision_family (session, episode),
  check (num_nonnulls(owner, due_on) in (0, 2) and (owner is null) = (action = '')),
  check (done_on is null or owner is not null)
);
create index on casework.supervision_decision (episode);
create index on casework.supervision_decision (session);

-- When somebody is away, by days alone: why is nobody's business here.
create table casework.absence (
  id uuid primary key,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),                             -- first day back; null: not known yet
  entered_by uuid not null references governance.person,
  version int not null default 1,
  exclude using gist (person with =, organisation with =, daterange(starts_on, ends_on) with &&)
);
create function casework.bind_absence() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - array['ends_on', 'version'] is distinct from to_jsonb(old) - array['ends_on', 'version'] then
    raise exception 'of an absence the first day back is said, and nothing else is changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger bound before update on casework.absence for each row execute function casework.bind_absence();

-- Families that a worker leads whom one supervises now, for that agency.
create function casework.led_by_supervised(asked uuid) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select array_agg(distinct l.episode) from casework.supervises s
    join casework.lead_period l on l.person = s.worker and l.organisation = s.organisation and l.accepted_at is not null and l.ended_at is null
    where s.id = asked and s.supervisor = governance.my_person() and governance.holds(s.starts_on, s.ends_on) and s.organisation = any (casework.my_agencies())), '{}');
end $$;
-- Whom one's own are: oneself, whom one supervises now, whoever works for an agency whose practice one leads.
create function casework.keeps_absence_of(asked uuid, agency uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  return agency = any (casework.my_agencies()) and (asked = me or agency = any (casework.my_led_agencies())
    or exists (select from casework.supervises s where s.supervisor = me and s.worker = asked and s.organisation = agency and governance.holds(s.starts_on, s.ends_on)))
    and exists (select from casework.post p where p.person = asked and p.organisation = agency and governance.holds(p.starts_on, p.ends_on));
end $$;
-- How supervision stands, in days alone: of oneself, of those one supervises, of the agencies whose practice one leads. Whoever supervises them or leads a family is in it.
create function casework.supervision_facts() returns table (worker uuid, organisation uuid, is_mine boolean, is_supervised boolean, is_led boolean, supervisors uuid[],
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
      (select max(s.held_on) from casework.supervision_session s where s.worker = b.worker and s.organisation = b.organisation), l.since,
      coalesce((select array_agg(a.starts_on order by a.starts_on) from casework.absence a where a.person = b.worker and a.organisation = b.organisation), '{}'),
      coalesce((select array_agg(a.ends_on order by a.starts_on) from casework.absence a where a.person = b.worker and a.organisation = b.organisation), '{}')
    from both_of b left join tied t on t.worker = b.worker and t.organisation = b.organisation left join caseload l on l.worker = b.worker and l.organisation = b.organisation
    where (b.worker = me or me = any (t.who) or b.organisation = any (led))
      and exists (select from casework.post p where p.person = b.worker and p.organisation = b.organisation and governance.holds(p.starts_on, p.ends_on));
end $$;
-- Says that an action of a decision is done: whoever owns it, who has said that they look.
create function casework.end_decided_action(asked uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare n int;
begin
  update casework.supervision_decision d set done_on = platform.today() where d.id = asked and d.owner = governance.my_person() and d.done_on is null
    and exists (select from casework.look l where l.episode = d.episode and l.person = d.owner and l.transaction = pg_current_xact_id_if_assigned());
  get diagnostics n = row_count;
  return n = 1;
end $$;
-- What waits of decisions for whoever asks: the day and the family's record, no word.
create function casework.my_decided_actions() returns table (episode uuid, due_on date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select d.episode, d.due_on from casework.supervision_decision d where d.owner = governance.my_person() and d.done_on is null
    and (d.episode = any (casework.my_kept()) or d.episode = any (casework.my_episodes()) or d.episode = any (casework.my_supervised()));
end $$;

select casework.seal_content('casework.supervision_decision', 'plan', '{}');
revoke update on casework.supervision_decision from goldenthread_casework;
do $$
declare
  name text;
  met constant text := 'exists (select from casework.supervision_session s where s.id = session)';
  supervised constant text := 'exists (select from casework.supervision_session s where s.id = session and s.supervisor = (select casework.me()))';
begin
  foreach name in array array['supervision_standard', 'supervision_session', 'supervision_note', 'supervision_action', 'supervision_family', 'absence'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select, insert on casework.%I to goldenthread_casework', name);
  end loop;
  grant update (done_on) on casework.supervision_action to goldenthread_casework;
  grant update (ends_on, version) on casework.absence to goldenthread_casework;

  create policy read on casework.supervision_standard for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[] or (select casework.is_administrator()));
  create policy set_it on casework.supervision_standard for insert to goldenthread_casework with check (
    (organisation = any ((select casework.my_led_agencies())::uuid[]) or (select casework.is_administrator()))
    and set_by = (select casework.me()) and set_on = platform.today() and starts_on >= platform.today());

  create policy lead_it on casework.supervises for insert to goldenthread_casework with check (organisation = any ((select casework.my_led_agencies())::uuid[]));
  create policy lead_its_end on casework.supervises for update to goldenthread_casework using (organisation = any ((select casework.my_led_agencies())::uuid[])) with check (true);

  create policy read on casework.supervision_session for select to goldenthread_casework using ((select casework.me()) in (supervisor, worker));
  create policy record on casework.supervision_session for insert to goldenthread_casework with check (supervisor = (select casework.me()) and entered_by = (select casework.me())
    and organisation = any ((select casework.my_agencies())::uuid[]) and held_on <= platform.today()
    and exists (select from casework.supervises t where t.id = tie and t.starts_on <= held_on and (t.ends_on is null or held_on < t.ends_on)));
  foreach name in array array['supervision_note', 'supervision_action', 'supervision_family'] loop
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, met);
  end loop;
  execute format('create policy add on casework.supervision_note for insert to goldenthread_casework with check (%s and entered_by = (select casework.me()) and (kind = ''remark'' or %s))', met, supervised);
  execute format('create policy add on casework.supervision_action for insert to goldenthread_casework with check (%s and done_on is null)', supervised);
  create policy finish on casework.supervision_action for update to goldenthread_casework using (owner = (select casework.me()) and done_on is null) with check (done_on = platform.today());
  -- Of the families only those that this worker leads now, and that one reads because of it.
  create policy add on casework.supervision_family for insert to goldenthread_casework with check (
    exists (select from casework.supervision_session s where s.id = session and s.supervisor = (select casework.me()) and episode = any (casework.led_by_supervised(s.tie))));
  create policy decide on casework.supervision_decision for insert to goldenthread_casework with check (entered_by = (select casework.me()) and done_on is null
    and exists (select from casework.supervision_session s where s.id = session and s.supervisor = (select casework.me()) and episode = any (casework.led_by_supervised(s.tie))
      and (owner is null or owner in (s.supervisor, s.worker)))
    and exists (select from casework.look l where l.episode = supervision_decision.episode and l.person = (select casework.me()) and l.transaction = pg_current_xact_id_if_assigned()));
  create policy decide_read on casework.look for insert to goldenthread_casework with check (person = (select casework.me()) and transaction = pg_current_xact_id()
    and what = 'change' and episode = any ((select casework.my_supervised())::uuid[]));
  create policy own_look on casework.look for select to goldenthread_casework using (person = (select casework.me()) and transaction = pg_current_xact_id_if_assigned());

  create policy read on casework.absence for select to goldenthread_casework using ((select casework.keeps_absence_of(person, organisation)));
  create policy enter on casework.absence for insert to goldenthread_casework with check (entered_by = (select casework.me()) and casework.keeps_absence_of(person, organisation));
  create policy back on casework.absence for update to goldenthread_casework using (casework.keeps_absence_of(person, organisation)) with check (true);
end $$;
revoke all on function casework.my_led_agencies(), casework.bind_supervises(), casework.bind_absence(), casework.led_by_supervised(uuid), casework.keeps_absence_of(uuid, uuid),
  casework.supervision_facts(), casework.end_decided_action(uuid), casework.my_decided_actions() from public;
grant execute on function casework.my_led_agencies(), casework.led_by_supervised(uuid), casework.keeps_absence_of(uuid, uuid), casework.supervision_facts(),
  casework.end_decided_action(uuid), casework.my_decided_actions() to goldenthread_casework;
