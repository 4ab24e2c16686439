-- What became of organisations and bodies, and what boards cannot agree on (requirements G1, G2, G9).

-- One organisation after another: what is recorded stays, and no writer gets round what the rules refuse.
alter table governance.organisation_succession
  add column source text not null default '',   -- the order, statute or decision; empty where none is recorded
  add column reason text not null default '';
alter table governance.organisation_name add column source text not null default '';
revoke update on governance.organisation_succession from goldenthread_app;
create index on governance.organisation_succession (successor);

-- The line of succession never comes back; what is succeeded ends on that day, and what succeeds exists on it.
-- The advisory lock makes two people who record at the same moment wait for each other: each alone might close no circle.
create function governance.refuse_succession() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone governance.organisation; next governance.organisation;
begin
  perform pg_advisory_xact_lock(hashtext('governance.organisation_succession'));
  select * into gone from governance.organisation where id = new.former;
  select * into next from governance.organisation where id = new.successor;
  if exists (
    with recursive later(id) as (
      select new.successor
      union select s.successor from governance.organisation_succession s join later on s.former = later.id)
    select from later where id = new.former) then
    raise exception 'the line of succession would come back' using errcode = 'check_violation', constraint = 'succession_no_circle';
  end if;
  if new.on_day <= gone.starts_on then
    raise exception 'it had not begun' using errcode = 'check_violation', constraint = 'succession_after_founding';
  end if;
  if gone.ends_on is distinct from new.on_day then
    raise exception 'what is succeeded ends on that day' using errcode = 'check_violation', constraint = 'succession_ends_former';
  end if;
  if next.starts_on > new.on_day or next.ends_on <= new.on_day then
    raise exception 'what succeeds exists on that day' using errcode = 'check_violation', constraint = 'succession_by_existing';
  end if;
  return new;
end $$;
revoke all on function governance.refuse_succession() from public;
create trigger succession_holds before insert or update on governance.organisation_succession for each row execute function governance.refuse_succession();

-- Nor do later dates contradict it.
create function governance.refuse_dates_against_succession() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('governance.organisation_succession'));
  if exists (select from governance.organisation_succession s where s.former = new.id and (s.on_day is distinct from new.ends_on or s.on_day <= new.starts_on))
     or exists (select from governance.organisation_succession s where s.successor = new.id and (s.on_day < new.starts_on or s.on_day >= new.ends_on)) then
    raise exception 'the dates contradict what became of it' using errcode = 'check_violation', constraint = 'organisation_dates_follow_succession';
  end if;
  return new;
end $$;
revoke all on function governance.refuse_dates_against_succession() from public;
create trigger dates_follow_succession before update of starts_on, ends_on on governance.organisation
  for each row when (old.starts_on is distinct from new.starts_on or old.ends_on is distinct from new.ends_on)
  execute function governance.refuse_dates_against_succession();
