-- Steps between early help and social care, and families who came back, among the figures (requirements E5, E10; handbook of early help 3.2 and 3.3).
grant select on casework.transition, casework.closure to goldenthread_figures;
create policy count on casework.transition for select to goldenthread_figures using (true);
create policy count on casework.closure for select to goldenthread_figures using (true);
create index on casework.closure (closed_on);
create index on casework.closure (episode, closed_on);

-- An episode that came back has a closing for each time it was closed; days are those of London. 'reopened' is counted to see that a month adds up, and not published.
create or replace function casework.count_month(asked date) returns table (indicator text, count int, of_all int) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with span as (select asked as first, (asked + interval '1 month')::date as next),
  began as (select e.id, e.family from casework.episode e, span where e.agreed_on >= span.first and e.agreed_on < span.next),
  away as (select distinct c.episode from casework.closure c, span where c.closed_on < span.next and (c.reopened_on is null or c.reopened_on >= span.next)),
  standing as (select e.id, e.family from casework.episode e, span where e.agreed_on < span.next and e.id not in (select episode from away)),
  ended as (select c.reason from casework.closure c join casework.episode e on e.id = c.episode, span where e.agreed_on is not null and c.closed_on >= span.first and c.closed_on < span.next),
  moved as (select t.episode, t.kind, t.decision, (t.received_at at time zone 'Europe/London')::date as received, (t.decided_at at time zone 'Europe/London')::date as decided
    from casework.transition t where t.kind in ('step-up', 'step-down') and t.withdrawn_at is null and t.received_at is not null)
  select 'initiated', (select count(*)::int from began), null::int
  union all select 'initiated-children', (select count(*)::int from casework.person p where p.part = 'child' and p.family in (select family from began)), null
  union all select 'active', (select count(*)::int from standing), null
  union all select 'active-children', (select count(*)::int from casework.person p where p.part = 'child' and p.family in (select family from standing)), null
  union all select 'step-down', (select count(distinct episode)::int from moved, span
    where kind = 'step-down' and decision is distinct from 'returned' and decision is distinct from 'declined' and received >= span.first and received < span.next), null
  union all select 'step-up', (select count(*)::int from (select episode, min(decided) as first_time from moved where kind = 'step-up' and decision = 'accepted' group by 1) m, span
    where m.first_time >= span.first and m.first_time < span.next), null
  union all select 'returned', (select count(distinct (episode, kind))::int from moved, span
    where decision in ('returned', 'declined') and decided >= span.first and decided < span.next), null
  union all select 'reopened', (select count(*)::int from casework.closure c join casework.episode e on e.id = c.episode, span
    where e.agreed_on is not null and c.reopened_on >= span.first and c.reopened_on < span.next), null
  union all select 'closed', (select count(*)::int from ended), null
  union all select i.code, (select count(*)::int from ended where 'closed:' || ended.reason = i.code), null
    from published.indicator i where i.reason_of = 'closed' and i.starts_on <= asked
$$;
create or replace function casework.adds_up(asked date) returns table (holds boolean) language sql stable set search_path = pg_catalog, pg_temp as $$
  select (select count from casework.month_count where month = asked and indicator = 'active') =
    (select count from casework.month_count where month = (asked - interval '1 month')::date and indicator = 'active')
    + (select count from casework.month_count where month = asked and indicator = 'initiated')
    + coalesce((select count from casework.month_count where month = asked and indicator = 'reopened'), 0)
    - (select count from casework.month_count where month = asked and indicator = 'closed') $$;
