-- A gate whose delegation another body holds is passed by a decision of that body, too (requirement C1; handbook of commissioning 1.1).
-- The body that may decide by a delegation on a day; null: none holds it, or it or one that it was handed on from is not in force.
create function commissioning.gate_body(asked uuid, on_day date) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive chain as (
    select d.id, d.parent, d.may, d.starts_on, least(d.ends_on, d.revoked_on) as until from governance.delegation d where d.id = asked
    union
    select p.id, p.parent, p.may, p.starts_on, least(p.ends_on, p.revoked_on) from governance.delegation p join chain c on p.id = c.parent
  )
  select d.to_body from governance.delegation d where d.id = asked
    and not exists (select from chain c where c.may <> 'decide' or on_day < c.starts_on or on_day >= c.until)
$$;
-- The body of the decision that passed a gate: its name is public, its words are not asked for.
create function commissioning.gate_decided_by(gate uuid) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.of_body from commissioning.gate_passed g join meetings.decision d on d.id = g.decision where g.id = gate
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
  if new.signed_by is null and not commissioning.is_decision_by(new.decision, new.body, new.passed_on)
    and not commissioning.is_decision_by(new.decision, commissioning.gate_body(s.delegation, new.passed_on), new.passed_on) then
    raise exception 'this gate asks for a decision of the board' using errcode = 'check_violation', constraint = 'gate_by_decision';
  end if;
  return new;
end $$;
revoke all on function commissioning.gate_body(uuid, date), commissioning.gate_decided_by(uuid), commissioning.keep_gate() from public;
grant execute on function commissioning.gate_body(uuid, date), commissioning.gate_decided_by(uuid) to goldenthread_app;
