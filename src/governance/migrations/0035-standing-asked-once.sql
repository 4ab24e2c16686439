-- Who one is, asked once a function (X1): the answers are those of 0007, in less time. A policy asks them on every page, and where a table is small
-- PostgreSQL reads all of it and asked `my_person()` again for every row.
create or replace function governance.my_clerk_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct o.body), '{}') from governance.office o
    where o.role = 'clerk' and o.person = me and o.starts_on <= day and (o.ends_on is null or day < o.ends_on)
  );
end $$;

create or replace function governance.my_chair_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct o.body), '{}') from governance.office o
    where o.role in ('chair', 'deputy_chair') and o.person = me and o.starts_on <= day and (o.ends_on is null or day < o.ends_on)
  );
end $$;

create or replace function governance.my_member_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct body), '{}') from (
      select s.body from governance.appointment a join governance.seat s on s.id = a.seat
      where a.person = me and a.starts_on <= day and (a.ends_on is null or day < a.ends_on) and s.starts_on <= day and (s.ends_on is null or day < s.ends_on)
        and (s.voting in ('voting', 'non_voting') or s.may_attend_private)
      union all select unnest(governance.my_chair_bodies())) as mine
  );
end $$;

create or replace function governance.my_observer_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct s.body), '{}') from governance.appointment a join governance.seat s on s.id = a.seat
    where a.person = me and a.starts_on <= day and (a.ends_on is null or day < a.ends_on) and s.starts_on <= day and (s.ends_on is null or day < s.ends_on)
      and s.voting not in ('voting', 'non_voting') and not s.may_attend_private
  );
end $$;

create or replace function governance.my_deputy_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct s.body), '{}') from governance.deputy_authorisation d join governance.seat s on s.id = d.seat
    where d.person = me and d.meeting is null and d.starts_on <= day and (d.ends_on is null or day < d.ends_on)
      and s.starts_on <= day and (s.ends_on is null or day < s.ends_on) and s.voting in ('voting', 'non_voting')
  );
end $$;

create or replace function governance.my_deputy_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct d.meeting), '{}') from governance.deputy_authorisation d join governance.seat s on s.id = d.seat
    where d.person = me and d.meeting is not null and d.starts_on <= day and (d.ends_on is null or day < d.ends_on) and s.voting in ('voting', 'non_voting')
  );
end $$;

-- Members, chairs, deputies and clerks, as `my_member_bodies`, `my_deputy_bodies` and `my_clerk_bodies` have them: a test holds the four together.
create or replace function governance.my_full_sight_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct body), '{}') from (
      select s.body from governance.appointment a join governance.seat s on s.id = a.seat
      where a.person = me and a.starts_on <= day and (a.ends_on is null or day < a.ends_on) and s.starts_on <= day and (s.ends_on is null or day < s.ends_on)
        and (s.voting in ('voting', 'non_voting') or s.may_attend_private)
      union all select s.body from governance.deputy_authorisation d join governance.seat s on s.id = d.seat
      where d.person = me and d.meeting is null and d.starts_on <= day and (d.ends_on is null or day < d.ends_on)
        and s.starts_on <= day and (s.ends_on is null or day < s.ends_on) and s.voting in ('voting', 'non_voting')
      union all select o.body from governance.office o
      where o.role in ('chair', 'deputy_chair', 'clerk') and o.person = me and o.starts_on <= day and (o.ends_on is null or day < o.ends_on)) as sight
  );
end $$;

create or replace function platform.is_administrator() returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return false; end if;
  return exists (select from governance.administrator a where a.person = me and governance.holds(a.starts_on, a.ends_on));
end $$;
