-- Whoever is named to be asked about a family that is withheld is changed with a reason, and whom one asked before stays on record. And a co-ordinator lists days and kinds of how
-- a family moves, not the words why (requirement E6; handbook of early help 1.4 and 7.1).
create table casework.shield_asked (
  id uuid primary key,
  shield uuid not null references casework.family_shield,
  of_version int not null,                                              -- of the shield that it changes: each version once
  episode uuid not null references casework.episode,
  family uuid not null,
  former uuid references casework.post,
  asks uuid not null references casework.post check (asks is distinct from former),
  because text not null check (because <> '' and length(because) <= 2000),
  changed_by uuid not null references governance.person,
  changed_at timestamptz not null,
  foreign key (episode, family) references casework.episode (id, family),
  unique (shield, of_version)
);
comment on table casework.shield_asked is 'That somebody else is asked instead about a family that is withheld, and whom one asked before';
create index on casework.shield_asked (episode);
create index on casework.shield_asked (asks);
create index on casework.shield_asked (former);
select platform.protect('casework.shield_asked');
grant select, insert on casework.shield_asked to goldenthread_casework;
create policy read on casework.shield_asked for select to goldenthread_casework using (exists (select from casework.family_shield s where s.id = shield));
create policy change on casework.shield_asked for insert to goldenthread_casework with check (
  (episode = any ((select casework.my_kept())::uuid[]) or episode = any ((select casework.my_entrusted())::uuid[]))
  and episode = any ((select casework.looked_at())::uuid[]) and changed_by = (select casework.me()));

-- That of migration 0642, and besides: whom one asks changes with a line that says so, of this very version.
create or replace function casework.keep_guard() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ending constant text[] := array['ended_by', 'ended_at', 'ended_because', 'lifted_by', 'lifted_at', 'lifted_because', 'told_how', 'version'];
  was constant jsonb := to_jsonb(old);
  now constant jsonb := to_jsonb(new);
begin
  if was -> 'asks' is distinct from now -> 'asks' and exists (select from casework.shield_asked c where c.shield = new.id and c.of_version = (was ->> 'version')::int
      and c.asks = (now ->> 'asks')::uuid and (now ->> 'version')::int = c.of_version + 1) then
    if was - array['asks', 'version'] = now - array['asks', 'version'] and was ->> 'ended_at' is null then return new; end if;
  end if;
  if now - ending is distinct from was - ending or coalesce(was ->> 'ended_at', was ->> 'lifted_at') is not null then
    raise exception 'it stays as it was placed, and ends once' using errcode = 'insufficient_privilege', constraint = 'ends_once';
  end if;
  return new;
end $$;
create trigger asked_instead_changed before update of asks on casework.family_shield for each row when (new.asks is distinct from old.asks) execute function casework.keep_asked_instead();
create function casework.keep_shield_asked() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return new; end if;
  if tg_when = 'BEFORE' then
    select s.episode, s.family, s.asks into new.episode, new.family, new.former from casework.family_shield s
      where s.id = new.shield and s.ended_at is null and s.version = new.of_version and s.episode = new.episode for update;
    if not found then raise exception 'somebody else changed this first, or it is no shield of this family' using errcode = 'check_violation', constraint = 'shield_stands'; end if;
    new.changed_at := platform.now();
  else
    update casework.family_shield s set asks = new.asks, version = s.version + 1 where s.id = new.shield;
  end if;
  return new;
end $$;
create trigger kept before insert on casework.shield_asked for each row execute function casework.keep_shield_asked();
create trigger changes after insert on casework.shield_asked for each row execute function casework.keep_shield_asked();
create function casework.refuse_asked_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'whom one asked stays on record' using errcode = 'insufficient_privilege', constraint = 'asked_stays';
end $$;
create trigger stays before update on casework.shield_asked for each row execute function casework.refuse_asked_change();

-- For whoever owns information governance, who reads nothing of the family: who could be asked instead, and naming them. Answers whose record it is; null where another was first.
create function casework.may_be_asked(asked uuid) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.may_approve_sharing() then return '{}'; end if;
  return coalesce((select array_agg(p.id) from casework.family_shield s join casework.family f on f.id = s.family join casework.post p on p.area = f.area and p.role = 'co-ordinator'
    where s.id = asked and s.ended_at is null and p.id is distinct from s.asks and governance.holds(p.starts_on, p.ends_on)), '{}');
