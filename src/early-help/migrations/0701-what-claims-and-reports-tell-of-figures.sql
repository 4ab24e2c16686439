-- Claims for progress and reports on quality are parts of what figures count: so many families were claimed, so at least as many were closed. Neither leaves where it
-- would tell a hidden figure (requirements E7, E10, I6; handbook of early help 7.2).

-- Whether parts of which one knows that they are at least so many together tell one that is small and hidden. cells: what is counted by month, {month, n, hidden}. Whoever
-- asks knows each shown one exactly; hidden ones of a month may be together what they are, and each as large as the threshold (handbook of early help 7.2).
create function casework.parts_tell(at_least int, cells jsonb, threshold int) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  with one as (select (v ->> 'month')::date as month, (v ->> 'n')::int as n, (v ->> 'hidden')::boolean as hidden, o from jsonb_array_elements(cells) with ordinality c (v, o)),
  most as (select month, coalesce(sum(n) filter (where not hidden), 0) + case when bool_or(hidden) then greatest(sum(n) filter (where hidden), threshold) else 0 end as n from one group by month)
  select exists (select from one a where a.hidden and a.n between 1 and threshold
    and at_least - coalesce((select sum(m.n) from most m where m.month <> a.month), 0)
      - coalesce((select sum(b.n) from one b where b.month = a.month and not b.hidden), 0)
      - coalesce((select greatest(sum(b.n), threshold) from one b where b.month = a.month and b.hidden and b.o <> a.o having count(*) > 0), 0) > 1) $$;

-- Whether what would be published of a claim, with the claims before it, tells how few families were closed of a month because needs were met. told: by heading, with its code.
create function casework.claim_tells(asked uuid, told jsonb, threshold int, base int) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with line as (
    select c.id as claim, c.starts_on, l.heading, date_trunc('month', l.closed_on)::date as month, l.family from casework.claim_line l join casework.claim c on c.id = l.claim
    where c.id = asked or (c.verdict = 'approved' and c.starts_on < (select a.starts_on from casework.claim a where a.id = asked))),
  -- Of the claim that is asked about the least that is shown; of those before, what they held, as if whoever reads them knew it.
  many as (select l.claim, l.starts_on, l.heading, case when l.claim = asked
      then (select lower(casework.box_of((t ->> 'shown')::int, threshold, base)) from jsonb_array_elements(told) t where t ->> 'code' = l.heading and not (t ->> 'hidden')::boolean)
      else count(distinct l.family)::int end as n from line l group by 1, 2, 3),
  run as (select f.heading, f.starts_on, (select sum(m.n) from many m where m.heading = f.heading and m.starts_on >= f.starts_on)::int as at_least from many f
    where exists (select from many m where m.heading = f.heading and m.claim = asked and m.n is not null)),
  closed as (select date_trunc('month', c.closed_on)::date as month, c.reason, count(*)::int as n from casework.closure c join casework.episode e on e.id = c.episode
    where e.agreed_on is not null and (select g.reported_as from casework.closure_group g where g.reason = c.reason and g.starts_on <= c.closed_on order by g.starts_on desc limit 1) = 'needs-met' group by 1, 2)
  select coalesce(bool_or(casework.parts_tell(r.at_least, (
    select coalesce(jsonb_agg(jsonb_build_object('month', x.month, 'n', x.n, 'hidden',
        case when exists (select from published.snapshot s where s.month = x.month)
          then not exists (select from published.figure f join published.snapshot s on s.id = f.snapshot where s.month = x.month and f.indicator = 'closed:' || x.reason and f.span = 'month' and not f.is_hidden)
          else x.n between 1 and threshold end)), '[]')
    from closed x where x.month in (select l.month from line l where l.heading = r.heading and l.starts_on >= r.starts_on)), threshold)), false) from run r $$;

