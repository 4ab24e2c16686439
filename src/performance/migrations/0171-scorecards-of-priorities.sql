-- The measures of a priority (requirement I4): those that measure it, and those that measure an outcome under it, with the outcome as their heading.
-- Read as whoever asks: a plan that one may not see gives none.
create view performance.priority_measure with (security_invoker = true) as
  select l.measure, l.priority, ''::text as heading, 0 as position, l.starts_on, l.ends_on
    from performance.measure_link l join plans.priority_text t on t.priority = l.priority join plans.plan_version v on v.id = t.version and v.shown
  union all
  select l.measure, t.priority, t.title, t.position, l.starts_on, l.ends_on
    from performance.measure_link l join plans.outcome_text t on t.outcome = l.outcome join plans.plan_version v on v.id = t.version and v.shown;
grant select on performance.priority_measure to goldenthread_app;
