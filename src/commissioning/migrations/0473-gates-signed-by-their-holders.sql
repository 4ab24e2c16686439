-- A gate of a commissioning framework is signed off by whoever holds its delegation themselves, or by a decision of the board (requirement C1; handbook of commissioning 1.1).
-- Whether somebody may decide by a delegation on a day: it is held, and it and every one that it was handed on from lets decide and is in force.
create function commissioning.holds_gate(asked uuid, who uuid, on_day date) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive chain as (
    select d.id, d.parent, d.may, d.starts_on, least(d.ends_on, d.revoked_on) as until from governance.delegation d where d.id = asked
    union
    select p.id, p.parent, p.may, p.starts_on, least(p.ends_on, p.revoked_on) from governance.delegation p join chain c on p.id = c.parent
  )
  select asked is not null and who is not null and governance.holds_delegation(asked, who, on_day)
    and not exists (select from chain c where c.may <> 'decide' or on_day < c.starts_on or on_day >= c.until)
$$;
-- A decision of that board that was not withdrawn and was taken no later than that day.
create function commissioning.is_decision_by(decision uuid, board uuid, on_day date) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.decision d where d.id = $1 and d.of_body = $2 and not d.withdrawn and d.decided_on <= $3)
$$;
create or replace function commissioning.keep_gate() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s commissioning.stage;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
      raise exception 'what was signed off stays' using errcode = 'check_violation', constraint = 'gate_stands';
    end if;
    return new;
  end if;
  select * into s from commissioning.stage where id = new.stage;
  if exists (select from commissioning.stage e where e.edition = new.edition and e.position < s.position
      and not exists (select from commissioning.gate_passed g where g.of_case = new.of_case and g.stage = e.id and g.passed_on <= new.passed_on)) then
    raise exception 'the stage before it is not signed off' using errcode = 'check_violation', constraint = 'gates_in_order';
  end if;
  if new.signed_by is not null and not commissioning.holds_gate(s.delegation, new.signed_by, new.passed_on) then
    raise exception 'the delegation of this gate is not held' using errcode = 'check_violation', constraint = 'gate_by_delegation';
  end if;
  if new.signed_by is null and not commissioning.is_decision_by(new.decision, new.body, new.passed_on) then
    raise exception 'this gate asks for a decision of the board' using errcode = 'check_violation', constraint = 'gate_by_decision';
  end if;
  return new;
end $$;
-- The frameworks of which one may sign a gate today.
create function commissioning.my_gate_frameworks() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct s.framework), '{}') from commissioning.stage s join commissioning.framework_version v on v.id = s.edition
    where s.delegation is not null and v.adopted_on is not null and commissioning.holds_gate(s.delegation, me, day));
end $$;
revoke all on function commissioning.holds_gate(uuid, uuid, date), commissioning.is_decision_by(uuid, uuid, date), commissioning.keep_gate(), commissioning.my_gate_frameworks() from public;
grant execute on function commissioning.holds_gate(uuid, uuid, date), commissioning.my_gate_frameworks() to goldenthread_app;

-- Whoever keeps the framework records what the board decided; nobody signs for somebody else.
drop policy keep on commissioning.gate_passed;
create policy decide on commissioning.gate_passed for insert to goldenthread_app with check (signed_by is null and (body = any ((select governance.my_clerk_bodies())::uuid[])
  or exists (select from commissioning.framework p where p.id = framework and p.lead = any ((select commissioning.my_organisations('commissioner'))::uuid[]))));
create policy sign on commissioning.gate_passed for insert to goldenthread_app with check (signed_by = (select governance.my_person()) and passed_on = (select platform.today())
  and framework = any ((select commissioning.my_gate_frameworks())::uuid[]));
-- Whoever signs a gate reads the framework once it is shown to its board.
do $$
declare name text;
begin
  create policy hold on commissioning.framework for select to goldenthread_app using (sight <> 'draft' and id = any ((select commissioning.my_gate_frameworks())::uuid[]));
  foreach name in array array['framework_version', 'stage', 'standard', 'framework_case', 'gate_passed', 'standard_check'] loop
    execute format('create policy hold on commissioning.%I for select to goldenthread_app using (sight <> ''draft'' and framework = any ((select commissioning.my_gate_frameworks())::uuid[]))', name);
  end loop;
end $$;
