-- Meetings, decisions and actions on the golden thread (requirement T1), as src/platform/thread/part.ts says. Row-level security of each table decides
-- what of it anybody is shown.
create index on meetings.action (decision) where decision is not null;

create view meetings.thread_node with (security_invoker = true) as
  select 'meeting'::text as kind, m.id, concat(coalesce(nullif(m.title, ''), b.name), ', ', to_char(m.held_on, 'FMDD FMMonth YYYY')) as label,
    m.body as body_id, m.held_on as starts_on, null::date as ends_on, '{}'::text[] as says
  from meetings.meeting m join governance.body b on b.id = m.body
  where m.state not in ('cancelled', 'rescheduled')
  union all
  select 'decision'::text, d.id, d.text, d.body, d.decided_on,
    case when d.withdrawn then coalesce((d.withdrawn_at at time zone 'Europe/London')::date, d.decided_on) end,
    case d.type when 'note' then array['noted'] else '{}' end::text[]
  from meetings.decision d
  union all
  select 'officer-decision'::text, o.id, o.title, o.body, o.decided_on, (o.withdrawn_at at time zone 'Europe/London')::date, '{}'::text[]
  from meetings.officer_decision o
  union all
  select 'action'::text, a.id, a.text, coalesce(a.kept_by, a.body), (select m.held_on from meetings.meeting m where m.id = a.meeting), null::date,
    array_remove(array[
      case when exists (select from meetings.action_lead l where l.action = a.id) then 'lead' end,
      case when a.due_to is not null or a.due_meeting is not null or a.returns_from is not null then 'due' end,
      case when a.state = 'open' and a.returns_from is null and a.due_to < platform.today() then 'overdue' end,
      case when a.state = 'done' then 'done' end]::text[], null)
  from meetings.action a where a.state <> 'withdrawn';

create view meetings.thread_link with (security_invoker = true) as
  select 'decision'::text as from_kind, d.id as from_id, 'decided-at'::text as relation, 'meeting'::text as to_kind, d.meeting as to_id,
    d.decided_on as starts_on, null::date as ends_on
  from meetings.decision d
  union all
  select 'action'::text, a.id, 'carries-out'::text, 'decision'::text, a.decision, null::date, null::date
  from meetings.action a where a.decision is not null;

grant select on meetings.thread_node, meetings.thread_link to goldenthread_app;
