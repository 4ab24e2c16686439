-- A recommendation says on the golden thread that it was responded to (requirement T3): the gap asks for the response itself, not for a link beside it.
-- The arm of recommendations is rewritten in place, so that arms which other migrations add to this view stay as they are.
do $$
declare
  before text := rtrim(pg_get_viewdef('assurance.thread_node'::regclass), '; ');
  after text := regexp_replace(before, '(CASE\s+WHEN \(*r\.milestone_on IS NOT NULL\)* THEN ''due''::text\s+ELSE NULL::text\s+END)',
    E'\\1, CASE WHEN (r.response IS NOT NULL) THEN ''responded''::text ELSE NULL::text END');
begin
  if after = before then raise exception 'assurance.thread_node is not as 0129 wrote it'; end if;
  execute 'create or replace view assurance.thread_node with (security_invoker = true) as ' || after;
end $$;
