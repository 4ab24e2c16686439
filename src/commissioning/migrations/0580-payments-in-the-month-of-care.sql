-- What is paid for care stands in the month in which the care was given, and keeps the day on which it was approved (requirements C5, C10; handbook of commissioning 3.6, 6).
-- A block of several weeks is split between payers, and between months, by the days of all its weeks. A run that was approved before runs were posted is posted once.
alter table commissioning.payment_share drop constraint payment_share_position_check, drop constraint payment_share_days_check;
alter table commissioning.payment_share add constraint payment_share_position_check check (position between 1 and 800);
alter table commissioning.payment_share add constraint payment_share_days_check check (days between 1 and 735);
alter table commissioning.payment_share add column month date check (extract(day from month) = 1);
comment on column commissioning.payment_share.month is 'The month of the days that it pays for: the first day of it.';
alter table commissioning.payment_share add column stands_on date;
comment on column commissioning.payment_share.stands_on is 'The day on which it stands in the ledger of its fund; empty: in none.';
-- Of earlier runs a week belongs to the month in which it began; what was posted stands on the day of the approval.
update commissioning.payment_share s set month = date_trunc('month', c.starts_on + (l.week - 1) * 7)::date,
    stands_on = case when exists (select from commissioning.payment_posting p where p.run = r.id) then r.approved_on end
  from commissioning.payment_line l, commissioning.payment_run r, commissioning.care_package c where l.id = s.line and r.id = l.run and c.id = l.package;
alter table commissioning.payment_share alter column month set not null;

alter table commissioning.entry add column approved_on date;
comment on column commissioning.entry.approved_on is 'The day on which the payment behind it was approved; empty: it is no payment of a run.';
alter table commissioning.payment_posting add column year int, add column period int check (period between 1 and 12);
comment on column commissioning.payment_posting.year is 'The year of the ledger in which it stands; empty: in none.';
comment on column commissioning.payment_posting.period is 'The month of that year in which it stands, 1 is April; empty: in no ledger.';
update commissioning.payment_posting p set year = e.year, period = e.period from commissioning.entry e where e.id = p.entry;
alter table commissioning.payment_posting drop constraint posted_once;
alter table commissioning.payment_posting add constraint posted_once unique nulls not distinct (run, provider, payer, fund, line, year, period);
alter table commissioning.payment_posting add check ((fund is null) = (year is null) and (fund is null) = (period is null));

create function commissioning.year_of(of_day date) returns int language sql immutable parallel safe as $$ select extract(year from of_day - interval '3 months')::int $$;
create function commissioning.period_of(of_day date) returns int language sql immutable parallel safe as $$ select ((extract(month from of_day)::int + 8) % 12) + 1 $$;
-- Whether the books of a year of a fund are kept and open.
create function commissioning.is_open_year(of_fund uuid, of_year int) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from commissioning.fund_year y where y.fund = of_fund and y.year = of_year and y.state <> 'closed')
$$;

-- Which line pays a part: the one that is named; else, of the commissioner alone, the only line of the year of the care, or of the approval, that the contract is tied to.
-- Of another partner nothing is guessed.
create function commissioning.line_asked(of_contract uuid, of_payer uuid, named uuid, of_month date, approved date) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(named, (select coalesce(
      (select (array_agg(t.line))[1] from commissioning.contract_line t join commissioning.budget_line b on b.id = t.line and b.year = commissioning.year_of(of_month) where t.contract = c.id having count(*) = 1),
      (select (array_agg(t.line))[1] from commissioning.contract_line t join commissioning.budget_line b on b.id = t.line and b.year = commissioning.year_of(approved) where t.contract = c.id having count(*) = 1))
    from commissioning.contract c where c.id = of_contract and c.commissioner = of_payer))
