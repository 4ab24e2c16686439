-- Families where work drifts: found daily from dates and counts (handbook of early help 3.9). No word of a family leaves the function below.

-- From when on something is drift, by date.
create table casework.drift_rule (
  id uuid primary key,
  open_months int not null check (open_months between 1 and 60),       -- open for longer than this
  reviews int not null check (reviews between 1 and 50),               -- so many reviews held, or more
  closed_days int not null check (closed_days between 1 and 366),      -- a closed record is listed so long, where its outcome is not explicit
  source text not null check (source <> ''),
  starts_on date not null unique
);
insert into casework.drift_rule (id, open_months, reviews, closed_days, source, starts_on) values
  ('018f0550-0000-7000-8000-000000000001', 12, 3, 90, 'Twelve months and three reviews as early help audits count them; days proposed to the partnership, which decides', '2010-01-01');
select platform.protect('casework.drift_rule');
grant select on casework.drift_rule to goldenthread_casework;
create policy read on casework.drift_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);

-- What one may list, in dates and counts alone: what one leads or keeps, and a co-ordinator's locality but for what is shielded. Open records, and those that
-- were closed on or after 'closed_since'.
create function casework.drift_facts(today date, closed_since date) returns table (
  episode uuid, is_own boolean, requested_on date, agreed_on date, closed_on date, has_lead boolean, agreed_until date, reviews int,
  children int, silent_children int, plan_agreed_on date, unasked_children int, next_review_on date, closing_reason text, unsettled_needs int, has_closing_plan boolean,
  late_answers int, late_transitions int
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept constant uuid[] := casework.my_kept();
  localities constant uuid[] := casework.my_localities();
begin
  if casework.my_agencies() = '{}' then return; end if;
  return query
    with mine as (select e.* from casework.episode e where (e.id = any (kept) or (e.area = any (localities) and not e.is_shielded)) and (e.closed_on is null or e.closed_on >= closed_since)),
    -- Born, and not entered twice; a child's entry is what it said, read or answered itself: 'not asked' is nobody's.
    child as (select m.id as episode, p.id, casework.same_person(p.id) as ids from mine m join casework.person p on p.family = m.family and p.part = 'child' and p.due_on is null
      where not exists (select from casework.person_merge g where g.merged = p.id)),
    heard as (
      select w.episode, w.person from casework.own_words w where w.person is not null
      union select r.episode, r.person from casework.scale_reading r where r.role = 'child' and r.standing <> 'not-asked'
      union select a.episode, a.relative from casework.child_asked a where a.answer <> 'not-asked'
      union select v.episode, v.person from casework.assessment_view v where v.verdict <> 'not-asked'),
    latest as (select distinct on (v.episode) v.episode, v.id, v.number, v.agreed_on from casework.plan_version v join mine m on m.id = v.episode order by v.episode, v.number desc)
    select m.id, m.id = any (kept), m.requested_on, m.agreed_on, m.closed_on,
      exists (select from casework.lead_period l where l.episode = m.id and l.accepted_at is not null and l.ended_at is null),
      (select max(a.holds_until) from casework.agreement a where a.episode = m.id and a.is_given and a.withdrawn_at is null
        and not exists (select from casework.agreement n where n.episode = a.episode and n.number > a.number)),
      (select count(*)::int from casework.plan_review r where r.episode = m.id),
      (select count(*)::int from child c where c.episode = m.id),
      (select count(*)::int from child c where c.episode = m.id and not exists (select from heard h where h.episode = m.id and h.person = any (c.ids))),
      v.agreed_on,
      (select count(*)::int from child c where c.episode = m.id and v.id is not null and not exists (select from casework.child_asked a
        where a.episode = m.id and a.relative = any (c.ids) and (a.plan = v.id or a.review in (select r.id from casework.plan_review r where r.episode = m.id and r.plan_number >= v.number - 1)))),
      (select r.next_due_on from casework.plan_review r where r.episode = m.id order by r.plan_number desc limit 1),
      m.closure_reason,
      (select count(*)::int from casework.plan_need n where n.episode = m.id and n.to_number is null
        and not exists (select from casework.review_line l where l.need = n.id)),
      exists (select from casework.closing_plan p where p.episode = m.id),
      (select count(*)::int from casework.plan_action a where a.episode = m.id and a.state = 'proposed' and a.due_on < today),
      (select count(*)::int from casework.transition t where t.episode = m.id and t.sent_at is not null and t.decision is null and t.withdrawn_at is null
        and today > (select case when t.received_at is null then (t.sent_at at time zone 'Europe/London')::date + k.receive_days else (t.received_at at time zone 'Europe/London')::date + k.decide_days end
          from casework.movement_clock k where k.kind = t.kind and k.starts_on <= t.proposed_on order by k.starts_on desc limit 1))
    from mine m left join latest v on v.episode = m.id;
end $$;
revoke all on function casework.drift_facts(date, date) from public;
grant execute on function casework.drift_facts(date, date) to goldenthread_casework;
