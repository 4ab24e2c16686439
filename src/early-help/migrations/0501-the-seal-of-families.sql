-- Who may list, read and write families, in the database (requirement E6; handbook of early help 3.1 and 7.1).

-- The moment of whoever acts, by which access that was granted begins and ends; for jobs and for whoever looks by hand, the present.
create function platform.now() returns timestamptz language sql stable as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp()) $$;

-- Agencies for which whoever acts has a post today; a post that has ended opens nothing, whatever was granted.
create function casework.my_agencies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct p.organisation) from casework.post p where p.person = me and governance.holds(p.starts_on, p.ends_on)), '{}');
end $$;
create function casework.my_localities() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct p.area) from casework.post p where p.person = me and p.role = 'co-ordinator' and governance.holds(p.starts_on, p.ends_on)), '{}');
end $$;
create function casework.may_approve_sharing() returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from casework.post p where p.person = governance.my_person() and p.role = 'governance' and governance.holds(p.starts_on, p.ends_on));
end $$;
-- Families of which one may read something, now.
create function casework.my_episodes() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct g.episode) from casework.access_grant g
    where g.person = me and g.starts_at <= platform.now() and g.ends_at > platform.now() and g.organisation = any (casework.my_agencies())), '{}');
end $$;
-- Families that one leads, now; and those that one asked for while nobody leads them.
create function casework.my_kept() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null or casework.my_agencies() = '{}' then return '{}'; end if;
  return coalesce((select array_agg(id) from (
    select l.episode as id from casework.lead_period l where l.person = me and l.accepted_at is not null and l.ended_at is null and l.organisation = any (casework.my_agencies())
    union
    select e.id from casework.episode e where e.requested_by = me and e.closed_on is null and e.agency = any (casework.my_agencies())
      and not exists (select from casework.lead_period l where l.episode = e.id and l.accepted_at is not null and l.ended_at is null)) mine), '{}');
end $$;
-- Families that one was asked to lead and has not answered.
create function casework.my_proposed() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(l.episode) from casework.lead_period l where l.person = me and l.accepted_at is null and l.declined_at is null), '{}');
end $$;
-- Families of which this very transaction has said that it looks at them, and of which one may read this class, now.
create function casework.open_now(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct g.episode) from casework.look l
    join casework.access_grant g on g.episode = l.episode and g.person = me and g.class = asked
    where l.transaction = pg_current_xact_id_if_assigned() and l.person = me
      and g.starts_at <= platform.now() and g.ends_at > platform.now() and g.organisation = any (casework.my_agencies())), '{}');
end $$;

-- A grant lies within its basis, and covers what its basis covers.
create function casework.bind_grant() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare basis_ends timestamptz;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'ends_at' is distinct from to_jsonb(old) - 'ends_at' or new.ends_at > old.ends_at then
      raise exception 'a grant is ended, and nothing else of it is changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.agreement is not null then
    select (a.holds_until::timestamp at time zone 'Europe/London') into basis_ends from casework.agreement a
      where a.id = new.agreement and a.is_given and a.withdrawn_at is null
        and exists (select from casework.agreement_scope s where s.agreement = a.id and s.organisation = new.organisation and s.class = new.class)
      for share of a;
  else
    select (d.holds_until::timestamp at time zone 'Europe/London') into basis_ends from casework.sharing_decision d
      where d.id = new.decision and d.is_to_share and d.approved_at is not null and d.ended_at is null and d.organisation = new.organisation and new.class = any (d.classes)
      for share of d;
  end if;
  if basis_ends is null or basis_ends <= new.starts_at then
    raise exception 'no agreement and no decision covers this' using errcode = 'check_violation', constraint = 'grant_within_basis';
  end if;
  if not exists (select from casework.post p where p.person = new.person and p.organisation = new.organisation and governance.holds(p.starts_on, p.ends_on)) then
    raise exception 'whoever is granted access has a post in that agency' using errcode = 'check_violation', constraint = 'grant_to_post';
  end if;
  new.ends_at := least(new.ends_at, basis_ends);
  return new;
end $$;
create trigger within_basis before insert or update on casework.access_grant for each row execute function casework.bind_grant();

