-- What must never be wrong about shared risk and closed years, whoever writes it (requirements C5, C6; handbook of commissioning 3.1, 3.3, 3.4).
-- A list in force stands; of a draft, steps come and go. Its end may be set, never before a year that is closed.
create function commissioning.keep_risk_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.in_force_on is not null then raise exception 'a list in force stands' using errcode = 'check_violation', constraint = 'risk_rule_stands'; end if;
    return old;
  end if;
  if old.in_force_on is not null and to_jsonb(new) - 'sight' - 'last_year' - 'version' is distinct from to_jsonb(old) - 'sight' - 'last_year' - 'version' then
    raise exception 'a list in force stands' using errcode = 'check_violation', constraint = 'risk_rule_stands';
  end if;
  if new.last_year is distinct from old.last_year and exists (select from commissioning.settlement s where s.rule = new.id and s.year > coalesce(new.last_year, 9999)) then
    raise exception 'a year is closed by this list' using errcode = 'check_violation', constraint = 'risk_rule_closed_years';
  end if;
  return new;
end $$;
create trigger risk_rule_steps before update or delete on commissioning.risk_rule for each row execute function commissioning.keep_risk_rule();
create function commissioning.keep_risk_step() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_rule uuid := case when tg_op = 'DELETE' then old.rule else new.rule end;
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then raise exception 'a step stays as it is' using errcode = 'insufficient_privilege'; end if;
  if tg_op <> 'UPDATE' and exists (select from commissioning.risk_rule r where r.id = of_rule and r.in_force_on is not null) then
    raise exception 'a list in force stands' using errcode = 'check_violation', constraint = 'risk_rule_stands';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger risk_step_steps before insert or update or delete on commissioning.risk_step for each row execute function commissioning.keep_risk_step();
create trigger risk_part_steps before insert or update or delete on commissioning.risk_part for each row execute function commissioning.keep_risk_step();

