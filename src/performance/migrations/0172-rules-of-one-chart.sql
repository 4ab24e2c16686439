-- Rules of charts (requirement I3) may be set for one measure, and say which chart stands first: with limits, or as a run, which serves tiny counts better.
alter table performance.chart_rules
  add column measure uuid,                 -- null: every measure of the board that has no rule of its own
  add column first_chart text not null default 'process' check (first_chart in ('process', 'run')),
  add foreign key (measure, body) references performance.measure (id, body),
  add check (measure is null or body is not null),
  drop constraint chart_rules_body_starts_on_key,
  add unique nulls not distinct (body, measure, starts_on);
-- The rule of a measure is known with the measure.
drop policy read on performance.chart_rules;
create policy read on performance.chart_rules for select to goldenthread_app using (measure is null or measure in (select m.id from performance.measure m));

-- Nobody decides tomorrow what is written down today, and a note or a decision that was taken back stays so (migration 0121).
create function performance.keep_rebase() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.decided_on > platform.today() then
    raise exception 'a decision is written down once it is taken' using errcode = 'check_violation', constraint = 'rebase_decided';
  end if;
  return new;
end $$;
revoke all on function performance.keep_rebase() from public;
create trigger decided_before before insert on performance.rebase for each row execute function performance.keep_rebase();