$$;
-- Puts a run into the ledgers of its funds: each part in the month of its care; where the books of that year are closed, or were never kept, in the month of the approval,
-- and where those are closed too, in the month of the day on which it is posted.
create function commissioning.post_run_of(of_run uuid, on_the_day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r commissioning.payment_run; least_packages int; part record; posted numeric := 0; wanted numeric; f commissioning.fund; entry_id uuid; released_id uuid; freed bigint; title text; place uuid; released_on date;
begin
  select * into r from commissioning.payment_run x where x.id = of_run;
  -- What is reversed is taken from where it stands, as long as those books are open; what was posted to no ledger is taken from none.
  update commissioning.payment_share s set stands_on = d.stands from (
    select s.line, s.position, case when o.line is not null and o.stands_on is null and exists (select from commissioning.payment_posting p where p.run = o.run) then null
        when commissioning.is_open_year(b.fund, commissioning.year_of(o.stands_on)) then o.stands_on
        when commissioning.is_open_year(b.fund, commissioning.year_of(s.month)) then (s.month + interval '1 month - 1 day')::date
        when commissioning.is_open_year(b.fund, commissioning.year_of(r.approved_on)) then r.approved_on
        when commissioning.is_open_year(b.fund, commissioning.year_of(on_the_day)) then on_the_day end as stands
      from commissioning.payment_line l join commissioning.payment_share s on s.line = l.id
      left join commissioning.payment_share o on o.line = l.reverses and o.position = s.position
      left join commissioning.budget_line b on b.id = commissioning.line_asked(r.contract, s.payer, s.budget_line, s.month, r.approved_on)
      where l.run = of_run) d where d.line = s.line and d.position = s.position;
  perform pg_advisory_xact_lock(hashtextextended('commissioning.commitment ' || r.contract::text, 0));
  select t.least into least_packages from commissioning.package_threshold t where t.starts_on <= r.approved_on and (t.ends_on is null or r.approved_on < t.ends_on);
  select c.title into title from commissioning.contract c where c.id = r.contract;
  for part in
    with held as (
      -- A fund whose books are open in none of these years has no ledger to post to.
      select l.package, l.provider, s.payer, s.pence, s.stands_on as stands, commissioning.year_of(s.stands_on) as year, commissioning.period_of(s.stands_on) as period,
        case when s.stands_on is not null then b.fund end as fund, case when s.stands_on is not null then commissioning.line_in_year(b.id, commissioning.year_of(s.stands_on)) end as line,
        s.month <> date_trunc('month', s.stands_on)::date as is_late
      from commissioning.payment_line l join commissioning.payment_share s on s.line = l.id
      left join commissioning.budget_line b on b.id = commissioning.line_asked(r.contract, s.payer, s.budget_line, s.month, r.approved_on) where l.run = of_run),
    whole as (select h.fund, h.line, h.year, h.period, count(distinct h.package) as packages from held h group by h.fund, h.line, h.year, h.period)
    select h.provider, h.payer, h.fund, h.line, h.year, h.period, max(h.stands) as stands, bool_or(h.is_late) as is_late, count(distinct h.package)::int as packages, sum(h.pence)::bigint as pence,
      min(w.packages) < coalesce(least_packages, 2) as few, min(b.code) as code, min(o.name) as supplier
    from held h join whole w on w.fund is not distinct from h.fund and w.line is not distinct from h.line and w.year is not distinct from h.year and w.period is not distinct from h.period
      left join commissioning.budget_line b on b.id = h.line left join governance.organisation o on o.id = h.provider
    group by h.provider, h.payer, h.fund, h.line, h.year, h.period order by h.year, h.period, 1, 2, 3, 4
  loop
    entry_id := null; released_id := null; freed := 0;
    if part.fund is not null then
      select * into f from commissioning.fund x where x.id = part.fund;
      entry_id := gen_random_uuid();
      -- Few packages: the entry waits for a person among those that have no line yet, so that the month of a line does not tell what one person costs.
      place := case when part.few then null else part.line end;
      insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, approved_on, pence, code, supplier, reference, description, reverses)
        values (entry_id, f.id, f.body, f.sight, part.year, place, 'actual', part.period, part.stands, r.approved_on, part.pence, coalesce(part.code, ''), coalesce(part.supplier, ''),
          'Run ' || r.number, 'Payment for packages: ' || title || case when part.is_late then ' (care of months whose books are closed)' else '' end,
          (select p.entry from commissioning.payment_posting p where p.run = r.takes_back and p.provider = part.provider and p.payer = part.payer
            and p.fund = part.fund and p.line is not distinct from part.line and (p.year, p.period) = (part.year, part.period) and p.pence = -part.pence));
      if part.line is not null then
        -- Released is what was paid from the line, never below nothing and never more than was committed: what comes back is committed again.
        select least(greatest(coalesce(sum(p.pence), 0) + part.pence, 0), greatest((select coalesce(sum(c.pence), 0) from commissioning.contract_commitment c where c.contract = r.contract and c.line = part.line), 0))
          - coalesce(sum(p.released), 0) into freed from commissioning.payment_posting p where p.contract = r.contract and p.line = part.line;
        if freed <> 0 then
          released_id := gen_random_uuid();
          -- Released when it is paid: on the day of the approval, or on the last day of an earlier year.
          released_on := greatest(make_date(part.year, 4, 1), least(r.approved_on, make_date(part.year + 1, 3, 31)));
          insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, approved_on, pence, code, supplier, reference, description)
            values (released_id, f.id, f.body, f.sight, part.year, place, 'commitment', commissioning.period_of(released_on), released_on, r.approved_on, -freed, coalesce(part.code, ''), coalesce(part.supplier, ''),
              'Run ' || r.number, 'Committed, and paid now: ' || title);
        end if;
      end if;
    end if;
    insert into commissioning.payment_posting (run, contract, body, provider, payer, fund, line, year, period, packages, few, pence, released, entry, released_entry)
      values (r.id, r.contract, r.body, part.provider, part.payer, part.fund, part.line, part.year, part.period, part.packages, part.few, part.pence, freed, entry_id, released_id);
    posted := posted + part.pence;
  end loop;
  select coalesce(sum(l.pence), 0) into wanted from commissioning.payment_line l where l.run = r.id;
  if posted <> wanted then
    raise exception 'the ledger has another sum than the run' using errcode = 'check_violation', constraint = 'posting_balances';
  end if;
