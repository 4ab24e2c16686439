-- What members are paid back, and what they need to take part (G16): expenses in whole pence, access needs in private.

-- Expenses: rates as dated data, the body's budget a financial year (1 April), whom it names to approve, and claims in whole pence.
create table governance.mile_rate (
  id uuid primary key,
  vehicle text not null check (vehicle in ('car', 'motorcycle', 'bicycle')),
  pence int not null check (pence between 1 and 500),       -- for one mile
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  constraint mile_rate_one exclude using gist (vehicle with =, daterange(starts_on, ends_on) with &&)
);
insert into governance.mile_rate (id, vehicle, pence, source, starts_on, ends_on) values
  ('00000000-0063-7000-8000-000000000001', 'car', 40, 'HM Revenue and Customs, approved mileage allowance payments', '2002-04-06', '2011-04-06'),
  ('00000000-0063-7000-8000-000000000002', 'car', 45, 'HM Revenue and Customs, approved mileage allowance payments, first 10,000 miles of a year', '2011-04-06', null),
  ('00000000-0063-7000-8000-000000000003', 'motorcycle', 24, 'HM Revenue and Customs, approved mileage allowance payments', '2002-04-06', null),
  ('00000000-0063-7000-8000-000000000004', 'bicycle', 20, 'HM Revenue and Customs, approved mileage allowance payments', '2002-04-06', null);

create table governance.expense_budget (
  body uuid not null references governance.body,
  year int not null check (year between 2000 and 2200),     -- in which it begins, on 1 April
  pence int not null check (pence between 0 and 100000000),
  version int not null default 1,
  primary key (body, year)
);
create table governance.expense_approver (
  id uuid primary key,
  body uuid not null references governance.body,
  person uuid not null references governance.person,
  named_in text not null check (named_in <> ''),            -- where the body named the person, in words
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint expense_approver_once exclude using gist (body with =, person with =, daterange(starts_on, ends_on) with &&)
);
create index on governance.expense_approver (person);
create table governance.expense_claim (
  id uuid primary key,
  body uuid not null references governance.body,
  person uuid not null references governance.person,
  kind text not null check (kind in ('mileage', 'fare', 'child_care', 'elder_care', 'other')),
  spent_on date not null,
  words text not null check (words <> ''),
  mile_rate uuid references governance.mile_rate,
  tenth_miles int check (tenth_miles between 1 and 20000),
  pence int not null check (pence between 1 and 1000000),
  receipt text check (receipt ~ '^[0-9a-f]{64}$'),
  receipt_type text not null default '' check (receipt_type in ('', 'application/pdf', 'image/png', 'image/jpeg')),
  state text not null default 'submitted' check (state in ('submitted', 'returned', 'approved', 'withdrawn')),
  submitted_at timestamptz not null,
  settled_by uuid references governance.person,
  settled_on date,
  reason text not null default '',                          -- why it was last returned
  paid_on date,
  paid_reference text not null default '',
  paid_by uuid references governance.person,
  version int not null default 1,
  constraint expense_claim_once unique (person, body, kind, spent_on, pence, words),
  check ((kind = 'mileage') = (mile_rate is not null) and (mile_rate is null) = (tenth_miles is null)),
  check ((receipt is null) = (receipt_type = '')),
  check ((settled_by is null) = (settled_on is null) and (state <> 'approved' or settled_on is not null)),
  check (state <> 'returned' or (reason <> '' and settled_on is not null)),
  check (settled_by <> person),
  check ((paid_on is null) = (paid_by is null) and (paid_on is null) = (paid_reference = '') and (paid_on is null or state = 'approved'))
);
create index on governance.expense_claim (body);

create function governance.my_expense_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct e.body), '{}') from governance.expense_approver e
    where e.person = me and e.starts_on <= day and (e.ends_on is null or day < e.ends_on)
  );
end $$;
revoke all on function governance.my_expense_bodies() from public;
grant execute on function governance.my_expense_bodies() to goldenthread_app;

