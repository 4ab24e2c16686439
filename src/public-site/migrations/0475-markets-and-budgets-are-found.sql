-- Markets, what is published of their position, and delegated budgets are found by the search, as far as each may be read (requirements C12, C14, O4).
do $$
declare
  definition constant text := pg_get_constraintdef((select oid from pg_constraint where conrelid = 'publicsite.indexed'::regclass and conname = 'indexed_kind_check'));
  place constant text := '''plan_version''::text';
begin
  if position(place in definition) = 0 then raise exception 'publicsite.indexed is not as it was'; end if;
  execute 'alter table publicsite.indexed drop constraint indexed_kind_check';
  execute 'alter table publicsite.indexed add constraint indexed_kind_check '
    || replace(definition, place, place || ', ''market''::text, ''market_statement''::text, ''delegated_budget''::text');
end $$;

create view publicsite.every_market (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'market', m.id, 0, false, m.sight, false, m.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::date, '', m.title,
      concat_ws(' ', 'Market.', m.purpose)
    from commissioning.market m;
-- The last version that was published: what is written, and what was replaced, is not found.
create view publicsite.every_market_statement (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'market_statement', s.id, 0, false, s.sight, false, s.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, s.published_on, s.market::text,
      'Market position statement: ' || m.title, s.text
    from commissioning.market_statement s join commissioning.market m on m.id = s.market
    where s.published_on is not null
      and s.number = (select max(x.number) from commissioning.market_statement x where x.market = s.market and x.published_on is not null);
-- What was bought stands in no index: single purchases are for the board and for holders.
create view publicsite.every_delegated_budget (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words) as
  select 'delegated_budget', b.id, 0, false, b.sight, false, b.body, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, b.starts_on, '', b.title,
      concat_ws(' ', b.purpose, (select string_agg(h.name, '. ' order by h.position) from commissioning.budget_holder h where h.budget = b.id),
        (select string_agg(r.text, '. ' order by r.starts_on, r.id) from commissioning.budget_rule r where r.budget = b.id))
    from commissioning.delegated_budget b;

do $$
declare of_kind text; whole text := rtrim(pg_get_viewdef('publicsite.to_index'::regclass), '; ');
begin
  foreach of_kind in array array['market', 'market_statement', 'delegated_budget'] loop
    whole := whole || format(' union all select * from publicsite.every_%s', of_kind);
    execute replace(replace(replace(pg_get_functiondef('publicsite.index_decision(uuid)'::regprocedure), 'publicsite.index_decision', 'publicsite.index_' || of_kind),
      'publicsite.every_decision', 'publicsite.every_' || of_kind), '''decision''', quote_literal(of_kind));
    execute format('revoke all on function publicsite.index_%s(uuid) from public', of_kind);
  end loop;
  execute 'create or replace view publicsite.to_index as ' || whole;
end $$;

create function publicsite.index_markets() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one jsonb; of_market uuid;
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  if tg_op = 'DELETE' then one := to_jsonb(old); else one := to_jsonb(new); end if;
  case tg_table_name
    when 'delegated_budget' then perform publicsite.index_delegated_budget((one ->> 'id')::uuid);
    when 'budget_holder', 'budget_rule' then perform publicsite.index_delegated_budget((one ->> 'budget')::uuid);
    else
      of_market := (one ->> case tg_table_name when 'market' then 'id' else 'market' end)::uuid;
      if tg_table_name = 'market' then perform publicsite.index_market(of_market); end if;
      -- Every version of it: the one that is published takes the place of the one before.
      perform publicsite.index_market_statement(s.id) from commissioning.market_statement s where s.market = of_market;
      if tg_table_name = 'market_statement' then perform publicsite.index_market_statement((one ->> 'id')::uuid); end if;
  end case;
  return null;
end $$;
revoke all on function publicsite.index_markets() from public;
do $$
declare of_table text;
begin
  foreach of_table in array array['market', 'market_statement', 'delegated_budget', 'budget_holder', 'budget_rule'] loop
    execute format('create trigger found_market after insert or update or delete on commissioning.%I for each row execute function publicsite.index_markets()', of_table);
  end loop;
end $$;

-- What earlier releases hold. Nobody is told of it as new.
alter table publicsite.indexed disable trigger came_out;
insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
  select t.*, publicsite.heading_of(t.title), publicsite.vector_of(t.title, t.words) from publicsite.to_index t
    where t.kind in ('market', 'market_statement', 'delegated_budget');
alter table publicsite.indexed enable trigger came_out;