-- Withdrawing ends, in the same transaction, what rested on it.
create function casework.end_with_agreement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - array['withdrawn_at', 'withdrawn_by', 'version'] is distinct from to_jsonb(old) - array['withdrawn_at', 'withdrawn_by', 'version']
      or old.withdrawn_at is not null then
    raise exception 'an agreement stays as it was given; it is withdrawn once' using errcode = 'insufficient_privilege';
  end if;
  update casework.access_grant set ends_at = greatest(starts_at, platform.now()) where agreement = new.id and ends_at > platform.now();
  return new;
end $$;
create trigger ends_grants after update on casework.agreement for each row when (new.withdrawn_at is not null) execute function casework.end_with_agreement();
create function casework.end_with_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - array['approved_by', 'approved_at', 'ended_at', 'version'] is distinct from to_jsonb(old) - array['approved_by', 'approved_at', 'ended_at', 'version']
      or (old.approved_at is not null and (new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at)) or old.ended_at is not null then
    raise exception 'a decision stays as it was made; it is approved once and ended once' using errcode = 'insufficient_privilege';
  end if;
  if new.ended_at is not null then
    update casework.access_grant set ends_at = greatest(starts_at, platform.now()) where decision = new.id and ends_at > platform.now();
  end if;
  return new;
end $$;
create trigger ends_grants after update on casework.sharing_decision for each row execute function casework.end_with_decision();
-- A closed family is read no more by those who worked with it: what rests on agreement ends that day, decisions stand until they end.
create function casework.end_with_episode() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update casework.lead_period set ended_at = platform.now() where episode = new.id and accepted_at is not null and ended_at is null;
  update casework.access_grant set ends_at = greatest(starts_at, platform.now()) where episode = new.id and agreement is not null and ends_at > platform.now();
  return new;
end $$;
create trigger ends_leads after update of closed_on on casework.episode for each row when (new.closed_on is not null and old.closed_on is null) execute function casework.end_with_episode();
-- Whoever is proposed answers for themselves; an answer is given once.
create function casework.keep_lead_period() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - array['accepted_at', 'declined_at', 'declined_because', 'ended_at', 'version'] is distinct from to_jsonb(old) - array['accepted_at', 'declined_at', 'declined_because', 'ended_at', 'version'] then
    raise exception 'who was proposed stays as it was proposed' using errcode = 'insufficient_privilege';
  end if;
  if (new.accepted_at, new.declined_at) is distinct from (old.accepted_at, old.declined_at)
      and (old.accepted_at is not null or old.declined_at is not null or new.person is distinct from governance.my_person()) then
    raise exception 'whoever is proposed answers, once' using errcode = 'insufficient_privilege', constraint = 'lead_answers';
  end if;
  return new;
end $$;
create trigger answered_once before update on casework.lead_period for each row execute function casework.keep_lead_period();
revoke all on function casework.my_agencies(), casework.my_localities(), casework.may_approve_sharing(), casework.my_episodes(), casework.my_kept(), casework.my_proposed(),
  casework.open_now(text), casework.bind_grant(), casework.end_with_agreement(), casework.end_with_decision(), casework.end_with_episode(), casework.keep_lead_period() from public;
grant execute on function casework.my_agencies(), casework.my_localities(), casework.may_approve_sharing(), casework.my_episodes(), casework.my_kept(), casework.my_proposed(),
  casework.open_now(text) to goldenthread_casework;

-- The role of casework reads nothing of any other domain; what it must know of them it is told by these functions, name by name.
create function casework.me() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select governance.my_person() $$;
create function casework.is_administrator() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select platform.is_administrator() $$;
-- What people, agencies and localities are called.
create function casework.called(ids uuid[]) returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name from governance.person p where p.id = any (ids)
  union all select o.id, o.name from governance.organisation o where o.id = any (ids)
  union all select a.id, a.name from governance.area a where a.id = any (ids)
$$;
-- Agencies, localities, and people who sign in, that can be chosen on a day.
create function casework.choices(asked text) returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.name from governance.organisation o where asked = 'agency' and governance.holds(o.starts_on, o.ends_on)
  union all select a.id, a.name from governance.area a where asked = 'locality' and governance.holds(a.starts_on, a.ends_on)
  union all select p.id, p.name from governance.person p where asked = 'person' and p.account is not null and platform.is_administrator()
  order by 2
