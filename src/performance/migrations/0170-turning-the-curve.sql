-- Turning the curve (requirement T4): what was agreed where no plan holds it yet, forecasts that stay as they were frozen, and the curve on the golden thread.

-- An agreed action is one of a plan, or words until a plan takes it up.
alter table performance.curve_action alter column action drop not null;
alter table performance.curve_action
  add column words text not null default '',  -- what was agreed; empty where the plan says it
  add column who text not null default '',    -- who does it; empty: nobody is named, or the plan says it
  add column by_when date,                    -- null: no day is named, or the plan says it
  add constraint curve_action_of_a_plan_or_in_words check ((action is null) = (words <> '') and (action is null or (who = '' and by_when is null)));
create index on performance.curve_action (action) where action is not null;
drop policy both_ends on performance.curve_action;
drop policy both_ends_made on performance.curve_action;
create policy both_ends on performance.curve_action as restrictive for select to goldenthread_app
  using (action is null or action in (select a.id from plans.action a));
create policy both_ends_made on performance.curve_action as restrictive for insert to goldenthread_app
  with check (action is null or exists (select from plans.action a where a.id = action));

-- A forecast is frozen on the day on which it is made, at once and whole. Another one is another record; of what comes if nothing is done, one a day.
create unique index forecast_once_a_day on performance.forecast (measure, frozen_on) where purpose = 'do-nothing';
create function performance.keep_forecast() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.frozen_on is distinct from platform.today() then
    raise exception 'a forecast is frozen on the day on which it is made' using errcode = 'check_violation', constraint = 'forecast_frozen_today';
  end if;
  return new;
end $$;
create function performance.keep_forecast_point() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and not exists (select from performance.forecast f where f.id = new.forecast and f.xmin = pg_current_xact_id()::xid) then
    raise exception 'a frozen forecast stays as it was frozen' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function performance.keep_forecast(), performance.keep_forecast_point() from public;
create trigger frozen_today before insert on performance.forecast for each row execute function performance.keep_forecast();
create trigger frozen_at_once before insert on performance.forecast_point for each row execute function performance.keep_forecast_point();

-- An action that was agreed to turn a curve serves the measure.
create or replace view performance.thread_link with (security_invoker = true) as
  select 'measure'::text as from_kind, l.measure as from_id, 'measures'::text as relation, 'plan'::text as to_kind, l.plan as to_id, l.starts_on, l.ends_on
    from performance.measure_link l where l.plan is not null
  union all
  select 'measure'::text, l.measure, 'measures'::text, 'priority'::text, l.priority, l.starts_on, l.ends_on from performance.measure_link l where l.priority is not null
  union all
  select 'measure'::text, l.measure, 'measures'::text, 'outcome'::text, l.outcome, l.starts_on, l.ends_on from performance.measure_link l where l.outcome is not null
  union all
  select 'plan-action'::text, c.action, 'turns'::text, 'measure'::text, c.measure, (c.made_at at time zone 'Europe/London')::date,
      (c.withdrawn_at at time zone 'Europe/London')::date
    from performance.curve_action c where c.action is not null;
call thread.compose();
