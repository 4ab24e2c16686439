-- Whom a market asks for a return is told by mail, and what was asked in error is taken back with the reason (requirement C12).
alter table commissioning.market_ask
  add column mailed_at timestamptz,                        -- when the contacts of the provider were told by mail; null: no address of theirs is known
  add column withdrawn_on date,                            -- from this day nothing is asked any more
  add column withdrawn_because text not null default '',
  add constraint market_ask_withdrawn_why check ((withdrawn_on is null) = (withdrawn_because = '')),
  add constraint market_ask_withdrawn_after check (withdrawn_on >= asked_on),
  drop constraint market_ask_once;
-- What was taken back may be asked again by the same day.
create unique index market_ask_once on commissioning.market_ask (market, provider, area, due_on) where withdrawn_on is null;
comment on column commissioning.market_ask.mailed_at is 'When the contacts of the provider were told by mail; empty: no address of theirs is known.';
comment on column commissioning.market_ask.withdrawn_on is 'The day on which it was taken back; empty: it stands.';
comment on column commissioning.market_ask.withdrawn_because is 'Why it was taken back, for those who keep the market; empty: it stands.';

create or replace function commissioning.keep_market_ask() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare changes constant text[] := '{sight,withdrawn_on,withdrawn_because}';
begin
  if to_jsonb(new) - changes is distinct from to_jsonb(old) - changes
    or (old.withdrawn_on is not null and (new.withdrawn_on, new.withdrawn_because) is distinct from (old.withdrawn_on, old.withdrawn_because)) then
    raise exception 'what was asked stands' using errcode = 'check_violation', constraint = 'market_ask_stands';
  end if;
  if new.withdrawn_on is not null and old.withdrawn_on is null then
    if exists (select from commissioning.market_return r where r.asked = new.id) then
      raise exception 'it was answered' using errcode = 'check_violation', constraint = 'market_ask_answered';
    end if;
    new.withdrawn_on := platform.today();
  end if;
  return new;
end $$;
-- Whoever answers and whoever takes it back at the same time wait for one another.
create function commissioning.keep_return_as_asked() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare taken date;
begin
  select a.withdrawn_on into taken from commissioning.market_ask a where a.id = new.asked for share;
  if taken is not null then
    raise exception 'it is not asked any more' using errcode = 'check_violation', constraint = 'market_return_not_asked';
  end if;
  return new;
end $$;
create trigger market_return_not_asked before insert on commissioning.market_return for each row when (new.asked is not null) execute function commissioning.keep_return_as_asked();

-- The addresses of the contacts of some providers, for whoever keeps a market that its board sees, and for nobody else.
create function commissioning.market_contacts(of_market uuid, of_providers uuid[]) returns table (provider uuid, name text, email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.organisation, p.name, c.email
  from commissioning.officer o
  join governance.person p on p.id = o.person
  join governance.person_contact c on c.person = p.id
  where o.kind = 'provider' and o.organisation = any (of_providers) and o.starts_on <= platform.today() and (o.ends_on is null or platform.today() < o.ends_on) and c.email <> ''
    and exists (select from commissioning.market m where m.id = of_market and m.sight <> 'draft'
      and (m.body = any (governance.my_clerk_bodies()) or m.lead = any (commissioning.my_organisations('commissioner')) or commissioning.is_system()))
  order by o.organisation, p.name, p.id
$$;
revoke all on function commissioning.keep_return_as_asked(), commissioning.market_contacts(uuid, uuid[]) from public;
grant execute on function commissioning.market_contacts(uuid, uuid[]) to goldenthread_app;
