-- How small numbers are hidden from a day on (I6) is said by administrators; what was hidden by a method stays as it was, so that none ends or changes.
grant insert on performance.small_number_method to goldenthread_app;
alter table performance.small_number_method add constraint small_number_method_named check (version ~ '\S' and source ~ '\S') not valid;
create policy administer on performance.small_number_method for insert to goldenthread_app with check ((select platform.is_administrator()));

-- How many figures a chart needs for its limits, where a board has no rule of its own (I3), is said by administrators, too.
alter table performance.chart_rules alter column id set default gen_random_uuid(), alter column made_at set default now();
create policy administer on performance.chart_rules for insert to goldenthread_app
  with check (body is null and measure is null and (select platform.is_administrator()));