-- Naming is the body's; what a clerk changes of it afterwards, for whomever, only ends it earlier.
create function governance.keep_approver() returns trigger language plpgsql as $$
begin
  if current_user = 'goldenthread_app' and new.ends_on is distinct from old.ends_on and coalesce(new.ends_on, 'infinity') >= coalesce(old.ends_on, 'infinity') then
    raise exception 'a change of who approves only ends it earlier' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger approver_only_ends before update on governance.expense_approver for each row execute function governance.keep_approver();

create function governance.expense_year(day date) returns int language sql immutable as $$
  select extract(year from day)::int - case when extract(month from day) < 4 then 1 else 0 end $$;

-- One approval at a time for a body and year, so that two of them cannot both take the last of the budget.
create function governance.keep_within_budget(asked uuid, day date, more int) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare given int; used bigint;
begin
  select b.pence into given from governance.expense_budget b where b.body = asked and b.year = governance.expense_year(day) for update;
  select coalesce(sum(c.pence), 0) into used from governance.expense_claim c
    where c.body = asked and c.state = 'approved' and governance.expense_year(c.spent_on) = governance.expense_year(day);
  if given is null or used + more > given then
    raise exception 'more than the budget of the year has left' using errcode = 'check_violation', constraint = 'expense_within_budget';
  end if;
end $$;
revoke all on function governance.keep_within_budget(uuid, date, int) from public;
grant execute on function governance.keep_within_budget(uuid, date, int) to goldenthread_app;

-- The claimant claims, mends and withdraws; somebody else whom the body names approves or returns; a clerk marks as paid, never for oneself.
create function governance.keep_claim() returns trigger language plpgsql as $$
declare me constant uuid := governance.my_person(); rate governance.mile_rate;
begin
  if current_user <> 'goldenthread_app' then return new; end if;
  if new.kind = 'mileage' then
    select * into rate from governance.mile_rate r where r.id = new.mile_rate;
    if rate.id is null or new.spent_on < rate.starts_on or new.spent_on >= coalesce(rate.ends_on, 'infinity'::date) or new.pence <> (new.tenth_miles * rate.pence + 5) / 10 then
      raise exception 'miles are paid by the rate of their day' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'submitted' or new.settled_on is not null or new.paid_on is not null or new.reason <> '' then
      raise exception 'a claim begins by being sent in' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.id, new.body, new.person) is distinct from (old.id, old.body, old.person) then
    raise exception 'a claim stays whose it is' using errcode = 'insufficient_privilege';
  end if;
  if old.person = me then
    if old.state not in ('submitted', 'returned') or new.state not in ('submitted', 'withdrawn')
       or (new.settled_by, new.settled_on, new.reason, new.paid_on, new.paid_reference, new.paid_by)
          is distinct from (old.settled_by, old.settled_on, old.reason, old.paid_on, old.paid_reference, old.paid_by) then
      raise exception 'nobody settles an own claim' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.kind, new.spent_on, new.words, new.mile_rate, new.tenth_miles, new.pence, new.receipt, new.receipt_type, new.submitted_at)
     is distinct from (old.kind, old.spent_on, old.words, old.mile_rate, old.tenth_miles, old.pence, old.receipt, old.receipt_type, old.submitted_at) then
    raise exception 'only the claimant changes a claim' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'approved' then
    if old.paid_on is not null or new.paid_by is distinct from me or not old.body = any (governance.my_clerk_bodies())
       or (new.state, new.settled_by, new.settled_on, new.reason) is distinct from (old.state, old.settled_by, old.settled_on, old.reason) then
      raise exception 'an approved claim is only marked as paid, by a clerk' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if old.state <> 'submitted' or new.state not in ('approved', 'returned') or new.settled_by is distinct from me
     or new.settled_on <> platform.today() or new.paid_on is not null or not old.body = any (governance.my_expense_bodies()) then
    raise exception 'settled by whom the body names, once' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'approved' then perform governance.keep_within_budget(new.body, new.spent_on, new.pence); end if;
  return new;
