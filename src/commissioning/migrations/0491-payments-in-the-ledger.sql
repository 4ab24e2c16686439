-- An approved run stands in the ledger of its fund (requirements C5, C10, T1; handbook of commissioning 6): once, as entries that are never changed, on the day of its
-- approval. What was committed for a contract is released by what is paid, so that a line shows commitment, paid and left.
-- What of a budget line is committed for a contract. Never changed: a row below nothing takes back.
create table commissioning.contract_commitment (
  id uuid primary key,
  contract uuid not null,
  body uuid not null,
  fund uuid not null,
  line uuid not null,
  pence bigint not null check (pence <> 0),
  on_day date not null,
  because text not null check (because <> ''),
  entry uuid not null unique references commissioning.entry,
  entered_by uuid not null default platform.actor(),
  foreign key (contract, body) references commissioning.contract (id, body),
  foreign key (line, fund) references commissioning.budget_line (id, fund)
);
create index on commissioning.contract_commitment (contract, line);
create index on commissioning.contract_commitment (line);
-- What a run put into the ledger: one row for each provider, payer and line. A provider's own part of few packages is not placed on a line by itself.
create table commissioning.payment_posting (
  id uuid primary key default gen_random_uuid(),
  run uuid not null,
  contract uuid not null,
  body uuid not null,
  provider uuid not null references commissioning.provider,
  payer uuid not null references governance.organisation,
  fund uuid,                                               -- null: no budget line is known, so that it stands in no ledger
  line uuid,                                               -- the line of the year of the approval; null: the fund has none in it
  packages int not null check (packages > 0),
  few boolean not null,                                    -- fewer packages on the line than the threshold of the day: for those who pay alone
  pence bigint not null,
  released bigint not null,                                -- of what was committed for the contract
  entry uuid unique references commissioning.entry,
  released_entry uuid unique references commissioning.entry,
  constraint posted_once unique nulls not distinct (run, provider, payer, fund, line),
  foreign key (run, contract, body) references commissioning.payment_run (id, contract, body),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  check ((fund is null) = (entry is null)),
  check ((released = 0) = (released_entry is null)),
  check (line is not null or released = 0)
);
create index on commissioning.payment_posting (contract, line);
create index on commissioning.payment_posting (line) where line is not null;

create function commissioning.keep_commitment() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare left_over numeric; e commissioning.entry;
begin
  perform pg_advisory_xact_lock(hashtextextended('commissioning.commitment ' || new.contract::text, 0));
  if not exists (select from commissioning.contract_line l where l.contract = new.contract and l.line = new.line) then
    raise exception 'the contract is not paid from that line' using errcode = 'check_violation', constraint = 'commitment_of_tied_line';
  end if;
  select * into e from commissioning.entry x where x.id = new.entry;
  if (e.line, e.kind, e.pence, e.on_day) is distinct from (new.line, 'commitment', new.pence, new.on_day) then
    raise exception 'it stands otherwise in the ledger' using errcode = 'check_violation', constraint = 'commitment_as_entered';
  end if;
  select new.pence + coalesce((select sum(c.pence) from commissioning.contract_commitment c where c.contract = new.contract and c.line = new.line), 0)
    - coalesce((select sum(p.released) from commissioning.payment_posting p where p.contract = new.contract and p.line = new.line), 0) into left_over;
  if left_over < 0 then
    raise exception 'more than is left of the commitment' using errcode = 'check_violation', constraint = 'commitment_within_left';
  end if;
  return new;
end $$;
create trigger commitment_steps before insert on commissioning.contract_commitment for each row execute function commissioning.keep_commitment();

-- The line of a fund in another year: by its code, or by its service and title.
create function commissioning.line_in_year(of_line uuid, of_year int) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.id from commissioning.budget_line a join commissioning.budget_line b on b.fund = a.fund and b.year = of_year
  where a.id = of_line and (b.id = a.id or (a.code <> '' and lower(b.code) = lower(a.code)) or (lower(b.title) = lower(a.title) and b.service is not distinct from a.service))
  order by b.id = a.id desc, (a.code <> '' and lower(b.code) = lower(a.code)) desc, b.id limit 1