$$;
revoke all on function casework.me(), casework.is_administrator(), casework.called(uuid[]), casework.choices(text) from public;
grant execute on function casework.me(), casework.is_administrator(), casework.called(uuid[]), casework.choices(text) to goldenthread_casework;
grant usage on schema platform to goldenthread_casework;
grant insert (id, actor, act, subject_type, subject, digest) on platform.audit_entry to goldenthread_casework;
create policy append_from_casework on platform.audit_entry for insert to goldenthread_casework with check (actor = (select platform.actor()));

grant usage on schema casework to goldenthread_casework;
grant select on casework.practice_rule, casework.post, casework.family, casework.episode, casework.request, casework.person, casework.agreement, casework.agreement_scope,
  casework.sharing_decision, casework.lead_period, casework.access_grant, casework.disclosure, casework.look to goldenthread_casework;
grant insert on casework.post, casework.family, casework.episode, casework.request, casework.person, casework.agreement, casework.agreement_scope,
  casework.sharing_decision, casework.lead_period, casework.access_grant, casework.disclosure, casework.look to goldenthread_casework;
grant update on casework.post, casework.family, casework.episode, casework.person, casework.agreement, casework.sharing_decision, casework.lead_period,
  casework.access_grant to goldenthread_casework;

do $$
declare
  name text;
  -- What one may list: what one may read of, keeps, was asked to lead; and the locality of a co-ordinator, but for what is shielded.
  mine constant text := '(%1$s = any ((select casework.my_episodes())::uuid[]) or %1$s = any ((select casework.my_kept())::uuid[]) or %1$s = any ((select casework.my_proposed())::uuid[]))';
  locality constant text := 'area = any ((select casework.my_localities())::uuid[])';
  kept constant text := 'episode = any ((select casework.my_kept())::uuid[])';
  coordinated constant text := 'exists (select from casework.episode e where e.id = episode and e.area = any ((select casework.my_localities())::uuid[]))';
  posted constant text := '(select casework.my_agencies()) <> ''{}''::uuid[]';
