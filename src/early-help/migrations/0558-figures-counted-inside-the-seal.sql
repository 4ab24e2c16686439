-- Counting families and publishing what may be seen of them (requirements E10, I6; handbook of early help 3.2 to 3.5 and 7.2). Everything here belongs to a role
-- that cannot sign in and that no request takes: true counts stand in casework.month_count, where only that role reads them, and leave it protected or not at all.
create table casework.month_count (
  month date not null check (extract(day from month) = 1),
  indicator text not null,
  count int not null check (count >= 0),
  of int check (of >= 0),
  provenance text not null default 'counted' check (provenance in ('counted', 'brought')),
  source text not null default 'Counted from the records of early help',
  primary key (month, indicator)
);
-- How far the counting of a night has come, and what went wrong; no figure.
create table casework.figure_run (
  id uuid primary key,
  started_at timestamptz not null,
  months int not null check (months >= 0),
  done int not null default 0 check (done between 0 and months),
  changed int not null default 0 check (changed between 0 and months),
  ended_at timestamptz,
  problem text not null default '' check (problem in ('', 'failed'))
);
create index on casework.figure_run (started_at desc);
create table casework.figure_setting (
  starts_on date primary key,
  late_days int not null check (late_days between 0 and 60),         -- days after the month in which entries are still waited for
  percent_from int not null check (percent_from >= 10),              -- a percentage is shown of so many or more
  source text not null
);
insert into casework.figure_setting values ('2010-01-01', 5, 20, 'Proposed to the partnership, which decides; handbook of early help 7.2');
select platform.protect('casework.month_count'), platform.protect('casework.figure_run'), platform.protect('casework.figure_setting');
grant select, insert, update on casework.figure_run to goldenthread_casework;
grant select on casework.figure_setting to goldenthread_casework, goldenthread_figures;
create policy read on casework.figure_run for select to goldenthread_casework using (
  (select casework.my_localities()) <> '{}'::uuid[] or (select platform.actor()) = platform.system_actor());
create policy begin_it on casework.figure_run for insert to goldenthread_casework with check ((select platform.actor()) = platform.system_actor());
create policy go_on on casework.figure_run for update to goldenthread_casework using ((select platform.actor()) = platform.system_actor()) with check (true);
create policy read on casework.figure_setting for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);
create policy count on casework.figure_setting for select to goldenthread_figures using (true);

grant usage on schema casework, platform, performance to goldenthread_figures;
grant select on casework.episode, casework.person, casework.month_count to goldenthread_figures;
grant insert, update on casework.month_count to goldenthread_figures;
grant select on performance.small_number_method to goldenthread_figures;
create policy count on casework.episode for select to goldenthread_figures using (true);
create policy count on casework.person for select to goldenthread_figures using (true);
create policy count on casework.month_count for all to goldenthread_figures using (true) with check (true);
create policy count on performance.small_number_method for select to goldenthread_figures using (true);
create index on casework.episode (agreed_on) where agreed_on is not null;
create index on casework.episode (closed_on) where closed_on is not null;

-- The true counts of a month, from the dated events alone. An indicator that cannot be counted yet has no row.
create function casework.count_month(asked date) returns table (indicator text, count int, of_all int) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with span as (select asked as first, (asked + interval '1 month')::date as next),
  began as (select e.* from casework.episode e, span where e.agreed_on >= span.first and e.agreed_on < span.next),
  standing as (select e.* from casework.episode e, span where e.agreed_on < span.next and (e.closed_on is null or e.closed_on >= span.next)),
  ended as (select e.* from casework.episode e, span where e.agreed_on is not null and e.closed_on >= span.first and e.closed_on < span.next)
  select 'initiated', (select count(*)::int from began), null::int
  union all select 'initiated-children', (select count(*)::int from casework.person p where p.part = 'child' and p.family in (select family from began)), null
  union all select 'active', (select count(*)::int from standing), null
  union all select 'active-children', (select count(*)::int from casework.person p where p.part = 'child' and p.family in (select family from standing)), null
  union all select 'closed', (select count(*)::int from ended), null
  union all select i.code, (select count(*)::int from ended where 'closed:' || ended.closure_reason = i.code), null
    from published.indicator i where i.reason_of = 'closed' and i.starts_on <= asked
