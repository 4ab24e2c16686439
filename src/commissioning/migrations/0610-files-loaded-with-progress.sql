-- How far the loading of a file of notices or of a register is, and that a person stopped it (requirements C15, C9). A file is loaded in one transaction, all of it or nothing; how far
-- it is stands here, beside that transaction, so that others see it. The last line of the loading ends it here, too: a load is either loaded or stopped, never both.
create table commissioning.file_load (
  id uuid primary key,
  body uuid not null references governance.body,
  notice_file uuid,
  register_file uuid,
  begun_at timestamptz not null,
  begun_by uuid not null,
  total int check (total >= 0),                            -- how many notices and contracts there are to write; null: not known yet
  done int not null default 0 check (done >= 0),
  beat_at timestamptz not null default clock_timestamp(),  -- when the house last said how far it is; long ago: the house was stopped in the middle, and nothing stands
  stop_asked_at timestamptz,
  stop_asked_by uuid,
  ended_at timestamptz,
  outcome text check (outcome in ('loaded', 'stopped', 'refused', 'failed', 'broken-off')),
  problem text not null default '' check (problem = '' or outcome = 'refused'), -- why the record took none of it
  check (num_nonnulls(notice_file, register_file) = 1),
  check (done <= total),
  check ((ended_at is null) = (outcome is null)),
  check ((stop_asked_at is null) = (stop_asked_by is null)),
  check (outcome <> 'stopped' or stop_asked_at is not null),
  check (outcome <> 'loaded' or stop_asked_at is null),
  foreign key (notice_file, body) references commissioning.notice_file (id, body) on delete cascade,
  foreign key (register_file, body) references commissioning.register_file (id, body) on delete cascade
);
create index on commissioning.file_load (body);
create unique index file_load_once_notices on commissioning.file_load (notice_file) where ended_at is null;
create unique index file_load_once_register on commissioning.file_load (register_file) where ended_at is null;
create index on commissioning.file_load (notice_file);
create index on commissioning.file_load (register_file);

create function commissioning.keep_file_load() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.ended_at is not null or (old.stop_asked_at is not null and (new.stop_asked_at, new.stop_asked_by) is distinct from (old.stop_asked_at, old.stop_asked_by))
      or (new.id, new.body, new.notice_file, new.register_file, new.begun_at, new.begun_by) is distinct from (old.id, old.body, old.notice_file, old.register_file, old.begun_at, old.begun_by) then
    raise exception 'a load that ended stands' using errcode = 'check_violation', constraint = 'file_load_stands';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_file_load() from public;
create trigger file_load_stands before update on commissioning.file_load for each row execute function commissioning.keep_file_load();

do $$
declare clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  perform platform.protect('commissioning.file_load'::regclass);
  grant select, insert, update on commissioning.file_load to goldenthread_app;
  execute 'create policy system on commissioning.file_load to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute format('create policy keep on commissioning.file_load to goldenthread_app using (%s) with check (%s)', clerk, clerk);
end $$;
