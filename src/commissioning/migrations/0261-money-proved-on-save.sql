-- What must never be wrong about money, whoever writes it (requirement C5; handbook of commissioning 3.1, 3.2, 6): sums that balance, plans that stand, moves with
-- authority, and a ledger that only grows.
-- The money of a year balances on every save: lines never spend more than is given, and what is ring-fenced goes to its purpose; once it is agreed both are
-- equal to the penny, nothing is unknown, and the minimum of the whole fund is met.
create function commissioning.prove_year(of_fund uuid, of_year int) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare y commissioning.fund_year; given numeric; unknown_given int; spent numeric; unknown_spent int; odd text;
begin
  select * into y from commissioning.fund_year f where f.fund = of_fund and f.year = of_year;
  if not found then return; end if;
  select coalesce(sum(c.planned), 0), count(*) filter (where c.planned is null) into given, unknown_given from commissioning.contribution c where c.fund = of_fund and c.year = of_year;
  select coalesce(sum(l.original), 0), count(*) filter (where l.original is null) into spent, unknown_spent from commissioning.budget_line l where l.fund = of_fund and l.year = of_year;
  if spent > given or (y.state <> 'planning' and (spent <> given or unknown_given + unknown_spent > 0)) then
    raise exception 'the lines of the year do not go with what is given' using errcode = 'check_violation', constraint = 'fund_balances';
  end if;
  select r.title into odd from commissioning.ring_fence r
    cross join lateral (select coalesce(sum(c.planned), 0) as g from commissioning.contribution c where c.fund = of_fund and c.year = of_year and c.ring_fence = r.id) a
    cross join lateral (select coalesce(sum(l.original), 0) as s from commissioning.budget_line l where l.fund = of_fund and l.year = of_year and l.ring_fence = r.id) b
    where r.fund = of_fund and (s > g or (y.state <> 'planning' and s <> g)) limit 1;
  if found then
    raise exception 'ring-fenced money is spent on its purpose' using errcode = 'check_violation', constraint = 'fund_ring_fence';
  end if;
  if y.state <> 'planning' and y.minimum is not null and given < y.minimum then
    raise exception 'less than the minimum is given' using errcode = 'check_violation', constraint = 'fund_minimum';
  end if;
end $$;
create function commissioning.prove_touched() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform commissioning.prove_year(old.fund, old.year); end if;
  if tg_op <> 'DELETE' then perform commissioning.prove_year(new.fund, new.year); end if;
  return null;
end $$;
create constraint trigger fund_balances after insert or update or delete on commissioning.contribution deferrable initially deferred for each row execute function commissioning.prove_touched();
create constraint trigger fund_balances after insert or update or delete on commissioning.budget_line deferrable initially deferred for each row execute function commissioning.prove_touched();
create constraint trigger fund_balances after insert or update on commissioning.fund_year deferrable initially deferred for each row execute function commissioning.prove_touched();

-- Instalments add up to what is planned.
create function commissioning.prove_instalments() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_id uuid; plan bigint; parts numeric;
begin
  if tg_table_name = 'contribution' then of_id := new.id; elsif tg_op = 'DELETE' then of_id := old.contribution; else of_id := new.contribution; end if;
  select c.planned into plan from commissioning.contribution c where c.id = of_id;
  select sum(i.pence) into parts from commissioning.instalment i where i.contribution = of_id;
  if parts is not null and parts is distinct from plan then
    raise exception 'instalments add up to the contribution' using errcode = 'check_violation', constraint = 'instalments_add_up';
  end if;
  return null;
end $$;
create constraint trigger instalments_add_up after insert or update or delete on commissioning.instalment deferrable initially deferred for each row execute function commissioning.prove_instalments();
create constraint trigger instalments_add_up after update on commissioning.contribution deferrable initially deferred for each row execute function commissioning.prove_instalments();

-- Once a year is agreed its plan stands: money then moves by virements. A closed year stays closed.
create function commissioning.keep_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare standing text;
begin
  select f.state into standing from commissioning.fund_year f where f.fund = new.fund and f.year = new.year;
  if tg_op = 'UPDATE' and (new.id, new.fund, new.year) is distinct from (old.id, old.fund, old.year) then
    raise exception 'it stays with its fund and its year' using errcode = 'insufficient_privilege';
  end if;
  if standing <> 'planning' and (tg_op = 'INSERT'
      or (tg_table_name = 'contribution' and (to_jsonb(new) -> 'planned', to_jsonb(new) -> 'partner', to_jsonb(new) -> 'ring_fence') is distinct from (to_jsonb(old) -> 'planned', to_jsonb(old) -> 'partner', to_jsonb(old) -> 'ring_fence'))
      or (tg_table_name = 'budget_line' and (to_jsonb(new) -> 'original', to_jsonb(new) -> 'ring_fence') is distinct from (to_jsonb(old) -> 'original', to_jsonb(old) -> 'ring_fence'))) then
    if not (tg_table_name = 'budget_line' and tg_op = 'INSERT' and standing = 'agreed' and (to_jsonb(new) ->> 'original')::bigint = 0) then
      raise exception 'the plan of an agreed year stands' using errcode = 'check_violation', constraint = 'agreed_plan_stands';
    end if;
  end if;
  return new;
end $$;
create trigger plan_steps before insert or update on commissioning.contribution for each row execute function commissioning.keep_plan();
create trigger plan_steps before insert or update on commissioning.budget_line for each row execute function commissioning.keep_plan();
create function commissioning.keep_year() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.fund, new.year) is distinct from (old.fund, old.year) then
    raise exception 'a year stays with its fund' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'closed' and to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
    raise exception 'a closed year stays closed' using errcode = 'check_violation', constraint = 'closed_year_stands';
  end if;
  return new;