end $$;
create or replace function commissioning.post_run() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform commissioning.post_run_of(new.id, new.approved_on);
  return null;
end $$;
-- Posts an approved run that stands in no ledger, once, for whoever pays under its contract.
create function commissioning.post_earlier_run(of_run uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare r commissioning.payment_run;
begin
  select * into r from commissioning.payment_run x where x.id = of_run for update;
  if not found or r.approved_on is null or not (commissioning.is_system() or r.contract = any (commissioning.my_paid())) then
    raise exception 'whoever pays posts it' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from commissioning.payment_posting p where p.run = of_run) then return false; end if;
  perform commissioning.post_run_of(of_run, platform.today());
  return true;
end $$;
revoke all on function commissioning.year_of(date), commissioning.period_of(date), commissioning.is_open_year(uuid, int), commissioning.line_asked(uuid, uuid, uuid, date, date), commissioning.post_run_of(uuid, date), commissioning.post_earlier_run(uuid) from public;
grant execute on function commissioning.post_earlier_run(uuid) to goldenthread_app;

-- What a run has to add up to before it is approved: the parts of every line come to the line, and a reversal takes from each payer and month what it bore.
create or replace function commissioning.prove_run() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.approved_on is not null or new.approved_on is null then return new; end if;
  if exists (select from commissioning.payment_line l left join commissioning.payment_share s on s.line = l.id where l.run = new.id group by l.id, l.pence having coalesce(sum(s.pence), 0) <> l.pence or count(s.line) = 0) then
    raise exception 'the parts of a line come to the line' using errcode = 'check_violation', constraint = 'shares_add_up';
  end if;
  if exists (select from commissioning.payment_line l join commissioning.payment_share s on s.line = l.id
      left join commissioning.payment_share o on o.line = l.reverses and o.position = s.position
      where l.run = new.id and l.reverses is not null and (o.line is null or (o.payer, -o.pence, o.month) is distinct from (s.payer, s.pence, s.month) or o.budget_line is distinct from s.budget_line)) then
    raise exception 'a reversal takes from each payer what it bore' using errcode = 'check_violation', constraint = 'shares_reversed_whole';
  end if;
  if new.takes_back is not null and exists (select from commissioning.payment_line l left join commissioning.payment_line o on o.id = l.reverses where l.run = new.id and o.run is distinct from new.takes_back) then
    raise exception 'it takes back one run and nothing else' using errcode = 'check_violation', constraint = 'run_takes_back_one';
  end if;
  return new;
end $$;
