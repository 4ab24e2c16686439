-- What a month said before it was published again is still known to whoever read it (requirements E10, I6; handbook of early help 7.2). The true counts behind each
-- figure are kept where true counts stand, so that what is protected later is protected against every revision.
create table casework.told_count (
  snapshot uuid not null,
  indicator text not null,
  span text not null,
  count int not null check (count >= 0),                                -- what was true when the figure was published
  primary key (snapshot, indicator, span),
  foreign key (snapshot, indicator, span) references published.figure
);
select platform.protect('casework.told_count');
grant select, insert on casework.told_count to goldenthread_figures;
create policy count on casework.told_count for all to goldenthread_figures using (true) with check (true);
create trigger append_only before update or delete on casework.told_count for each row execute function platform.refuse_change();

create function casework.keep_told() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into casework.told_count (snapshot, indicator, span, count)
    select new.snapshot, new.indicator, new.span, sum(c.count) from published.snapshot s join casework.month_count c on c.indicator = new.indicator
      and c.month <= s.month and c.month > s.month - case new.span when 'year' then interval '12 months' else interval '1 month' end
    where s.id = new.snapshot having count(*) > 0;
  return null;
end $$;

-- The bounds that everything published of one flow sets, with what would be published of one month beside it. A figure that is not true any more
-- counts, too: as if whoever reads it knew how many came late. One whose true count was not kept, or that was hidden or nought, sets none then.
-- counts: the true counts by month, from the first on. cells: the protected figures of the month that is asked about.
create or replace function casework.bounds_of(flow text, first date, counts int[], asked date, cells jsonb, others float8[]) returns float8[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  size constant int := cardinality(counts) + 1;
  d float8[] := array_fill('infinity'::float8, array[size * size]);
  sums int[] := array[0];
  shown record;
  months int;
  low int; high int; at int; fro int; truth int;
begin
  for i in 1..size - 1 loop sums := sums || (sums[i] + counts[i]); end loop;
  for i in 1..size loop
    d[(i - 1) * size + i] := 0;
    if i > 1 then d[(i - 1) * size + i - 1] := 0; end if; -- no month holds less than nothing
  end loop;
  for shown in
    select s.month, f.span, f.is_hidden, f.count, s.threshold, s.base, t.count as was from published.figure f join published.snapshot s on s.id = f.snapshot
      left join casework.told_count t using (snapshot, indicator, span) where f.indicator = flow and s.month >= first
    union all select asked, v ->> 'span', (v ->> 'hidden')::boolean, (v ->> 'shown')::int, (v ->> 'threshold')::int, (v ->> 'base')::int, null
      from jsonb_each(cells) c (k, v) where v ->> 'indicator' = flow loop
    months := case shown.span when 'year' then 12 else 1 end;
    at := (extract(year from shown.month)::int - extract(year from first)::int) * 12 + extract(month from shown.month)::int - extract(month from first)::int + 2;
    fro := at - months;
    if fro < 1 or at > size then continue; end if;
    truth := sums[at] - sums[fro];
    if shown.is_hidden then low := 1; high := null;
    elsif shown.count = 0 then low := 0; high := case when shown.threshold = 0 then (shown.base - 1) / 2 else 0 end;
    else low := greatest(shown.threshold + 1, shown.count - shown.base / 2); high := shown.count + (shown.base - 1) / 2; end if;
    if shown.count > 0 and shown.was is not null then
      low := low + truth - shown.was;
      high := high + truth - shown.was;
    end if;
    if truth < low or truth > coalesce(high, truth) then continue; end if;
    if high is not null then d[(fro - 1) * size + at] := least(d[(fro - 1) * size + at], high); end if;
    d[(at - 1) * size + fro] := least(d[(at - 1) * size + fro], -low);
  end loop;
  if others is not null then
    for i in 1..size * size loop d[i] := least(d[i], others[i]); end loop;
  end if;
  return casework.narrowed(d, size);
end $$;

-- What active families tell of those who began and those who were closed: the one is the difference of the other two. Bounds on stretches of one flow, from the
-- families at the ends of months that were published and from the narrowed bounds of the other flow. Sign 1: of those who began, -1: of those who were closed.
create or replace function casework.bounds_by_active(sign int, first date, size int, asked date, cells jsonb, other float8[], truths int[], actives int[]) returns float8[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  d float8[] := array_fill('infinity'::float8, array[size * size]);
  low float8[] := array_fill(null::float8, array[size]);
  high float8[] := array_fill(null::float8, array[size]);
  shown record;
  at int; truth int; most float8; least_of float8;
begin
  for shown in
    select s.month, f.count, s.threshold, s.base, t.count as was from published.figure f join published.snapshot s on s.id = f.snapshot
      left join casework.told_count t using (snapshot, indicator, span) where f.indicator = 'active' and not f.is_hidden and s.month >= first
    union all select asked, (v ->> 'shown')::int, (v ->> 'threshold')::int, (v ->> 'base')::int, null from jsonb_each(cells) c (k, v)
      where v ->> 'indicator' = 'active' and not (v ->> 'hidden')::boolean loop
    at := (extract(year from shown.month)::int - extract(year from first)::int) * 12 + extract(month from shown.month)::int - extract(month from first)::int + 2;
    if at < 1 or at > size or actives[at] is null then continue; end if;
    most := case when shown.count = 0 then 0 else shown.count + (shown.base - 1) / 2 end;
    least_of := case when shown.count = 0 then 0 else greatest(shown.threshold + 1, shown.count - shown.base / 2) end;
    if shown.count > 0 and shown.was is not null then
      least_of := least_of + actives[at] - shown.was;
      most := most + actives[at] - shown.was;
    end if;
    if actives[at] < least_of or actives[at] > most then continue; end if;
    low[at] := greatest(coalesce(low[at], 0), least_of);
    high[at] := least(coalesce(high[at], 'infinity'), most);
  end loop;
  for i in 1..size loop
    for j in i + 1..size loop
      continue when low[i] is null or low[j] is null;
      truth := truths[j] - truths[i];
      most := case sign when 1 then high[j] - low[i] else high[i] - low[j] end + other[(i - 1) * size + j];
      least_of := case sign when 1 then low[j] - high[i] else low[i] - high[j] end - other[(j - 1) * size + i];
      if truth <= most then d[(i - 1) * size + j] := most; end if;
      if truth >= least_of then d[(j - 1) * size + i] := -least_of; end if;
    end loop;
  end loop;
  return d;
end $$;

-- Whether families who began, who were closed and who are active tell a small count together.
create function casework.tells_together(first date, asked date, cells jsonb, began int[], ended int[], actives int[], threshold int) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  of_began float8[] := casework.bounds_of('initiated', first, began, asked, cells, null);
  of_ended float8[] := casework.bounds_of('closed', first, ended, asked, cells, null);
begin
  for turn in 1..2 loop
    of_began := casework.bounds_of('initiated', first, began, asked, cells,
      casework.bounds_by_active(1, first, cardinality(began) + 1, asked, cells, of_ended, casework.running(began), actives));
    of_ended := casework.bounds_of('closed', first, ended, asked, cells,
      casework.bounds_by_active(-1, first, cardinality(began) + 1, asked, cells, of_began, casework.running(ended), actives));
  end loop;
  return casework.tells(of_began, 'initiated', first, began, threshold) or casework.tells(of_ended, 'closed', first, ended, threshold);
end $$;

-- The protected figures of a month: small counts hidden; reasons hidden until each could be large; twelve months and active families hidden where, with everything
-- ever published, they would tell a small count more closely than its mark does. What was hidden of a month stays hidden when it is published again.
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

  -- Reasons: whoever knows the exact total and every exact count beside must still find each hidden one possible from 1 to the threshold and beyond.
  total := (fresh -> 'closed' ->> 'n')::int;
  loop
    select count(*) filter (where (v ->> 'hidden')::boolean), coalesce(sum((v ->> 'n')::int) filter (where (v ->> 'hidden')::boolean), 0)
      into hidden, sum_hidden from jsonb_each(cells) c (k, v) where k like 'closed:%';
    exit when hidden = 0 and not coalesce((cells -> 'closed month' ->> 'hidden')::boolean, false);
    exit when hidden >= 2 and sum_hidden >= method.threshold + hidden and not (cells -> 'closed month' ->> 'hidden')::boolean;
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
  if casework.is_small_anywhere(began, method.threshold) or casework.is_small_anywhere(ended, method.threshold) then
    -- What was published of active families cannot be taken back: where it tells together with twelve months, those are hidden, too.
    foreach chosen in array array['active month', 'initiated year', 'closed year'] loop
      exit when not casework.tells_together(first, asked, cells, began, ended, actives, method.threshold);
      cells := casework.hide(cells, chosen);
    end loop;
  end if;
  return (select coalesce(jsonb_object_agg(k, v - 'n' - 'exact_of'), '{}') from jsonb_each(cells) c (k, v));
end $$;

do $$
begin
  grant create on schema casework to goldenthread_figures;
  revoke all on function casework.keep_told(), casework.tells_together(date, date, jsonb, int[], int[], int[], int) from public;
  alter function casework.keep_told() owner to goldenthread_figures;
  alter function casework.tells_together(date, date, jsonb, int[], int[], int[], int) owner to goldenthread_figures;
  revoke create on schema casework from goldenthread_figures;
end $$;
create trigger is_kept after insert on published.figure for each row execute function casework.keep_told();
