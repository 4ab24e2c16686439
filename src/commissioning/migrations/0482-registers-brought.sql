-- Registers of contracts and providers that are brought as a file (requirements C9, C11): looked at first, loaded whole or not at all. The cells of a file may name what nobody has
-- looked at, so that only the clerk of its board reads them, and they are kept until the file is loaded, dropped, or a month has passed.
create table commissioning.register_file (
  id uuid primary key,
  body uuid not null references governance.body,
  name text not null check (name <> ''),
  digest text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  cells text,                                              -- row by row as JSON; gone once it is loaded
  loaded_at timestamptz,
  contract_count int not null default 0 check (contract_count >= 0), -- how many were new when it was loaded
  provider_count int not null default 0 check (provider_count >= 0),
  check (cells is null or loaded_at is null)
);
create index on commissioning.register_file (body);

-- A file stays as it was brought; what became of it is written once.
create function commissioning.keep_register_file() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.loaded_at is not null or new.loaded_at is null
      or to_jsonb(new) - '{cells,loaded_at,contract_count,provider_count}'::text[] is distinct from to_jsonb(old) - '{cells,loaded_at,contract_count,provider_count}'::text[] then
    raise exception 'a file stays as it was brought' using errcode = 'check_violation', constraint = 'register_file_stands';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_register_file() from public;
create trigger register_file_stands before update on commissioning.register_file for each row execute function commissioning.keep_register_file();

do $$
declare clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  perform platform.protect('commissioning.register_file'::regclass);
  grant select, insert, update, delete on commissioning.register_file to goldenthread_app;
  execute 'create policy system on commissioning.register_file to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute format('create policy keep on commissioning.register_file to goldenthread_app using (%s) with check (%s)', clerk, clerk);
end $$;
