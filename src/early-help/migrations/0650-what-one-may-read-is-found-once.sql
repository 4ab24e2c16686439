-- What somebody may read is worked out once for each statement, not for each grant: for which agencies they act, and what time it is, are found before the rows are
-- (requirement E6; handbook of early help 8: what policies cost). And whoever was asked to lead sees nothing more of the family when their post has ended.
create or replace function casework.my_episodes() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  present constant timestamptz := platform.now();
  agencies constant uuid[] := casework.my_agencies();
begin
  if me is null or agencies = '{}' then return '{}'; end if;
  return coalesce((select array_agg(distinct g.episode) from casework.access_grant g
    where g.person = me and g.starts_at <= present and g.ends_at > present and g.organisation = any (agencies)), '{}');
end $$;
create or replace function casework.my_kept() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  agencies constant uuid[] := casework.my_agencies();
begin
  if me is null or agencies = '{}' then return '{}'; end if;
  return coalesce((select array_agg(id) from (
    select l.episode as id from casework.lead_period l where l.person = me and l.accepted_at is not null and l.ended_at is null and l.organisation = any (agencies)
    union
    select e.id from casework.episode e where e.requested_by = me and e.closed_on is null and e.agency = any (agencies)
      and not exists (select from casework.lead_period l where l.episode = e.id and l.accepted_at is not null and l.ended_at is null)) mine), '{}');
end $$;
create or replace function casework.my_proposed() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  agencies constant uuid[] := casework.my_agencies();
begin
  if me is null or agencies = '{}' then return '{}'; end if;
  return coalesce((select array_agg(l.episode) from casework.lead_period l
    where l.person = me and l.accepted_at is null and l.declined_at is null and l.organisation = any (agencies)), '{}');
end $$;
create or replace function casework.my_broken() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  present constant timestamptz := platform.now();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct b.episode) from casework.break_glass b where b.person = me
    and b.starts_at <= present and b.ends_at > present and b.organisation = any ((select casework.my_agencies())::uuid[])), '{}');
end $$;
create index if not exists break_glass_person on casework.break_glass (person);
