-- Contracts, providers, pathways, endings of services and commissioning frameworks are found by the search, as far as each may be read (requirements C1, C3, C9, C11, C13, O4).
do $$
declare
  definition constant text := pg_get_constraintdef((select oid from pg_constraint where conrelid = 'publicsite.indexed'::regclass and conname = 'indexed_kind_check'));
  place constant text := '''plan_version''::text';
begin
  -- Added to the kinds that stand there, whichever these are.
  if position(place in definition) = 0 then raise exception 'publicsite.indexed is not as it was'; end if;
  execute 'alter table publicsite.indexed drop constraint indexed_kind_check';
  execute 'alter table publicsite.indexed add constraint indexed_kind_check '
    || replace(definition, place, place || ', ''contract''::text, ''provider''::text, ''pathway''::text, ''ending''::text, ''framework''::text');
end $$;

create view publicsite.every_contract (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'contract', c.id, 0, false, c.sight, false, c.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, c.starts_on, '', c.title,
      concat_ws(' ', nullif(c.summary, ''), nullif(c.reference, ''),
        (select string_agg(l.title, '. ' order by l.number) from commissioning.contract_lot l where l.contract = c.id))
    from commissioning.contract c;
create view publicsite.every_provider (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'provider', p.id, 0, false, 'public', false, p.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, p.entered_on, '', o.name,
      concat_ws(' ', 'Provider.', nullif(p.note, ''),
        (select string_agg(concat_ws(' ', i.scheme, i.value), ', ' order by i.scheme, i.id) from commissioning.provider_identifier i where i.provider = p.id and i.ends_on is null))
    from commissioning.provider p join governance.organisation o on o.id = p.id;
create view publicsite.every_pathway (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'pathway', p.id, 0, false, p.sight, false, p.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, '', p.title,
      concat_ws(' ', p.purpose, (select string_agg(concat_ws(' ', s.title || '.', nullif(s.text, '')), ' ' order by s.position) from commissioning.pathway_step s where s.pathway = p.id))
    from commissioning.pathway p;
create view publicsite.every_ending (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'ending', d.id, 0, false, d.sight, false, d.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, d.ends_on, '', d.title,
      concat_ws(' ', d.why, d.losing, nullif(d.consultation, ''), nullif(d.replaced_by, ''))
    from commissioning.decommissioning d;
create view publicsite.every_framework (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'framework', f.id, 0, false, f.sight, false, f.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, '', f.title,
      concat_ws(' ', 'Commissioning framework.', (select string_agg(concat_ws(' ', s.name || '.', nullif(s.entry, '')), ' ' order by s.position) from commissioning.stage s
        join commissioning.framework_version v on v.id = s.edition where s.framework = f.id
          and v.number = (select max(x.number) from commissioning.framework_version x where x.framework = f.id and x.adopted_on is not null)))
    from commissioning.framework f;

do $$
declare of_kind text; whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  foreach of_kind in array array['contract', 'provider', 'pathway', 'ending', 'framework'] loop
    whole := whole || format(' union all select * from publicsite.every_%s', of_kind);
    execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_' || of_kind),
      'publicsite.every_decision', 'publicsite.every_' || of_kind), '''decision''', quote_literal(of_kind));
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
  execute 'create or replace view publicsite.to_index as ' || whole;
end $$;

-- Which rows a change touches. A provider is called as its organisation is.
create function publicsite.index_bought() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  case tg_table_name
    when 'contract' then perform publicsite.index_contract((one ->> 'id')::uuid);
    when 'contract_lot' then perform publicsite.index_contract((one ->> 'contract')::uuid);
    when 'provider', 'organisation' then perform publicsite.index_provider((one ->> 'id')::uuid);
    when 'provider_identifier' then perform publicsite.index_provider((one ->> 'provider')::uuid);
    when 'pathway' then perform publicsite.index_pathway((one ->> 'id')::uuid);
    when 'pathway_step' then perform publicsite.index_pathway((one ->> 'pathway')::uuid);
    when 'decommissioning' then perform publicsite.index_ending((one ->> 'id')::uuid);
    when 'framework' then perform publicsite.index_framework((one ->> 'id')::uuid);
    else perform publicsite.index_framework((one ->> 'framework')::uuid);
  end case;
  return null;
end $$;
revoke all on function publicsite.index_bought() from public;
do $$
declare of_table text;
begin
  foreach of_table in array array['contract', 'contract_lot', 'provider', 'provider_identifier', 'pathway', 'pathway_step', 'decommissioning', 'framework', 'framework_version', 'stage'] loop
    execute format('create trigger found_bought after insert or update or delete on commissioning.%I for each row execute function publicsite.index_bought()', of_table);
  end loop;
end $$;
create trigger found_bought after update of name on governance.organisation for each row execute function publicsite.index_bought();

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t
    where t.kind in ('contract', 'provider', 'pathway', 'ending', 'framework');
alter table publicsite.indexed enable trigger came_out;
