-- A register that is brought changes contracts that are recorded, too (requirements C9, C11): cell by cell, all of it or nothing. Of every contract it is kept which file made or
-- changed it, and what stood there before. The files stay with the clerk of the board, and so does this.
alter table commissioning.register_file
  add column change_count int not null default 0 check (change_count >= 0), -- how many recorded contracts it changed when it was loaded
  add unique (id, body);
create or replace function commissioning.keep_register_file() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.loaded_at is not null or new.loaded_at is null
      or to_jsonb(new) - '{cells,loaded_at,contract_count,provider_count,change_count}'::text[] is distinct from to_jsonb(old) - '{cells,loaded_at,contract_count,provider_count,change_count}'::text[] then
    raise exception 'a file stays as it was brought' using errcode = 'check_violation', constraint = 'register_file_stands';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_register_file() from public;
create table commissioning.register_line (
  file uuid not null,
  contract uuid not null,
  body uuid not null,
  kind text not null check (kind in ('made', 'changed')),
  on_day date not null default platform.today(),
  changes jsonb not null default '[]' check (jsonb_typeof(changes) = 'array'), -- column, what stood there, what stands there now
  primary key (file, contract),
  check ((kind = 'changed') = (changes <> '[]'::jsonb)),
  foreign key (file, body) references commissioning.register_file (id, body),
  foreign key (contract, body) references commissioning.contract (id, body)
);
create index on commissioning.register_line (contract);
do $$
declare clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  perform platform.protect('commissioning.register_line'::regclass);
  grant select, insert on commissioning.register_line to goldenthread_app;
  execute 'create policy system on commissioning.register_line to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute format('create policy keep on commissioning.register_line to goldenthread_app using (%s) with check (%s)', clerk, clerk);
end $$;
