-- That a family is known here is itself withheld (requirement E6; handbook of early help 7.1), and a part of its record is held, to be read for a named purpose alone
-- (requirement E12; handbook 7.5): each by a form, with its reason, and ended by another.

create table casework.family_shield (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  reason text not null check (reason in ('abuse', 'staff', 'court', 'other')),
  words text not null check (words <> '' and length(words) <= 2000),
  look_again_on date not null,                                          -- it does not end by itself: what is forgotten stays hidden
  placed_by uuid not null references governance.person,
  placed_at timestamptz not null,
  ended_by uuid references governance.person,
  ended_at timestamptz check (ended_at >= placed_at),
  ended_because text not null default '' check (length(ended_because) <= 2000),
  version int not null default 1,
  foreign key (episode, family) references casework.episode (id, family),
  check (num_nonnulls(ended_by, ended_at) in (0, 2) and (ended_at is null) = (ended_because = ''))
);
comment on table casework.family_shield is 'Why it is withheld that a family is known here, and since when';
create unique index one_family_shield on casework.family_shield (family) where ended_at is null;
create index on casework.family_shield (episode);

create table casework.restriction (
  id uuid primary key,
  episode uuid not null references casework.episode,
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  ground text not null check (ground in ('accuracy', 'unlawful', 'claims', 'objection')), -- UK GDPR, article 18(1)(a) to (d); to be checked by the partnership
  words text not null check (words <> '' and length(words) <= 2000),
  placed_by uuid not null references governance.person,
  placed_at timestamptz not null,
  lifted_by uuid references governance.person check (lifted_by <> placed_by),
  lifted_at timestamptz check (lifted_at >= placed_at),
  lifted_because text not null default '' check (length(lifted_because) <= 2000),
  told_how text not null default '' check (length(told_how) <= 2000),   -- whoever asked is told before it is lifted: article 18(3)
  version int not null default 1,
  check (num_nonnulls(lifted_by, lifted_at) in (0, 2) and (lifted_at is null) = (lifted_because = '') and (lifted_at is null) = (told_how = ''))
);
comment on table casework.restriction is 'A part of the record of a family that is held, to be read for a named purpose alone';
create unique index one_restriction on casework.restriction (episode, class) where lifted_at is null;

-- Who reads what is held, for which purpose: article 18(2). As long as an opening in an emergency lasts.
create table casework.restricted_reading (
  id uuid primary key,
  episode uuid not null references casework.episode,
  person uuid not null references governance.person,
  purpose text not null check (purpose in ('consent', 'claims', 'protect', 'public-interest')),
  words text not null check (words <> '' and length(words) <= 2000),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at)
);
comment on table casework.restricted_reading is 'For which purpose somebody reads what is held of a family, and until when';
create index on casework.restricted_reading (episode, person);

-- Whether a part is held from somebody, now.
create function casework.held_from(asked uuid, part text, who uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from casework.restriction r where r.episode = asked and r.class = part and r.lifted_at is null)
    and not exists (select from casework.restricted_reading x where x.episode = asked and x.person = who and x.starts_at <= platform.now() and x.ends_at > platform.now())
