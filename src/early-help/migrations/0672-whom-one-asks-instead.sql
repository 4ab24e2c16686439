-- Whom one asks instead about a family that is withheld: a co-ordinator of its locality, whom whoever withholds it names. That co-ordinator alone still finds it, settles who
-- disagrees in it, and may end the withholding; so may whoever owns information governance, who reads nothing of it (requirement E6; handbook of early help 1.4, 3.1, 7.1).
alter table casework.family_shield add column asks uuid references casework.post;
comment on column casework.family_shield.asks is 'The post of the co-ordinator whom one asks instead; null where the locality has none';
create index on casework.family_shield (asks);

create function casework.keep_asked_instead() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.asks is not null and not exists (select from casework.post p join casework.family f on f.id = new.family
      where p.id = new.asks and p.role = 'co-ordinator' and p.area = f.area and governance.holds(p.starts_on, p.ends_on)) then
    raise exception 'whom one asks instead co-ordinates the locality today' using errcode = 'check_violation', constraint = 'asked_instead';
  end if;
  return new;
end $$;
create trigger asked_instead before insert on casework.family_shield for each row execute function casework.keep_asked_instead();

-- Families that are withheld, of whom one is the co-ordinator to be asked.
create function casework.my_entrusted() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(e.id) from casework.family_shield s join casework.post p on p.id = s.asks join casework.episode e on e.family = s.family
    where s.ended_at is null and p.person = me and governance.holds(p.starts_on, p.ends_on)), '{}');
end $$;
-- Who holds a post today: whoever is named answers as long as they have it. For whoever has a post themselves.
create function casework.holder_of(asked uuid) returns uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_agencies() = '{}' then return null; end if;
  return (select p.person from casework.post p where p.id = asked and governance.holds(p.starts_on, p.ends_on));
end $$;
-- What is listed of a family to a co-ordinator hangs on its episode: whoever finds that finds the rest that co-ordinators keep.
create policy entrusted on casework.episode for select to goldenthread_casework using (id = any ((select casework.my_entrusted())::uuid[]));

create or replace function casework.stands_waiting() returns table (id uuid, episode uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); areas constant uuid[] := casework.my_localities(); entrusted constant uuid[] := casework.my_entrusted();
begin
  return query select t.id, t.episode from casework.agreement_stand t join casework.episode e on e.id = t.episode
    where t.verdict is null and t.ended_at is null and t.recorded_by <> me and e.closed_on is null and e.area = any (areas)
      and (not e.is_shielded or e.id = any (casework.my_episodes()) or e.id = any (entrusted))
      and not exists (select from casework.lead_period l where l.episode = e.id and l.person = me and l.accepted_at is not null and l.ended_at is null) order by t.recorded_at;
end $$;

alter policy end_it on casework.family_shield using ((episode = any ((select casework.my_kept())::uuid[]) or episode = any ((select casework.my_entrusted())::uuid[])) and episode = any ((select casework.looked_at())::uuid[]));

-- What is withheld, for whoever owns information governance: since when, until when somebody looks again, and who is asked instead. No name, no reason, no word of a family.
create function casework.shields_standing() returns table (id uuid, reference text, placed_at timestamptz, look_again_on date, asks_person uuid, version int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.may_approve_sharing() then return; end if;
  return query select s.id, e.reference, s.placed_at, s.look_again_on,
      (select p.person from casework.post p where p.id = s.asks and governance.holds(p.starts_on, p.ends_on)), s.version
    from casework.family_shield s join casework.episode e on e.id = s.episode where s.ended_at is null order by s.look_again_on, s.placed_at;
end $$;
-- Ends one with a reason, as somebody who reads nothing of it; the look stands in the list that the family is given. Answers the record, or nothing where another was first.
create function casework.end_shield(asked uuid, because text, seen int) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.demand_governance();
  its uuid;
begin
  update casework.family_shield s set ended_by = me, ended_at = platform.now(), ended_because = because, version = s.version + 1
    where s.id = asked and s.ended_at is null and s.version = seen returning s.episode into its;
  if its is not null then
    insert into casework.look (id, episode, person, what, at) values (gen_random_uuid(), its, me, 'change', platform.now());
  end if;
  return its;
end $$;
revoke all on function casework.keep_asked_instead(), casework.my_entrusted(), casework.holder_of(uuid), casework.shields_standing(), casework.end_shield(uuid, text, int) from public;
grant execute on function casework.my_entrusted(), casework.holder_of(uuid), casework.shields_standing(), casework.end_shield(uuid, text, int) to goldenthread_casework;
