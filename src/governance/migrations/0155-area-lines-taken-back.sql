-- How an area lies to another, entered by mistake and taken back (requirement G1): it never held, and what was said stays here with the reason.
create table governance.area_line_taken_back (
  id uuid primary key,                      -- the id that it had
  area uuid not null references governance.area,
  other uuid not null references governance.area,
  kind text not null,
  starts_on date,
  ends_on date,
  taken_back_on date not null,
  reason text not null check (reason ~ '\S')
);
create index on governance.area_line_taken_back (area);
create index on governance.area_line_taken_back (other);
grant select on governance.area_line_taken_back to goldenthread_app;
select platform.protect('governance.area_line_taken_back');
create policy read on governance.area_line_taken_back for select to goldenthread_app using (true);

-- Nobody else deletes any of these rows; false where it is not there any more.
create function governance.take_back_area_line(asked uuid, why text) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare held governance.area_relation;
begin
  if not platform.is_administrator() then raise exception 'for administrators' using errcode = 'insufficient_privilege'; end if;
  delete from governance.area_relation where id = asked returning * into held;
  if held.id is null then return false; end if;
  insert into governance.area_line_taken_back (id, area, other, kind, starts_on, ends_on, taken_back_on, reason)
    values (held.id, held.area, held.other, held.kind, held.starts_on, held.ends_on, platform.today(), why);
  return true;
end $$;
revoke all on function governance.take_back_area_line(uuid, text) from public;
grant execute on function governance.take_back_area_line(uuid, text) to goldenthread_app;
