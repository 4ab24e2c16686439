-- What may be seen of a month, worked out inside the seal (requirement I6; handbook of early help 7.2), and the one function that publishes it.

-- What active families tell of those who began and those who were closed: the one is the difference of the other two. Bounds on stretches of one flow, from the
-- families at the ends of months that were published and from the narrowed bounds of the other flow. Sign 1: of those who began, -1: of those who were closed.
create function casework.bounds_by_active(sign int, first date, size int, asked date, cells jsonb, other float8[], truths int[], actives int[]) returns float8[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  d float8[] := array_fill('infinity'::float8, array[size * size]);
  low float8[] := array_fill(null::float8, array[size]);
  high float8[] := array_fill(null::float8, array[size]);
  shown record;
  at int; truth int; most float8; least_of float8;
begin
  for shown in
    select s.month, f.count, s.threshold, s.base from published.figure f join published.snapshot s on s.id = f.snapshot where f.indicator = 'active' and not f.is_hidden and s.month >= first
    union all select asked, (v ->> 'shown')::int, (v ->> 'threshold')::int, (v ->> 'base')::int from jsonb_each(cells) c (k, v)
      where v ->> 'indicator' = 'active' and not (v ->> 'hidden')::boolean loop
    at := (extract(year from shown.month)::int - extract(year from first)::int) * 12 + extract(month from shown.month)::int - extract(month from first)::int + 2;
    if at < 1 or at > size or actives[at] is null then continue; end if;
    most := case when shown.count = 0 then 0 else shown.count + (shown.base - 1) / 2 end;
    least_of := case when shown.count = 0 then 0 else greatest(shown.threshold + 1, shown.count - shown.base / 2) end;
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

-- The protected figures of a month: small counts hidden; reasons hidden until each could be large; twelve months and active families hidden where, with everything
-- ever published, they would tell a small count more closely than its mark does. What was hidden of a month stays hidden when it is published again.
create function casework.protected_month(asked date, fresh jsonb) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  method performance.small_number_method;
  cells jsonb := '{}';
  one record;
  first date;
  total int; chosen text; small int; sum_hidden int; hidden int;
  flow text; counts int[]; began int[]; ended int[]; actives int[]; of_began float8[]; of_ended float8[];
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
    of_began := casework.bounds_of('initiated', first, began, asked, cells, null);
    of_ended := casework.bounds_of('closed', first, ended, asked, cells, null);
    for turn in 1..2 loop
      of_began := casework.bounds_of('initiated', first, began, asked, cells,
        casework.bounds_by_active(1, first, cardinality(began) + 1, asked, cells, of_ended, casework.running(began), actives));
      of_ended := casework.bounds_of('closed', first, ended, asked, cells,
        casework.bounds_by_active(-1, first, cardinality(began) + 1, asked, cells, of_began, casework.running(ended), actives));
    end loop;
    if casework.tells(of_began, 'initiated', first, began, method.threshold) or casework.tells(of_ended, 'closed', first, ended, method.threshold) then
      cells := casework.hide(cells, 'active month');
    end if;
  end if;
  return (select coalesce(jsonb_object_agg(k, v - 'n' - 'exact_of'), '{}') from jsonb_each(cells) c (k, v));
end $$;

-- One figure as it may be seen; of a share neither part may be small, nor what is left over.
create function casework.cell(code text, version int, span text, n int, of_all int, threshold int, base int, hides_zeros boolean) returns jsonb language sql immutable as $$
  select jsonb_build_object(code || ' ' || span, jsonb_build_object('indicator', code, 'version', version, 'span', span, 'n', n, 'threshold', threshold, 'base', base,
    'hidden', h.is_hidden, 'shown', case when not h.is_hidden then casework.rounded(n, base) end,
    'of', case when of_all is not null and not (of_all between 1 and threshold) then casework.rounded(of_all, base) end))
  from (select n between 1 and threshold or (n = 0 and hides_zeros)
    or (of_all is not null and (of_all between 1 and threshold or of_all - n between 1 and threshold)) as is_hidden) h
$$;
create function casework.hide(cells jsonb, key text) returns jsonb language sql immutable as $$
  select case when cells ? key then jsonb_set(cells, array[key], cells -> key || '{"hidden": true, "shown": null}') else cells end
$$;
create function casework.is_small_anywhere(counts int[], threshold int) returns boolean language sql immutable as $$
  select exists (select from unnest(counts) c where c between 1 and threshold) $$;
create function casework.running(counts int[]) returns int[] language sql immutable as $$
  select array[0] || array(select sum(c) over (order by o)::int from unnest(counts) with ordinality u (c, o) order by o) $$;
-- The true counts of an indicator by month, from the first to the last that is known, a month that is not known as nothing.
create function casework.true_counts(asked text, first date, month date, fresh jsonb) returns int[] language sql stable set search_path = pg_catalog, pg_temp as $$
  select array(select case when m::date = true_counts.month then coalesce((fresh -> asked ->> 'n')::int, 0) else coalesce(c.count, 0) end
    from generate_series(first, greatest(true_counts.month, (select max(k.month) from casework.month_count k)), interval '1 month') m
    left join casework.month_count c on c.month = m::date and c.indicator = asked order by m) $$;

-- The counts of a month: as they were brought, or counted now.
create function casework.counts_of(asked date) returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when exists (select from casework.month_count c where c.month = asked and c.provenance = 'brought')
    then (select jsonb_object_agg(c.indicator, jsonb_build_object('n', c.count, 'of', c.of)) from casework.month_count c where c.month = asked)
    else (select jsonb_object_agg(c.indicator, jsonb_build_object('n', c.count, 'of', c.of_all)) from casework.count_month(asked) c) end $$;

-- Publishes a month, or publishes it again where entries came in later. Jobs alone call it. Says what became of it: 'new', 'revised' or 'same'.
-- is_touched: an earlier month changed, so that this one is looked at although nothing of its own did.
create function casework.publish_month(asked date, is_touched boolean) returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  fresh jsonb;
  cells jsonb;
  last published.snapshot;
  before record;
  given record;
  is_brought boolean;
  made uuid;
begin
  if platform.actor() is distinct from platform.system_actor() then
    raise exception 'figures are published by the house alone' using errcode = 'insufficient_privilege';
  end if;
  if extract(day from asked) <> 1 or asked + interval '1 month' > platform.today() then
    raise exception 'a month is published when it is over' using errcode = 'check_violation', constraint = 'month_is_over';
  end if;
  perform pg_advisory_xact_lock(hashtext('published'));
  fresh := casework.counts_of(asked);
  select * into last from published.snapshot s where s.month = asked order by s.revision desc limit 1;
  if last.id is not null and not is_touched and fresh = (
      select jsonb_object_agg(c.indicator, jsonb_build_object('n', c.count, 'of', c.of)) from casework.month_count c where c.month = asked) then
    return 'same';
  end if;
  is_brought := exists (select from casework.month_count c where c.month = asked and c.provenance = 'brought');
  if not is_brought then
    insert into casework.month_count (month, indicator, count, of)
      select asked, k, (v ->> 'n')::int, (v ->> 'of')::int from jsonb_each(fresh) c (k, v)
      on conflict (month, indicator) do update set count = excluded.count, of = excluded.of;
  end if;
  cells := casework.protected_month(asked, fresh);
  if last.id is not null and not exists (
      (select f.indicator, f.version, f.span, f.is_hidden, f.count, f.of from published.figure f where f.snapshot = last.id
       except select v ->> 'indicator', (v ->> 'version')::int, v ->> 'span', (v ->> 'hidden')::boolean, (v ->> 'shown')::int, (v ->> 'of')::int from jsonb_each(cells) c (k, v))
      union all
      (select v ->> 'indicator', (v ->> 'version')::int, v ->> 'span', (v ->> 'hidden')::boolean, (v ->> 'shown')::int, (v ->> 'of')::int from jsonb_each(cells) c (k, v)
       except select f.indicator, f.version, f.span, f.is_hidden, f.count, f.of from published.figure f where f.snapshot = last.id)) then
    return 'same';
  end if;
  select * into before from casework.adds_up(asked);
  insert into published.snapshot (month, revision, made_at, provenance, source, reason, method, threshold, base, percent_from, adds_up)
    select asked, coalesce(last.revision, 0) + 1, platform.now(), case when is_brought then 'brought' else 'counted' end,
      (select min(c.source) from casework.month_count c where c.month = asked),
      case when last.id is null then '' when is_touched then 'An earlier month was published again' else 'Entries came in after it was published' end,
      m.version, m.threshold, m.base, (select s.percent_from from casework.figure_setting s where s.starts_on <= asked order by s.starts_on desc limit 1), before.holds
    from performance.small_number_method m order by (m.starts_on <= (asked + interval '1 month - 1 day')::date) desc,
      case when m.starts_on <= (asked + interval '1 month - 1 day')::date then m.starts_on end desc, m.starts_on limit 1
    returning id into made;
  insert into published.figure (snapshot, indicator, version, span, is_hidden, count, of)
    select made, v ->> 'indicator', (v ->> 'version')::int, v ->> 'span', (v ->> 'hidden')::boolean, (v ->> 'shown')::int, (v ->> 'of')::int from jsonb_each(cells) c (k, v);
  return case when last.id is null then 'new' else 'revised' end;
end $$;

-- Whether the families of a month add up: at its end as many as at its start, and those who began, less those who were closed. Null where the month before is not known.
create function casework.adds_up(asked date) returns table (holds boolean) language sql stable set search_path = pg_catalog, pg_temp as $$
  select (select count from casework.month_count where month = asked and indicator = 'active') =
    (select count from casework.month_count where month = (asked - interval '1 month')::date and indicator = 'active')
    + (select count from casework.month_count where month = asked and indicator = 'initiated') - (select count from casework.month_count where month = asked and indicator = 'closed') $$;

-- What would be published of a month, for co-ordinators, before it is; protected like everything else.
create function casework.preview_month(asked date) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_localities() = '{}' then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  return casework.protected_month(asked, casework.counts_of(asked));
end $$;
-- The months of which there is anything to count or to publish, and which are over by so many days.
create function casework.months_due() returns table (month date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is distinct from platform.system_actor() then return; end if;
  return query select m::date from (select least((select date_trunc('month', min(e.agreed_on)) from casework.episode e), (select min(c.month) from casework.month_count c)) as first) f,
    lateral generate_series(greatest(f.first, date_trunc('month', platform.today()) - interval '24 months'), date_trunc('month', platform.today()) - interval '1 month', interval '1 month') m
    where f.first is not null and exists (select from casework.figure_setting s where s.starts_on <= m::date
      and (m + interval '1 month')::date + s.late_days <= platform.today()
      and not exists (select from casework.figure_setting l where l.starts_on <= m::date and l.starts_on > s.starts_on)) order by 1;
end $$;

do $$
declare one text;
begin
  grant create on schema casework to goldenthread_figures;
  foreach one in array array['count_month(date)', 'rounded(int, int)', 'narrowed(float8[], int)', 'bounds_of(text, date, int[], date, jsonb, float8[])',
      'tells(float8[], text, date, int[], int)', 'bounds_by_active(int, date, int, date, jsonb, float8[], int[], int[])', 'protected_month(date, jsonb)',
      'cell(text, int, text, int, int, int, int, boolean)', 'hide(jsonb, text)', 'is_small_anywhere(int[], int)', 'running(int[])', 'true_counts(text, date, date, jsonb)',
      'counts_of(date)', 'publish_month(date, boolean)', 'adds_up(date)', 'preview_month(date)', 'months_due()'] loop
    execute format('revoke all on function casework.%s from public', one);
    execute format('alter function casework.%s owner to goldenthread_figures', one);
  end loop;
  revoke create on schema casework from goldenthread_figures;
  grant execute on function casework.publish_month(date, boolean), casework.preview_month(date), casework.months_due() to goldenthread_casework;
  grant execute on function casework.my_localities() to goldenthread_figures;
end $$;
