-- A move of money, a variation and a statement rest on a decision that stands on the day on which they are made (requirements C5, C6). What was made by a decision that is
-- withdrawn afterwards stays as it was made and is flagged: it is taken back by a move, a variation or a statement the other way, never by itself.
create function commissioning.ask_standing_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from meetings.decision d where d.id = new.decision and d.withdrawn) then
    raise exception 'a decision that was withdrawn' using errcode = 'check_violation', constraint = 'decision_stands';
  end if;
  return new;
end $$;
revoke all on function commissioning.ask_standing_decision() from public;
create trigger decision_stands before insert on commissioning.virement for each row when (new.decision is not null) execute function commissioning.ask_standing_decision();
create trigger decision_stands before insert on commissioning.gift_variation for each row when (new.decision is not null) execute function commissioning.ask_standing_decision();
create trigger decision_stands before insert on commissioning.settlement for each row when (new.decision is not null) execute function commissioning.ask_standing_decision();
