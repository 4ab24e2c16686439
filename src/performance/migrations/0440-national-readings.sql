-- Readings of published figures that an administrator begins on a page (requirements I2, I3): which files were brought, how far the reading is, what became of it.
-- The figures themselves come in with one transaction, as migration 0135 says: a reading that is stopped, refused or cut short leaves everything as it was.
create table performance.national_reading (
  id uuid primary key,
  files text[] not null check (cardinality(files) between 3 and 5),  -- names of the files as they were brought
  state text not null default 'reading' check (state in ('reading', 'read', 'unchanged', 'refused', 'stopped', 'broken')),
  started_at timestamptz not null,
  seen_at timestamptz not null,            -- its last sign of life
  percent int not null default 0 check (percent between 0 and 100),  -- of the bytes of the values
  rows_read int not null default 0 check (rows_read >= 0),
  stop_asked_at timestamptz,
  ended_at timestamptz,
  edition uuid references performance.national_edition,  -- what was made, or what was there before already
  words text not null default '',          -- why it was refused
  actor uuid not null default platform.actor(),
  check ((state = 'reading') = (ended_at is null)),
  check ((state in ('read', 'unchanged')) = (edition is not null)),
  check ((state = 'refused') = (words <> ''))
);
create unique index national_reading_one_at_once on performance.national_reading ((true)) where ended_at is null;
create index on performance.national_reading (started_at desc);

select platform.protect('performance.national_reading');
grant select, insert, update on performance.national_reading to goldenthread_app;
create policy system on performance.national_reading to goldenthread_app using ((select performance.is_system())) with check ((select performance.is_system()));
create policy read on performance.national_reading for select to goldenthread_app using ((select platform.is_administrator()));
create policy begin on performance.national_reading for insert to goldenthread_app
  with check ((select platform.is_administrator()) and state = 'reading' and percent = 0 and rows_read = 0 and stop_asked_at is null);
create policy stop on performance.national_reading for update to goldenthread_app using ((select platform.is_administrator()) and ended_at is null);
-- People ask it to stop; only the product says how far it is, and what has ended stays as it ended.
create function performance.reading_holds() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or tg_op = 'DELETE' then
    raise exception 'a reading that has ended stays as it ended' using errcode = 'insufficient_privilege';
  end if;
  if not performance.is_system() and to_jsonb(old) - 'stop_asked_at' is distinct from to_jsonb(new) - 'stop_asked_at' then
    raise exception 'people can only ask a reading to stop' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger holds before update or delete on performance.national_reading for each row execute function performance.reading_holds();

-- The serving role reads in, but owns no table: what is asked next is planned by what is there now.
create function performance.analyze_national() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze performance.national_value, performance.national_period;
end $$;
revoke all on function performance.analyze_national() from public;
grant execute on function performance.analyze_national() to goldenthread_app;

do $$
declare said record;
begin
  for said in select * from (values
    ('national_reading', 'A reading of published figures that an administrator began on a page.')
  ) as t (name, words) loop
    execute format('comment on table performance.%I is %L', said.name, said.words);
  end loop;
end $$;
