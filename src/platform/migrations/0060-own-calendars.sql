-- The secret address under which a person's own calendar can be fetched without signing in. The secret itself is not kept: the address is signed with
-- a key of the installation over account and number, so that a copy of the database opens no calendar; a new number makes the old address void.
create table platform.calendar_address (
  account uuid primary key,
  number int not null check (number > 0),
  revoked boolean not null default false,
  changed_at timestamptz not null
);
select platform.protect('platform.calendar_address');
grant select, insert, update on platform.calendar_address to goldenthread_app;
create policy own on platform.calendar_address to goldenthread_app using (account = (select platform.actor())) with check (account = (select platform.actor()));
