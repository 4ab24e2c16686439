-- The sealed schema of early help. Nothing is in it yet, and the seal already holds: the serving role may not even look inside.
-- The grants that let a family's own practitioners in come with the tables, behind row-level security on every one of them.
create schema casework;
revoke all on schema casework from public;
create table casework.seal (
  id int primary key check (id = 1),
  made_at timestamptz not null default now()
);
insert into casework.seal (id) values (1);
select platform.protect('casework.seal');
