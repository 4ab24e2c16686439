-- The market of what is bought (requirement C12; handbook of commissioning 1.5, 3.10): where it is, what is needed there, what providers say of themselves in dated
-- returns, two or more ways to divide it into lots, and the statement of its position. What is not known is null and never 0.
create table commissioning.market_quality (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  name text not null check (name <> ''),
  is_good boolean,                                         -- null: it says nothing
  position int not null,
  source text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on)                 -- first day on which it is no longer given
);
insert into commissioning.market_quality (code, name, is_good, position, source, starts_on) values
  ('outstanding', 'Outstanding', true, 1, 'Ratings of the Care Quality Commission and of Ofsted', '2014-10-01'),
  ('good', 'Good', true, 2, 'Ratings of the Care Quality Commission and of Ofsted', '2014-10-01'),
  ('requires-improvement', 'Requires improvement', false, 3, 'Ratings of the Care Quality Commission and of Ofsted', '2014-10-01'),
  ('inadequate', 'Inadequate', false, 4, 'Ratings of the Care Quality Commission and of Ofsted', '2014-10-01'),
  ('not-rated', 'Not rated yet', null, 5, '', '2010-01-01');

create table commissioning.market (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  lead uuid not null references governance.organisation,
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),             -- what is bought in it, and for whom
  unit text not null check (unit <> ''),                   -- in what it is counted: 'hours a week'
  counts_people boolean not null default false,            -- one unit is one person: small numbers are hidden before they are stored
  service uuid references commissioning.service,
  strategy uuid references commissioning.strategy,
  version int not null default 1,
  unique (id, body, sight)
);
create index on commissioning.market (body);
create index on commissioning.market (service) where service is not null;
create index on commissioning.market (strategy) where strategy is not null;
-- An area of it, and where its tile stands on the map: so many to the right, so many down.
create table commissioning.market_area (
  market uuid not null,
  body uuid not null,
  sight text not null,
  area uuid not null references governance.area,
  across int not null check (across between 1 and 12),
  down int not null check (down between 1 and 12),
  primary key (market, area),
  constraint market_tile_once unique (market, across, down),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
-- How much is needed in an area, from which day, by which source; a later row counts from its day on.
create table commissioning.market_need (
  id uuid primary key,
  market uuid not null,
  body uuid not null,
  sight text not null,
  area uuid not null,
  dated_on date not null,
  needed int check (needed >= 0),                          -- null: not known, or hidden
  is_hidden boolean not null default false,                -- a small number of people that is not stored
  source text not null check (source <> ''),
  need uuid,                                               -- the need or finding that it rests on
  need_kind text check (need_kind in ('need', 'finding')),
  constraint market_need_once unique (market, area, dated_on),
  check (not is_hidden or needed is null),
  check ((need is null) = (need_kind is null)),
  foreign key (market, area) references commissioning.market_area (market, area),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade,
  foreign key (need, need_kind) references plans.assessment_row (id, kind)
);
create index on commissioning.market_need (need) where need is not null;
-- What a provider says of itself in an area on a day. A correction is a row with the next number: the last one counts.
create table commissioning.market_return (
  id uuid primary key,
  market uuid not null,
  body uuid not null,
  sight text not null,
  area uuid not null,
  provider uuid not null references commissioning.provider,
  dated_on date not null,
  number int not null default 1 check (number > 0),
  places int check (places >= 0),                          -- how much it can give; null: not known
  free int check (free >= 0),                              -- of it not taken; null: not known, or hidden
  is_hidden boolean not null default false,                -- what is free would tell how few people are served
  quality text references commissioning.market_quality,    -- null: not known
  source text not null check (source <> ''),
  unique (market, area, provider, dated_on, number),
  unique (id, market),
  constraint market_free_within check (free <= places),
  check (not is_hidden or free is null),
  foreign key (market, area) references commissioning.market_area (market, area),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
create index on commissioning.market_return (provider);
-- What it asks for a unit, and what is spent with it in a year: for the board, never for another provider.
create table commissioning.market_price (
  market_return uuid primary key,
  market uuid not null,
  body uuid not null,
  sight text not null,
  pence bigint check (pence > 0),                          -- for one unit, without VAT; null: not known
  spend bigint check (spend >= 0),                         -- pence in the year before; null: not known
  foreign key (market_return, market) references commissioning.market_return (id, market),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
-- A way to divide it into lots; an area stands in one lot of it at most.
create table commissioning.market_division (
  id uuid primary key,
  market uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  text text not null default '',
  unique (market, position),
  unique (id, market),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
create table commissioning.market_lot (
  id uuid primary key,
  division uuid not null,
  market uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  name text not null check (name <> ''),
  most_providers int check (most_providers > 0),           -- room for so many; null: no limit
  unique (division, position),
  unique (id, division, market),
  foreign key (division, market) references commissioning.market_division (id, market),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
create table commissioning.market_lot_area (
  lot uuid not null,
  division uuid not null,
  market uuid not null,
  body uuid not null,
  sight text not null,
  area uuid not null,
  primary key (lot, area),
  constraint market_area_in_one_lot unique (division, area),
  foreign key (lot, division, market) references commissioning.market_lot (id, division, market),
  foreign key (market, area) references commissioning.market_area (market, area),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
-- The position statement in versions: drafted from the record, edited, published; what is published stands.
create table commissioning.market_statement (
  id uuid primary key,
  market uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),
  text text not null check (text <> ''),                   -- Markdown
  figures_on date not null,                                -- the day whose figures it was drafted from
  published_on date,                                       -- null: it is written
  unique (market, number),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
create unique index market_statement_written_once on commissioning.market_statement (market) where published_on is null;

-- A small number of people is hidden before it is stored, also past every page: from 1 to one fewer than the threshold of its day.
create function commissioning.hide_market_need() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare least constant int := (select t.least from commissioning.package_threshold t where t.starts_on <= new.dated_on and (t.ends_on is null or new.dated_on < t.ends_on));
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
      raise exception 'what was entered stays' using errcode = 'check_violation', constraint = 'market_entry_stands';
    end if;
    return new;
  end if;
  if (select m.counts_people from commissioning.market m where m.id = new.market) and new.needed > 0 and new.needed < coalesce(least, 5) then
    new.needed := null; new.is_hidden := true;
  end if;
  return new;
end $$;
create trigger market_need_hidden before insert or update on commissioning.market_need for each row execute function commissioning.hide_market_need();
create function commissioning.hide_market_return() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare least constant int := (select t.least from commissioning.package_threshold t where t.starts_on <= new.dated_on and (t.ends_on is null or new.dated_on < t.ends_on));
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
      raise exception 'what was entered stays' using errcode = 'check_violation', constraint = 'market_entry_stands';
    end if;
    return new;
  end if;
  if (select m.counts_people from commissioning.market m where m.id = new.market) and new.places - new.free > 0 and new.places - new.free < coalesce(least, 5) then
    new.free := null; new.is_hidden := true;
  end if;
  return new;
end $$;
create trigger market_return_hidden before insert or update on commissioning.market_return for each row execute function commissioning.hide_market_return();
create function commissioning.keep_market() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.counts_people <> old.counts_people and exists (select from commissioning.market_need n where n.market = new.id union all select from commissioning.market_return r where r.market = new.id) then
    raise exception 'what it counts stands once figures are entered' using errcode = 'check_violation', constraint = 'market_counts_stand';
  end if;
  return new;
end $$;
create trigger market_counts_stand before update of counts_people on commissioning.market for each row execute function commissioning.keep_market();
create function commissioning.keep_market_statement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' and (old.published_on is not null or (new.market, new.number) is distinct from (old.market, old.number)) then
    raise exception 'what was published stands' using errcode = 'check_violation', constraint = 'market_statement_stands';
  end if;
  return new;
end $$;
create trigger market_statement_stands before update on commissioning.market_statement for each row execute function commissioning.keep_market_statement();
revoke all on function commissioning.hide_market_need(), commissioning.hide_market_return(), commissioning.keep_market(), commissioning.keep_market_statement() from public;

do $$
declare
  name text;
  led constant text := 'p.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
  mine constant text := 'exists (select from commissioning.market p where p.id = market and ' || led || ')';
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  call commissioning.protect_record('market');
  foreach name in array array['market_area', 'market_need', 'market_return', 'market_price', 'market_division', 'market_lot', 'market_lot_area', 'market_statement'] loop
    call commissioning.protect_part(name, 'market', led);
  end loop;
  -- Prices are for the board and for whoever leads, not for a provider's contact; a statement that is written is seen by those who write it.
  drop policy read on commissioning.market_price;
  execute format('create policy read on commissioning.market_price for select to goldenthread_app using (((sight <> ''draft'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or %s or body = any ((select governance.my_chair_bodies())::uuid[]) or %s) and cardinality((select commissioning.my_organisations(''provider''))) = 0)', clerk, mine);
  drop policy read on commissioning.market_statement;
  execute format('create policy read on commissioning.market_statement for select to goldenthread_app using ((published_on is not null and (sight = ''public'' '
    || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])))) or %s or body = any ((select governance.my_chair_bodies())::uuid[]) or %s)', clerk, mine);
  perform platform.protect('commissioning.market_quality'::regclass);
  create policy system on commissioning.market_quality to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
  create policy administer on commissioning.market_quality to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
  create policy read on commissioning.market_quality for select to goldenthread_app using (true);
end $$;
grant select, insert, update on commissioning.market_quality to goldenthread_app;
grant delete on commissioning.market_lot_area to goldenthread_app;

-- Markets on the golden thread: a market serves a need where its figures rest on one, and is what a service and a strategy are about.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'market'::text, m.id, m.title, m.body, null::date, null::date, case when m.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.market m$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select distinct 'market'::text, n.market, 'has-regard-to'::text, n.need_kind, n.need, null::date, null::date from commissioning.market_need n where n.need is not null
  union all
  select 'strategy'::text, m.strategy, 'has-regard-to'::text, 'market'::text, m.id, null::date, null::date from commissioning.market m where m.strategy is not null
  union all
  select 'service'::text, m.service, 'has-regard-to'::text, 'market'::text, m.id, null::date, null::date from commissioning.market m where m.service is not null$sql$;
end $$;
call thread.compose();
