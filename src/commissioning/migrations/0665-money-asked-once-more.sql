-- What a finance officer could enter and nobody questioned (requirements C5, C6, C9; handbook of commissioning 3 and 8): the same gift twice, a
-- payment that overwrites another or is more than its part, a partner that leaves twice, an indicator that outlives its contract.
create function commissioning.keep_new_gift() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from commissioning.fund f where f.id = new.fund for update;
  if exists (select from commissioning.contribution c where c.fund = new.fund and c.year = new.year and c.partner = new.partner and c.id <> new.id
      and c.kind = new.kind and lower(btrim(c.source)) = lower(btrim(new.source)) and c.ring_fence is not distinct from new.ring_fence) then
    raise exception 'the same is given already' using errcode = 'check_violation', constraint = 'contribution_once';
  end if;
  return new;
end $$;
create trigger gift_once before insert or update of partner, source, kind, ring_fence on commissioning.contribution for each row execute function commissioning.keep_new_gift();

-- What was paid stays: a later payment adds to it, up to the part.
create function commissioning.keep_paid() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(new.paid, 0) < coalesce(old.paid, 0) or (new.paid is distinct from old.paid and new.paid > new.pence) then
    raise exception 'more than the part, or less than was paid' using errcode = 'check_violation', constraint = 'paid_within_part';
  end if;
  return new;
end $$;
create trigger paid_stays before update of paid on commissioning.instalment for each row execute function commissioning.keep_paid();

create function commissioning.keep_leaving() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.leaves_on is not null and exists (select from commissioning.gift_variation v join commissioning.contribution c on c.id = v.contribution
      where v.fund = new.fund and v.year = new.year and v.leaves_on is distinct from new.leaves_on and v.leaves_on is not null
        and c.partner = (select x.partner from commissioning.contribution x where x.id = new.contribution)) then
    raise exception 'it leaves on another day' using errcode = 'check_violation', constraint = 'variation_leaves_once';
  end if;
  return new;
end $$;
-- After 'variation_steps', which locks the fund.
create trigger variation_steps_leaving before insert on commissioning.gift_variation for each row execute function commissioning.keep_leaving();

create or replace function commissioning.keep_kpi() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.contract;
begin
  select * into c from commissioning.contract x where x.id = new.contract;
  if new.starts_on < c.starts_on or coalesce(new.starts_on >= c.runs_until, false) then
    raise exception 'the contract does not run then' using errcode = 'check_violation', constraint = 'kpi_within_contract';
  end if;
  if new.ends_on > c.runs_until then
    raise exception 'it would outlive its contract' using errcode = 'check_violation', constraint = 'kpi_ends_with_contract';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_new_gift(), commissioning.keep_paid(), commissioning.keep_leaving(), commissioning.keep_kpi() from public;
