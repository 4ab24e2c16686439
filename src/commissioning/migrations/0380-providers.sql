-- Providers (requirement C11; handbook of commissioning 1.5, 5.2, 7): one record across commissioners. A provider is an organisation with a role: its names over time
-- and what followed it are those of the organisation. What one commissioner has to do with it (contacts, rates, letters) is a record of its own.
-- Bank details are not kept here at all: who is paid into which account stays in the ledger of whoever pays.
create table commissioning.provider (
  id uuid primary key references governance.organisation,
  body uuid not null references governance.body,           -- the board whose clerk entered it, and keeps it
  vcse text not null default 'not-known' check (vcse in ('yes', 'no', 'not-known')),
  vcse_source text not null default '',                    -- who says that it is, or is not, a voluntary, community or social enterprise
  note text not null default '',                           -- what it does, in plain words
  entered_by uuid not null default platform.actor(),       -- whoever entered it does not approve what it is paid
  entered_on date not null default platform.today(),
  version int not null default 1,
  check ((vcse = 'not-known') = (vcse_source = ''))
);
create index on commissioning.provider (body);
-- Its numbers in public lists, each with its source, from when to when. One number is one organisation's at a time.
create table commissioning.provider_identifier (
  id uuid primary key,
  provider uuid not null references commissioning.provider,
  scheme text not null check (scheme in ('GB-COH', 'GB-CHC', 'GB-SC', 'GB-NIC', 'GB-PPON', 'GB-NHS', 'GB-UKPRN', 'GB-MPR')),
  value text not null,
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  constraint identifier_reads check (case scheme
    when 'GB-COH' then value ~ '^[A-Z0-9]{2}[0-9]{6}$'
    when 'GB-CHC' then value ~ '^[0-9]{6,7}(-[0-9]+)?$'
    when 'GB-SC' then value ~ '^SC[0-9]{6}$'
    when 'GB-NIC' then value ~ '^[0-9]{6}$'
    when 'GB-PPON' then value ~ '^[A-Z]{4}-[0-9]{4}-[A-Z]{4}$'
    when 'GB-NHS' then value ~ '^[A-Z0-9]{3,6}$'
    else value ~ '^[0-9]{1,12}$' end),
  constraint identifier_once exclude using gist (scheme with =, value with =, daterange(starts_on, ends_on) with &&)
);
create index on commissioning.provider_identifier (provider);

-- What one commissioner has to do with one provider.
create table commissioning.provider_relation (
  id uuid primary key,
  provider uuid not null references commissioning.provider,
  commissioner uuid not null references governance.organisation,
  body uuid not null references governance.body,           -- the board whose clerk keeps it besides the commissioner
  note text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  unique (id, body, provider),
  constraint relation_once exclude using gist (provider with =, commissioner with =, daterange(starts_on, ends_on) with &&)
);
create index on commissioning.provider_relation (body);
create index on commissioning.provider_relation (commissioner);
-- Whom the commissioner writes to there.
create table commissioning.provider_contact (
  id uuid primary key,
  relation uuid not null,
  body uuid not null,
  provider uuid not null,
  name text not null check (name <> ''),
  post text not null default '',
  email text not null default '',
  phone text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  foreign key (relation, body, provider) references commissioning.provider_relation (id, body, provider)
);
create index on commissioning.provider_contact (relation);
-- What one commissioner pays for a unit of care. Rates are compared on the same unit, need, area and VAT only.
create table commissioning.provider_rate (
  id uuid primary key,
  relation uuid not null,
  body uuid not null,
  provider uuid not null,
  unit text not null check (unit in ('hour', 'night', 'day', 'week', 'session', 'place')),
  need_band text not null check (need_band <> ''),
  area uuid references governance.area,                    -- null: everywhere
  vat text not null check (vat in ('standard', 'none')),   -- whether VAT is added to it
  pence bigint not null check (pence > 0),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  foreign key (relation, body, provider) references commissioning.provider_relation (id, body, provider),
  constraint rate_once exclude using gist (relation with =, unit with =, need_band with =, (coalesce(area, '00000000-0000-0000-0000-000000000000'::uuid)) with =, vat with =,
    daterange(starts_on, ends_on) with &&)
);
create index on commissioning.provider_rate (provider);
-- The yearly letter that confirms what was agreed: its text stands once it is sent; another version replaces it.
create table commissioning.provider_letter (
  id uuid primary key,
  relation uuid not null,
  body uuid not null,
  provider uuid not null,
  year int not null check (year between 2000 and 2100),    -- the year that begins on 1 April
  number int not null check (number > 0),                  -- its version within the year
  text text not null check (text <> ''),
  made_on date not null,
  sent_on date check (sent_on >= made_on),
  acknowledged_on date check (acknowledged_on >= sent_on),
  acknowledged_by uuid references governance.person,
  version int not null default 1,
  unique (relation, year, number),
  foreign key (relation, body, provider) references commissioning.provider_relation (id, body, provider),
  check ((acknowledged_on is null) = (acknowledged_by is null))
);
create index on commissioning.provider_letter (provider);

-- The boards for which one commissions, by what one's organisation has to do with providers: they compare what they pay.
create function commissioning.my_buying_boards() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine constant uuid[] := commissioning.my_organisations('commissioner') || commissioning.my_organisations('finance');
begin
  if cardinality(mine) = 0 then return '{}'; end if;
  return (select coalesce(array_agg(distinct r.body), '{}') from commissioning.provider_relation r where r.commissioner = any (mine));
end $$;
revoke all on function commissioning.my_buying_boards() from public;
grant execute on function commissioning.my_buying_boards() to goldenthread_app;
-- Who entered a provider does not approve what it is paid.
create function commissioning.may_approve_payment(to_provider uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from commissioning.provider p where p.id = to_provider and p.entered_by is distinct from platform.actor())
$$;
revoke all on function commissioning.may_approve_payment(uuid) from public;
grant execute on function commissioning.may_approve_payment(uuid) to goldenthread_app;

