-- What was told otherwise before, of reasons and of families at the end of a month (requirements E10, I6; handbook of early help 7.2).

-- What a shown figure tells by itself: from how many, and up to how many.
create function casework.box_of(shown int, threshold int, base int) returns int4range language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when shown = 0 then int4range(0, case when threshold = 0 then (base - 1) / 2 else 0 end, '[]')
    else int4range(greatest(threshold + 1, shown - base / 2), shown + (base - 1) / 2, '[]') end $$;

-- Which figures of a month would tell a small count of which another was told before. Whoever read that there was nought, and knows that nothing else was entered late,
-- learns from two publications of whatever holds that count by how much it changed at least and at most. Such figures are hidden when they are published again.
create function casework.told_otherwise(asked date, cells jsonb, fresh jsonb, threshold int) returns text[] language sql stable set search_path = pg_catalog, pg_temp as $$
  with told as (
    select f.indicator, s.month, s.made_at, s.revision, t.count as was, c.n, casework.box_of(f.count, s.threshold, s.base) as box
    from published.figure f join published.snapshot s on s.id = f.snapshot left join casework.told_count t using (snapshot, indicator, span)
    cross join lateral (select case when s.month = asked then (fresh -> f.indicator ->> 'n')::int
      else (select m.count from casework.month_count m where m.month = s.month and m.indicator = f.indicator) end as n) c
    where f.span = 'month' and not f.is_hidden and s.month <= asked and s.month > asked - interval '12 months' and c.n between 1 and threshold
      and (f.indicator like 'closed:%' or exists (select from published.indicator i where i.code = f.indicator and i.has_year))),
  otherwise as (select t.*, (select min(s.made_at) from published.snapshot s join casework.told_count n on n.snapshot = s.id and n.indicator = t.indicator and n.span = 'month'
      where s.month = t.month and t.month <> asked and s.made_at > t.made_at and n.count = t.n) as changed_at
    from told t where not t.box @> t.n),
  holds as (
    select o.*, split_part(o.indicator, ':', 1) as whole, 'year' as span, 1 as sign from otherwise o
    union all select o.*, 'closed', 'month', 1 from otherwise o where o.indicator like 'closed:%' and o.month = asked
    union all select o.*, 'active', 'month', case when o.indicator = 'initiated' then 1 else -1 end from otherwise o where o.indicator = 'initiated' or o.indicator like 'closed%'),
  -- The part that changed: between both ends of what was published of the whole then, and would be now.
  between_both as (
    select h.whole || ' ' || h.span as key, h.box, h.sign, casework.box_of(f.count, s.threshold, s.base) as past,
      casework.box_of((c.v ->> 'shown')::int, (c.v ->> 'threshold')::int, (c.v ->> 'base')::int) as present
    from holds h join published.snapshot s on s.month = asked and s.made_at < coalesce(h.changed_at, 'infinity')
    join published.figure f on f.snapshot = s.id and f.indicator = h.whole and f.span = h.span and not f.is_hidden
    join lateral jsonb_each(cells) c (k, v) on c.k = h.whole || ' ' || h.span and not (c.v ->> 'hidden')::boolean)
  select coalesce(array_agg(distinct key), '{}') from (
    select key from between_both b where case b.sign
      when 1 then upper(b.box) - 1 + upper(b.present) - 1 - lower(b.past) < threshold or lower(b.box) + lower(b.present) - (upper(b.past) - 1) > 1
      else upper(b.box) - 1 + upper(b.past) - 1 - lower(b.present) < threshold or lower(b.box) + lower(b.past) - (upper(b.present) - 1) > 1 end
    -- Where a reason that was large is small now, what else changed of reasons would tell by how much.
    union all select t.indicator || ' month' from casework.told_count t join published.snapshot s on s.id = t.snapshot
      where s.month = asked and t.span = 'month' and t.indicator like 'closed:%' and t.count <> (fresh -> t.indicator ->> 'n')::int
        and exists (select from otherwise o where o.month = asked and o.indicator like 'closed:%' and lower(o.box) > threshold)) k $$;

