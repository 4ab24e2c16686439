-- Figures that the record itself gives (requirement I5): which definition counts them, that nobody types over them, and when they were counted last.
alter table performance.measure_definition
  add column counted_by text not null default '' check (counted_by = '' or counted_by ~ '^[a-z-]+\.[a-z-]+$'),
  -- The record counts whole periods of a board, which follow each other.
  add constraint counted_as_a_whole check (counted_by = '' or (breakdowns = '[]' and areas = '{}' and frequency <> 'other'));
comment on column performance.measure_definition.counted_by is 'the definition by which the record itself gives the figures, as src/counted-measures.ts lists it; empty: somebody gives them';

alter table performance.observation drop constraint observation_entered_how_check,
  add constraint observation_entered_how_check check (entered_how in ('form', 'upload', 'api', 'import', 'record'));

-- What the record gives, nobody else gives: neither another figure of such a period, nor a figure that only says it was counted.
create function performance.keep_counted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or performance.is_system() then return new; end if;
  if new.entered_how = 'record' or coalesce((select d.counted_by from performance.measure_definition d where d.measure = new.measure
      order by d.starts_on < new.ends_on desc, case when d.starts_on < new.ends_on then d.starts_on end desc, d.starts_on limit 1), '') <> '' then
    raise exception 'the record gives the figures of this measure' using errcode = 'check_violation', constraint = 'observation_counted';
  end if;
  return new;
end $$;
revoke all on function performance.keep_counted() from public;
create trigger observation_counted before insert on performance.observation for each row execute function performance.keep_counted();

create table performance.count_made (
  measure uuid primary key,
  body uuid not null,
  code text not null,                      -- the definition it was counted by
  version int not null check (version > 0),
  counted_at timestamptz not null,         -- when last
  changed_at timestamptz,                  -- when a figure last became another one by it; null: never
  problem text not null default '',        -- why the last count stored nothing, as a code; empty: it did
  foreign key (measure, body) references performance.measure (id, body)
);
comment on table performance.count_made is 'When the figures of a measure were last counted from the record.';
select platform.protect('performance.count_made');
grant select, insert, update on performance.count_made to goldenthread_app;
create policy system on performance.count_made to goldenthread_app using ((select performance.is_system())) with check ((select performance.is_system()));
create policy read on performance.count_made for select to goldenthread_app using (measure in (select m.id from performance.measure m));