-- The steps of a list follow one another, each can be reached, and fixed shares add up to the whole.
create function commissioning.prove_risk_rule(of_rule uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare steps int; last int; isin boolean;
begin
  select r.in_force_on is not null into isin from commissioning.risk_rule r where r.id = of_rule;
  if not found then return; end if;
  select count(*), coalesce(max(s.position), 0) into steps, last from commissioning.risk_step s where s.rule = of_rule;
  if steps <> last or (isin and steps = 0) then
    raise exception 'the steps of a list follow one another from the first' using errcode = 'check_violation', constraint = 'risk_steps_in_order';
  end if;
  if exists (select from commissioning.risk_step s where s.rule = of_rule and s.position < last and s.above is null
      and (s.kind in ('own_lines', 'refer') or (s.kind in ('first_part_to', 'share') and s.up_to is null
        and (s.excess_to is not null or not exists (select from commissioning.risk_part p where p.rule = s.rule and p.position = s.position and p.cap is not null)))))
     or exists (select from commissioning.risk_step s where s.rule = of_rule and s.kind = 'own_lines' and steps > 1) then
    raise exception 'a step behind one that takes all is never reached' using errcode = 'check_violation', constraint = 'risk_step_reached';
  end if;
  if exists (select from commissioning.risk_step s where s.rule = of_rule and s.weighed_by = 'fixed'
      and (select coalesce(sum(p.share), 0) from commissioning.risk_part p where p.rule = s.rule and p.position = s.position) <> 10000) then
    raise exception 'fixed shares add up to 100 percent' using errcode = 'check_violation', constraint = 'risk_shares_add_up';
  end if;
  if exists (select from commissioning.risk_step s where s.rule = of_rule and s.kind = 'share'
      and exists (select from commissioning.risk_part p where p.rule = s.rule and p.position = s.position and p.cap is not null)
      and (case when s.excess_to is null then not exists (select from commissioning.risk_part p where p.rule = s.rule and p.position = s.position and p.cap is null)
        else exists (select from commissioning.risk_part p where p.rule = s.rule and p.position = s.position and p.partner = s.excess_to and p.cap is not null) end)) then
    raise exception 'somebody without a cap bears what is above the caps' using errcode = 'check_violation', constraint = 'risk_caps_leave_one';
  end if;
end $$;
create function commissioning.prove_risk_touched() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'risk_rule' then perform commissioning.prove_risk_rule(new.id);
  elsif tg_op = 'DELETE' then perform commissioning.prove_risk_rule(old.rule);
  else perform commissioning.prove_risk_rule(new.rule); end if;
  return null;
end $$;
create constraint trigger risk_rule_proved after insert or update on commissioning.risk_rule deferrable initially deferred for each row execute function commissioning.prove_risk_touched();
create constraint trigger risk_rule_proved after insert or delete on commissioning.risk_step deferrable initially deferred for each row execute function commissioning.prove_risk_touched();
create constraint trigger risk_rule_proved after insert or delete on commissioning.risk_part deferrable initially deferred for each row execute function commissioning.prove_risk_touched();

-- An agreed year takes a new contribution of nothing, which a variation with authority then raises; its plan stands as it was.
create or replace function commissioning.keep_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare standing text;
begin
  select f.state into standing from commissioning.fund_year f where f.fund = new.fund and f.year = new.year;
  if tg_op = 'UPDATE' and (new.id, new.fund, new.year) is distinct from (old.id, old.fund, old.year) then
    raise exception 'it stays with its fund and its year' using errcode = 'insufficient_privilege';
  end if;
  if standing <> 'planning' and (tg_op = 'INSERT'
      or (tg_table_name = 'contribution' and (to_jsonb(new) -> 'planned', to_jsonb(new) -> 'partner', to_jsonb(new) -> 'ring_fence', to_jsonb(new) -> 'kind') is distinct from (to_jsonb(old) -> 'planned', to_jsonb(old) -> 'partner', to_jsonb(old) -> 'ring_fence', to_jsonb(old) -> 'kind'))
      or (tg_table_name = 'budget_line' and (to_jsonb(new) -> 'original', to_jsonb(new) -> 'ring_fence') is distinct from (to_jsonb(old) -> 'original', to_jsonb(old) -> 'ring_fence'))) then
    if not (tg_op = 'INSERT' and standing = 'agreed' and coalesce(to_jsonb(new) ->> 'original', to_jsonb(new) ->> 'planned')::bigint = 0) then
      raise exception 'the plan of an agreed year stands' using errcode = 'check_violation', constraint = 'agreed_plan_stands';
    end if;
  end if;
  return new;
end $$;
-- What a line may spend now: its plan, what was moved, and what varied. Null: its plan is not known.
create function commissioning.revised(of_line uuid) returns numeric language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.original
    + (select coalesce(sum(v.pence), 0) from commissioning.virement v where v.to_line = l.id)
    - (select coalesce(sum(v.pence), 0) from commissioning.virement v where v.from_line = l.id)
    + (select coalesce(sum(v.pence), 0) from commissioning.gift_variation v where v.line = l.id)
  from commissioning.budget_line l where l.id = of_line
$$;
create function commissioning.keep_gift_variation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.contribution; l commissioning.budget_line; y commissioning.fund_year; given numeric;
begin
  perform from commissioning.fund f where f.id = new.fund for update;
  select * into c from commissioning.contribution x where x.id = new.contribution;
  select * into l from commissioning.budget_line x where x.id = new.line;
  select * into y from commissioning.fund_year x where x.fund = new.fund and x.year = new.year;
  if c.year <> new.year or l.year <> new.year then
    raise exception 'a contribution or a line of another year' using errcode = 'check_violation', constraint = 'variation_one_year';
  end if;
  if y.state <> 'agreed' then
    raise exception 'only an agreed year is varied' using errcode = 'check_violation', constraint = 'variation_agreed_year';
  end if;
  if c.ring_fence is distinct from l.ring_fence then
    raise exception 'ring-fenced money stays with its purpose' using errcode = 'check_violation', constraint = 'virement_within_ring_fence';
  end if;
  if not exists (select from meetings.decision d where d.id = new.decision and (d.of_body = new.body or d.body = new.body)) then
    raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'virement_own_decision';
  end if;
  if c.planned + new.pence + (select coalesce(sum(v.pence), 0) from commissioning.gift_variation v where v.contribution = c.id) < 0 then
    raise exception 'more than is given' using errcode = 'check_violation', constraint = 'variation_within_gift';
  end if;
  if commissioning.revised(l.id) + new.pence < 0 then
    raise exception 'more than the line has' using errcode = 'check_violation', constraint = 'virement_within_line';
  end if;
  select coalesce(sum(x.planned), 0) + new.pence + (select coalesce(sum(v.pence), 0) from commissioning.gift_variation v where v.fund = new.fund and v.year = new.year) into given
    from commissioning.contribution x where x.fund = new.fund and x.year = new.year;
  if y.minimum is not null and given < y.minimum then
    raise exception 'less than the minimum is given' using errcode = 'check_violation', constraint = 'fund_minimum';
  end if;
  return new;
end $$;
create trigger variation_steps before insert on commissioning.gift_variation for each row execute function commissioning.keep_gift_variation();
-- As before, but for what a line has: what varied counts too.
create or replace function commissioning.keep_virement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
  left_over := commissioning.revised(one.id);
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
-- A closed year stays closed until its statement is taken back; an agreed one is not planned anew.
create or replace function commissioning.keep_year() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.fund, new.year) is distinct from (old.fund, old.year) then
    raise exception 'a year stays with its fund' using errcode = 'insufficient_privilege';
  end if;
  if old.state = 'closed' and to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight'
      and not (new.state = 'agreed' and to_jsonb(new) - 'state' - 'version' - 'sight' = to_jsonb(old) - 'state' - 'version' - 'sight') then
    raise exception 'a closed year stays closed' using errcode = 'check_violation', constraint = 'closed_year_stands';
  end if;
  if old.state <> 'planning' and new.state = 'planning' then
    raise exception 'the plan of an agreed year stands' using errcode = 'check_violation', constraint = 'agreed_plan_stands';
  end if;
  return new;