-- A provider stays with its board and with whoever entered it; a relation with its provider and its commissioner.
create function commissioning.keep_provider() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not commissioning.is_system() then new.entered_by := coalesce(platform.actor(), new.entered_by); end if;
    return new;
  end if;
  if (new.id, new.body, new.entered_by, new.entered_on) is distinct from (old.id, old.body, old.entered_by, old.entered_on) then
    raise exception 'a provider stays with whoever entered it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create function commissioning.keep_relation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.provider, new.commissioner) is distinct from (old.id, old.body, old.provider, old.commissioner) then
    raise exception 'a relation stays with its provider' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
-- What was sent stands. The provider's own contact acknowledges it, and changes nothing else of it.
create function commissioning.keep_letter() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.acknowledged_on is not null and not commissioning.is_system() then
      raise exception 'the provider acknowledges it once it is sent' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if to_jsonb(new) - '{sent_on,acknowledged_on,acknowledged_by,version}'::text[] is distinct from to_jsonb(old) - '{sent_on,acknowledged_on,acknowledged_by,version}'::text[]
      or (old.sent_on is not null and new.sent_on is distinct from old.sent_on)
      or (old.acknowledged_on is not null and (new.acknowledged_on, new.acknowledged_by) is distinct from (old.acknowledged_on, old.acknowledged_by)) then
    raise exception 'a letter stays as it was made' using errcode = 'insufficient_privilege';
  end if;
  if old.acknowledged_on is null and new.acknowledged_on is not null then
    if old.sent_on is null then raise exception 'it was not sent' using errcode = 'check_violation', constraint = 'letter_sent_first'; end if;
    if not commissioning.is_system() and (new.acknowledged_by is distinct from governance.my_person() or not new.provider = any (commissioning.my_organisations('provider'))) then
      raise exception 'the provider acknowledges it' using errcode = 'insufficient_privilege';
    end if;
  elsif new.sent_on is not distinct from old.sent_on and new.provider = any (commissioning.my_organisations('provider')) then
    raise exception 'the provider acknowledges it, and no more' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_provider(), commissioning.keep_relation(), commissioning.keep_letter() from public;
create trigger provider_stays before insert or update on commissioning.provider for each row execute function commissioning.keep_provider();
create trigger relation_stays before update on commissioning.provider_relation for each row execute function commissioning.keep_relation();
create trigger letter_stays before insert or update on commissioning.provider_letter for each row execute function commissioning.keep_letter();

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
  buying constant text := 'body = any ((select commissioning.my_buying_boards())::uuid[])';
  of_relation constant text := 'exists (select from commissioning.provider_relation r where r.id = relation and r.commissioner = any ((select commissioning.my_organisations(''commissioner''))::uuid[]))';
  commissioner constant text := 'commissioner = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
begin
  foreach name in array array['provider', 'provider_identifier', 'provider_relation', 'provider_contact', 'provider_rate', 'provider_letter'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  -- Who provides is known to everybody, as organisations are.
  execute 'create policy read on commissioning.provider for select to goldenthread_app using (true)';
  execute 'create policy read on commissioning.provider_identifier for select to goldenthread_app using (true)';
  execute format('create policy keep on commissioning.provider to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy keep on commissioning.provider_identifier to goldenthread_app using (exists (select from commissioning.provider p where p.id = provider and p.%s)) '
    'with check (exists (select from commissioning.provider p where p.id = provider and p.%s))', clerk, clerk);
  execute format('create policy read on commissioning.provider_relation for select to goldenthread_app using (%s or %s or %s or %s)', clerk, commissioner, buying, own);
  execute format('create policy keep on commissioning.provider_relation to goldenthread_app using (%s or %s) with check (%s or %s)', clerk, commissioner, clerk, commissioner);
  execute format('create policy read on commissioning.provider_contact for select to goldenthread_app using (%s or %s or %s)', clerk, of_relation, own);
  foreach name in array array['provider_rate', 'provider_letter'] loop
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or %s or (%s and %s))', name, clerk, of_relation,
      case when name = 'provider_rate' then 'true' else 'sent_on is not null' end, own);
  end loop;
  execute format('create policy compare on commissioning.provider_rate for select to goldenthread_app using (%s)', buying);
  foreach name in array array['provider_contact', 'provider_rate', 'provider_letter'] loop
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s or %s) with check (%s or %s)', name, clerk, of_relation, clerk, of_relation);
  end loop;
  execute format('create policy acknowledge on commissioning.provider_letter for update to goldenthread_app using (%s and sent_on is not null) with check (%s)', own, own);
  -- Whoever commissions and is the contact of a provider besides sees no rate of another: a provider never does.
  execute format('create policy no_other on commissioning.provider_rate as restrictive for select to goldenthread_app using (not (select commissioning.is_provider()) or %s)', own);
  -- The clerk who keeps a provider says who its contacts are here.
  execute format('create policy contacts_read on commissioning.officer for select to goldenthread_app using (kind = ''provider'' and exists (select from commissioning.provider p where p.id = organisation and p.%s))', clerk);
  execute format('create policy contacts_add on commissioning.officer for insert to goldenthread_app with check (kind = ''provider'' and exists (select from commissioning.provider p where p.id = organisation and p.%s))', clerk);
  execute format('create policy contacts_end on commissioning.officer for update to goldenthread_app using (kind = ''provider'' and exists (select from commissioning.provider p where p.id = organisation and p.%s)) '
    'with check (kind = ''provider'' and exists (select from commissioning.provider p where p.id = organisation and p.%s))', clerk, clerk);
end $$;