$$;

create function casework.rounded(n int, base int) returns int language sql immutable as $$ select ((2 * n + base) / (2 * base)) * base $$;

-- What whoever reads everything published can work out of one flow: how little and how much each stretch of months holds at most and at least. Months, twelve months,
-- and what is known otherwise, are bounds on stretches; shortest ways through them are all that follows (Floyd and Warshall). d[i][j]: at most so many from i to j.
create function casework.narrowed(bounds float8[], size int) returns float8[] language plpgsql immutable as $$
declare
  d float8[] := bounds;
  through float8;
begin
  for k in 1..size loop
    for i in 1..size loop
      through := d[(i - 1) * size + k];
      if through < 'infinity' then
        for j in 1..size loop
          if through + d[(k - 1) * size + j] < d[(i - 1) * size + j] then d[(i - 1) * size + j] := through + d[(k - 1) * size + j]; end if;
        end loop;
      end if;
    end loop;
  end loop;
  return d;
end $$;

-- The bounds that everything published of one flow sets, with what would be published of one month beside it; figures that are not true any more set none.
-- counts: the true counts by month, from the first on. cells: the protected figures of the month that is asked about.
create function casework.bounds_of(flow text, first date, counts int[], asked date, cells jsonb, others float8[]) returns float8[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
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
    select s.month, f.span, f.is_hidden, f.count, s.threshold, s.base from published.figure f join published.snapshot s on s.id = f.snapshot where f.indicator = flow and s.month >= first
    union all select asked, v ->> 'span', (v ->> 'hidden')::boolean, (v ->> 'shown')::int, (v ->> 'threshold')::int, (v ->> 'base')::int
      from jsonb_each(cells) c (k, v) where v ->> 'indicator' = flow loop
    months := case shown.span when 'year' then 12 else 1 end;
    at := (extract(year from shown.month)::int - extract(year from first)::int) * 12 + extract(month from shown.month)::int - extract(month from first)::int + 2;
    fro := at - months;
    if fro < 1 or at > size then continue; end if;
    truth := sums[at] - sums[fro];
    if shown.is_hidden then low := 1; high := null;
    elsif shown.count = 0 then low := 0; high := case when shown.threshold = 0 then (shown.base - 1) / 2 else 0 end;
    else low := greatest(shown.threshold + 1, shown.count - shown.base / 2); high := shown.count + (shown.base - 1) / 2; end if;
    if truth < low or truth > coalesce(high, truth) then continue; end if;
    if high is not null then d[(fro - 1) * size + at] := least(d[(fro - 1) * size + at], high); end if;
    d[(at - 1) * size + fro] := least(d[(at - 1) * size + fro], -low);
  end loop;
  if others is not null then
    for i in 1..size * size loop d[i] := least(d[i], others[i]); end loop;
  end if;
  return casework.narrowed(d, size);
end $$;

-- Whether a small count of a flow is known more closely than its mark tells: that it lies between 1 and the threshold.
create function casework.tells(d float8[], flow text, first date, counts int[], threshold int) returns boolean language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  size constant int := cardinality(counts) + 1;
  total int := 0;
begin
  for i in 1..size - 1 loop
    if counts[i] between 1 and threshold and (d[(i - 1) * size + i + 1] < threshold or d[i * size + i] < -1) then return true; end if;
    total := total + counts[i] - coalesce(counts[i - 12], 0);
    if i >= 12 and total between 1 and threshold and (d[(i - 12) * size + i + 1] < threshold or d[i * size + i - 11] < -1) then return true; end if;
  end loop;
  return false;
end $$;