end $$;
create trigger year_steps before update on commissioning.fund_year for each row execute function commissioning.keep_year();

-- Money is moved within its ring-fence, within a year or into the next, by whoever the scheme lets, or by a decision of the fund's board.
create function commissioning.keep_virement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one commissioning.budget_line; other commissioning.budget_line; f commissioning.fund; allowed commissioning.virement_limit; left_over numeric; so_far numeric;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then raise exception 'a virement stays as it was made' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  select * into f from commissioning.fund x where x.id = new.fund for update;
  select * into one from commissioning.budget_line l where l.id = new.from_line;
  select * into other from commissioning.budget_line l where l.id = new.to_line;
  if one.ring_fence is distinct from other.ring_fence then
    raise exception 'ring-fenced money stays with its purpose' using errcode = 'check_violation', constraint = 'virement_within_ring_fence';
  end if;
  if other.year not in (one.year, one.year + 1)
      or exists (select from commissioning.fund_year y where y.fund = new.fund and y.year in (one.year, other.year) and y.state <> 'agreed' and not (y.year = one.year + 1 and y.state = 'planning')) then
    raise exception 'money moves within an agreed year, or into the next' using errcode = 'check_violation', constraint = 'virement_within_years';
  end if;
  select one.original + coalesce(sum(case when v.to_line = one.id then v.pence else -v.pence end), 0) into left_over
    from commissioning.virement v where one.id in (v.from_line, v.to_line);
  if left_over is null or new.pence > left_over then
    raise exception 'more than the line has' using errcode = 'check_violation', constraint = 'virement_within_line';
  end if;
  if new.decision is not null then
    if not exists (select from meetings.decision d where d.id = new.decision and (d.of_body = f.body or d.body = f.body)) then
      raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'virement_own_decision';
    end if;
    return new;
  end if;
  select * into allowed from commissioning.virement_limit l where l.id = new.by_limit and l.starts_on <= new.on_day and (l.ends_on is null or new.on_day < l.ends_on);
  select coalesce(sum(v.pence), 0) into so_far from commissioning.virement v join commissioning.virement_limit l on l.id = v.by_limit
    join commissioning.budget_line b on b.id = v.from_line where v.fund = new.fund and l.role = allowed.role and b.year = one.year;
  if allowed.id is null
      or (allowed.role = 'manager' and f.manager is distinct from governance.my_person())
      or (allowed.role = 'finance' and not f.host = any (commissioning.my_organisations('finance')))
      or new.pence + (case when allowed.per = 'year' then so_far else 0 end) > allowed.up_to then
    raise exception 'above what one may move' using errcode = 'check_violation', constraint = 'virement_within_authority';
  end if;
  return new;
end $$;
create trigger virement_steps before insert or update on commissioning.virement for each row execute function commissioning.keep_virement();

-- An entry is given a line once; nothing else of it changes. Nothing is entered into a year that is closed.
create function commissioning.keep_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - 'line' - 'sight' is distinct from to_jsonb(old) - 'line' - 'sight' or (old.line is not null and new.line is distinct from old.line) then
    raise exception 'an entry of the ledger stays as it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger entry_steps before update on commissioning.entry for each row execute function commissioning.keep_entry();
create function commissioning.note_entries() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from (select distinct e.fund, e.year from fresh e) e join commissioning.fund_year y on y.fund = e.fund and y.year = e.year where y.state = 'closed') then
    raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'closed_year_stands';
  end if;
  if exists (select from fresh e join commissioning.budget_line l on l.id = e.line where l.year <> e.year) then
    raise exception 'a line of another year' using errcode = 'check_violation', constraint = 'entry_own_year';
  end if;
  insert into commissioning.line_month as m (line, fund, body, sight, kind, period, pence, entries)
    select e.line, e.fund, f.body, f.sight, e.kind, e.period, sum(e.pence), count(*) from fresh e join commissioning.fund f on f.id = e.fund
    where e.line is not null group by e.line, e.fund, f.body, f.sight, e.kind, e.period
    order by e.line, e.kind, e.period
  on conflict (line, kind, period) do update set pence = m.pence + excluded.pence, entries = m.entries + excluded.entries;
  return null;
end $$;
create trigger entries_noted after insert on commissioning.entry referencing new table as fresh for each statement execute function commissioning.note_entries();
create function commissioning.note_placed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into commissioning.line_month as m (line, fund, body, sight, kind, period, pence, entries)
    select n.line, n.fund, f.body, f.sight, n.kind, n.period, sum(n.pence), count(*)
    from placed n join unplaced o on o.id = n.id join commissioning.fund f on f.id = n.fund
    where o.line is null and n.line is not null group by n.line, n.fund, f.body, f.sight, n.kind, n.period
  on conflict (line, kind, period) do update set pence = m.pence + excluded.pence, entries = m.entries + excluded.entries;
  return null;
end $$;
create trigger entries_placed after update on commissioning.entry referencing old table as unplaced new table as placed for each statement execute function commissioning.note_placed();
revoke all on function commissioning.prove_year(uuid, int), commissioning.prove_touched(), commissioning.prove_instalments(), commissioning.keep_plan(), commissioning.keep_year(),
  commissioning.keep_virement(), commissioning.keep_entry(), commissioning.note_entries(), commissioning.note_placed() from public;
