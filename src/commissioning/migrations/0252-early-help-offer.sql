-- The early help offer as a live directory (requirement C3): how one gets a service, who keeps that true and when it was last checked; and what anybody
-- reports as wrong or missing, without an account.
create table commissioning.directory_entry (
  service uuid primary key,
  body uuid not null,
  sight text not null,
  how text not null check (how <> ''),                     -- how one gets it
  place text not null default '',                          -- a public place; empty: at home, or several
  opening text not null default '',
  cost text not null default '',                           -- empty: not recorded, which is not 'free'
  telephone text not null default '',
  email text not null default '',
  website text not null default '' check (website = '' or website ~ '^https://'),
  owner uuid references governance.person,                 -- who keeps it true; null: nobody named
  checked_on date,                                         -- last found true; null: never
  every_months int not null default 6 check (every_months between 1 and 24),
  version int not null default 1,
  foreign key (service, body, sight) references commissioning.service (id, body, sight) on update cascade
);
create index on commissioning.directory_entry (owner);

create table commissioning.offer_report (
  id uuid primary key,
  body uuid not null references governance.body,
  service uuid references commissioning.service,           -- null: a service that is missing
  said text not null check (said <> '' and length(said) <= 4000),
  contact text not null default '',                        -- only until it is settled
  received_at timestamptz not null,
  settled_on date,
  answer text not null default '',                         -- what was done about it
  version int not null default 1,
  check ((settled_on is null) = (answer = '')),
  check (settled_on is null or contact = '')
);
create index on commissioning.offer_report (body) where settled_on is null;
create index on commissioning.offer_report (service) where service is not null;

select platform.protect('commissioning.directory_entry'), platform.protect('commissioning.offer_report');
grant select, insert, update on commissioning.directory_entry, commissioning.offer_report to goldenthread_app;
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  of_led constant text := '(owner = (select governance.my_person()) or exists (select from commissioning.service s where s.id = service '
    || 'and s.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])))';
begin
  foreach name in array array['directory_entry', 'offer_report'] loop
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  execute format('create policy read on commissioning.directory_entry for select to goldenthread_app using (%s or %s)', seen, of_led);
  execute format('create policy keep on commissioning.directory_entry to goldenthread_app using (%s or %s) with check (%s or %s)', clerk, of_led, clerk, of_led);
  execute format('create policy keep on commissioning.offer_report to goldenthread_app using (%s) with check (%s)', clerk, clerk);
end $$;

-- What was sent stays as it was sent; it is settled once.
create function commissioning.keep_report() returns trigger language plpgsql as $$
begin
  if old.settled_on is not null or (new.id, new.body, new.service, new.said, new.received_at) is distinct from (old.id, old.body, old.service, old.said, old.received_at) then
    raise exception 'a report stays as it was sent, and is settled once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger report_stays before update on commissioning.offer_report for each row execute function commissioning.keep_report();