end $$;
-- A year is closed while one statement of it stands, and only then.
create function commissioning.prove_closed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare standing int;
begin
  select count(*) into standing from commissioning.settlement s where s.fund = new.fund and s.year = new.year and s.reverses is null
    and not exists (select from commissioning.settlement r where r.reverses = s.id);
  if standing <> (select case when y.state = 'closed' then 1 else 0 end from commissioning.fund_year y where y.fund = new.fund and y.year = new.year) then
    raise exception 'a year is closed with its statement' using errcode = 'check_violation', constraint = 'year_closed_with_statement';
  end if;
  return null;
end $$;
create constraint trigger year_closed_with_statement after insert or update on commissioning.fund_year deferrable initially deferred for each row execute function commissioning.prove_closed();
create constraint trigger year_closed_with_statement after insert on commissioning.settlement deferrable initially deferred for each row execute function commissioning.prove_closed();
-- Nothing is added to a statement of a year that is closed.
create function commissioning.keep_settlement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select y.state from commissioning.settlement s join commissioning.fund_year y on y.fund = s.fund and y.year = s.year where s.id = new.settlement) is distinct from 'agreed' then
    raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'closed_year_stands';
  end if;
  return new;
end $$;
create trigger settlement_steps before insert on commissioning.settlement_step for each row execute function commissioning.keep_settlement();
create trigger settlement_steps before insert on commissioning.settlement_share for each row execute function commissioning.keep_settlement();