begin
  foreach name in array array['practice_rule', 'post', 'family', 'episode', 'request', 'person', 'agreement', 'agreement_scope', 'sharing_decision', 'lead_period', 'access_grant', 'disclosure', 'look'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
  end loop;
  execute format('create policy read on casework.practice_rule for select to goldenthread_casework using (%s)', posted);
  execute format('create policy read on casework.post for select to goldenthread_casework using (%s or (select casework.is_administrator()))', posted);
  create policy administer on casework.post for insert to goldenthread_casework with check ((select casework.is_administrator()));
  create policy end_it on casework.post for update to goldenthread_casework using ((select casework.is_administrator())) with check ((select casework.is_administrator()));

  execute format('create policy read on casework.episode for select to goldenthread_casework using (%s or (%s and not is_shielded))', format(mine, 'id'), locality);
  execute format('create policy ask on casework.episode for insert to goldenthread_casework with check (requested_by = (select casework.me()) and agency = any ((select casework.my_agencies())::uuid[]) and closed_on is null and agreed_on is null)');
  execute format('create policy keep on casework.episode for update to goldenthread_casework using (id = any ((select casework.my_kept())::uuid[]) or %1$s) with check (true)', locality);
  execute format('create policy read on casework.family for select to goldenthread_casework using (exists (select from casework.episode e where e.family = family.id))');
  execute format('create policy ask on casework.family for insert to goldenthread_casework with check (%s)', posted);
  execute format('create policy keep on casework.family for update to goldenthread_casework using (exists (select from casework.episode e where e.family = family.id and (e.id = any ((select casework.my_kept())::uuid[]) or e.area = any ((select casework.my_localities())::uuid[])))) with check (true)');

  -- What was asked: whoever asked, and co-ordinators while nobody has agreed; then whoever may read the assessment.
  execute format('create policy read on casework.request for select to goldenthread_casework using (
    exists (select from casework.episode e where e.id = episode and (e.requested_by = (select casework.me()) and e.agency = any ((select casework.my_agencies())::uuid[])
      or (e.area = any ((select casework.my_localities())::uuid[]) and not e.is_shielded and e.agreed_on is null and e.closed_on is null)))
    or episode = any ((select casework.open_now(''assessment''))::uuid[]))');
  execute format('create policy ask on casework.request for insert to goldenthread_casework with check (%s)', kept);
  execute format('create policy read on casework.person for select to goldenthread_casework using (
    exists (select from casework.episode e where e.family = person.family and e.id = any ((select casework.open_now(''family''))::uuid[]))
    or (entered_by = (select casework.me()) and entered_in = any ((select casework.my_kept())::uuid[])))');
  execute format('create policy enter on casework.person for insert to goldenthread_casework with check (entered_by = (select casework.me()) and entered_in = any ((select casework.my_kept())::uuid[])
    and exists (select from casework.episode e where e.id = entered_in and e.family = person.family))');
  execute format('create policy change on casework.person for update to goldenthread_casework using (entered_in = any ((select casework.my_kept())::uuid[])) with check (true)');

  foreach name in array array['agreement', 'sharing_decision', 'lead_period'] loop
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s or %s)', name, format(mine, 'episode'), coordinated);
  end loop;
  create policy approve_read on casework.sharing_decision for select to goldenthread_casework using ((select casework.may_approve_sharing()));
  create policy read on casework.agreement_scope for select to goldenthread_casework using (exists (select from casework.agreement a where a.id = agreement));
  execute format('create policy record on casework.agreement for insert to goldenthread_casework with check ((%s or %s) and recorded_by = (select casework.me()) and withdrawn_at is null)', kept, coordinated);
  execute format('create policy withdraw on casework.agreement for update to goldenthread_casework using (%s or %s) with check (true)', kept, coordinated);
  create policy record on casework.agreement_scope for insert to goldenthread_casework with check (exists (select from casework.agreement a where a.id = agreement and a.recorded_by = (select casework.me()) and a.is_given));

  execute format('create policy ask on casework.sharing_decision for insert to goldenthread_casework with check ((%s or %s) and requested_by = (select casework.me()) and approved_at is null and ended_at is null)', kept, coordinated);
  create policy approve on casework.sharing_decision for update to goldenthread_casework using ((select casework.may_approve_sharing()) and requested_by <> (select casework.me())) with check (approved_by is null or approved_by = (select casework.me()));
  execute format('create policy propose on casework.lead_period for insert to goldenthread_casework with check ((%s or %s) and proposed_by = (select casework.me()) and accepted_at is null and declined_at is null)', kept, coordinated);
  execute format('create policy answer on casework.lead_period for update to goldenthread_casework using (person = (select casework.me()) or %s) with check (true)', coordinated);

  execute format('create policy read on casework.access_grant for select to goldenthread_casework using (person = (select casework.me()) or %s or %s)', kept, coordinated);
  execute format('create policy give on casework.access_grant for insert to goldenthread_casework with check ((%s or %s) and given_by = (select casework.me()))', kept, coordinated);
  execute format('create policy end_it on casework.access_grant for update to goldenthread_casework using (%s or %s) with check (true)', kept, coordinated);
  execute format('create policy read on casework.disclosure for select to goldenthread_casework using (%s or %s)', kept, coordinated);
  execute format('create policy record on casework.disclosure for insert to goldenthread_casework with check (recorded_by = (select casework.me()) and %s)', format(mine, 'episode'));
  execute format('create policy read on casework.look for select to goldenthread_casework using (%s or %s)', kept, coordinated);
  execute format('create policy look on casework.look for insert to goldenthread_casework with check (person = (select casework.me()) and transaction = pg_current_xact_id() and (%s or %s))', format(mine, 'episode'), coordinated);
end $$;

-- Is somebody already involved? Answers with agency and contact and nothing else, never tells of a shielded family, and is itself a look.
create function casework.who_is_involved(asked_name text, asked_born date) returns table (agency uuid, contact uuid) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.me();
  found record;
begin
  if casework.my_agencies() = '{}' then return; end if;
  for found in select distinct e.id, coalesce(l.organisation, e.agency) as agency, l.person as contact from casework.person p join casework.episode e on e.family = p.family
      left join casework.lead_period l on l.episode = e.id and l.accepted_at is not null and l.ended_at is null
      where lower(p.name) = lower(asked_name) and p.born_on = asked_born and e.closed_on is null and not e.is_shielded loop
    insert into casework.look (id, episode, person, what, at) values (gen_random_uuid(), found.id, me, 'existence', platform.now());
    agency := found.agency; contact := found.contact;
    return next;
  end loop;
end $$;
revoke all on function casework.who_is_involved(text, date) from public;
grant execute on function casework.who_is_involved(text, date) to goldenthread_casework;
