-- What decides soonest is asked first (requirement E6; handbook of early help 8: what policies cost). Who acts is found once for a statement and handed on, and whoever has
-- a grant of their own is not asked by what else a family may be open to them. Nobody reads more or less than before.
create function casework.agencies_of(me uuid) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct p.organisation) from casework.post p where p.person = me and governance.holds(p.starts_on, p.ends_on)), '{}');
end $$;
revoke all on function casework.agencies_of(uuid) from public;
create or replace function casework.my_agencies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return casework.agencies_of(governance.my_person());
end $$;
create or replace function casework.my_episodes() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  present constant timestamptz := platform.now();
  agencies constant uuid[] := casework.agencies_of(me);
begin
  if agencies = '{}' then return '{}'; end if;
  return coalesce((select array_agg(distinct g.episode) from casework.access_grant g
    where g.person = me and g.starts_at <= present and g.ends_at > present and g.organisation = any (agencies)), '{}');
end $$;
create or replace function casework.my_kept() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  agencies constant uuid[] := casework.agencies_of(me);
begin
  if agencies = '{}' then return '{}'; end if;
  -- An episode that somebody leads is in the first part alone, and nobody leads one twice at a time: nothing is in both.
  return coalesce((select array_agg(id) from (
    select l.episode as id from casework.lead_period l where l.person = me and l.accepted_at is not null and l.ended_at is null and l.organisation = any (agencies)
    union all
    select e.id from casework.episode e where e.requested_by = me and e.closed_on is null and e.agency = any (agencies)
      and not exists (select from casework.lead_period l where l.episode = e.id and l.accepted_at is not null and l.ended_at is null)) mine), '{}');
end $$;
create or replace function casework.my_proposed() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  agencies constant uuid[] := casework.agencies_of(me);
begin
  if agencies = '{}' then return '{}'; end if;
  return coalesce((select array_agg(l.episode) from casework.lead_period l
    where l.person = me and l.accepted_at is null and l.declined_at is null and l.organisation = any (agencies)), '{}');
end $$;
create or replace function casework.open_now(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  present constant timestamptz := platform.now();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct l.episode) from casework.look l
    where l.transaction = pg_current_xact_id_if_assigned() and l.person = me
      -- Whoever opened it in an emergency protects somebody.
      and (l.what = 'emergency' or not casework.held_from(l.episode, asked, me))
      and (exists (select from casework.access_grant g where g.episode = l.episode and g.person = me and g.class = asked
          and g.starts_at <= present and g.ends_at > present and g.organisation = any ((select casework.agencies_of(me))::uuid[]))
        or l.episode = any (casework.other_openings(asked)))), '{}');
end $$;
