-- Contracts on the golden thread (requirements C9, T1): a contract delivers its services and serves outcomes, its budget lines pay for it, a decision decides on it.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'contract'::text, c.id, c.title, c.body, c.starts_on, c.runs_until, case when c.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.contract c$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'contract'::text, s.contract, 'delivers'::text, 'service'::text, s.service, null::date, null::date from commissioning.contract_service s
  union all
  select 'contract'::text, o.contract, 'serves'::text, 'outcome'::text, o.outcome, null::date, null::date from commissioning.contract_outcome o
  union all
  select 'money-line'::text, l.line, 'delivers'::text, 'contract'::text, l.contract, null::date, null::date from commissioning.contract_line l
  union all
  select 'decision'::text, c.decision, 'decides-on'::text, 'contract'::text, c.id, null::date, null::date from commissioning.contract c where c.decision is not null$sql$;
end $$;
call thread.compose();