$$;
create function commissioning.post_run() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_year constant int := extract(year from new.approved_on - interval '3 months')::int;
  of_period constant int := ((extract(month from new.approved_on)::int + 8) % 12) + 1;
  least_packages int; part record; posted numeric := 0; wanted numeric; f commissioning.fund; entry_id uuid; released_id uuid; freed bigint; title text; place uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('commissioning.commitment ' || new.contract::text, 0));
  select t.least into least_packages from commissioning.package_threshold t where t.starts_on <= new.approved_on and (t.ends_on is null or new.approved_on < t.ends_on);
  select c.title into title from commissioning.contract c where c.id = new.contract;
  for part in
    with asked as (
      -- The commissioner pays from the only line that the contract is tied to; of another partner nothing is guessed.
      select l.package, l.provider, s.payer, s.pence, coalesce(s.budget_line, case when s.payer = c.commissioner then (select (array_agg(t.line))[1] from commissioning.contract_line t
        join commissioning.budget_line b on b.id = t.line and b.year = of_year where t.contract = new.contract having count(*) = 1) end) as asked_line
      from commissioning.payment_line l join commissioning.payment_share s on s.line = l.id join commissioning.contract c on c.id = l.contract where l.run = new.id),
    resolved as (select a.package, a.provider, a.payer, a.pence, b.fund, commissioning.line_in_year(a.asked_line, of_year) as line
      from asked a left join commissioning.budget_line b on b.id = a.asked_line),
    -- A fund without a year on that day has no ledger to post to.
    held as (select r.package, r.provider, r.payer, r.pence, y.fund, case when y.fund is not null then r.line end as line
      from resolved r left join commissioning.fund_year y on y.fund = r.fund and y.year = of_year),
    whole as (select h.fund, h.line, count(distinct h.package) as packages from held h group by h.fund, h.line)
    select h.provider, h.payer, h.fund, h.line, count(distinct h.package)::int as packages, sum(h.pence)::bigint as pence,
      min(w.packages) < coalesce(least_packages, 2) as few, min(b.code) as code, min(o.name) as supplier
    from held h join whole w on w.fund is not distinct from h.fund and w.line is not distinct from h.line
      left join commissioning.budget_line b on b.id = h.line left join governance.organisation o on o.id = h.provider
    group by h.provider, h.payer, h.fund, h.line order by 1, 2, 3, 4
  loop
    entry_id := null; released_id := null; freed := 0;
    if part.fund is not null then
      select * into f from commissioning.fund x where x.id = part.fund;
      entry_id := gen_random_uuid();
      -- Few packages: the entry waits for a person among those that have no line yet, so that the month of a line does not tell what one person costs.
      place := case when part.few then null else part.line end;
      insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, pence, code, supplier, reference, description, reverses)
        values (entry_id, f.id, f.body, f.sight, of_year, place, 'actual', of_period, new.approved_on, part.pence, coalesce(part.code, ''), coalesce(part.supplier, ''),
          'Run ' || new.number, 'Payment for packages: ' || title,
          (select p.entry from commissioning.payment_posting p join commissioning.entry e on e.id = p.entry and e.year = of_year where p.run = new.takes_back and p.provider = part.provider and p.payer = part.payer
            and p.fund = part.fund and p.line is not distinct from part.line and p.pence = -part.pence));
      if part.line is not null then
        -- Released is what was paid from the line, never below nothing and never more than was committed: what comes back is committed again.
        select least(greatest(coalesce(sum(p.pence), 0) + part.pence, 0), greatest((select coalesce(sum(c.pence), 0) from commissioning.contract_commitment c where c.contract = new.contract and c.line = part.line), 0))
          - coalesce(sum(p.released), 0) into freed from commissioning.payment_posting p where p.contract = new.contract and p.line = part.line;
        if freed <> 0 then
          released_id := gen_random_uuid();
          insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, pence, code, supplier, reference, description)
            values (released_id, f.id, f.body, f.sight, of_year, place, 'commitment', of_period, new.approved_on, -freed, coalesce(part.code, ''), coalesce(part.supplier, ''),
              'Run ' || new.number, 'Committed, and paid now: ' || title);
        end if;
      end if;
    end if;
    insert into commissioning.payment_posting (run, contract, body, provider, payer, fund, line, packages, few, pence, released, entry, released_entry)
      values (new.id, new.contract, new.body, part.provider, part.payer, part.fund, part.line, part.packages, part.few, part.pence, freed, entry_id, released_id);
    posted := posted + part.pence;
  end loop;
  select coalesce(sum(l.pence), 0) into wanted from commissioning.payment_line l where l.run = new.id;
  if posted <> wanted then
    raise exception 'the ledger has another sum than the run' using errcode = 'check_violation', constraint = 'posting_balances';
  end if;
  return null;
end $$;
create trigger run_posts after update of approved_on on commissioning.payment_run for each row when (old.approved_on is null and new.approved_on is not null) execute function commissioning.post_run();
revoke all on function commissioning.keep_commitment(), commissioning.line_in_year(uuid, int), commissioning.post_run() from public;

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  keeper constant text := 'contract = any ((select commissioning.my_kept_contracts())::uuid[])';
  pays constant text := '(contract = any ((select commissioning.my_brokered())::uuid[]) or contract = any ((select commissioning.my_paid())::uuid[]) or fund = any ((select commissioning.my_funds())::uuid[]))';
begin
  foreach name in array array['contract_commitment', 'payment_posting'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    execute format('create policy no_provider on commissioning.%I as restrictive for select to goldenthread_app using (not (select commissioning.is_provider()))', name);
  end loop;
  grant select, insert on commissioning.contract_commitment to goldenthread_app;
  grant select on commissioning.payment_posting to goldenthread_app;
  execute format('create policy read on commissioning.contract_commitment for select to goldenthread_app using (%s or %s or %s)', clerk, keeper, pays);
  execute format('create policy commit on commissioning.contract_commitment for insert to goldenthread_app with check ((%s or fund = any ((select commissioning.my_funds())::uuid[])) and entered_by = platform.actor())', clerk);
  -- Nobody writes a posting but the approval of its run. Few packages are for those who pay or keep the books.
  execute format('create policy read on commissioning.payment_posting for select to goldenthread_app using (%s or (not few and (%s or %s)))', pays, clerk, keeper);
end $$;

-- Approved runs on the golden thread: a budget line pays them, and they pay for their contract, which delivers a service and serves outcomes.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'payment-run'::text, r.id, 'Payment run ' || r.number || ' of ' || c.title, r.body, r.approved_on, null::date, '{owner,done}'::text[] from commissioning.payment_run r join commissioning.contract c on c.id = r.contract where r.approved_on is not null$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'payment-run'::text, r.id, 'delivers'::text, 'contract'::text, r.contract, r.approved_on, null::date from commissioning.payment_run r where r.approved_on is not null
  union all
  select 'money-line'::text, p.line, 'delivers'::text, 'payment-run'::text, p.run, null::date, null::date from commissioning.payment_posting p where p.line is not null$sql$;
end $$;
call thread.compose();
