-- Calls for sealed bids are found by everybody (requirements C8, O4): what is asked, and nothing of what a bid says.
do $$
declare
  definition constant text := pg_get_constraintdef((select oid from pg_constraint where conrelid = 'publicsite.indexed'::regclass and conname = 'indexed_kind_check'));
  place constant text := '''plan_version''::text';
begin
  if position(place in definition) = 0 then raise exception 'publicsite.indexed is not as it was'; end if;
  execute 'alter table publicsite.indexed drop constraint indexed_kind_check';
  execute 'alter table publicsite.indexed add constraint indexed_kind_check ' || replace(definition, place, place || ', ''bid_call''::text');
end $$;

create view publicsite.every_bid_call (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'bid_call', c.id, 0, false, c.sight, false, c.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, (c.closes_at at time zone 'Europe/London')::date, '', c.title,
      concat_ws(' ', case when c.withdrawn_on is null then 'Call for sealed bids.' else 'Call for sealed bids, withdrawn.' end, c.asks)
    from commissioning.bid_call c;

do $$
declare whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_bid_call'),
    'publicsite.every_decision', 'publicsite.every_bid_call'), '''decision''', '''bid_call''');
  revoke all on function publicsite.index_bid_call(uuid) from public;
  execute 'create or replace view publicsite.to_index as ' || whole || ' union all select * from publicsite.every_bid_call';
end $$;

create function publicsite.index_calls() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  perform publicsite.index_bid_call(case when tg_op = 'DELETE' then old.id else new.id end);
  return null;
end $$;
revoke all on function publicsite.index_calls() from public;
create trigger found_call after insert or update or delete on commissioning.bid_call for each row execute function publicsite.index_calls();

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t where t.kind = 'bid_call';
alter table publicsite.indexed enable trigger came_out;
