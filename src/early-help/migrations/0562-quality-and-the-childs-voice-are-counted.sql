-- Records checked for quality, and families where a child spoke, among the figures (requirements E2, E7, E10; handbook of early help 3.4).

-- From which age a child is asked, and how long after a review a team has until a child's own entry is due, by the month that is counted.
create table casework.voice_count_rule (
  starts_on date primary key check (extract(day from starts_on) = 1),
  from_age int not null check (from_age between 0 and 17),               -- whole years; whoever is younger, or not born, is asked for nothing
  due_after_days int not null check (due_after_days between 0 and 366),  -- since the review, the beginning, or coming back
  source text not null check (source ~ '\S')
);
insert into casework.voice_count_rule values ('2010-01-01', 3, 42, 'Proposed to the partnership, which decides; handbook of early help 3.4');
select platform.protect('casework.voice_count_rule');
grant select on casework.voice_count_rule to goldenthread_casework, goldenthread_figures;
create policy read on casework.voice_count_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);

-- What counts reads who and when; of what somebody said or wrote it reads no word.
grant select (id, episode, completed_at) on casework.quality_review to goldenthread_figures;
grant select (id, month) on casework.quality_draw to goldenthread_figures;
grant select (episode, person, role, standing, captured, said_on) on casework.scale_reading to goldenthread_figures;
grant select (episode, person, captured, said_on) on casework.own_words to goldenthread_figures;
grant select (episode, held_on) on casework.plan_review to goldenthread_figures;
grant select (merged, family) on casework.person_merge to goldenthread_figures;
do $$
declare one text;
begin
  foreach one in array array['voice_count_rule', 'quality_review', 'quality_draw', 'scale_reading', 'own_words', 'plan_review', 'person_merge'] loop
    execute format('create policy count on casework.%I for select to goldenthread_figures using (true)', one);
  end loop;
end $$;
create index on casework.quality_review (completed_at);

-- The day on which somebody is so many years old: of 29 February the first of March where the year has none (Family Law Reform Act 1969, section 9).
create function casework.attains(born date, years int) returns date language sql immutable set search_path = pg_catalog, pg_temp as $$
  select day + case when extract(day from day) < extract(day from born) then 1 else 0 end from (select (born + make_interval(years => years))::date) d (day) $$;

-- Whether somebody is old enough to be asked on a day. Of a birth known in part the latest day counts; of whom nothing is known is asked; who is only due is not.
create function casework.is_asked(one casework.person, on_day date, years int) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select one.part = 'child' and one.due_on is null and coalesce(casework.attains(coalesce(one.born_on,
    case when one.born_month is null then make_date(one.born_year, 12, 31)
      else (make_date(one.born_year, one.born_month, 1) + interval '1 month - 1 day')::date end), years) <= on_day, true) $$;

-- Of the episodes that stand at the end of a month and are due, those with a child's own entry: a number, words or a drawing by a child, alone or with help.
-- What another reported is not theirs; 'did not want to' is an answer and no entry. No row where nothing is due, or nobody has entered anything yet.
create function casework.count_voice(asked date) returns table (count int, of_all int) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with span as (select asked as first, (asked + interval '1 month - 1 day')::date as last),
  rule as (select r.* from casework.voice_count_rule r where r.starts_on <= asked order by r.starts_on desc limit 1),
  own as (
    select s.episode, s.said_on from casework.scale_reading s join casework.person p on p.id = s.person and p.part = 'child'
      where s.role = 'child' and s.standing = 'read' and s.captured in ('by-them', 'with-help')
    union all select w.episode, w.said_on from casework.own_words w join casework.person p on p.id = w.person and p.part = 'child' where w.captured in ('by-them', 'with-help')),
  spoke as (select o.episode, max(o.said_on) as last from own o, span where o.said_on <= span.last group by o.episode),
  standing as (select e.id, e.family, greatest(e.agreed_on,
      (select max(r.held_on) from casework.plan_review r where r.episode = e.id and r.held_on <= span.last),
      (select max(c.reopened_on) from casework.closure c where c.episode = e.id and c.reopened_on <= span.last)) as since
    from casework.episode e, span where e.agreed_on <= span.last
      and not exists (select from casework.closure c where c.episode = e.id and c.closed_on <= span.last and (c.reopened_on is null or c.reopened_on > span.last))),
  due as (select s.id, s.since from standing s, span, rule where s.since + rule.due_after_days <= span.last
    and exists (select from casework.person p where p.family = s.family and casework.is_asked(p, span.last, rule.from_age)
      and not exists (select from casework.person_merge m where m.merged = p.id)))
  select count(*) filter (where spoke.last >= due.since)::int, count(*)::int from due left join spoke on spoke.episode = due.id
    where exists (select from spoke) having count(*) > 0