-- As in 0675, and: where a number would tell a hidden figure of a month, no number of the claim leaves.
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
  with every as (select distinct on (h.code) h.code, h.name, h.price_pence from casework.claim_heading h where h.starts_on < one.ends_on order by h.code, h.starts_on desc),
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

-- Whether what would be told of a month's reviews tells how few were completed in a month that is or will be a figure of its own: records checked are counted by the
-- day of completion, the report by the month of the draw.
create function casework.reviews_tell(in_month date, figures jsonb, threshold int, base int) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with bound as (select greatest(
      (select case when not (figures -> 'done' ->> 'hidden')::boolean then lower(casework.box_of((figures -> 'done' ->> 'shown')::int, threshold, base)) else 0 end),
      (select coalesce(sum(lower(casework.box_of((g ->> 'shown')::int, threshold, base))), 0)::int from jsonb_array_elements(figures -> 'grades') g where not (g ->> 'hidden')::boolean),
      (select coalesce(max(lower(casework.box_of((g ->> 'shown')::int, threshold, base))), 0) from jsonb_array_elements(figures -> 'themes') g where not (g ->> 'hidden')::boolean)) as n),
  checked as (select date_trunc('month', r.completed_at at time zone 'Europe/London')::date as month, count(distinct r.episode)::int as n from casework.quality_review r
    where r.completed_at is not null and r.completed_at >= in_month::timestamp at time zone 'Europe/London' group by 1)
  select casework.parts_tell(l.n, (select coalesce(jsonb_agg(jsonb_build_object('month', c.month, 'n', c.n, 'hidden',
      case when exists (select from published.figure f join published.snapshot s on s.id = f.snapshot where s.month = c.month and f.indicator = 'reviewed')
        then not exists (select from published.figure f join published.snapshot s on s.id = f.snapshot where s.month = c.month and f.indicator = 'reviewed' and f.span = 'month' and not f.is_hidden)
        else c.n between 1 and threshold end)), '[]') from checked c), threshold) from bound l $$;

-- As in 0676, and: where a number would tell a hidden figure of records checked, no number of the reviews is told.
create or replace function casework.quality_told(in_month date) returns table (figures jsonb, threshold int, base int, source text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  first constant date := (in_month - interval '2 months')::date;
  c constant jsonb := '{"hidden": true}';
  opened int; reviewed int; unjustified int;
begin
  select count(*), count(b.reviewed_at), count(*) filter (where not b.is_justified) into opened, reviewed, unjustified from casework.break_glass b
    where (b.starts_at at time zone 'Europe/London')::date >= first and (b.starts_at at time zone 'Europe/London')::date < in_month + interval '1 month';
  return query select q.figures
      || case when not casework.reviews_tell(in_month, q.figures, q.threshold, q.base) then '{}' else jsonb_build_object('done', c, 'moderated', c, 'regraded', c,
        'grades', (select coalesce(jsonb_agg(g - 'shown' || c order by o), '[]') from jsonb_array_elements(q.figures -> 'grades') with ordinality x (g, o)),
        'themes', (select coalesce(jsonb_agg(g - 'shown' || c order by o), '[]') from jsonb_array_elements(q.figures -> 'themes') with ordinality x (g, o))) end
      || jsonb_build_object('late', casework.told(casework.late_reviews(in_month), null, q.threshold, q.base))
      || case when extract(month from in_month)::int % 3 = 0 then jsonb_build_object('openings', jsonb_build_object(
        'all', casework.told(opened, null, q.threshold, q.base),
        'reviewed', casework.told(reviewed, opened, q.threshold, q.base),
        'unjustified', casework.told(unjustified, reviewed, q.threshold, q.base))) else '{}' end,
    q.threshold, q.base, q.source from casework.quality_reviewed(in_month) q;
end $$;
revoke all on function casework.parts_tell(int, jsonb, int), casework.claim_tells(uuid, jsonb, int, int), casework.reviews_tell(date, jsonb, int, int) from public;