end $$;
create trigger claim_stays before insert or update on governance.expense_claim for each row execute function governance.keep_claim();

-- Access needs: written by the person alone, read by the person and the clerks of boards to which the person belongs today.
create table governance.access_need (
  person uuid primary key references governance.person,
  needs text[] not null default '{}',
  words text not null default '',
  version int not null default 1
);
insert into governance.code (list, code, label, position) values
  ('access-need', 'hearing-loop', 'Hearing loop or microphone', 1), ('access-need', 'captions', 'Live captions', 2),
  ('access-need', 'sign-language', 'Sign language interpreter', 3), ('access-need', 'interpreter', 'Interpreter for another language', 4),
  ('access-need', 'large-print', 'Papers in large print', 5), ('access-need', 'braille', 'Papers in Braille', 6), ('access-need', 'easy-read', 'Easy read', 7),
  ('access-need', 'step-free', 'Step-free way in and toilet', 8), ('access-need', 'parking', 'Parking near the door', 9), ('access-need', 'breaks', 'Breaks', 10),
  ('access-need', 'supporter', 'Somebody who supports me comes along', 11), ('access-need', 'diet', 'Food and drink', 12), ('access-need', 'other', 'Something else', 13);

revoke all on governance.mile_rate from goldenthread_app;
grant select on governance.mile_rate to goldenthread_app;
grant select, insert on governance.expense_budget, governance.expense_approver, governance.expense_claim, governance.access_need to goldenthread_app;
grant update (ends_on, version) on governance.expense_approver to goldenthread_app;
grant update (pence, version) on governance.expense_budget to goldenthread_app;
grant update on governance.expense_claim, governance.access_need to goldenthread_app;

do $$
declare name text;
begin
  foreach name in array array['mile_rate', 'expense_budget', 'expense_approver', 'expense_claim', 'access_need'] loop
    perform platform.protect(('governance.' || name)::regclass);
  end loop;
  foreach name in array array['expense_budget', 'expense_approver'] loop
    execute format('create policy keep on governance.%I to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[])) '
      || 'with check (body = any ((select governance.my_clerk_bodies())::uuid[]))', name);
  end loop;
end $$;
create policy read on governance.mile_rate for select to goldenthread_app using (true);
create policy read on governance.expense_approver for select to goldenthread_app
  using (body = any ((select governance.my_full_sight_bodies())::uuid[]) or body = any ((select governance.my_observer_bodies())::uuid[]));

-- Who approves need not belong to the body, and knows that they were named.
create policy read_own on governance.expense_approver for select to goldenthread_app using (person = (select governance.my_person()));
-- Nobody who keeps a body's budget names themselves to approve what it pays.
create policy not_oneself on governance.expense_approver as restrictive for insert to goldenthread_app
  with check (person is distinct from (select governance.my_person()));
create policy read on governance.expense_budget for select to goldenthread_app using (body = any ((select governance.my_expense_bodies())::uuid[]));
create policy read on governance.expense_claim for select to goldenthread_app using (
  person = (select governance.my_person()) or body = any ((select governance.my_expense_bodies())::uuid[]) or body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy claim on governance.expense_claim for insert to goldenthread_app with check (
  person = (select governance.my_person()) and spent_on <= platform.today() and governance.belongs(person, body, spent_on));
create policy settle on governance.expense_claim for update to goldenthread_app using (
  person = (select governance.my_person()) or body = any ((select governance.my_expense_bodies())::uuid[]) or body = any ((select governance.my_clerk_bodies())::uuid[]));

create policy own on governance.access_need to goldenthread_app
  using (person = (select governance.my_person())) with check (person = (select governance.my_person()));
create policy read_for_meetings on governance.access_need for select to goldenthread_app using (exists (
  select from unnest((select governance.my_clerk_bodies())::uuid[]) as mine(body) where governance.belongs(access_need.person, mine.body, platform.today())));
