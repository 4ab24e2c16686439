-- Communication plans are found by the search, as far as each may be read, with what is to be said to whom (requirements P12, O4).
do $$
declare
  definition constant text := pg_get_constraintdef((select oid from pg_constraint where conrelid = 'publicsite.indexed'::regclass and conname = 'indexed_kind_check'));
  place constant text := '''plan_version''::text';
begin
  -- Added to the kinds that stand there, whichever these are.
  if position(place in definition) = 0 then raise exception 'publicsite.indexed is not as it was'; end if;
  execute 'alter table publicsite.indexed drop constraint indexed_kind_check';
  execute 'alter table publicsite.indexed add constraint indexed_kind_check ' || replace(definition, place, place || ', ''communication''::text');
end $$;
create view publicsite.every_communication (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'communication', c.id, 0, false, c.sight, false, c.body, null::uuid, null::uuid, null::uuid, c.owner, null::uuid, c.made_on, '', c.title,
      concat_ws(' ', c.aim, c.owner_name, nullif(c.learned, ''),
        (select string_agg(concat_ws(' ', i.audience, i.message, i.channel, nullif(i.learned, '')), ' ' order by i.planned_on, i.id) from plans.communication_item i where i.communication = c.id))
    from plans.communication c;
do $$
declare whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_communication'),
    'publicsite.every_decision', 'publicsite.every_communication'), '''decision''', '''communication''');
  execute 'create or replace view publicsite.to_index as ' || whole || ' union all select * from publicsite.every_communication';
end $$;
revoke all on function publicsite.index_communication(uuid) from public;
create function publicsite.index_communications() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  perform publicsite.index_communication(coalesce(one ->> 'communication', one ->> 'id')::uuid);
  return null;
end $$;
revoke all on function publicsite.index_communications() from public;
create trigger found after insert or update or delete on plans.communication for each row execute function publicsite.index_communications();
create trigger found after insert or update or delete on plans.communication_item for each row execute function publicsite.index_communications();

-- Who owns one, and whoever sees to something of it, finds it too.
do $$
declare
  definition constant text := pg_get_viewdef('publicsite.findable'::regclass);
  place constant text := '\((i\.)?maker = \( *SELECT platform\.actor\(\) AS actor\)\)';
begin
  if regexp_count(definition, place) <> 1 then raise exception 'publicsite.findable is not as it was'; end if;
  execute 'create or replace view publicsite.findable as ' || regexp_replace(definition, place, $also$(i.maker = (select platform.actor()))
    or (i.kind = 'communication' and (i.record = any ((select plans.my_communications('owned'))::uuid[]) or i.record = any ((select plans.my_communications('seen-to'))::uuid[])))$also$);
end $$;