$$;

-- As before, and: a child who was entered twice and is read as one is one; records checked, from the first month that was drawn; where a child spoke.
create or replace function casework.count_month(asked date) returns table (indicator text, count int, of_all int) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with span as (select asked as first, (asked + interval '1 month')::date as next),
  began as (select e.id, e.family from casework.episode e, span where e.agreed_on >= span.first and e.agreed_on < span.next),
  away as (select distinct c.episode from casework.closure c, span where c.closed_on < span.next and (c.reopened_on is null or c.reopened_on >= span.next)),
  standing as (select e.id, e.family from casework.episode e, span where e.agreed_on < span.next and e.id not in (select episode from away)),
  ended as (select c.reason from casework.closure c join casework.episode e on e.id = c.episode, span where e.agreed_on is not null and c.closed_on >= span.first and c.closed_on < span.next),
  children as (select p.family from casework.person p where p.part = 'child' and not exists (select from casework.person_merge m where m.merged = p.id)),
  moved as (select t.episode, t.kind, t.decision, (t.received_at at time zone 'Europe/London')::date as received, (t.decided_at at time zone 'Europe/London')::date as decided
    from casework.transition t where t.kind in ('step-up', 'step-down') and t.withdrawn_at is null and t.received_at is not null)
  select 'initiated', (select count(*)::int from began), null::int
  union all select 'initiated-children', (select count(*)::int from children c where c.family in (select family from began)), null
  union all select 'active', (select count(*)::int from standing), null
  union all select 'active-children', (select count(*)::int from children c where c.family in (select family from standing)), null
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
  union all select 'reviewed', (select count(distinct r.episode)::int from casework.quality_review r, span
      where r.completed_at >= span.first::timestamp at time zone 'Europe/London' and r.completed_at < span.next::timestamp at time zone 'Europe/London'), null
    where exists (select from casework.quality_draw d where d.month <= asked)
  union all select 'voice', v.count, v.of_all from casework.count_voice(asked) v
$$;

-- A hidden share hides of how many, too.
create or replace function casework.cell(code text, version int, span text, n int, of_all int, threshold int, base int, hides_zeros boolean) returns jsonb language sql immutable as $$
  select jsonb_build_object(code || ' ' || span, jsonb_build_object('indicator', code, 'version', version, 'span', span, 'n', n, 'threshold', threshold, 'base', base,
    'hidden', h.is_hidden, 'shown', case when not h.is_hidden then casework.rounded(n, base) end, 'of', case when not h.is_hidden then casework.rounded(of_all, base) end))
  from (select n between 1 and threshold or (n = 0 and hides_zeros)
    or (of_all is not null and (of_all between 1 and threshold or of_all - n between 1 and threshold)) as is_hidden) h
$$;
create function casework.hide_one(cells jsonb, key text) returns jsonb language sql immutable as $$
  select case when cells ? key then jsonb_set(cells, array[key], cells -> key || '{"hidden": true, "shown": null, "of": null}') else cells end
$$;
-- Nothing tells of families at the end of a month where they are hidden: of how many a child was asked is hidden with them.
create or replace function casework.hide(cells jsonb, key text) returns jsonb language sql immutable as $$
  select case when key = 'active month' then casework.hide_one(casework.hide_one(cells, key), 'voice month') else casework.hide_one(cells, key) end
$$;

insert into published.indicator (code, version, position, starts_on, title, meaning, unit, gives, over_time, has_year, reason_of, source) values
  ('voice', 2, 31, '2010-01-01', 'Families where a child spoke since the last review',
    'Of the families at the end of the month who have a child of 3 years or older and whose last review, beginning or coming back lies 42 days or longer back: those in whose record a child has given a number, words or a drawing since, alone or with help. What somebody else reported for a child is not counted. Another age, or other days, would be another version.',
    'families', 'share', 'stock', false, null, 'Handbook of early help, 3.4');

do $$
declare one text;
begin
  grant create on schema casework to goldenthread_figures;
  foreach one in array array['attains(date, int)', 'is_asked(casework.person, date, int)', 'count_voice(date)', 'hide_one(jsonb, text)'] loop
    execute format('revoke all on function casework.%s from public', one);
    execute format('alter function casework.%s owner to goldenthread_figures', one);
  end loop;
  revoke create on schema casework from goldenthread_figures;
end $$;
