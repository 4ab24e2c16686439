-- Boards on the golden thread (requirement T1), as src/platform/thread/part.ts says.
create view governance.thread_node with (security_invoker = true) as
  select 'body'::text as kind, b.id, b.name as label, b.id as body_id, null::date as starts_on, null::date as ends_on, '{}'::text[] as says
  from governance.body b;

-- A board serves the one that it is part of or answers to.
create view governance.thread_link with (security_invoker = true) as
  select 'body'::text as from_kind, r.from_body as from_id, case r.kind when 'sub-group-of' then 'part-of' else 'accounts-to' end as relation,
    'body'::text as to_kind, r.to_body as to_id, r.starts_on, r.ends_on
  from governance.body_relation r where r.kind in ('sub-group-of', 'accountable-to');

grant select on governance.thread_node, governance.thread_link to goldenthread_app;
