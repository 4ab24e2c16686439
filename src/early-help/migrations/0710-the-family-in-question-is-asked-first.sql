-- Whoever opens one family is asked about that family first, and about all others only where that does not decide (requirement E6; handbook of early help 8: what
-- policies cost). A request says which family it is about (app.family); saying so opens nothing, because a grant is asked for as ever, in every statement anew.
create index post_person on casework.post (person);

-- The three rules against two rows at a time are kept by indexes that answer slowly and that PostgreSQL took for plain look-ups, because they cost the same in its book. Said
-- of the keys as text they forbid the same, and whoever asks for a person's posts, who leads a family or what a grant opens is answered by the ordinary indexes.
alter table casework.post drop constraint post_person_organisation_role_coalesce_daterange_excl,
  add constraint post_person_organisation_role_coalesce_daterange_excl exclude using gist
    ((person::text) with =, (organisation::text) with =, role with =, (coalesce(area, organisation)) with =, daterange(starts_on, ends_on) with &&);
alter table casework.lead_period drop constraint lead_period_episode_tstzrange_excl,
  add constraint lead_period_episode_tstzrange_excl exclude using gist ((episode::text) with =, tstzrange(accepted_at, ended_at) with &&) where (accepted_at is not null);
alter table casework.access_grant drop constraint access_grant_episode_person_class_coalesce_tstzrange_excl,
  add constraint access_grant_episode_person_class_coalesce_tstzrange_excl exclude using gist
    ((episode::text || person::text) with =, class with =, (coalesce(agreement, decision)) with =, tstzrange(starts_at, ends_at) with &&);
create index access_grant_episode on casework.access_grant (episode);

-- The family that the request is about, where whoever acts holds a grant on it now: a part of what casework.my_episodes() answers, found by keys alone.
create function casework.in_question() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked constant uuid := nullif(current_setting('app.family', true), '')::uuid;
  present timestamptz;
begin
  if asked is null then return '{}'; end if;
  present := platform.now();
  if exists (select from governance.person me join casework.access_grant g on g.person = me.id join casework.post p on p.person = g.person and p.organisation = g.organisation
      where me.account = platform.actor() and g.episode = asked and g.starts_at <= present and g.ends_at > present and governance.holds(p.starts_on, p.ends_on)) then
    return array[asked];
  end if;
  return '{}';
end $$;
revoke all on function casework.in_question() from public;
grant execute on function casework.in_question() to goldenthread_casework;

-- Every policy that asks for the families of which one may read something asks for that one before. Nobody reads more or less than before.
do $$
declare
  one record;
  asks constant text := '\(([a-z_]+\.)?([a-z_]+) = ANY \(\( SELECT casework\.my_episodes\(\) AS my_episodes\)::uuid\[\]\)\)';
  first constant text := '(\1\2 = ANY ((SELECT casework.in_question())::uuid[]) OR \&)';
begin
  for one in select p.polname, p.polrelid::regclass as target, pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
      from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'casework'::regnamespace loop
    if one.reads ~ asks then
      execute format('alter policy %I on %s using (%s)', one.polname, one.target, regexp_replace(one.reads, asks, first, 'g'));
    end if;
    if one.writes ~ asks then
      execute format('alter policy %I on %s with check (%s)', one.polname, one.target, regexp_replace(one.writes, asks, first, 'g'));
    end if;
  end loop;
end $$;

-- Planned once for a connection: planning it anew for each person cost more than finding the families (its text is that of 0680).
alter function casework.my_kept() set plan_cache_mode = force_generic_plan;

-- What the families that this transaction looks at open of one part, as 0680 says it; whether a part is held is asked in the same statement.
create or replace function casework.open_now(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  me constant uuid := governance.my_person();
  present constant timestamptz := platform.now();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(l.episode) from casework.look l
    where l.transaction = pg_current_xact_id_if_assigned() and l.person = me
      -- Whoever opened it in an emergency protects somebody.
      and (l.what = 'emergency' or not exists (select from casework.restriction r where r.episode = l.episode and r.class = asked and r.lifted_at is null)
        or not casework.held_from(l.episode, asked, me))
      and (exists (select from casework.access_grant g join casework.post p on p.person = g.person and p.organisation = g.organisation
          where g.episode = l.episode and g.person = me and g.class = asked and g.starts_at <= present and g.ends_at > present and governance.holds(p.starts_on, p.ends_on))
        or l.episode = any (casework.other_openings(asked)))), '{}');
end $$;

-- What else one may list, in one question instead of five: every policy that looks at a family's record carries these questions, whether they are put or not. The two
-- policies that are dropped are those of migrations 0534 and 0672; what they showed, 'read' shows.
create function casework.my_other_families() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return casework.my_kept() || casework.my_proposed() || casework.my_broken() || casework.my_supervised() || casework.my_entrusted();
end $$;
revoke all on function casework.my_other_families() from public;
grant execute on function casework.my_other_families() to goldenthread_casework;
alter policy read on casework.episode using (id = any ((select casework.in_question())::uuid[]) or id = any ((select casework.my_episodes())::uuid[])
  or id = any ((select casework.my_other_families())::uuid[]) or (area = any ((select casework.my_localities())::uuid[]) and not is_shielded));
drop policy open_otherwise on casework.episode;
drop policy entrusted on casework.episode;

-- Policies of one table are asked from the last name to the first: a look is nearly always written by somebody who works with the family.
alter policy look on casework.look rename to work_with;

-- Why a family was asked for is read by whoever may read the assessment; who asked, and co-ordinators, are found where that is not so.
alter policy read on casework.request using (episode = any ((select casework.open_now('assessment'))::uuid[])
  or exists (select from casework.episode e where e.id = episode and (e.requested_by = (select casework.me()) and e.agency = any ((select casework.my_agencies())::uuid[])
    or (e.area = any ((select casework.my_localities())::uuid[]) and not e.is_shielded and e.agreed_on is null and e.closed_on is null))));