$$;
create or replace function casework.open_now(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return coalesce((select array_agg(distinct l.episode) from casework.look l
    where l.transaction = pg_current_xact_id_if_assigned() and l.person = me
      -- Whoever opened it in an emergency protects somebody.
      and (l.what = 'emergency' or not casework.held_from(l.episode, asked, me))
      and (l.episode = any (casework.other_openings(asked)) or exists (select from casework.access_grant g where g.episode = l.episode and g.person = me and g.class = asked
        and g.starts_at <= platform.now() and g.ends_at > platform.now() and g.organisation = any (casework.my_agencies())))), '{}');
end $$;

create function casework.keep_guard() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare ending constant text[] := array['ended_by', 'ended_at', 'ended_because', 'lifted_by', 'lifted_at', 'lifted_because', 'told_how', 'version'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - ending is distinct from to_jsonb(old) - ending or coalesce(to_jsonb(old) ->> 'ended_at', to_jsonb(old) ->> 'lifted_at') is not null) then
    raise exception 'it stays as it was placed, and ends once' using errcode = 'insufficient_privilege', constraint = 'ends_once';
  end if;
  return new;
end $$;
create trigger kept before update on casework.family_shield for each row execute function casework.keep_guard();
create trigger kept before update on casework.restriction for each row execute function casework.keep_guard();
-- A family is shielded while a shield of it stands: the one is never said without the other.
create function casework.shield_family() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update casework.family set is_shielded = (new.ended_at is null) where id = new.family;
  return null;
end $$;
create trigger shields after insert or update on casework.family_shield for each row execute function casework.shield_family();
create function casework.keep_shielded() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.is_shielded is distinct from exists (select from casework.family_shield s where s.family = new.id and s.ended_at is null) then
    raise exception 'a family is shielded by a shield' using errcode = 'insufficient_privilege', constraint = 'shielded_by_shield';
  end if;
  return new;
end $$;
create trigger shielded_by_shield before update of is_shielded on casework.family for each row when (new.is_shielded is distinct from old.is_shielded) execute function casework.keep_shielded();
create function casework.limit_reading() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.starts_at := platform.now();
  new.ends_at := platform.now() + make_interval(hours => (select r.hours from casework.emergency_rule r where r.starts_on <= platform.now()::date order by r.starts_on desc limit 1));
  return new;
end $$;
create trigger limited before insert on casework.restricted_reading for each row execute function casework.limit_reading();
-- Shields of families that one leads whose day has come: ids alone.
create function casework.shields_to_look_at(today date) returns table (id uuid, episode uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select s.id, e.id from casework.family_shield s join casework.episode e on e.family = s.family
    where s.ended_at is null and s.look_again_on <= today and e.id = any (casework.my_kept()) order by s.look_again_on;
end $$;
revoke all on function casework.held_from(uuid, text, uuid), casework.keep_guard(), casework.shield_family(), casework.keep_shielded(), casework.limit_reading(),
  casework.shields_to_look_at(date) from public;
grant execute on function casework.shields_to_look_at(date) to goldenthread_casework;

do $$
declare
  name text;
  kept constant text := 'episode = any ((select casework.my_kept())::uuid[])';
  keeps constant text := '(episode = any ((select casework.my_kept())::uuid[]) or exists (select from casework.episode e where e.id = episode and e.area = any ((select casework.my_localities())::uuid[])))';
  reads constant text := 'episode = any ((select casework.my_episodes())::uuid[])';
  looked constant text := 'episode = any ((select casework.looked_at())::uuid[])';
begin
  foreach name in array array['family_shield', 'restriction', 'restricted_reading'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select, insert on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using ((%s or %s) and %s)', name, keeps, reads, looked);
  end loop;
  grant update (ended_by, ended_at, ended_because, version) on casework.family_shield to goldenthread_casework;
  grant update (lifted_by, lifted_at, lifted_because, told_how, version) on casework.restriction to goldenthread_casework;
  execute format('create policy place on casework.family_shield for insert to goldenthread_casework with check (%s and %s and placed_by = (select casework.me()) and ended_at is null)', keeps, looked);
  execute format('create policy end_it on casework.family_shield for update to goldenthread_casework using (%1$s and %2$s) with check (ended_by = (select casework.me()))', kept, looked);
  execute format('create policy place on casework.restriction for insert to goldenthread_casework with check (%s and %s and placed_by = (select casework.me()) and lifted_at is null)', keeps, looked);
  execute format('create policy lift on casework.restriction for update to goldenthread_casework using (%1$s and %2$s) with check (lifted_by = (select casework.me()))', keeps, looked);
  execute format('create policy say_why on casework.restricted_reading for insert to goldenthread_casework with check (%s and %s and person = (select casework.me()))', reads, looked);
end $$;

-- How long records are kept is set from a day to come on by whoever owns information governance; what held before stays.
grant insert on casework.retention_rule to goldenthread_casework;
create policy set_it on casework.retention_rule for insert to goldenthread_casework with check ((select casework.may_approve_sharing()) and starts_on >= (platform.now() at time zone 'Europe/London')::date);
