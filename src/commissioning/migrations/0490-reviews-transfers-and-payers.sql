-- What is settled between runs of payment (requirement C10; handbook of commissioning 3.6, 6): amounts that are looked at, care that moves to another payer on a day,
-- and what each payer bears of a line, to the penny. Nothing here is changed: a later row with the next number counts.
alter table commissioning.payment_line drop constraint payment_line_reason_check;
alter table commissioning.payment_line add constraint payment_line_reason_check
  check (reason in ('delivered', 'after_outcome', 'relapse', 'needs_review', 'reviewed', 'block', 'bonus', 'claw_back', 'minimum', 'cap'));
alter table commissioning.payment_line add unique (id, run);
-- A run that takes a whole earlier run back: every line of it that still stands is reversed.
alter table commissioning.payment_run add unique (id, contract);
alter table commissioning.payment_run add column takes_back uuid;
alter table commissioning.payment_run add foreign key (takes_back, contract) references commissioning.payment_run (id, contract);
create unique index run_taken_back_once on commissioning.payment_run (takes_back) where takes_back is not null;

-- An amount of a week that the terms mark to be looked at, and what somebody found. It holds for that very amount: another report of the week opens it again.
create table commissioning.package_review (
  id uuid primary key,
  package uuid not null,
  contract uuid not null,
  body uuid not null,
  provider uuid not null,
  week int not null check (week between 1 and 520),
  number int not null check (number > 0),
  of_pence bigint not null check (of_pence > 0),            -- the amount that was looked at
  outcome text not null check (outcome in ('accepted', 'corrected', 'refused')),
  pence bigint check (pence > 0),                          -- what is paid in its place; null: as it was, or nothing
  because text not null check (because <> ''),
  decided_on date not null,
  decided_by uuid not null default platform.actor(),
  unique (package, week, number),
  foreign key (package, contract, body, provider) references commissioning.care_package (id, contract, body, provider),
  constraint review_whole check ((outcome = 'corrected') = (pence is not null) and pence is distinct from of_pence)
);
-- From which day on another partner pays for a package, from which budget line, and in which area the person lives since. A row without a payer takes one of its day back.
create table commissioning.package_payer (
  id uuid primary key,
  package uuid not null,
  contract uuid not null,
  body uuid not null,
  provider uuid not null,
  starts_on date not null,
  number int not null check (number > 0),
  payer uuid references governance.organisation,
  area uuid references governance.area,
  line uuid references commissioning.budget_line,
  because text not null check (because <> ''),
  entered_on date not null,
  entered_by uuid not null default platform.actor(),
  unique (package, starts_on, number),
  foreign key (package, contract, body, provider) references commissioning.care_package (id, contract, body, provider),
  check (payer is not null or (area is null and line is null))
);
create index on commissioning.package_payer (payer) where payer is not null;
-- What one payer bears of a line: the week split by days, the largest remainder first.
create table commissioning.payment_share (
  line uuid not null,
  position int not null check (position between 1 and 7),
  run uuid not null,
  contract uuid not null,
  body uuid not null,
  payer uuid not null references governance.organisation,
  budget_line uuid references commissioning.budget_line,   -- null: none is known
  days int not null check (days between 1 and 7),
  pence bigint not null,
  primary key (line, position),
  foreign key (line, run) references commissioning.payment_line (id, run),
  foreign key (run, contract, body) references commissioning.payment_run (id, contract, body)
);
create index on commissioning.payment_share (run);
-- Lines of runs that were made before: the commissioner of the contract paid all of them.
insert into commissioning.payment_share (line, position, run, contract, body, payer, budget_line, days, pence)
  select l.id, 1, l.run, l.contract, l.body, c.commissioner, p.line, 7, l.pence
  from commissioning.payment_line l join commissioning.contract c on c.id = l.contract join commissioning.care_package p on p.id = l.package;

-- Who looks at an amount is not who reported the week.
create function commissioning.keep_review() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from commissioning.package_delivery d where d.package = new.package and d.week = new.week and d.entered_by = new.decided_by) then
    raise exception 'reported by whoever looks at it' using errcode = 'check_violation', constraint = 'review_by_another';
  end if;
  return new;
end $$;
create trigger review_steps before insert on commissioning.package_review for each row execute function commissioning.keep_review();
create function commissioning.keep_payer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p commissioning.care_package;
begin
  select * into p from commissioning.care_package x where x.id = new.package;
  if new.starts_on < p.starts_on or new.starts_on >= p.ends_on then
    raise exception 'outside the days of the package' using errcode = 'check_violation', constraint = 'payer_within_package';
  end if;
  if new.line is not null and not exists (select from commissioning.budget_line l where l.id = new.line and l.body = new.body) then
    raise exception 'a line of another board' using errcode = 'check_violation', constraint = 'package_own_line';
  end if;
  return new;
