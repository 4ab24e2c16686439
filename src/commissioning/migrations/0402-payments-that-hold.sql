-- What must never be wrong about payment for packages, and who sees which part of it (requirement C10; handbook of commissioning 6, 7).
-- Contracts whose packages one arranges, and those that one pays for.
create function commissioning.my_brokered() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine constant uuid[] := commissioning.my_organisations('brokerage');
begin
  if cardinality(mine) = 0 then return '{}'; end if;
  return (select coalesce(array_agg(c.id), '{}') from commissioning.contract c where c.commissioner = any (mine));
end $$;
create function commissioning.my_paid() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine constant uuid[] := commissioning.my_organisations('finance');
begin
  if cardinality(mine) = 0 then return '{}'; end if;
  return (select coalesce(array_agg(c.id), '{}') from commissioning.contract c where c.commissioner = any (mine));
end $$;
-- What a provider is paid by a run, for those who pay and for the provider itself once it is approved: sums, and no package.
create function commissioning.run_statements(of_run uuid) returns table (provider uuid, packages int, pence bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.provider, count(distinct l.package)::int, sum(l.pence)::bigint from commissioning.payment_line l join commissioning.payment_run r on r.id = l.run
  where l.run = of_run and (commissioning.is_system() or l.contract = any (commissioning.my_brokered() || commissioning.my_paid())
    or (r.approved_on is not null and l.provider = any (commissioning.my_organisations('provider'))))
  group by l.provider order by l.provider
$$;
-- What approved runs of a contract came to, for its commissioners and its board: nothing of a run with fewer packages than the threshold of its day, and no
-- provider beside the others, so that nothing can be taken away from a whole.
create function commissioning.contract_sums(of_contract uuid) returns table (run uuid, packages int, pence bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with known as (
    select r.id, r.number, count(distinct l.package)::int as packages, sum(l.pence)::bigint as pence,
      (select t.least from commissioning.package_threshold t where t.starts_on <= r.approved_on and (t.ends_on is null or r.approved_on < t.ends_on)) as least
    from commissioning.payment_run r join commissioning.payment_line l on l.run = r.id join commissioning.contract c on c.id = r.contract
    where r.contract = of_contract and r.approved_on is not null
      and (commissioning.is_system() or c.commissioner = any (commissioning.my_organisations('commissioner') || commissioning.my_organisations('brokerage') || commissioning.my_organisations('finance'))
        or c.body = any (governance.my_clerk_bodies()))
    group by r.id, r.number, r.approved_on)
  select k.id, case when k.packages >= k.least then k.packages end, case when k.packages >= k.least then k.pence end from known k order by k.number
$$;
revoke all on function commissioning.my_brokered(), commissioning.my_paid(), commissioning.run_statements(uuid), commissioning.contract_sums(uuid) from public;
grant execute on function commissioning.my_brokered(), commissioning.my_paid(), commissioning.run_statements(uuid), commissioning.contract_sums(uuid) to goldenthread_app;

-- A package belongs to a provider of its contract, and is paid by the version of the day on which it begins.
create function commissioning.keep_package() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - '{ends_on,line,version}'::text[] is distinct from to_jsonb(old) - '{ends_on,line,version}'::text[] then
    raise exception 'a package stays as it began' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from commissioning.contract_provider p where p.contract = new.contract and p.provider = new.provider
      and p.starts_on <= new.starts_on and (p.ends_on is null or new.starts_on < p.ends_on)) then
    raise exception 'no provider of this contract on that day' using errcode = 'check_violation', constraint = 'package_of_provider';
  end if;
  if new.mechanism is distinct from (select m.id from commissioning.payment_mechanism m where m.contract = new.contract and m.starts_on <= new.starts_on order by m.starts_on desc limit 1) then
    raise exception 'another version holds on that day' using errcode = 'check_violation', constraint = 'package_mechanism_of_day';
  end if;
  if new.line is not null and not exists (select from commissioning.budget_line l where l.id = new.line and l.body = new.body) then
    raise exception 'a line of another board' using errcode = 'check_violation', constraint = 'package_own_line';
  end if;
  if new.follows is not null and not exists (select from commissioning.care_package f where f.id = new.follows and f.contract = new.contract and f.provider = new.provider and f.ends_on <= new.starts_on) then
    raise exception 'it begins again after an earlier package' using errcode = 'check_violation', constraint = 'package_follows';
  end if;
  return new;
end $$;
create trigger package_steps before insert or update on commissioning.care_package for each row execute function commissioning.keep_package();
-- Once a package is paid by a version, no earlier version comes between.
create function commissioning.keep_mechanism() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then raise exception 'a version stays as it is' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if exists (select from commissioning.care_package p where p.contract = new.contract and p.starts_on >= new.starts_on) then
    raise exception 'packages are paid by another version already' using errcode = 'check_violation', constraint = 'mechanism_not_backwards';
  end if;
  return new;
end $$;
create trigger mechanism_steps before insert or update on commissioning.payment_mechanism for each row execute function commissioning.keep_mechanism();
create function commissioning.keep_outcome() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((new.id, new.package, new.week) is distinct from (old.id, old.package, old.week)
      or (old.confirmed_on is not null and (new.confirmed_on, new.evidence, new.agreed_user, new.agreed_provider, new.agreed_commissioner) is distinct from
        (old.confirmed_on, old.evidence, old.agreed_user, old.agreed_provider, old.agreed_commissioner))
      or (old.settled is not null and new.settled is distinct from old.settled)) then
    raise exception 'what was confirmed stands, or falls by an appeal' using errcode = 'check_violation', constraint = 'outcome_stands';
  end if;
  return new;
end $$;
create trigger outcome_steps before update on commissioning.package_outcome for each row execute function commissioning.keep_outcome();
-- A run is approved once, by one who pays, who neither made it nor entered a provider, a delivery or a correction in it.
create function commissioning.keep_run() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.approved_on is not null then raise exception 'an approved run stands' using errcode = 'insufficient_privilege'; end if;
    return old;
  end if;
  if old.approved_on is not null or (new.id, new.contract, new.number, new.until_day, new.made_on, new.made_by) is distinct from (old.id, old.contract, old.number, old.until_day, old.made_on, old.made_by) then
    raise exception 'a run stays as it was made' using errcode = 'insufficient_privilege';
  end if;
  if new.approved_on is not null and not commissioning.is_system() then
    if new.approved_by is distinct from platform.actor() or not new.contract = any (commissioning.my_paid()) then
      raise exception 'whoever pays approves it' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from commissioning.payment_line l left join commissioning.package_delivery d on d.id = l.delivery
        where l.run = new.id and (d.entered_by = new.approved_by or not commissioning.may_approve_payment(l.provider))) then
      raise exception 'entered by whoever approves' using errcode = 'check_violation', constraint = 'run_approved_by_another';
    end if;
  end if;
  return new;
