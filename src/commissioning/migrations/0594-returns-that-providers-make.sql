-- Returns that providers make of themselves (requirement C12; handbook of commissioning 1.5, 7): a provider is asked for its return in areas of a market by a day, and makes it
-- when it signs in. It sees what it was asked and what it said itself, and nothing that was asked of another.
alter table commissioning.market
  add column every_months int check (every_months between 1 and 60); -- a return that is older is flagged and asked for again; null: nobody has said how old one may be
comment on column commissioning.market.every_months is 'After how many months a return is old and asked for again; empty: nobody has said.';
create table commissioning.market_ask (
  id uuid primary key,
  market uuid not null,
  body uuid not null,
  sight text not null check (sight <> 'draft'),            -- nobody is asked about what only those see who prepare it
  area uuid not null,
  provider uuid not null references commissioning.provider,
  asked_on date not null,
  due_on date not null,                                    -- the last day
  note text not null default '',                           -- what the provider is told besides
  constraint market_ask_once unique (market, provider, area, due_on),
  unique (id, market, area, provider),
  check (due_on >= asked_on),
  foreign key (market, area) references commissioning.market_area (market, area),
  foreign key (market, body, sight) references commissioning.market (id, body, sight) on update cascade
);
create index on commissioning.market_ask (provider);
comment on table commissioning.market_ask is 'That a provider was asked for its return in an area of a market, and by when; for those who keep the market, and for that provider.';
alter table commissioning.market_return
  add column asked uuid,                                   -- what it answers, where the provider made it itself
  add column said_by uuid references governance.person,    -- who made it for the provider
  add constraint market_return_by_provider check ((asked is null) = (said_by is null)),
  add constraint market_return_as_asked foreign key (asked, market, area, provider) references commissioning.market_ask (id, market, area, provider);
create index on commissioning.market_return (asked) where asked is not null;

create function commissioning.keep_market_ask() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
    raise exception 'what was asked stands' using errcode = 'check_violation', constraint = 'market_ask_stands';
  end if;
  return new;
end $$;
create trigger market_ask_stands before update on commissioning.market_ask for each row execute function commissioning.keep_market_ask();
-- What commissioners spend with a provider is not the provider's to say: what was said of it last is kept beside its own return.
create function commissioning.keep_market_price() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare own commissioning.market_return;
begin
  select * into own from commissioning.market_return r where r.id = new.market_return;
  if own.asked is not null then
    new.spend := (select p.spend from commissioning.market_return r join commissioning.market_price p on p.market_return = r.id
      where r.market = own.market and r.area = own.area and r.provider = own.provider and (r.dated_on, r.number) < (own.dated_on, own.number)
      order by r.dated_on desc, r.number desc limit 1);
  end if;
  return new;
end $$;
create trigger market_price_kept before insert on commissioning.market_price for each row execute function commissioning.keep_market_price();
-- What a provider is told of the markets about which it was asked, also where it may not open them.
create function commissioning.my_asked_markets() returns table (id uuid, title text, unit text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.title, m.unit from commissioning.market m
  where exists (select from commissioning.market_ask a where a.market = m.id and a.provider = any (commissioning.my_organisations('provider')))
$$;
revoke all on function commissioning.keep_market_ask(), commissioning.keep_market_price(), commissioning.my_asked_markets() from public;
grant execute on function commissioning.my_asked_markets() to goldenthread_app;

do $$
declare
  led constant text := 'p.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
begin
  call commissioning.protect_part('market_ask', 'market', led);
  drop policy read on commissioning.market_ask;
  execute format('create policy read on commissioning.market_ask for select to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]) '
    || 'or body = any ((select governance.my_chair_bodies())::uuid[]) or exists (select from commissioning.market p where p.id = market and %s) or %s)', led, own);
  execute format('create policy told on commissioning.market_return for select to goldenthread_app using (%s)', own);
  execute format('create policy told on commissioning.market_price for select to goldenthread_app using (exists (select from commissioning.market_return r where r.id = market_return and r.%s))', own);
  execute format('create policy answer on commissioning.market_return for insert to goldenthread_app with check (asked is not null and %s)', own);
  -- Nobody makes a return in the name of a provider for whom they do not sign in; the clerk enters one as what the provider said.
  execute format('create policy by_provider on commissioning.market_return as restrictive for insert to goldenthread_app with check (asked is null '
    || 'or (%s and said_by = (select governance.my_person())) or (select commissioning.is_system()))', own);
  execute format('create policy answer on commissioning.market_price for insert to goldenthread_app with check (exists (select from commissioning.market_return r '
    || 'where r.id = market_return and r.market = market_price.market and r.asked is not null and r.%s))', own);
end $$;
