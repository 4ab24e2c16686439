-- Teams: a partnership support team, a virtual commissioning team; who is in them, what they do, and which body they serve (G1).
create table governance.team (
  id uuid primary key,
  name text not null check (name <> ''),
  functions text[] not null default '{}',  -- what it does, one a line
  programme text not null default '',      -- its work programme, in words; empty where none is recorded
  serves uuid references governance.body,  -- null where it serves the whole partnership
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1
);
create unique index team_once on governance.team (lower(name)) where ends_on is null;
create index on governance.team (serves);
create table governance.team_member (
  id uuid primary key,
  team uuid not null references governance.team,
  person uuid not null references governance.person,
  role text not null check (role <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  constraint team_member_once exclude using gist (team with =, person with =, daterange(starts_on, ends_on) with &&)
);
create index on governance.team_member (person);
grant select, insert, update on governance.team, governance.team_member to goldenthread_app;
select platform.protect('governance.team'), platform.protect('governance.team_member');
do $$
declare name text; keepers constant text := '(select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0';
begin
  foreach name in array array['team', 'team_member'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
    execute format('create policy add on governance.%I for insert to goldenthread_app with check (%s)', name, keepers);
    execute format('create policy change on governance.%I for update to goldenthread_app using (%s) with check (%s)', name, keepers, keepers);
  end loop;
end $$;
