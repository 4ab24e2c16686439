-- Scorecards of priorities frozen for meetings, and reports that make themselves (requirement I4): a dated schedule of a board or a priority, what became of
-- every run, and all words of a frozen scorecard kept with it.
create table performance.report_schedule (
  id uuid primary key,
  body uuid not null references governance.body,
  priority uuid references plans.priority, -- null: of the whole board
  rhythm text not null check (rhythm in ('month', 'quarter')),
  working_day int not null check (working_day between 1 and 40),  -- after the end of the period
  starts_on date not null,                 -- reports due from then on are made
  ends_on date check (ends_on > starts_on),
  made_at timestamptz not null,
  actor uuid not null default platform.actor(),
  unique (id, body),
  constraint report_schedule_one exclude using gist ((coalesce(priority, body)) with =, rhythm with =, daterange(starts_on, ends_on) with &&)
);
comment on table performance.report_schedule is 'When the report of a board or of a priority is made by itself: so many working days after each month or quarter.';
create index on performance.report_schedule (body);

alter table performance.scorecard
  alter column meeting drop not null, alter column item drop not null,
  add column schedule uuid,
  add column board_name text not null default '',  -- as it was called; empty: frozen before it was kept
  add column standing text not null default '',    -- what it is, in a sentence; empty: frozen before it was kept
  add foreign key (schedule, body) references performance.report_schedule (id, body),
  add constraint shown_or_scheduled check ((meeting is null) = (item is null) and (item is null) = (schedule is not null));
comment on column performance.scorecard.schedule is 'the schedule that made it; null: it was frozen for an item of a meeting';
create index on performance.scorecard (priority) where priority is not null;

create table performance.report_run (
  schedule uuid not null,
  body uuid not null,
  starts_on date not null,                 -- of the period
  ends_on date not null check (ends_on > starts_on),
  due_on date not null,
  outcome text not null check (outcome in ('made', 'skipped')),
  happened_on date not null,               -- after due_on: it was late, and shows the figures of that day
  scorecard uuid unique,
  reason text not null default '' check (reason in ('', 'not-run', 'no-measure')),
  primary key (schedule, starts_on),
  foreign key (schedule, body) references performance.report_schedule (id, body),
  foreign key (scorecard, body) references performance.scorecard (id, body),
  check ((outcome = 'made') = (scorecard is not null)),
  check ((outcome = 'skipped') = (reason <> ''))
);
comment on table performance.report_run is 'What became of each report that a schedule asks for: made, or skipped with the reason; never made up afterwards.';

-- A priority stands in a plan of the board whose scorecard is frozen.
create function performance.keep_priority_of_board() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.priority is not null and not exists (select from plans.priority p where p.id = new.priority and p.body = new.body) then
    raise exception 'the priority is of another board' using errcode = 'check_violation', constraint = 'priority_of_board';
  end if;
  return new;
end $$;
revoke all on function performance.keep_priority_of_board() from public;
create trigger priority_of_board before insert on performance.scorecard for each row execute function performance.keep_priority_of_board();
create trigger priority_of_board before insert on performance.report_schedule for each row execute function performance.keep_priority_of_board();

do $$
declare name text;
begin
  foreach name in array array['report_schedule', 'report_run'] loop
    perform platform.protect(format('performance.%I', name)::regclass);
    execute format('grant select, insert on performance.%I to goldenthread_app', name);
    execute format('create policy system on performance.%I to goldenthread_app using ((select performance.is_system())) with check ((select performance.is_system()))', name);
  end loop;
end $$;
grant update (ends_on) on performance.report_schedule to goldenthread_app;
create trigger stays before update or delete on performance.report_schedule for each row execute function performance.only_changes('ends_on');
create trigger stays before update or delete on performance.report_run for each row execute function performance.only_changes();

-- Anybody may know when reports are made; of a priority, whoever may read of it.
create policy read on performance.report_schedule for select to goldenthread_app using (
  priority is null or priority in (select t.priority from plans.priority_text t));
create policy keep on performance.report_schedule for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy change on performance.report_schedule for update to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]))
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy read on performance.report_run for select to goldenthread_app using (schedule in (select s.id from performance.report_schedule s));

-- What was shown to a meeting is read as its item is; what a schedule made, by anybody. What is of a priority is for those who may read of that.
drop policy read on performance.scorecard;
create policy read on performance.scorecard for select to goldenthread_app using (
  (schedule is not null or item in (select c.item from meetings.item_content c))
  and (priority is null or priority in (select t.priority from plans.priority_text t)));

-- The measures of a priority as anybody may see them.
create view performance.public_priority_measure with (security_invoker = true) as
  select l.measure, l.priority, ''::text as heading, 0 as position, l.starts_on, l.ends_on
    from performance.measure_link l join plans.priority_text t on t.priority = l.priority and t.sight = 'public' join plans.plan_version v on v.id = t.version and v.shown
  union all
  select l.measure, t.priority, t.title, t.position, l.starts_on, l.ends_on
    from performance.measure_link l join plans.outcome_text t on t.outcome = l.outcome and t.sight = 'public' join plans.plan_version v on v.id = t.version and v.shown;
grant select on performance.public_priority_measure to goldenthread_app;

-- The public edition of a scorecard holds what was public when it was frozen, and all of it is written as it is frozen; under a priority stand its outcomes.
create or replace function performance.keep_scorecard_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return new; end if;
  if new.edition = 'public' and (
      not exists (select from performance.measure m where m.id = new.measure and m.sight = 'public')
      or (new.observation is not null and not exists (select from performance.observation o where o.id = new.observation and o.measure = new.measure and o.sight = 'public'))
      or (new.commentary is not null and not exists (select from performance.commentary c where c.id = new.commentary and c.measure = new.measure and c.sight = 'public'))
      or (new.heading <> '' and not exists (select from plans.priority_text t where t.title = new.heading and t.sight = 'public')
        and not exists (select from plans.plan_version v where v.title = new.heading and v.sight = 'public')
        and not exists (select from performance.scorecard s join plans.priority_text p on p.priority = s.priority and p.sight = 'public'
          where s.id = new.scorecard and (new.heading = 'The whole priority' or exists (select from plans.outcome_text o
            where o.priority = s.priority and o.title = new.heading and o.sight = 'public'))))) then
    raise exception 'the public edition holds what is public' using errcode = 'check_violation', constraint = 'scorecard_public_edition';
  end if;
  if not exists (select from performance.scorecard s where s.id = new.scorecard and s.xmin = pg_current_xact_id()::xid) then
    raise exception 'a frozen scorecard stays as it was written' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
