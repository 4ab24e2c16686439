-- A heading under which progress is claimed ends, from a day on, signed (requirement E10): families who are closed from then on are not claimed under it. A row is added,
-- none is changed; set again, it begins anew.
alter table casework.claim_heading add column is_end boolean not null default false; -- what it says of evidence and price is what held before

-- As in 0675, and: under a heading that has ended nobody is claimed.
create or replace function casework.evidenced(upto date) returns table (heading text, heading_from date, price_pence bigint, episode uuid, family uuid, closed_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (e.family, h.code) h.code, h.starts_on, h.price_pence, e.id, e.family, e.closed_on
  from casework.episode e
  join casework.claim_heading h on h.starts_on <= e.closed_on
    and not exists (select from casework.claim_heading l where l.code = h.code and l.starts_on > h.starts_on and l.starts_on <= e.closed_on)
  where e.agreed_on is not null and not h.is_end and not e.is_shielded and e.closed_on + h.hold_days < upto
    and (select g.reported_as from casework.closure_group g where g.reason = e.closure_reason and g.starts_on <= e.closed_on order by g.starts_on desc limit 1) = 'needs-met'
    and not exists (select from casework.episode o where o.family = e.family and o.id <> e.id and o.requested_on between e.closed_on and e.closed_on + h.hold_days)
    and (not 'goals-reached' = any (h.needs) or (
      select bool_and(l.progress = 'reached') and not exists (select from casework.plan_need n where n.episode = e.id and n.to_number is null
          and not exists (select from casework.review_line x where x.need = n.id and x.progress = 'reached'))
        from casework.review_line l where l.review = (select r.id from casework.plan_review r where r.episode = e.id order by r.plan_number desc limit 1)))
    and (not 'family-view' = any (h.needs) or exists (select from casework.closing_plan c where c.episode = e.id and c.family_view <> ''))
    and not exists (select from casework.claim_line c where c.family = e.family and c.heading = h.code and c.stands)
  order by e.family, h.code, e.closed_on
$$;

-- As in 0701, and: a heading that has ended has a line as long as families are claimed under it.
create or replace function casework.publish_claim(asked uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  method performance.small_number_method;
  one casework.claim;
  told jsonb;
  codes text[];
  prices bigint[];
  is_mixed boolean;
begin
  perform pg_advisory_xact_lock(hashtext('published'));
  select * into one from casework.claim c where c.id = asked;
  select * into method from performance.small_number_method m order by (m.starts_on < one.ends_on) desc, case when m.starts_on < one.ends_on then m.starts_on end desc, m.starts_on limit 1;
  -- Every heading has its line and its price, whether somebody was claimed under it or not: a price that is missing would tell of nought.
  with latest as (select distinct on (h.code) h.code, h.name, h.price_pence, h.is_end from casework.claim_heading h where h.starts_on < one.ends_on order by h.code, h.starts_on desc),
  every as (select l.code, l.name, l.price_pence from latest l where not l.is_end or exists (select from casework.claim_count c where c.heading = l.code and c.claim = asked)),
  counted as (select e.code, e.name, e.price_pence, coalesce(sum(c.families), 0)::int as n, coalesce(bool_or(c.price_pence <> e.price_pence), false) as mixed
    from every e left join casework.claim_count c on c.heading = e.code and c.claim = asked group by e.code, e.name, e.price_pence)
  select casework.told_parts(array_agg(c.name order by c.code), array_agg(c.n order by c.code), method.threshold, method.base), array_agg(c.price_pence order by c.code), array_agg(c.code order by c.code), bool_or(c.mixed)
    into told, prices, codes, is_mixed from counted c;
  if casework.claim_tells(asked, (select jsonb_agg(t.told || jsonb_build_object('code', codes[t.o])) from jsonb_array_elements(told) with ordinality t (told, o)), method.threshold, method.base) then
    select jsonb_agg(jsonb_build_object('name', t.told -> 'name', 'hidden', true) order by t.o) into told from jsonb_array_elements(told) with ordinality t (told, o);
  end if;
  insert into published.claim (starts_on, ends_on, approved_on, figures, is_hidden, families, amount_pence, threshold, base, source)
    select one.starts_on, one.ends_on, platform.today(), parts.figures, parts.every_one, case when not parts.every_one then casework.rounded(total.n, method.base) end,
      case when not parts.some and not is_mixed then parts.amount end, method.threshold, method.base, method.source
    from (select jsonb_agg(t.told || jsonb_build_object('price', prices[t.o]) order by t.o) as figures, bool_or((t.told ->> 'hidden')::boolean) as some,
        bool_and((t.told ->> 'hidden')::boolean) as every_one, sum((t.told ->> 'shown')::int * prices[t.o])::bigint as amount
      from jsonb_array_elements(told) with ordinality t (told, o)) parts,
      (select coalesce(sum(c.families), 0)::int as n from casework.claim_count c where c.claim = asked) total;
end $$;
