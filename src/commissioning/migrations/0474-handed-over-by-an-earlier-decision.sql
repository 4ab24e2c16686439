-- A delegated budget is handed over by a decision of its board that stands and was taken no later than the day of the hand-over (requirement C14). The decision is asked
-- when it is named and when the budget is handed over: one that is withdrawn afterwards does not keep the record from being shown.
create or replace function commissioning.keep_delegated() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.handed_on is not null then raise exception 'it is divided first' using errcode = 'check_violation', constraint = 'delegated_divided'; end if;
    if new.decision is not null and not commissioning.is_decision_of(new.decision, new.body) then
      raise exception 'no decision of that board' using errcode = 'check_violation', constraint = 'delegated_own_decision';
    end if;
  elsif old.handed_on is not null and (new.pence, new.starts_on, new.ends_on, new.decision, new.handed_on, new.fund) is distinct from (old.pence, old.starts_on, old.ends_on, old.decision, old.handed_on, old.fund) then
    raise exception 'it is handed over' using errcode = 'check_violation', constraint = 'delegated_stands';
  elsif (new.decision, new.handed_on) is distinct from (old.decision, old.handed_on) and new.decision is not null then
    if not commissioning.is_decision_of(new.decision, new.body) then
      raise exception 'no decision of that board' using errcode = 'check_violation', constraint = 'delegated_own_decision';
    end if;
    if new.handed_on is not null and not commissioning.is_decision_by(new.decision, new.body, new.handed_on) then
      raise exception 'decided after it is handed over' using errcode = 'check_violation', constraint = 'delegated_decided_before';
    end if;
  end if;
  if new.fund is not null and not exists (select from commissioning.fund f where f.id = new.fund and f.body = new.body) then
    raise exception 'no fund of that board' using errcode = 'check_violation', constraint = 'delegated_own_fund';
  end if;
  if tg_op = 'UPDATE' and new.handed_on is not null and old.handed_on is null and (
      (select sum(h.pence) from commissioning.budget_holder h where h.budget = new.id) is distinct from new.pence::numeric
      or exists (select from commissioning.budget_holder h where h.budget = new.id and not exists (select from commissioning.delegated_shares(new.id) s where s.holder = h.id and s.pence = h.pence))) then
    raise exception 'its shares are not as the weights give them' using errcode = 'check_violation', constraint = 'delegated_to_the_penny';
  end if;
  return new;
end $$;