-- What everything published of active families tells of them at the end of each month: the least of each, then the most; null where nothing does. Of 0690's bounds_by_active,
-- and: where they are hidden there is one at least.
create function casework.active_boxes(first date, size int, asked date, cells jsonb, actives int[]) returns float8[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  low float8[] := array_fill(null::float8, array[size]);
  high float8[] := array_fill(null::float8, array[size]);
  shown record;
  at int; most float8; least_of float8;
begin
  for shown in
    select s.month, f.is_hidden, f.count, s.threshold, s.base, t.count as was from published.figure f join published.snapshot s on s.id = f.snapshot
      left join casework.told_count t using (snapshot, indicator, span) where f.indicator = 'active' and s.month >= first
    union all select asked, (v ->> 'hidden')::boolean, (v ->> 'shown')::int, (v ->> 'threshold')::int, (v ->> 'base')::int, null from jsonb_each(cells) c (k, v)
      where v ->> 'indicator' = 'active' loop
    at := (extract(year from shown.month)::int - extract(year from first)::int) * 12 + extract(month from shown.month)::int - extract(month from first)::int + 2;
    if at < 1 or at > size or actives[at] is null then continue; end if;
    if shown.is_hidden then least_of := 1; most := 'infinity';
    else
      least_of := lower(casework.box_of(shown.count, shown.threshold, shown.base));
      most := upper(casework.box_of(shown.count, shown.threshold, shown.base)) - 1;
    end if;
    if shown.count > 0 and shown.was is not null then
      least_of := least_of + actives[at] - shown.was;
      most := most + actives[at] - shown.was;
    end if;
    if actives[at] < least_of or actives[at] > most then continue; end if;
    low[at] := greatest(coalesce(low[at], 0), least_of);
    high[at] := least(coalesce(high[at], 'infinity'), most);
  end loop;
  return low || high;
end $$;

create or replace function casework.bounds_by_active(sign int, first date, size int, asked date, cells jsonb, other float8[], truths int[], actives int[]) returns float8[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  d float8[] := array_fill('infinity'::float8, array[size * size]);
  boxes constant float8[] := casework.active_boxes(first, size, asked, cells, actives);
  truth int; most float8; least_of float8;
begin
  for i in 1..size loop
    for j in i + 1..size loop
      continue when boxes[i] is null or boxes[j] is null;
      truth := truths[j] - truths[i];
      -- What is not bounded sets nothing.
      most := case sign when 1 then boxes[size + j] - boxes[i] else boxes[size + i] - boxes[j] end + other[(i - 1) * size + j];
      least_of := case sign when 1 then boxes[j] - boxes[size + i] else boxes[i] - boxes[size + j] end - other[(j - 1) * size + i];
      if truth <= most then d[(i - 1) * size + j] := most; end if;
      if truth >= least_of then d[(j - 1) * size + i] := -least_of; end if;
    end loop;
  end loop;
  return d;
end $$;

-- As in 0690, and: whether they tell how few families are active.
create or replace function casework.tells_together(first date, asked date, cells jsonb, began int[], ended int[], actives int[], threshold int) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  size constant int := cardinality(began) + 1;
  of_began float8[] := casework.bounds_of('initiated', first, began, asked, cells, null);
  of_ended float8[] := casework.bounds_of('closed', first, ended, asked, cells, null);
  boxes constant float8[] := casework.active_boxes(first, size, asked, cells, actives);
begin
  for turn in 1..2 loop
    of_began := casework.bounds_of('initiated', first, began, asked, cells,
      casework.bounds_by_active(1, first, size, asked, cells, of_ended, casework.running(began), actives));
    of_ended := casework.bounds_of('closed', first, ended, asked, cells,
      casework.bounds_by_active(-1, first, size, asked, cells, of_began, casework.running(ended), actives));
  end loop;
  if casework.tells(of_began, 'initiated', first, began, threshold) or casework.tells(of_ended, 'closed', first, ended, threshold) then return true; end if;
  for i in 2..size loop
    continue when actives[i] is null or not (actives[i] between 1 and threshold);
    for j in 2..size loop
      continue when boxes[j] is null;
      if boxes[size + j] + of_began[(j - 1) * size + i] + of_ended[(i - 1) * size + j] < threshold
        or boxes[j] - of_began[(i - 1) * size + j] - of_ended[(j - 1) * size + i] > 1 then return true; end if;
    end loop;
  end loop;
  return false;
end $$;

-- As in 0690, and: a reason of which there is none is hidden where families were closed. Shown, it would tell whoever reads the month again how many came late.
create or replace function casework.protected_month(asked date, fresh jsonb) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  method performance.small_number_method;
  cells jsonb := '{}';
  one record;
  first date;
  total int; chosen text; small int; sum_hidden int; hidden int;
  flow text; counts int[]; began int[]; ended int[]; actives int[];
begin
  select * into method from performance.small_number_method m order by (m.starts_on <= (asked + interval '1 month - 1 day')::date) desc,
    case when m.starts_on <= (asked + interval '1 month - 1 day')::date then m.starts_on end desc, m.starts_on limit 1;
  -- Five years are what is read together; nothing that was published earlier reaches further than twelve months into them.
  select greatest(min(c.month), (asked - interval '5 years')::date) into first from (select month from casework.month_count union all select asked) c;

  for one in
    select i.code, i.version, i.has_year, i.gives, (fresh -> i.code ->> 'n')::int as n, (fresh -> i.code ->> 'of')::int as of_all,
      (select case when count(*) = 11 then sum(c.count) end from casework.month_count c
        where c.indicator = i.code and c.month < asked and c.month >= asked - interval '11 months')::int as before
    from published.indicator i where fresh ? i.code and i.starts_on <= asked
      and not exists (select from published.indicator l where l.code = i.code and l.version > i.version and l.starts_on <= asked) loop
    cells := cells || casework.cell(one.code, one.version, 'month', one.n, one.of_all, method.threshold, method.base, method.hides_zeros);
    if one.has_year and one.before is not null then
      cells := cells || casework.cell(one.code, one.version, 'year', one.before + one.n, null, method.threshold, method.base, method.hides_zeros);
    end if;
  end loop;
  for one in select f.indicator, f.span from published.figure f join published.snapshot s on s.id = f.snapshot where s.month = asked and f.is_hidden and f.span = 'month' loop
    if cells ? (one.indicator || ' ' || one.span) then cells := casework.hide(cells, one.indicator || ' ' || one.span); end if;
  end loop;

  foreach chosen in array casework.told_otherwise(asked, cells, fresh, method.threshold) loop
    cells := casework.hide(cells, chosen);
  end loop;

  -- Reasons: whoever knows the exact total and every exact count beside must still find each hidden one possible from 1 to the threshold and beyond.
  total := (fresh -> 'closed' ->> 'n')::int;
  if total > 0 then
    for chosen in select k from jsonb_each(cells) c (k, v) where k like 'closed:%' and (v ->> 'n')::int = 0 loop
      cells := casework.hide(cells, chosen);
    end loop;
  end if;
  loop
    select count(*) filter (where (v ->> 'hidden')::boolean), count(*) filter (where (v ->> 'hidden')::boolean and (v ->> 'n')::int > 0),
      coalesce(sum((v ->> 'n')::int) filter (where (v ->> 'hidden')::boolean), 0) into hidden, small, sum_hidden from jsonb_each(cells) c (k, v) where k like 'closed:%';
    exit when hidden = 0 and not coalesce((cells -> 'closed month' ->> 'hidden')::boolean, false);
    exit when hidden >= 2 and sum_hidden >= method.threshold + greatest(small, 1) and not (cells -> 'closed month' ->> 'hidden')::boolean;
    select k into chosen from jsonb_each(cells) c (k, v) where k like 'closed:%' and not (v ->> 'hidden')::boolean
      order by (v ->> 'n')::int = 0, (v ->> 'n')::int, k limit 1;
    exit when chosen is null;
    cells := casework.hide(cells, chosen);
  end loop;

  -- Each flow with everything published of it.
  for flow in select v ->> 'indicator' from jsonb_each(cells) c (k, v) where v ->> 'span' = 'month' and exists (
      select from published.indicator i where i.code = v ->> 'indicator' and i.has_year) loop
    counts := casework.true_counts(flow, first, asked, fresh);
    continue when not casework.is_small_anywhere(counts, method.threshold);
    if casework.tells(casework.bounds_of(flow, first, counts, asked, cells, null), flow, first, counts, method.threshold) then
      cells := casework.hide(cells, flow || ' year');
    end if;
  end loop;

  -- Active families tell the difference of those who began and those who were closed.
  began := casework.true_counts('initiated', first, asked, fresh);
  ended := casework.true_counts('closed', first, asked, fresh);
  actives := array[null::int] || casework.true_counts('active', first, asked, fresh);
  if casework.is_small_anywhere(began || ended || actives, method.threshold) then
    -- What was published of active families cannot be taken back: where it tells together with twelve months, those are hidden, too.
    foreach chosen in array array['active month', 'initiated year', 'closed year'] loop
      exit when not casework.tells_together(first, asked, cells, began, ended, actives, method.threshold);
      cells := casework.hide(cells, chosen);
    end loop;
  end if;
  return (select coalesce(jsonb_object_agg(k, v - 'n' - 'exact_of'), '{}') from jsonb_each(cells) c (k, v));
end $$;


do $$
declare one text;
begin
  grant create on schema casework to goldenthread_figures;
  foreach one in array array['box_of(int, int, int)', 'told_otherwise(date, jsonb, jsonb, int)', 'active_boxes(date, int, date, jsonb, int[])'] loop
    execute format('revoke all on function casework.%s from public', one);
    execute format('alter function casework.%s owner to goldenthread_figures', one);
  end loop;
  revoke create on schema casework from goldenthread_figures;
end $$;
