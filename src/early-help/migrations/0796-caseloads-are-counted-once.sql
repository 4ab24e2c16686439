-- That of migration 0631, and it answers the same: families are counted once for everybody who is shown, and not once more for each of them. A partnership with thousands of
-- practitioners asked for them longer than a page may take.
create or replace function casework.caseloads(handed uuid default null)
  returns table(person uuid, organisation uuid, is_mine boolean, is_supervised boolean, is_led boolean, share integer, families integer, tiers jsonb, levels jsonb, is_away boolean, back_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  led constant uuid[] := casework.my_led_agencies();
  everybody constant boolean := casework.is_organiser() or (handed is not null and handed = any (casework.my_kept()));
begin
  if casework.my_agencies() = '{}' then return; end if;
  return query
    with staff as (select distinct p.person, p.organisation from casework.post p where p.role = 'practitioner' and governance.holds(p.starts_on, p.ends_on)
      union select l.person, l.organisation from casework.lead_period l where l.accepted_at is not null and l.ended_at is null),
    known as (select s.person, s.organisation, s.person = me as mine, s.organisation = any (led) as is_of_led,
        exists (select from casework.supervises t where t.supervisor = me and t.worker = s.person and t.organisation = s.organisation and governance.holds(t.starts_on, t.ends_on)) as supervised
      from staff s),
    seen as (select * from known k where k.mine or k.supervised or k.is_of_led or everybody),
    leads as (select v.person, v.organisation, coalesce(t.tier, '') as tier,
        coalesce((select n.level::text from casework.level_of_need n where n.episode = l.episode order by n.assessed_on desc, n.entered_at desc limit 1), '') as level
      from seen v join casework.lead_period l on l.person = v.person and l.organisation = v.organisation and l.accepted_at is not null and l.ended_at is null
      join casework.episode e on e.id = l.episode and e.closed_on is null and (v.mine or v.supervised or not e.is_shielded)
      left join casework.tier_period t on t.episode = l.episode and t.starts_on <= platform.today() and (t.ends_on is null or platform.today() < t.ends_on)),
    counted as (select l.person, l.organisation, count(*)::int as n from leads l group by 1, 2),
    by_tier as (select c.person, c.organisation, jsonb_object_agg(c.tier, c.n) as counts
      from (select l.person, l.organisation, l.tier, count(*) as n from leads l group by 1, 2, 3) c group by 1, 2),
    by_level as (select c.person, c.organisation, jsonb_object_agg(c.level, c.n) as counts
      from (select l.person, l.organisation, l.level, count(*) as n from leads l group by 1, 2, 3) c group by 1, 2)
    select v.person, v.organisation, v.mine, v.supervised, v.is_of_led,
      (select w.percent from casework.working_share w where w.person = v.person and w.organisation = v.organisation and w.starts_on <= platform.today() order by w.starts_on desc limit 1),
      coalesce(n.n, 0), coalesce(t.counts, '{}'), coalesce(d.counts, '{}'), a.id is not null, a.ends_on
    from seen v
    left join counted n on n.person = v.person and n.organisation = v.organisation
    left join by_tier t on t.person = v.person and t.organisation = v.organisation
    left join by_level d on d.person = v.person and d.organisation = v.organisation
    left join casework.absence a on a.person = v.person and a.organisation = v.organisation and governance.holds(a.starts_on, a.ends_on);
end $$;
