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

-- What became of organisations can be taken back (requirement G1): each act keeps what it changed, and what was taken back stays with its reason.
create table governance.succession_act (
  id uuid primary key,
  act text not null check (act in ('merge', 'split', 'replace', 'end')),
  on_day date not null,
  recorded_on date,                          -- null where that was not kept
  source text not null default '',
  reason text not null default '',
  keeps_effects boolean not null,            -- false: recorded before it was kept which appointments and posts ended with it
  taken_back_on date,
  taken_back_reason text not null default '',
  version int not null default 1,
  check ((taken_back_on is null) = (taken_back_reason = ''))
);
create table governance.succession_party (
  act uuid not null references governance.succession_act,
  part text not null check (part in ('former', 'successor', 'made')),
  organisation uuid not null,                -- one that was set up by an act is removed where that is taken back: its name stays here
  name text not null,
  was_ends_on date,                          -- of a former: its end before; null: it had none
  primary key (act, organisation)
);
create index on governance.succession_party (organisation);
create table governance.succession_held (
  act uuid not null references governance.succession_act,
  kind text not null check (kind in ('appointment', 'post')),
  record uuid not null,                      -- what ended with the former
  was_ends_on date,
  was_reason text not null default '',
  next uuid,                                 -- what was begun in its place for a successor; null where nothing was
  primary key (act, kind, record)
);
create unique index succession_next_once on governance.succession_held (next);
revoke delete on governance.organisation_succession from goldenthread_app;
grant select, insert on governance.succession_act, governance.succession_party, governance.succession_held to goldenthread_app;
select platform.protect('governance.succession_act'), platform.protect('governance.succession_party'), platform.protect('governance.succession_held');
do $$
declare name text; step record; made uuid;
begin
  foreach name in array array['succession_act', 'succession_party', 'succession_held'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
    execute format('create policy administer on governance.%I for insert to goldenthread_app with check ((select platform.is_administrator()))', name);
  end loop;
  for step in select s.former, s.on_day, s.kind, max(s.source) as source, max(s.reason) as reason from governance.organisation_succession s
      group by s.former, s.on_day, s.kind loop
    made := gen_random_uuid();
    insert into governance.succession_act (id, act, on_day, source, reason, keeps_effects)
      values (made, case step.kind when 'merged' then 'merge' when 'split' then 'split' else 'replace' end, step.on_day, step.source, step.reason, false);
    insert into governance.succession_party (act, part, organisation, name)
      select made, 'former', o.id, o.name from governance.organisation o where o.id = step.former
      union all select made, 'successor', o.id, o.name from governance.organisation_succession s join governance.organisation o on o.id = s.successor
        where s.former = step.former and s.on_day = step.on_day and s.kind = step.kind;
  end loop;
end $$;

-- Takes one act back, all of it or nothing: what ended goes on as before, what was begun for a successor is undone, who was set up by it is removed.
-- Refused where somebody has changed any of it since, or where something else rests on it. Nobody else deletes any of these rows.
create function governance.take_back_succession(asked uuid, why text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a governance.succession_act;
begin
  if not platform.is_administrator() then raise exception 'for administrators' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtext('governance.organisation_succession'));
  select * into a from governance.succession_act where id = asked for update;
  if a.id is null or a.taken_back_on is not null then
    raise exception 'not there to be taken back' using errcode = 'check_violation', constraint = 'succession_taken_back_once';
  end if;
  if exists (select from governance.succession_held h left join governance.appointment p on p.id = h.record left join governance.appointment n on n.id = h.next
      where h.act = asked and h.kind = 'appointment' and (p.ends_on is distinct from a.on_day or p.ending_reason <> 'organisation_ended'
        or (h.next is not null and (n.id is null or n.ends_on is distinct from h.was_ends_on))))
     or exists (select from governance.succession_held h left join governance.post p on p.id = h.record left join governance.post n on n.id = h.next
      where h.act = asked and h.kind = 'post' and (p.ends_on is distinct from a.on_day
        or (h.next is not null and (n.id is null or n.ends_on is distinct from h.was_ends_on))))
     or exists (select from governance.succession_party f join governance.organisation o on o.id = f.organisation
      where f.act = asked and f.part = 'former' and o.ends_on is distinct from a.on_day) then
    raise exception 'changed since' using errcode = 'check_violation', constraint = 'succession_changed_since';
  end if;
  begin
    delete from governance.appointment where id in (select h.next from governance.succession_held h where h.act = asked and h.kind = 'appointment');
    delete from governance.post where id in (select h.next from governance.succession_held h where h.act = asked and h.kind = 'post');
    delete from governance.organisation_succession s where s.on_day = a.on_day
      and s.former in (select p.organisation from governance.succession_party p where p.act = asked and p.part = 'former')
      and s.successor in (select p.organisation from governance.succession_party p where p.act = asked and p.part <> 'former');
    update governance.organisation o set ends_on = f.was_ends_on, version = o.version + 1
      from governance.succession_party f where f.act = asked and f.part = 'former' and f.organisation = o.id;
    update governance.appointment p set ends_on = h.was_ends_on, ending_reason = h.was_reason, version = p.version + 1
      from governance.succession_held h where h.act = asked and h.kind = 'appointment' and h.record = p.id;
    update governance.post p set ends_on = h.was_ends_on from governance.succession_held h where h.act = asked and h.kind = 'post' and h.record = p.id;
    delete from governance.organisation where id in (select p.organisation from governance.succession_party p where p.act = asked and p.part = 'made');
  exception when foreign_key_violation then
    raise exception 'something rests on it' using errcode = 'check_violation', constraint = 'succession_rested_upon';
  end;
  update governance.succession_act set taken_back_on = platform.today(), taken_back_reason = why, version = version + 1 where id = asked;
end $$;
revoke all on function governance.take_back_succession(uuid, text) from public;
grant execute on function governance.take_back_succession(uuid, text) to goldenthread_app;