end $$;
create trigger run_steps before update or delete on commissioning.payment_run for each row execute function commissioning.keep_run();
create function commissioning.keep_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare approved date; other commissioning.payment_line;
begin
  select r.approved_on into approved from commissioning.payment_run r where r.id = case when tg_op = 'DELETE' then old.run else new.run end;
  if approved is not null then raise exception 'an approved run stands' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'INSERT' and new.reverses is not null then
    select * into other from commissioning.payment_line l where l.id = new.reverses;
    if (other.package, other.week, other.reason, -other.pence) is distinct from (new.package, new.week, new.reason, new.pence) then
      raise exception 'a reversal negates what was paid' using errcode = 'check_violation', constraint = 'line_reverses_whole';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger line_steps before insert or delete on commissioning.payment_line for each row execute function commissioning.keep_line();
revoke all on function commissioning.keep_package(), commissioning.keep_mechanism(), commissioning.keep_outcome(), commissioning.keep_run(), commissioning.keep_line() from public;

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  keeper constant text := 'contract = any ((select commissioning.my_kept_contracts())::uuid[])';
  broker constant text := 'contract = any ((select commissioning.my_brokered())::uuid[])';
  payer constant text := 'contract = any ((select commissioning.my_paid())::uuid[])';
  mine constant text := 'contract = any ((select commissioning.my_contracts())::uuid[])';
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
begin
  foreach name in array array['package_threshold', 'payment_mechanism', 'care_package', 'package_delivery', 'package_outcome', 'payment_run', 'payment_line'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  create policy read on commissioning.package_threshold for select to goldenthread_app using (true);
  create policy administer on commissioning.package_threshold to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
  execute format('create policy read on commissioning.payment_mechanism for select to goldenthread_app using (%s or %s or %s or %s or (sight <> ''draft'' and %s))', clerk, keeper, broker, payer, mine);
  execute format('create policy add on commissioning.payment_mechanism for insert to goldenthread_app with check (%s or %s)', clerk, keeper);
  foreach name in array array['care_package', 'package_delivery', 'package_outcome'] loop
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or (%s and %s))', name, broker, mine, own);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s) with check (%s)', name, broker, broker);
  end loop;
  -- A provider reports what it delivered, of its own packages.
  execute format('create policy report on commissioning.package_delivery for insert to goldenthread_app with check (%s and %s and entered_by = platform.actor())', mine, own);
  execute format('create policy read on commissioning.payment_run for select to goldenthread_app using (%s or %s or (approved_on is not null and (%s or %s or %s)))', broker, payer, mine, keeper, clerk);
  execute format('create policy make on commissioning.payment_run for insert to goldenthread_app with check (%s and approved_on is null)', broker);
  execute format('create policy approve on commissioning.payment_run for update to goldenthread_app using (%s) with check (%s)', payer, payer);
  execute format('create policy drop_it on commissioning.payment_run for delete to goldenthread_app using (%s)', broker);
  execute format('create policy read on commissioning.payment_line for select to goldenthread_app using (%s or (%s and %s and exists (select from commissioning.payment_run r where r.id = run and r.approved_on is not null)))', broker, mine, own);
  execute format('create policy make on commissioning.payment_line for insert to goldenthread_app with check (%s)', broker);
  execute format('create policy drop_it on commissioning.payment_line for delete to goldenthread_app using (%s)', broker);
end $$;
grant update on commissioning.care_package, commissioning.package_outcome, commissioning.payment_run to goldenthread_app;
grant update (sight) on commissioning.payment_mechanism to goldenthread_app;
grant delete on commissioning.payment_run, commissioning.payment_line to goldenthread_app;
grant update on commissioning.package_threshold to goldenthread_app;
-- Whoever arranges and pays for packages knows of which contract, and who provides under it.
create policy payers on commissioning.contract for select to goldenthread_app using (sight <> 'draft' and (id = any ((select commissioning.my_brokered())::uuid[]) or id = any ((select commissioning.my_paid())::uuid[])));
create policy payers on commissioning.contract_provider for select to goldenthread_app using (sight <> 'draft' and (contract = any ((select commissioning.my_brokered())::uuid[]) or contract = any ((select commissioning.my_paid())::uuid[])));
