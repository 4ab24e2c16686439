-- A procedure on the golden thread (requirements P12, T2).
do $$
begin
  execute 'create or replace view plans.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('plans.thread_node'::regclass), '; ') || $arm$
  union all
  select 'procedure'::text, p.id, p.title, p.body, (select min(v.starts_on) from plans.procedure_version v where v.procedure = p.id and v.state = 'issued'), p.withdrawn_on,
      array_remove(array['owner', case when p.review_on is not null then 'due' end, case when p.withdrawn_on is null and p.review_on < platform.today() then 'overdue' end,
        case when p.withdrawn_on <= platform.today() then 'closed' end,
        case when not exists (select from plans.procedure_version v where v.procedure = p.id and v.state = 'issued') then 'draft' end], null)
    from plans.procedure p $arm$;
end $$;
call thread.compose();
