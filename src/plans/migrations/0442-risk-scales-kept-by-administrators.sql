-- Versions of the scale of risks (requirement P5) are added by administrators: each from a day that is not over, with its source, whole, and never changed afterwards.
alter table plans.risk_scale add column source text not null default '';
update plans.risk_scale set source = 'Set with the product; the partnership may set its own';
alter table plans.risk_scale alter column source drop default, add constraint risk_scale_has_source check (source <> '');

create function plans.keep_risk_scale() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'a scale stays as it was set' using errcode = 'insufficient_privilege';
  end if;
  if platform.actor() is not null and not coalesce(plans.is_system(), false) and new.starts_on < platform.today() then
    raise exception 'a scale begins today or later' using errcode = 'check_violation', constraint = 'risk_scale_to_come';
  end if;
  return new;
end $$;
create trigger scale_stays before insert or update or delete on plans.risk_scale for each row execute function plans.keep_risk_scale();
-- Whole: a cell for every pair of levels, none beyond them, and nothing graver or likelier weighs less.
create function plans.risk_scale_whole() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare size int; low constant text[] := array['low', 'medium', 'high', 'very-high'];
begin
  select s.levels into size from plans.risk_scale s where s.version = new.scale;
  if (select count(*) from plans.risk_cell c where c.scale = new.scale and c.likelihood <= size and c.impact <= size) <> size * size
      or exists (select from plans.risk_cell c where c.scale = new.scale and (c.likelihood > size or c.impact > size))
      or exists (select from plans.risk_cell a join plans.risk_cell b on b.scale = a.scale and b.likelihood >= a.likelihood and b.impact >= a.impact
        where a.scale = new.scale and array_position(low, b.grade) < array_position(low, a.grade)) then
    raise exception 'a scale has every cell, and nothing graver weighs less' using errcode = 'check_violation', constraint = 'risk_scale_whole';
  end if;
  return null;
end $$;
create constraint trigger whole after insert on plans.risk_cell deferrable initially deferred for each row execute function plans.risk_scale_whole();
create function plans.risk_scale_has_cells() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from plans.risk_cell c where c.scale = new.version) then
    raise exception 'a scale has cells' using errcode = 'check_violation', constraint = 'risk_scale_whole';
  end if;
  return null;
end $$;
create constraint trigger has_cells after insert on plans.risk_scale deferrable initially deferred for each row execute function plans.risk_scale_has_cells();
create function plans.keep_risk_cell() returns trigger language plpgsql as $$
begin
  raise exception 'a cell stays as it was set' using errcode = 'insufficient_privilege';
end $$;
create trigger cell_stays before update or delete on plans.risk_cell for each row execute function plans.keep_risk_cell();
revoke all on function plans.keep_risk_scale(), plans.risk_scale_whole(), plans.risk_scale_has_cells(), plans.keep_risk_cell() from public;
