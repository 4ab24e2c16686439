-- Joint commissioning (requirements C1 to C16; handbook of commissioning 1, 6). Here: who commissions for an organisation, and the services that are
-- commissioned. A service is what people receive; its specification, its agreement and its contract are records of their own.
create schema commissioning;
grant usage on schema commissioning to goldenthread_app;
create function commissioning.is_system() returns boolean language sql stable as $$ select platform.actor() = platform.system_actor() $$;

-- Who acts for an organisation in commissioning, from when to when: its commissioners, its finance officers, and the contacts of a provider, who see
-- their own contracts and returns alone.
create table commissioning.officer (
  id uuid primary key,
  organisation uuid not null references governance.organisation,
  kind text not null check (kind in ('commissioner', 'finance', 'provider')),
  person uuid not null references governance.person,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),                -- first day on which it no longer holds
  version int not null default 1,
  constraint officer_once exclude using gist (organisation with =, kind with =, person with =, daterange(starts_on, ends_on) with &&)
);
create index on commissioning.officer (person);

-- The organisations for which one holds such an office today.
create function commissioning.my_organisations(office text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct o.organisation), '{}') from commissioning.officer o
    where o.kind = office and o.person = me and o.starts_on <= day and (o.ends_on is null or day < o.ends_on)
  );
end $$;
revoke all on function commissioning.my_organisations(text) from public;
grant execute on function commissioning.my_organisations(text) to goldenthread_app;

-- Whom services are for: a dated list of codes.
create table commissioning.client_group (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  position int not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on)                 -- first day on which it is no longer offered
);
insert into commissioning.client_group (code, name, position, starts_on) values
  ('all-families', 'All families', 1, '2010-01-01'),
  ('under-fives', 'Children under five and their parents', 2, '2010-01-01'),
  ('school-age', 'Children of school age', 3, '2010-01-01'),
  ('young-people', 'Young people of 11 to 19, or 25 with special needs', 4, '2010-01-01'),
  ('send', 'Children with special educational needs or a disability', 5, '2010-01-01'),
  ('mental-health', 'Children’s emotional wellbeing and mental health', 6, '2010-01-01'),
  ('in-care', 'Children in care and care leavers', 7, '2010-01-01'),
  ('young-carers', 'Young carers', 8, '2010-01-01'),
  ('parents', 'Parents and carers', 9, '2010-01-01'),
  ('adults', 'Adults who need care or support', 10, '2010-01-01');

create table commissioning.service (
  id uuid primary key,
  body uuid not null references governance.body,           -- the board that commissions it
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  summary text not null default '',                        -- what people receive, in plain words
  client_group text not null references commissioning.client_group,
  ages text not null default '',                           -- as people would say it; empty: of any age, or not recorded
  tier text not null check (tier in ('universal', 'targeted', 'specialist')),
  provision text not null check (provision in ('in-house', 'external', 'both')),
  lead uuid not null references governance.organisation,   -- the lead commissioner
  run_by uuid references governance.organisation,          -- who provides it, where the directory has it
  run_by_name text not null default '',                    -- the same in words; empty: not recorded
  version int not null default 1,
  unique (id, body, sight)
);
create index on commissioning.service (body);
create index on commissioning.service (lead);
-- Where it is offered.
create table commissioning.service_area (
  service uuid not null,
  body uuid not null,
  sight text not null,
  area uuid not null references governance.area,
  primary key (service, area),
  foreign key (service, body, sight) references commissioning.service (id, body, sight) on update cascade
);
-- What it is, from which day: half-open periods that do not overlap.
create table commissioning.service_status (
  id uuid primary key,
  service uuid not null,
  body uuid not null,
  sight text not null,
  status text not null check (status in ('planned', 'live', 'paused', 'ending', 'ended')),
  because text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  foreign key (service, body, sight) references commissioning.service (id, body, sight) on update cascade,
  constraint service_status_once exclude using gist (service with =, daterange(starts_on, ends_on) with &&)
);
-- Which outcomes of plans it serves, from when to when: ended, never deleted.
create table commissioning.service_outcome (
  id uuid primary key,
  service uuid not null,
  body uuid not null,
  sight text not null,
  outcome uuid not null references plans.outcome,
  why text not null default '',
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  foreign key (service, body, sight) references commissioning.service (id, body, sight) on update cascade
);
create unique index service_outcome_once on commissioning.service_outcome (service, outcome) where ends_on is null;
create index on commissioning.service_outcome (outcome);

-- A service stays with its board, and what was public stays public.
create function commissioning.keep_board() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body) is distinct from (old.id, old.body) then
    raise exception 'a record stays with its board' using errcode = 'insufficient_privilege';
  end if;
  if old.sight = 'public' and new.sight <> 'public' then
    raise exception 'what was public stays public' using errcode = 'check_violation', constraint = 'commissioning_stays_public';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_board() from public;
create trigger service_stays before update on commissioning.service for each row execute function commissioning.keep_board();

grant select, insert, update on all tables in schema commissioning to goldenthread_app;
grant delete on commissioning.service_area to goldenthread_app;
do $$
declare
  name text;
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  led constant text := 'lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
  of_led constant text := 'exists (select from commissioning.service s where s.id = service and s.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[]))';
begin
  for name in select tablename from pg_tables where schemaname = 'commissioning' loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  foreach name in array array['officer', 'client_group'] loop
    execute format('create policy administer on commissioning.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
  end loop;
  execute format('create policy read on commissioning.service for select to goldenthread_app using (%s or %s)', seen, led);
  execute format('create policy keep on commissioning.service to goldenthread_app using (%s or %s) with check (%s or %s)', kept, led, kept, led);
  foreach name in array array['service_area', 'service_status', 'service_outcome'] loop
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or %s)', name, seen, of_led);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s or %s) with check (%s or %s)', name, kept, of_led, kept, of_led);
  end loop;
end $$;
create policy read on commissioning.client_group for select to goldenthread_app using (true);
-- Who commissions and who answers for money is known to everybody; the contacts of a provider to themselves.
create policy read on commissioning.officer for select to goldenthread_app using (kind <> 'provider' or person = (select governance.my_person()));
