-- Under which priority of a published plan a measure stands on a day, for the headings of scorecards (requirements I4, T1): its own link, else that of its outcome,
-- else its plan. Read as whoever asks, so a plan that one may not see gives no heading.
create view performance.measure_place with (security_invoker = true) as
  select distinct on (x.measure) x.measure, x.plan, x.priority, x.heading, x.position
  from (
    select l.measure, t.plan, t.priority, t.title as heading, t.position, case when l.priority is null then 2 else 1 end as rank
      from performance.measure_link l
      left join plans.outcome_text o on o.outcome = l.outcome
      join plans.priority_text t on t.priority = coalesce(l.priority, o.priority) and (o.version is null or o.version = t.version)
      join plans.plan_version v on v.id = t.version and v.state in ('published', 'closed')
      where l.starts_on <= platform.today() and (l.ends_on is null or platform.today() < l.ends_on)
    union all
    select l.measure, l.plan, null, v.title, 0, 3
      from performance.measure_link l join plans.plan_version v on v.plan = l.plan and v.state in ('published', 'closed')
      where l.starts_on <= platform.today() and (l.ends_on is null or platform.today() < l.ends_on)
  ) x
  order by x.measure, x.rank, x.position;
grant select on performance.measure_place to goldenthread_app;
