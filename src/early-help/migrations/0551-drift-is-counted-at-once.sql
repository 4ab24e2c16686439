-- The drift list says the same, counted for all families together and not for one after the other: a locality has thousands, and My work asks each time.
create or replace function casework.drift_facts(today date, closed_since date) returns table (
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
    with mine as materialized (select e.* from casework.episode e
      where (e.id = any (kept) or (e.area = any (localities) and not e.is_shielded)) and (e.closed_on is null or e.closed_on >= closed_since)),
    -- Born, and not entered twice, with everybody who is the same; a child's entry is what it said, read or answered itself: 'not asked' is nobody's.
    child as (select m.id as episode, p.id, unnest(case when exists (select from casework.person_merge g where g.kept = p.id) then casework.same_person(p.id) else array[p.id] end) as person
      from mine m join casework.person p on p.family = m.family and p.part = 'child' and p.due_on is null
      where not exists (select from casework.person_merge g where g.merged = p.id)),
    heard as (
      select w.episode, w.person from casework.own_words w join mine m on m.id = w.episode where w.person is not null
      union select r.episode, r.person from casework.scale_reading r join mine m on m.id = r.episode where r.role = 'child' and r.standing <> 'not-asked'
      union select a.episode, a.relative from casework.child_asked a join mine m on m.id = a.episode where a.answer <> 'not-asked'
      union select v.episode, v.person from casework.assessment_view v join mine m on m.id = v.episode where v.verdict <> 'not-asked'),
    latest as (select distinct on (v.episode) v.episode, v.id, v.number, v.agreed_on from casework.plan_version v join mine m on m.id = v.episode order by v.episode, v.number desc),
    asked as (select distinct a.episode, a.relative as person from casework.child_asked a join latest v on v.episode = a.episode left join casework.plan_review r on r.id = a.review
      where a.plan = v.id or r.plan_number >= v.number - 1),
    each_child as (select c.episode, c.id, bool_or(h.person is not null) as is_heard, bool_or(k.person is not null) as is_asked
      from child c left join heard h on h.episode = c.episode and h.person = c.person left join asked k on k.episode = c.episode and k.person = c.person group by c.episode, c.id),
    of_children as (select c.episode, count(*)::int as born, (count(*) filter (where not c.is_heard))::int as silent, (count(*) filter (where not c.is_asked))::int as unasked
      from each_child c group by c.episode),
    of_reviews as (select r.episode, count(*)::int as held, (array_agg(r.next_due_on order by r.plan_number desc))[1] as next_on from casework.plan_review r join mine m on m.id = r.episode group by r.episode),
    of_needs as (select n.episode, count(*)::int as unsettled from casework.plan_need n join mine m on m.id = n.episode left join casework.review_line l on l.need = n.id
      where n.to_number is null and l.id is null group by n.episode)
    select m.id, m.id = any (kept), m.requested_on, m.agreed_on, m.closed_on,
      exists (select from casework.lead_period l where l.episode = m.id and l.accepted_at is not null and l.ended_at is null),
      (select max(a.holds_until) from casework.agreement a where a.episode = m.id and a.is_given and a.withdrawn_at is null
        and not exists (select from casework.agreement n where n.episode = a.episode and n.number > a.number)),
      coalesce(r.held, 0), coalesce(c.born, 0), coalesce(c.silent, 0), v.agreed_on, case when v.id is null then 0 else coalesce(c.unasked, 0) end, r.next_on,
      m.closure_reason, coalesce(n.unsettled, 0),
      exists (select from casework.closing_plan p where p.episode = m.id),
      (select count(*)::int from casework.plan_action a where a.episode = m.id and a.state = 'proposed' and a.due_on < today),
      (select count(*)::int from casework.transition t where t.episode = m.id and t.sent_at is not null and t.decision is null and t.withdrawn_at is null
        and today > (select case when t.received_at is null then (t.sent_at at time zone 'Europe/London')::date + k.receive_days else (t.received_at at time zone 'Europe/London')::date + k.decide_days end
          from casework.movement_clock k where k.kind = t.kind and k.starts_on <= t.proposed_on order by k.starts_on desc limit 1))
    from mine m left join latest v on v.episode = m.id left join of_children c on c.episode = m.id left join of_reviews r on r.episode = m.id left join of_needs n on n.episode = m.id;
end $$;