-- A sum split to the penny by largest remainder, worked by the database itself, so that no statement rests on one calculator.
create function commissioning.split_pence(pence bigint, weights bigint[]) returns bigint[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  with total as (select sum(w)::numeric as all_of from unnest(weights) w),
  parts as (select w.place, div(abs(pence)::numeric * w.weight, t.all_of) as whole, mod(abs(pence)::numeric * w.weight, t.all_of) as rest
    from unnest(weights) with ordinality w(weight, place), total t where t.all_of > 0),
  ranked as (select p.place, p.whole, row_number() over (order by p.rest desc, p.place) as rank, (abs(pence) - sum(p.whole) over ()) as missing from parts p)
  select array_agg(((r.whole + case when r.rank <= r.missing then 1 else 0 end) * sign(pence::numeric))::bigint order by r.place) from ranked r
$$;

-- What each line of a year was over or under. What ring-fenced money is under stays with its purpose and is not shared; what it is over is.
create function commissioning.line_outturn(of_fund uuid, of_year int) returns table (line uuid, managed_by uuid, revised numeric, spent numeric, shared boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select x.id, x.managed_by, x.revised, x.spent, x.ring_fence is null or sum(x.spent - x.revised) over (partition by x.ring_fence) > 0 from (
    select l.id, l.managed_by, l.ring_fence,
      l.original + coalesce((select sum(case when v.to_line = l.id then v.pence else -v.pence end) from commissioning.virement v where l.id in (v.from_line, v.to_line)), 0)
        + coalesce((select sum(v.pence) from commissioning.gift_variation v where v.line = l.id), 0) as revised,
      coalesce((select sum(m.pence) from commissioning.line_month m where m.line = l.id and m.kind in ('actual', 'accrual')), 0) as spent
    from commissioning.budget_line l where l.fund = of_fund and l.year = of_year) x
$$;
-- A statement is proved again from what is recorded: budget and spend, each step, each partner, and that all of it adds up to the penny.
create function commissioning.prove_settlement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s commissioning.settlement; step record; wrong text; budget numeric; spend numeric; fenced numeric; sofar numeric := 0; weights bigint[]; bare bigint[]; excess numeric;
  wrongly constant text := 'settlement_balances'; refers uuid;
begin
  select * into s from commissioning.settlement x where x.id = new.id;
  if s.decision is not null then
    select r.refer_to into refers from commissioning.risk_step r where r.rule = s.rule and r.kind = 'refer' and s.reverses is null limit 1;
    if not exists (select from meetings.decision d where d.id = s.decision and coalesce(refers, s.body) in (d.of_body, d.body)) then
      raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'virement_own_decision';
    end if;
  end if;
  if s.reverses is not null then
    if exists (select from commissioning.settlement o where o.id = s.reverses and (o.fund, o.year, o.reverses is null, -o.budget, -o.spend, -o.fenced, -o.overspend) is distinct from (s.fund, s.year, true, s.budget, s.spend, s.fenced, s.overspend))
      or exists (select from (select x.position, x.place, x.partner, x.pence from commissioning.settlement_share x where x.settlement = s.reverses) a
        full join (select x.position, x.place, x.partner, x.pence from commissioning.settlement_share x where x.settlement = s.id) b using (position, place, partner) where a.pence is distinct from -b.pence) then
      raise exception 'a statement is taken back as it was made' using errcode = 'check_violation', constraint = wrongly;
    end if;
    return null;
  end if;
  if exists (select from commissioning.entry e where e.fund = s.fund and e.year = s.year and e.line is null) then
    raise exception 'entries wait to be placed' using errcode = 'check_violation', constraint = 'settlement_all_placed';
  end if;
  select sum(o.revised), sum(o.spent), sum(o.spent - o.revised) filter (where not o.shared) into budget, spend, fenced from commissioning.line_outturn(s.fund, s.year) o;
  if (coalesce(budget, 0), coalesce(spend, 0), coalesce(fenced, 0)) is distinct from (s.budget::numeric, s.spend::numeric, s.fenced::numeric) then
    raise exception 'the statement does not say what is recorded' using errcode = 'check_violation', constraint = wrongly;
  end if;
  for step in select x.*, (select sum(h.pence) from commissioning.settlement_share h where h.settlement = x.settlement and h.position = x.position) as shared
      from commissioning.settlement_step x where x.settlement = s.id order by x.position loop
    sofar := sofar + step.covered;
    if step.left_after <> s.overspend - sofar
        or (step.kind in ('cover_from_lines', 'draw_on_risk_pool', 'refer')) <> (step.shared is null)
        or (step.shared is not null and step.shared <> step.covered) then
      raise exception 'step % does not add up', step.position using errcode = 'check_violation', constraint = wrongly;
    end if;
    if step.kind = 'own_lines' and exists (select from (select o.managed_by as partner, sum(o.spent - o.revised) as pence from commissioning.line_outturn(s.fund, s.year) o where o.shared group by o.managed_by) a
        full join (select h.partner, h.pence from commissioning.settlement_share h where h.settlement = s.id and h.position = step.position) b using (partner) where coalesce(a.pence, 0) <> coalesce(b.pence, 0)) then
      raise exception 'own lines are not those of each partner' using errcode = 'check_violation', constraint = wrongly;
    end if;
    if step.kind = 'share' and step.covered <> 0 then
      select array_agg(h.weight order by h.place) into weights from commissioning.settlement_share h where h.settlement = s.id and h.position = step.position;
      bare := commissioning.split_pence(abs(step.amount), weights);
      select coalesce(sum(greatest(b.pence - h.cap, 0)), 0) into excess from unnest(bare) with ordinality b(pence, n)
        join (select x.*, row_number() over (order by x.place) as n from commissioning.settlement_share x where x.settlement = s.id and x.position = step.position) h using (n);
      select string_agg(h.partner::text, ' ') into wrong from unnest(bare) with ordinality b(pence, n)
        join (select x.*, row_number() over (order by x.place) as n from commissioning.settlement_share x where x.settlement = s.id and x.position = step.position) h using (n)
        where (least(b.pence, coalesce(h.cap, b.pence)) + case when h.takes_excess then excess else 0 end) * sign(step.amount) <> h.pence;
      if wrong is not null then
        raise exception 'step % is not shared by its weights', step.position using errcode = 'check_violation', constraint = wrongly;
      end if;
    end if;
  end loop;
  if sofar <> s.overspend then
    raise exception 'not everything is settled' using errcode = 'check_violation', constraint = wrongly;
  end if;
  return null;
end $$;
create constraint trigger settlement_balances after insert on commissioning.settlement deferrable initially deferred for each row execute function commissioning.prove_settlement();

revoke all on function commissioning.keep_risk_rule(), commissioning.keep_risk_step(), commissioning.prove_risk_rule(uuid), commissioning.prove_risk_touched(), commissioning.revised(uuid),
  commissioning.keep_gift_variation(), commissioning.line_outturn(uuid, int), commissioning.prove_closed(), commissioning.keep_settlement(), commissioning.split_pence(bigint, bigint[]),
  commissioning.prove_settlement() from public;
