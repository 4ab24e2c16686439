-- Who one is, by appointment, on the day of the request (X1), and what one may therefore see.
-- SECURITY DEFINER, so that a policy may ask them without recursion; STABLE, so that a query asks once. In plpgsql, because it keeps its plans and
-- lets a visitor pass at once: a policy asks on every page.
create function governance.my_person() returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return null; end if;
  return (
    select id from governance.person where account = platform.actor()
  );
end $$;

create function governance.holds(starts_on date, ends_on date) returns boolean language sql stable as $$
  select starts_on <= platform.today() and (ends_on is null or platform.today() < ends_on) $$;

create function governance.my_clerk_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct o.body), '{}') from governance.office o
  where o.role = 'clerk' and o.person = governance.my_person() and governance.holds(o.starts_on, o.ends_on)
  );
end $$;

create function governance.my_chair_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct o.body), '{}') from governance.office o
  where o.role in ('chair', 'deputy_chair') and o.person = governance.my_person() and governance.holds(o.starts_on, o.ends_on)
  );
end $$;

-- Bodies of which one is a member (voting or not), or which one chairs: these see the whole of an agenda.
create function governance.my_member_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct body), '{}') from (
    select s.body from governance.appointment a join governance.seat s on s.id = a.seat
    where a.person = governance.my_person() and governance.holds(a.starts_on, a.ends_on) and governance.holds(s.starts_on, s.ends_on)
      and (s.voting in ('voting', 'non_voting') or s.may_attend_private)
    union all select unnest(governance.my_chair_bodies())) as mine
  );
end $$;

create function governance.my_observer_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct s.body), '{}') from governance.appointment a join governance.seat s on s.id = a.seat
  where a.person = governance.my_person() and governance.holds(a.starts_on, a.ends_on) and governance.holds(s.starts_on, s.ends_on)
    and s.voting not in ('voting', 'non_voting') and not s.may_attend_private
  );
end $$;

create function governance.my_deputy_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct s.body), '{}') from governance.deputy_authorisation d join governance.seat s on s.id = d.seat
  where d.person = governance.my_person() and d.meeting is null and governance.holds(d.starts_on, d.ends_on) and governance.holds(s.starts_on, s.ends_on)
    and s.voting in ('voting', 'non_voting')
  );
end $$;

-- A deputy for one meeting sees that meeting only.
create function governance.my_deputy_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct d.meeting), '{}') from governance.deputy_authorisation d join governance.seat s on s.id = d.seat
  where d.person = governance.my_person() and d.meeting is not null and governance.holds(d.starts_on, d.ends_on) and s.voting in ('voting', 'non_voting')
  );
end $$;

-- Everybody who may read exempt matter of a body: its members, chairs, deputies and clerks. Not observers, not administrators.
create function governance.my_full_sight_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct b), '{}') from (
    select unnest(governance.my_member_bodies()) union select unnest(governance.my_deputy_bodies()) union select unnest(governance.my_clerk_bodies())) as sight(b)
  );
end $$;

create or replace function platform.is_administrator() returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return false; end if;
  return exists (select from governance.administrator a where a.person = governance.my_person() and governance.holds(a.starts_on, a.ends_on));
end $$;

revoke all on function governance.my_person(), governance.my_clerk_bodies(), governance.my_chair_bodies(), governance.my_member_bodies(),
  governance.my_observer_bodies(), governance.my_deputy_bodies(), governance.my_deputy_meetings(), governance.my_full_sight_bodies() from public;
grant execute on function governance.my_person(), governance.my_clerk_bodies(), governance.my_chair_bodies(), governance.my_member_bodies(),
  governance.my_observer_bodies(), governance.my_deputy_bodies(), governance.my_deputy_meetings(), governance.my_full_sight_bodies() to goldenthread_app;

