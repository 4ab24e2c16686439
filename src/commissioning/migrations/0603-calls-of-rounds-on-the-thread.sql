-- A call for bids in a round stands on the golden thread as one for a case does (requirements C8, T1): it came from the cases that came in that round.
do $$
begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'bid-call'::text, c.id, c.title, c.body, null::date, null::date, '{owner}'::text[] from commissioning.bid_call c where c.round is not null$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'bid-call'::text, c.id, 'came-from'::text, 'pipeline-case'::text, k.id, null::date, null::date
    from commissioning.bid_call c join commissioning.process_case k on k.round = c.round and k.process = c.process$sql$;
end $$;
call thread.compose();
