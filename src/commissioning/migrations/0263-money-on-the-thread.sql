-- Money on the golden thread (requirements T1, T3, T5): a fund pays its lines, and a line pays for its service, which serves outcomes.
-- What others have put there stays: these arms are added to theirs.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'fund'::text, f.id, f.title, f.body, null::date, null::date, case when f.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.fund f
  union all
  select 'money-line'::text, l.id, l.title, l.body, make_date(l.year, 4, 1), null::date, case when l.sight = 'draft' then '{money,draft}'::text[] else '{money}'::text[] end from commissioning.budget_line l$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'money-line'::text, l.id, 'delivers'::text, 'service'::text, l.service, make_date(l.year, 4, 1), null::date from commissioning.budget_line l where l.service is not null
  union all
  select 'fund'::text, l.fund, 'delivers'::text, 'money-line'::text, l.id, make_date(l.year, 4, 1), null::date from commissioning.budget_line l$sql$;
end $$;
call thread.compose();
