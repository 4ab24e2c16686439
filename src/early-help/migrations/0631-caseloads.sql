-- Caseloads: how many families each practitioner leads, by tier and level of need, against the limit of their agency (requirement E8). Counts leave the function
-- below, and no family; those whose being known here is withheld are counted for the practitioner and the supervisor alone.

-- How many families somebody in whole-time post leads at most, by agency and date; and what is compared with it, where something is known.
create table casework.caseload_limit (
  id uuid primary key,
  organisation uuid not null references governance.organisation,
  families int not null check (families between 1 and 200),
  source text not null check (source ~ '\S' and length(source) <= 500),
  elsewhere numeric(5, 1) check (elsewhere > 0),                        -- families for each whole-time practitioner elsewhere
  elsewhere_source text not null default '' check (length(elsewhere_source) <= 500),
  starts_on date not null,
  set_by uuid references governance.person,                             -- null: brought with a sample
  set_on date not null,
  unique (organisation, starts_on),
  check ((elsewhere is null) = (elsewhere_source = ''))
);
-- Which share of whole time somebody works for an agency in early help, from a day on; nobody's is known before it is said.
create table casework.working_share (
  id uuid primary key,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  percent int not null check (percent between 5 and 100),
  starts_on date not null,
  entered_by uuid not null references governance.person,
  unique (person, organisation, starts_on)
);
create trigger append_only before update or delete on casework.caseload_limit for each row execute function platform.refuse_change();
create trigger append_only before update or delete on casework.working_share for each row execute function platform.refuse_change();

-- Whoever has a practitioner's post or leads a family: of oneself, whom one supervises, agencies whose practice one leads; of everybody for co-ordinators, and for whoever
-- hands on the family that is named.
create function casework.caseloads(handed uuid default null) returns table (person uuid, organisation uuid, is_mine boolean, is_supervised boolean, is_led boolean,
  share int, families int, tiers jsonb, levels jsonb, is_away boolean, back_on date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  led constant uuid[] := casework.my_led_agencies();
  everybody constant boolean := casework.is_organiser() or (handed is not null and handed = any (casework.my_kept()));
begin
  if casework.my_agencies() = '{}' then return; end if;
  return query
    with staff as (select distinct p.person, p.organisation from casework.post p where p.role = 'practitioner' and governance.holds(p.starts_on, p.ends_on)
      union select l.person, l.organisation from casework.lead_period l where l.accepted_at is not null and l.ended_at is null),
    seen as (select s.person, s.organisation, s.person = me as mine, s.organisation = any (led) as is_of_led,
        exists (select from casework.supervises t where t.supervisor = me and t.worker = s.person and t.organisation = s.organisation and governance.holds(t.starts_on, t.ends_on)) as supervised
      from staff s),
    leads as (select v.person, v.organisation, t.tier,
        (select n.level from casework.level_of_need n where n.episode = l.episode order by n.assessed_on desc, n.entered_at desc limit 1) as level
      from seen v join casework.lead_period l on l.person = v.person and l.organisation = v.organisation and l.accepted_at is not null and l.ended_at is null
      join casework.episode e on e.id = l.episode and e.closed_on is null and (v.mine or v.supervised or not e.is_shielded)
      left join casework.tier_period t on t.episode = l.episode and t.starts_on <= platform.today() and (t.ends_on is null or platform.today() < t.ends_on))
    select v.person, v.organisation, v.mine, v.supervised, v.is_of_led,
      (select w.percent from casework.working_share w where w.person = v.person and w.organisation = v.organisation and w.starts_on <= platform.today() order by w.starts_on desc limit 1),
      (select count(*)::int from leads l where l.person = v.person and l.organisation = v.organisation),
      (select coalesce(jsonb_object_agg(k, n), '{}') from (select coalesce(l.tier, '') as k, count(*) as n from leads l where l.person = v.person and l.organisation = v.organisation group by 1) c),
      (select coalesce(jsonb_object_agg(k, n), '{}') from (select coalesce(l.level::text, '') as k, count(*) as n from leads l where l.person = v.person and l.organisation = v.organisation group by 1) c),
      a.id is not null, a.ends_on
    from seen v left join casework.absence a on a.person = v.person and a.organisation = v.organisation and governance.holds(a.starts_on, a.ends_on)
    where v.mine or v.supervised or v.is_of_led or everybody;
end $$;
do $$
declare
  name text;
  keeps constant text := '(organisation = any ((select casework.my_led_agencies())::uuid[]) or (select casework.is_administrator()))';
begin
  foreach name in array array['caseload_limit', 'working_share'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select, insert on casework.%I to goldenthread_casework', name);
  end loop;
  create policy read on casework.caseload_limit for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[] or (select casework.is_administrator()));
  execute format('create policy set_it on casework.caseload_limit for insert to goldenthread_casework with check (%s and set_by = (select casework.me()) and set_on = platform.today() and starts_on >= platform.today())', keeps);
  execute format('create policy read on casework.working_share for select to goldenthread_casework using (person = (select casework.me()) or %s)', keeps);
  execute format('create policy enter on casework.working_share for insert to goldenthread_casework with check (%s and entered_by = (select casework.me())
    and exists (select from casework.post p where p.person = working_share.person and p.organisation = working_share.organisation))', keeps);
end $$;
revoke all on function casework.caseloads(uuid) from public;
grant execute on function casework.caseloads(uuid) to goldenthread_casework;
