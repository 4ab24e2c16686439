-- Procedures and guidance are found by the search, as far as each may be read, in the version that was issued last; what is issued for everybody is told to those
-- who follow its board (requirements P12, O3, O4).
alter table publicsite.indexed drop constraint indexed_kind_check;
alter table publicsite.indexed add constraint indexed_kind_check check (kind in ('board', 'person', 'terms', 'meeting', 'plan', 'item', 'paper', 'file', 'decision',
  'action', 'minutes', 'question', 'request', 'protocol', 'officer', 'sharing', 'motion', 'election', 'ratification', 'organisation', 'consultation',
  'plan_version', 'plan_row', 'measure', 'scorecard', 'recommendation', 'response', 'review', 'heard', 'view', 'answer', 'procedure'));
create function publicsite.words_of_paper(paper jsonb) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(word #>> '{}', ' '), '') from jsonb_path_query(paper, 'strict $.**.text') as word where jsonb_typeof(word) = 'string' $$;
revoke all on function publicsite.words_of_paper(jsonb) from public;
grant execute on function publicsite.words_of_paper(jsonb) to goldenthread_app;
create view publicsite.every_procedure (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'procedure', p.id, 0, false, v.sight, false, p.body, null::uuid, null::uuid, null::uuid, p.owner, null::uuid, v.starts_on, '',
      concat_ws(' ', nullif(p.reference, ''), p.title),
      concat_ws(' ', array_to_string(p.themes, ', '), p.owner_name, nullif(v.changes, ''), publicsite.words_of_paper(v.text))
    from plans.procedure p join plans.procedure_version v on v.procedure = p.id
    where v.number = coalesce((select max(x.number) from plans.procedure_version x where x.procedure = p.id and x.state = 'issued'),
      (select max(x.number) from plans.procedure_version x where x.procedure = p.id));
do $$
declare whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_procedure'),
    'publicsite.every_decision', 'publicsite.every_procedure'), '''decision''', '''procedure''');
  execute 'create or replace view publicsite.to_index as ' || whole || ' union all select * from publicsite.every_procedure';
end $$;
revoke all on function publicsite.index_procedure(uuid) from public;
create function publicsite.index_library() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  perform publicsite.index_procedure(coalesce(one ->> 'procedure', one ->> 'id')::uuid);
  -- A new version comes out when it is issued.
  if tg_table_name = 'procedure_version' and one ->> 'state' = 'issued' and (tg_op = 'INSERT' or to_jsonb(old) ->> 'state' <> 'issued') then
    update publicsite.indexed i set came_out = now() where i.kind = 'procedure' and i.record = (one ->> 'procedure')::uuid and i.sight = 'public';
  end if;
  return null;
end $$;
revoke all on function publicsite.index_library() from public;
create trigger found after insert or update or delete on plans.procedure for each row execute function publicsite.index_library();
create trigger found after insert or update or delete on plans.procedure_version for each row execute function publicsite.index_library();

-- Who owns one, and whoever must read it, finds it too.
do $$
declare
  definition constant text := pg_get_viewdef('publicsite.findable'::regclass);
  place constant text := '\((i\.)?maker = \( *SELECT platform\.actor\(\) AS actor\)\)';
begin
  if regexp_count(definition, place) <> 1 then raise exception 'publicsite.findable is not as it was'; end if;
  execute 'create or replace view publicsite.findable as ' || regexp_replace(definition, place, $also$(i.maker = (select platform.actor()))
    or (i.kind = 'procedure' and (i.record = any ((select plans.my_procedures())::uuid[])
      or (i.sight <> 'draft' and i.record = any ((select plans.my_procedures_to_read())::uuid[]))))$also$);
  execute 'create or replace view publicsite.coming_out as ' || regexp_replace(pg_get_viewdef('publicsite.coming_out'::regclass), '''answer''::text\]\)\) OR',
    '''answer''::text])) OR (i.kind = ''procedure''::text AND EXISTS (SELECT FROM plans.procedure p WHERE p.id = i.record AND p.withdrawn_on IS NULL)) OR');
  if pg_get_viewdef('publicsite.coming_out'::regclass) not like '%plans.procedure%' then raise exception 'publicsite.coming_out is not as it was'; end if;
end $$;
