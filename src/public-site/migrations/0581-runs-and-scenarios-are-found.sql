-- Runs of payment are found by those who may read them, and what new duties would cost by whoever may read that (requirements C5, C10, O4).
create function commissioning.my_runs() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine constant uuid[] := commissioning.my_brokered() || commissioning.my_paid(); others uuid[];
begin
  others := commissioning.my_contracts() || commissioning.my_kept_contracts();
  return (select coalesce(array_agg(r.id), '{}') from commissioning.payment_run r
    where r.contract = any (mine) or (r.approved_on is not null and (r.contract = any (others) or r.body = any (governance.my_clerk_bodies()))));
end $$;
revoke all on function commissioning.my_runs() from public;
grant execute on function commissioning.my_runs() to goldenthread_app;
do $$
declare
  definition text := pg_get_constraintdef((select oid from pg_constraint where conrelid = 'publicsite.indexed'::regclass and conname = 'indexed_kind_check'));
  place text := '''plan_version''::text';
begin
  if position(place in definition) = 0 then raise exception 'publicsite.indexed is not as it was'; end if;
  execute 'alter table publicsite.indexed drop constraint indexed_kind_check';
  execute 'alter table publicsite.indexed add constraint indexed_kind_check ' || replace(definition, place, place || ', ''payment_run''::text, ''cost_scenario''::text');
  definition := pg_get_viewdef('publicsite.findable'::regclass);
  place := '\((i\.)?maker = \( *SELECT platform\.actor\(\) AS actor\)\)';
  if regexp_count(definition, place) <> 1 then raise exception 'publicsite.findable is not as it was'; end if;
  execute 'create or replace view publicsite.findable as ' || regexp_replace(definition, place, $also$(i.maker = (select platform.actor()))
    or (i.kind = 'payment_run' and i.record = any ((select commissioning.my_runs())::uuid[]))$also$);
end $$;

-- Nobody finds a run by its board: it is for those who arrange, pay or deliver, and for whoever keeps the books.
create view publicsite.every_payment_run (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'payment_run', r.id, 0, false, 'draft', false, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, coalesce(r.approved_on, r.made_on), '',
      'Payment run ' || r.number || ': ' || c.title, concat_ws(' ', 'Payment for packages.', nullif(c.reference, ''))
    from commissioning.payment_run r join commissioning.contract c on c.id = r.contract;
create view publicsite.every_cost_scenario (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'cost_scenario', s.id, 0, false, s.sight, false, s.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, '', s.title,
      concat_ws(' ', 'What a new duty would cost.', s.duty)
    from commissioning.scenario s;
do $$
declare of_kind text; whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  foreach of_kind in array array['payment_run', 'cost_scenario'] loop
    whole := whole || format(' union all select * from publicsite.every_%s', of_kind);
    execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_' || of_kind),
      'publicsite.every_decision', 'publicsite.every_' || of_kind), '''decision''', quote_literal(of_kind));
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
  execute 'create or replace view publicsite.to_index as ' || whole;
end $$;
create function publicsite.index_paid() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  case tg_table_name
    when 'payment_run' then perform publicsite.index_payment_run((one ->> 'id')::uuid);
    when 'contract' then perform publicsite.index_payment_run(r.id) from commissioning.payment_run r where r.contract = (one ->> 'id')::uuid;
    else perform publicsite.index_cost_scenario((one ->> 'id')::uuid);
  end case;
  return null;
end $$;
revoke all on function publicsite.index_paid() from public;
create trigger found_paid after insert or update or delete on commissioning.payment_run for each row execute function publicsite.index_paid();
create trigger found_paid after update of title, reference on commissioning.contract for each row execute function publicsite.index_paid();
create trigger found_paid after insert or update or delete on commissioning.scenario for each row execute function publicsite.index_paid();

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t where t.kind in ('payment_run', 'cost_scenario');
alter table publicsite.indexed enable trigger came_out;
