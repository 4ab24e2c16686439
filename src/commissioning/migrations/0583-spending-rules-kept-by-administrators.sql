-- From which sum payments are published is kept by administrators on the page of dated rules, with its source and whether somebody has checked it (requirements C15, G16).
alter table commissioning.spending_rule
  add column is_confirmed boolean not null default true,
  add column above_pounds int check (above_pounds >= 0);
comment on column commissioning.spending_rule.is_confirmed is 'Somebody has checked it against its source.';
comment on column commissioning.spending_rule.above_pounds is 'The same sum in whole pounds, as codes of practice write it; empty: the sum is none of whole pounds.';
update commissioning.spending_rule set is_confirmed = source not like '%believed%', above_pounds = case when above % 100 = 0 then above / 100 end;
alter table commissioning.spending_rule add constraint spending_rule_above check (above_pounds is null or above is not distinct from above_pounds::bigint * 100);

-- Pounds and pence say the same, whichever is written; without a sum nothing would be published and nobody would know.
create function commissioning.keep_spending_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' and new.above is null or tg_op = 'UPDATE' and new.above_pounds is distinct from old.above_pounds then new.above := new.above_pounds::bigint * 100;
  else new.above_pounds := case when new.above % 100 = 0 then new.above / 100 end;
  end if;
  if new.above is null then
    raise exception 'a rule of spending names its sum' using errcode = 'check_violation', constraint = 'spending_rule_sum';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_spending_rule() from public;
create trigger spending_rule_steps before insert or update on commissioning.spending_rule for each row execute function commissioning.keep_spending_rule();
