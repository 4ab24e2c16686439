-- Duties that come back every year (requirement P11; handbook plans 1.2): annual and half-yearly report, self-assessment, annual meeting. A dated rule with
-- its source says in which months it is to be done; what was done in a year rests on a report, a meeting or words, and what was not done is seen.
create table plans.duty (
  id uuid primary key,
  body uuid not null references governance.body,
  kind text not null check (kind in ('annual-report', 'half-yearly-report', 'self-assessment', 'annual-meeting')),
  source text not null check (source <> ''),  -- law, terms or decision that asks for it
  opens_month int not null check (opens_month between 1 and 12),
  closes_month int not null check (closes_month between 1 and 12),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),  -- first day on which it is no longer owed
  version int not null default 1,
  unique (id, body),
  constraint duty_once exclude using gist (body with =, kind with =, closes_month with =, daterange(starts_on, ends_on) with &&)
);
create table plans.duty_outcome (
  duty uuid not null,
  body uuid not null,
  cycle_year int not null check (cycle_year between 1900 and 2199),  -- in which its months begin
  outcome text not null check (outcome in ('met', 'waived')),
  on_day date not null,
  report uuid references plans.report,
  meeting uuid references meetings.meeting,
  note text not null default '',
  version int not null default 1,
  primary key (duty, cycle_year),
  foreign key (duty, body) references plans.duty (id, body),
  check (num_nonnulls(report, meeting) <= 1),
  check (note <> '' or (outcome = 'met' and num_nonnulls(report, meeting) = 1))
);
grant select, insert, update on plans.duty, plans.duty_outcome to goldenthread_app;
select platform.protect('plans.duty'), platform.protect('plans.duty_outcome');
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['duty', 'duty_outcome'] loop
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    -- What a board owes every year, and whether it did it, is known to everybody.
    execute format('create policy read on plans.%I for select to goldenthread_app using (true)', name);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
end $$;
create trigger stays_with before update on plans.duty for each row execute function
  plans.stays_with('id', 'body', 'kind', 'source', 'opens_month', 'closes_month', 'starts_on');
create trigger stays_with before update on plans.duty_outcome for each row execute function plans.stays_with('duty', 'body', 'cycle_year');
-- What shows that it was done is a published report or a meeting of the same board.
create function plans.keep_duty_outcome() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.report is not null and not exists (select from plans.report r where r.id = new.report and r.body = new.body and r.state = 'published') then
    raise exception 'that report is not one of this board that was published' using errcode = 'check_violation', constraint = 'duty_rests_on_its_own';
  end if;
  if new.meeting is not null and not exists (select from meetings.meeting m where m.id = new.meeting and m.body = new.body) then
    raise exception 'that meeting is another board''s' using errcode = 'check_violation', constraint = 'duty_rests_on_its_own';
  end if;
  return new;
end $$;
revoke all on function plans.keep_duty_outcome() from public;
create trigger duty_rests_on_its_own before insert or update on plans.duty_outcome for each row execute function plans.keep_duty_outcome();
