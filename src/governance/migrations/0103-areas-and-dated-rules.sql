-- Areas as records of their own (requirement G1): codes, earlier names, neighbours, and dates that the boards they are served by agree with.
alter table governance.area
  add column code text not null default '' check (length(code) <= 40),      -- in a public list; empty where none is held
  add column source text not null default '',                               -- where it is written: an order, a list; empty where that is not recorded
  add column version int not null default 1;
create table governance.area_name (
  area uuid not null references governance.area,
  name text not null check (name <> ''),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  constraint area_name_once exclude using gist (area with =, daterange(starts_on, ends_on) with &&)
);
alter table governance.area_relation
  add column id uuid not null default gen_random_uuid(),
  add column starts_on date,                                                -- null: as long as both areas exist
  add column ends_on date,                                                  -- first day on which it no longer holds; null: as long as both exist
  drop constraint area_relation_pkey,
  drop constraint area_relation_kind_check;
alter table governance.area_relation
  add primary key (id),
  add check (ends_on > starts_on),
  add check (kind in ('within', 'overlaps', 'beside')),
  add constraint area_relation_once exclude using gist (area with =, other with =, kind with =, daterange(starts_on, ends_on) with &&);
create index on governance.area_relation (other);
alter table governance.body_area add constraint body_area_once exclude using gist (body with =, area with =, daterange(starts_on, ends_on) with &&);
create index on governance.body_area (area);

-- No area lies within itself, by way of others; what overlaps or touches is said once for both. The lock makes two who write at once wait for each other.
create function governance.refuse_area_relation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('governance.area_relation'));
  if new.kind = 'within' and exists (
    with recursive wider(id) as (
      select new.other
      union select r.other from governance.area_relation r join wider w on r.area = w.id
        where r.kind = 'within' and daterange(r.starts_on, r.ends_on) && daterange(new.starts_on, new.ends_on))
    select from wider where id = new.area) then
    raise exception 'an area would lie within itself' using errcode = 'check_violation', constraint = 'area_no_circle';
  end if;
  if new.kind <> 'within' and exists (
    select from governance.area_relation r where r.area = new.other and r.other = new.area and r.kind = new.kind
      and daterange(r.starts_on, r.ends_on) && daterange(new.starts_on, new.ends_on)) then
    raise exception 'this is said already' using errcode = 'check_violation', constraint = 'area_relation_once';
  end if;
  return new;
end $$;
revoke all on function governance.refuse_area_relation() from public;
create trigger area_relation_holds before insert or update on governance.area_relation for each row execute function governance.refuse_area_relation();

-- A board serves an area while that exists, and an area ends after the boards that serve it, whoever writes.
create function governance.refuse_area_dates() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found governance.area;
begin
  if tg_table_name = 'body_area' then
    select * into found from governance.area where id = new.area for share;
    if new.starts_on < found.starts_on or coalesce(new.ends_on, 'infinity') > coalesce(found.ends_on, 'infinity') then
      raise exception 'the area does not exist all that time' using errcode = 'check_violation', constraint = 'body_area_within_area';
    end if;
  elsif exists (select from governance.body_area x where x.area = new.id
      and (x.starts_on < new.starts_on or coalesce(x.ends_on, 'infinity') > coalesce(new.ends_on, 'infinity'))) then
    raise exception 'a board serves it then' using errcode = 'check_violation', constraint = 'area_still_served';
  end if;
  return new;
end $$;
revoke all on function governance.refuse_area_dates() from public;
create trigger body_area_dates before insert or update on governance.body_area for each row execute function governance.refuse_area_dates();
create trigger area_dates before update of starts_on, ends_on on governance.area for each row execute function governance.refuse_area_dates();

-- What an area was called, what it lay in and whom it was served by stays; only periods end.
revoke delete on governance.area, governance.area_relation, governance.body_area from goldenthread_app;
grant select, insert on governance.area_name to goldenthread_app;
select platform.protect('governance.area_name');
create policy read on governance.area_name for select to goldenthread_app using (true);
create policy administer on governance.area_name for insert to goldenthread_app with check ((select platform.is_administrator()));