-- Public facts: anybody reads; clerks of the body and administrators write (the command checks which body; the policy holds the line).
grant select on all tables in schema governance to goldenthread_app;
grant insert, update, delete on all tables in schema governance to goldenthread_app;
revoke insert, update, delete on governance.code, governance.bank_holiday, governance.holiday_horizon from goldenthread_app;
revoke delete on governance.organisation, governance.person, governance.body, governance.terms_version, governance.appointment, governance.office,
  governance.interest, governance.administrator from goldenthread_app;

select platform.protect('governance.area'), platform.protect('governance.area_relation'), platform.protect('governance.organisation'),
  platform.protect('governance.organisation_name'), platform.protect('governance.organisation_identifier'), platform.protect('governance.organisation_succession'),
  platform.protect('governance.person'), platform.protect('governance.person_contact'), platform.protect('governance.post'), platform.protect('governance.administrator'),
  platform.protect('governance.body'), platform.protect('governance.body_status'), platform.protect('governance.body_setting'), platform.protect('governance.body_area'),
  platform.protect('governance.body_relation'), platform.protect('governance.terms_version'), platform.protect('governance.seat'), platform.protect('governance.appointment'),
  platform.protect('governance.deputy_authorisation'), platform.protect('governance.office'), platform.protect('governance.interest');

-- Records of the whole partnership: administrators write; clerks, too, may add organisations, people and posts.
do $$
declare name text;
begin
  foreach name in array array['area', 'area_relation', 'organisation_identifier', 'organisation_succession', 'body', 'body_status', 'body_setting', 'body_area', 'body_relation'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
    execute format('create policy administer on governance.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
  end loop;
  foreach name in array array['organisation', 'organisation_name', 'person', 'post'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
    execute format('create policy keep on governance.%I to goldenthread_app using ((select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0) '
      || 'with check ((select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0)', name);
  end loop;
  foreach name in array array['seat', 'office', 'terms_version'] loop
    execute format('create policy keep on governance.%I to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator())) '
      || 'with check (body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator()))', name);
  end loop;
  foreach name in array array['seat', 'office'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
  end loop;
  foreach name in array array['appointment', 'deputy_authorisation'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
    execute format('create policy keep on governance.%I to goldenthread_app '
      || 'using ((select platform.is_administrator()) or exists (select from governance.seat s where s.id = seat and s.body = any ((select governance.my_clerk_bodies())::uuid[]))) '
      || 'with check ((select platform.is_administrator()) or exists (select from governance.seat s where s.id = seat and s.body = any ((select governance.my_clerk_bodies())::uuid[])))', name);
  end loop;
end $$;
create policy read_adopted on governance.terms_version for select to goldenthread_app using (state <> 'draft');

-- An administrator makes administrators; everybody may know who they are.
create policy read on governance.administrator for select to goldenthread_app using (true);
create policy administer on governance.administrator to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));

create policy read_contact on governance.person_contact for select to goldenthread_app
  using (person = (select governance.my_person()) or (select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0);
create policy keep_contact on governance.person_contact to goldenthread_app
  using ((select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0)
  with check ((select platform.is_administrator()) or cardinality((select governance.my_clerk_bodies())) > 0);

-- The register is public but for sensitive interests; the member amends it at any time (G13).
create policy read_register on governance.interest for select to goldenthread_app
  using (not sensitive or person = (select governance.my_person()) or person in (
    select a.person from governance.appointment a join governance.seat s on s.id = a.seat where s.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy amend_own on governance.interest to goldenthread_app using (person = (select governance.my_person())) with check (person = (select governance.my_person()));

-- The first administrator, when there is none: whoever proved to hold the code printed at the start (the route checks it).
create function governance.make_first_administrator(new_person uuid, new_name text, new_account uuid, on_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  lock table governance.administrator in exclusive mode;
  if exists (select from governance.administrator) then return false; end if;
  insert into governance.person (id, name, account) values (new_person, new_name, new_account);
  insert into governance.administrator (person, starts_on) values (new_person, on_day);
  return true;
end $$;
revoke all on function governance.make_first_administrator(uuid, text, uuid, date) from public;
grant execute on function governance.make_first_administrator(uuid, text, uuid, date) to goldenthread_app;