end $$;
create function casework.ask_another(asked uuid, post uuid, because text, seen int) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.demand_governance();
  its casework.family_shield;
begin
  select * into its from casework.family_shield s where s.id = asked and s.ended_at is null and s.version = seen;
  if its.id is null or not (post = any (casework.may_be_asked(asked))) then return null; end if;
  insert into casework.shield_asked (id, shield, of_version, episode, family, asks, because, changed_by, changed_at)
    values (gen_random_uuid(), asked, seen, its.episode, its.family, post, because, me, platform.now());
  insert into casework.look (id, episode, person, what, at) values (gen_random_uuid(), its.episode, me, 'change', platform.now());
  return its.episode;
end $$;
revoke all on function casework.keep_shield_asked(), casework.refuse_asked_change(), casework.may_be_asked(uuid), casework.ask_another(uuid, uuid, text, int) from public;
grant execute on function casework.may_be_asked(uuid), casework.ask_another(uuid, uuid, text, int) to goldenthread_casework;

-- What hangs on an episode is found with it: by the one co-ordinator, too, who still finds a family that is withheld. An episode that one may not find is not there for these policies.
do $$
declare
  one record;
  places int := 0;
begin
  for one in select * from pg_policies where schemaname = 'casework' and tablename <> 'episode' and coalesce(qual, '') || coalesce(with_check, '') like '% AND (NOT e.is_shielded)%' loop
    execute format('alter policy %I on casework.%I %s %s', one.policyname, one.tablename,
      case when one.qual is not null then format('using (%s)', replace(one.qual, ' AND (NOT e.is_shielded)', '')) else '' end,
      case when one.with_check is not null then format('with check (%s)', replace(one.with_check, ' AND (NOT e.is_shielded)', '')) else '' end);
    places := places + 1;
  end loop;
  if places < 10 then raise exception 'policies are not what they were: %', places; end if;
end $$;

-- Why a pause, a tier or a return: the role of casework reads these columns by one function alone, which asks who reads.
do $$
declare
  one record;
begin
  for one in select t.name, string_agg(quote_ident(a.attname), ', ') as columns from (values ('pause', array['because']), ('tier_period', array['because']),
      ('transition', array['without_because', 'reason', 'disputed_because', 'settlement'])) t (name, words)
      join pg_attribute a on a.attrelid = ('casework.' || t.name)::regclass and a.attnum > 0 and not a.attisdropped and not a.attname = any (t.words) group by t.name loop
    execute format('revoke select on casework.%I from goldenthread_casework', one.name);
    execute format('grant select (%s) on casework.%I to goldenthread_casework', one.columns, one.name);
  end loop;
end $$;
-- The words of pauses, tiers and transitions, by id: to whoever reads or keeps the family, whoever receives or decided a transition, and whoever wrote them. Nobody else is told.
create function casework.movement_words(asked uuid[]) returns table (record uuid, field text, words text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := governance.my_person();
  mine constant uuid[] := casework.my_episodes() || casework.my_kept() || casework.open_now('assessment');
  received constant uuid[] := casework.my_received();
begin
  if me is null or casework.my_agencies() = '{}' then return; end if;
  return query
    select p.id, 'because', p.because from casework.pause p where p.id = any (asked) and (p.episode = any (mine) or p.entered_by = me)
    union all select t.id, 'because', t.because from casework.tier_period t where t.id = any (asked) and (t.episode = any (mine) or t.entered_by = me)
    union all select t.id, v.field, v.words from casework.transition t
      cross join lateral (values ('withoutBecause', t.without_because), ('reason', t.reason), ('disputedBecause', t.disputed_because), ('settlement', t.settlement)) v (field, words)
      where t.id = any (asked) and v.words <> '' and (t.episode = any (mine) or t.id = any (received) or me in (t.entered_by, t.decided_by));
end $$;
revoke all on function casework.movement_words(uuid[]) from public;
grant execute on function casework.movement_words(uuid[]) to goldenthread_casework;