end $$;
create trigger payer_steps before insert on commissioning.package_payer for each row execute function commissioning.keep_payer();
create function commissioning.keep_share() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from commissioning.payment_run r where r.id = case when tg_op = 'DELETE' then old.run else new.run end and r.approved_on is not null) then
    raise exception 'an approved run stands' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger share_steps before insert or delete on commissioning.payment_share for each row execute function commissioning.keep_share();

-- A week that begins once the contract has ended is not paid: only what an outcome brings comes after it.
create function commissioning.keep_line_day() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last_day date; begun date;
begin
  if new.reverses is not null or new.reason in ('after_outcome', 'bonus', 'claw_back', 'cap', 'reviewed', 'needs_review') then return new; end if;
  select c.runs_until into last_day from commissioning.contract c where c.id = new.contract;
  select p.starts_on + (new.week - 1) * 7 into begun from commissioning.care_package p where p.id = new.package;
  if begun >= last_day then
    raise exception 'outside the days of the contract' using errcode = 'check_violation', constraint = 'line_within_contract';
  end if;
  return new;
end $$;
create trigger line_within_contract before insert on commissioning.payment_line for each row execute function commissioning.keep_line_day();
-- What a run has to add up to before it is approved: the parts of every line come to the line, and a reversal takes from each payer what that payer bore.
create function commissioning.prove_run() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.approved_on is not null or new.approved_on is null then return new; end if;
  if exists (select from commissioning.payment_line l left join commissioning.payment_share s on s.line = l.id where l.run = new.id group by l.id, l.pence having coalesce(sum(s.pence), 0) <> l.pence or count(s.line) = 0) then
    raise exception 'the parts of a line come to the line' using errcode = 'check_violation', constraint = 'shares_add_up';
  end if;
  if exists (select from commissioning.payment_line l join commissioning.payment_share s on s.line = l.id
      left join commissioning.payment_share o on o.line = l.reverses and o.position = s.position
      where l.run = new.id and l.reverses is not null and (o.line is null or (o.payer, -o.pence) is distinct from (s.payer, s.pence) or o.budget_line is distinct from s.budget_line)) then
    raise exception 'a reversal takes from each payer what it bore' using errcode = 'check_violation', constraint = 'shares_reversed_whole';
  end if;
  if new.takes_back is not null and exists (select from commissioning.payment_line l left join commissioning.payment_line o on o.id = l.reverses where l.run = new.id and o.run is distinct from new.takes_back) then
    raise exception 'it takes back one run and nothing else' using errcode = 'check_violation', constraint = 'run_takes_back_one';
  end if;
  return new;
end $$;
create trigger run_proved before update on commissioning.payment_run for each row execute function commissioning.prove_run();
-- What each partner pays by a run, for those who arrange or pay: sums, and no package.
create function commissioning.run_payers(of_run uuid) returns table (payer uuid, packages int, pence bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.payer, count(distinct l.package)::int, sum(s.pence)::bigint from commissioning.payment_share s join commissioning.payment_line l on l.id = s.line
  where s.run = of_run and (commissioning.is_system() or s.contract = any (commissioning.my_brokered() || commissioning.my_paid())) group by s.payer order by s.payer
$$;
revoke all on function commissioning.keep_review(), commissioning.keep_payer(), commissioning.keep_share(), commissioning.keep_line_day(), commissioning.prove_run(), commissioning.run_payers(uuid) from public;
grant execute on function commissioning.run_payers(uuid) to goldenthread_app;

do $$
declare
  name text;
  broker constant text := 'contract = any ((select commissioning.my_brokered())::uuid[])';
  mine constant text := 'contract = any ((select commissioning.my_contracts())::uuid[])';
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
begin
  foreach name in array array['package_review', 'package_payer', 'payment_share'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  execute format('create policy read on commissioning.package_review for select to goldenthread_app using (%s or (%s and %s))', broker, mine, own);
  execute format('create policy decide on commissioning.package_review for insert to goldenthread_app with check (%s and decided_by = platform.actor())', broker);
  execute format('create policy read on commissioning.package_payer for select to goldenthread_app using (%s)', broker);
  execute format('create policy move on commissioning.package_payer for insert to goldenthread_app with check (%s and entered_by = platform.actor())', broker);
  execute format('create policy read on commissioning.payment_share for select to goldenthread_app using (%s)', broker);
  execute format('create policy make on commissioning.payment_share for insert to goldenthread_app with check (%s)', broker);
  execute format('create policy drop_it on commissioning.payment_share for delete to goldenthread_app using (%s)', broker);
end $$;
grant delete on commissioning.payment_share to goldenthread_app;
