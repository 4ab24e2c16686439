-- Training, briefings and events of early help (requirement E9; handbook of early help 1.7 and 3.7). Nothing of a family stands here: whoever has a post
-- reads what is offered, whoever holds a co-ordinator's post keeps it, and who booked is read by themselves and by those who keep it.

create function casework.is_organiser() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select casework.my_localities() <> '{}' $$;

-- How long an offered place is kept, by date.
create table casework.training_rule (
  id uuid primary key,
  offer_hours int not null check (offer_hours between 1 and 720),
  smallest_group int not null check (smallest_group between 1 and 20),  -- answers of fewer people are not shown as an average
  source text not null check (source <> ''),
  starts_on date not null unique
);
insert into casework.training_rule (id, offer_hours, smallest_group, source, starts_on) values
  ('018f0547-0000-7000-8000-000000000001', 48, 5, 'Proposed to the partnership, which decides', '2010-01-01');

create table casework.competency (
  id uuid primary key,
  name text not null unique check (name <> '' and length(name) <= 200),
  words text not null check (words <> '' and length(words) <= 2000),   -- what one can do who has it
  entered_by uuid not null references governance.person,
  version int not null default 1
);
create table casework.training_course (
  id uuid primary key,
  name text not null unique check (name <> '' and length(name) <= 200),
  summary text not null check (summary <> '' and length(summary) <= 4000),
  entered_by uuid not null references governance.person,
  version int not null default 1
);
create table casework.course_competency (
  course uuid not null references casework.training_course,
  competency uuid not null references casework.competency,
  primary key (course, competency)
);
-- Which course whoever holds a role must have attended, and after how long again; by date.
create table casework.mandatory_course (
  id uuid primary key,
  course uuid not null references casework.training_course,
  role text not null check (role in ('practitioner', 'co-ordinator', 'governance', 'lead')), -- 'lead': whoever leads a family
  refresh_months int check (refresh_months between 1 and 120),         -- null: once is enough
  source text not null check (source <> '' and length(source) <= 500),
  entered_by uuid not null references governance.person,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  exclude using gist (course with =, role with =, daterange(starts_on, ends_on) with &&)
);
-- Analysis of needs: which agency lacks which competency, for how many, how that is known, and which course answers it.
create table casework.training_need (
  id uuid primary key,
  organisation uuid not null references governance.organisation,
  competency uuid not null references casework.competency,
  people int not null check (people between 1 and 100000),
  evidence text not null check (evidence <> '' and length(evidence) <= 2000),
  found_on date not null,
  course uuid references casework.training_course,                      -- null: no course answers it yet
  entered_by uuid not null references governance.person,
  unique (organisation, competency, found_on)
);

-- A schedule is a draft until somebody agrees it on a day.
create table casework.training_schedule (
  id uuid primary key,
  name text not null check (name <> '' and length(name) <= 200),
  source text not null default '' check (length(source) <= 500),
  agreed_on date,
  agreed_by uuid references governance.person,
  entered_by uuid not null references governance.person,
  version int not null default 1,
  check ((agreed_on is null) = (agreed_by is null))
);
create table casework.training_session (
  id uuid primary key,
  schedule uuid not null references casework.training_schedule,
  course uuid not null references casework.training_course,
  district text not null check (district <> '' and length(district) <= 200),
  venue text check (venue <> '' and length(venue) <= 500),             -- null: not found yet
  held_on date,                                                        -- null: no date yet
  starts_at time,
  ends_at time check (ends_at > starts_at),
  capacity int check (capacity between 1 and 5000),                    -- null: not known yet, so nobody books
  administrator text not null check (administrator <> '' and length(administrator) <= 200), -- who takes bookings
  is_public boolean not null default false,                            -- told to everybody, as Open Referral
  cancelled_because text check (cancelled_because <> '' and length(cancelled_because) <= 500),
  entered_by uuid not null references governance.person,
  version int not null default 1
);
create index on casework.training_session (held_on);
create index on casework.training_session (schedule);

create table casework.booking (
  id uuid primary key,
  session uuid not null references casework.training_session,
  person uuid not null references governance.person,
  organisation uuid not null references governance.organisation,       -- for which they come
  state text not null check (state in ('booked', 'waiting', 'offered', 'expired', 'cancelled')),
  asked_at timestamptz not null,
  asked_by uuid not null references governance.person,
  offered_until timestamptz,
  attended boolean,                                                    -- null: not marked yet, which is not 'did not come'
  marked_by uuid references governance.person,
  version int not null default 1,
  check (state not in ('offered', 'expired') or offered_until is not null),
  check ((attended is null) = (marked_by is null)),
  check (attended is null or state = 'booked')
);
create unique index one_place_each on casework.booking (session, person) where state in ('booked', 'waiting', 'offered');
create index on casework.booking (person);
-- What it changed: asked before and after, and again months later; by whoever attended.
create table casework.training_evaluation (
  booking uuid not null references casework.booking,
  stage text not null check (stage in ('day', 'later')),
  sure_before int check (sure_before between 1 and 5),                 -- how sure of themselves, before; asked on the day
  sure_now int not null check (sure_now between 1 and 5),
  used text check (used in ('often', 'once', 'not-yet')),              -- asked later
  at timestamptz not null,
  primary key (booking, stage),
  check ((stage = 'day') = (sure_before is not null)),
  check ((stage = 'later') = (used is not null))
);

-- Places. The session is locked first, so that of two who ask for the last place one gets it.
create function casework.lock_session(asked uuid) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select from casework.training_session s where s.id = asked for update
$$;
-- Ends offers whose time is over, and offers what is free to those who wait, in their order.
create function casework.settle_session(asked uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  free int;
  begins timestamptz;
begin
  select s.capacity, (s.held_on + coalesce(s.starts_at, '00:00')) at time zone 'Europe/London' into free, begins
    from casework.training_session s where s.id = asked and s.cancelled_because is null for update;
  if free is null then return; end if;
  update casework.booking set state = 'expired', version = version + 1 where session = asked and state = 'offered' and offered_until <= platform.now();
  if begins <= platform.now() then return; end if;
  select free - count(*) into free from casework.booking where session = asked and state in ('booked', 'offered');
  update casework.booking set state = 'offered', version = version + 1, offered_until = least(begins, platform.now() + make_interval(hours =>
      (select r.offer_hours from casework.training_rule r where r.starts_on <= (platform.now() at time zone 'Europe/London')::date order by r.starts_on desc limit 1)))
    where id in (select b.id from casework.booking b where b.session = asked and b.state = 'waiting' order by b.asked_at, b.id limit greatest(free, 0));
end $$;
create function casework.keep_places() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its record;
begin
  select s.capacity, s.held_on, s.cancelled_because, c.agreed_on, (s.held_on + coalesce(s.starts_at, '00:00')) at time zone 'Europe/London' as begins into its
    from casework.training_session s join casework.training_schedule c on c.id = s.schedule where s.id = new.session for update of s;
  if tg_op = 'UPDATE' then
    if (new.id, new.session, new.person, new.organisation, new.asked_at, new.asked_by) is distinct from (old.id, old.session, old.person, old.organisation, old.asked_at, old.asked_by) then
      raise exception 'a booking stays whose it is' using errcode = 'insufficient_privilege';
    end if;
    if new.state = old.state and new.attended is not distinct from old.attended then return new; end if;
    if old.state in ('expired', 'cancelled') or (new.state = 'booked' and old.state not in ('booked', 'offered')) then
      raise exception 'that is over, or not offered' using errcode = 'check_violation', constraint = 'place_not_offered';
    end if;
    if old.state = 'offered' and new.state = 'booked' and old.offered_until <= platform.now() then
      raise exception 'the offer is over' using errcode = 'check_violation', constraint = 'offer_over';
    end if;
    if new.attended is distinct from old.attended and (its.held_on is null or its.held_on > (platform.now() at time zone 'Europe/London')::date) then
      raise exception 'nobody has attended yet' using errcode = 'check_violation', constraint = 'attended_early';
    end if;
  elsif new.state not in ('booked', 'waiting') or new.attended is not null then
    raise exception 'one books or waits' using errcode = 'check_violation', constraint = 'place_not_offered';
  else
    if its.capacity is null or its.held_on is null or its.agreed_on is null or its.cancelled_because is not null or (its.begins <= new.asked_at and platform.actor() is not null) then
      raise exception 'not open for bookings' using errcode = 'check_violation', constraint = 'session_not_open';
    end if;
    if new.state = 'booked' and exists (select from casework.booking b where b.session = new.session and b.state = 'waiting') then
      raise exception 'others wait' using errcode = 'check_violation', constraint = 'waiting_order';
    end if;
  end if;
  if new.state in ('booked', 'offered') and (select count(*) from casework.booking b where b.session = new.session and b.id <> new.id and b.state in ('booked', 'offered')) >= its.capacity then
    raise exception 'every place is taken' using errcode = 'check_violation', constraint = 'session_full';
  end if;
  return new;
end $$;
create trigger places before insert or update on casework.booking for each row execute function casework.keep_places();
-- A room does not become smaller than who has a place; a draft is told to nobody outside; what was agreed stays agreed.
create function casework.keep_session() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare taken int;
begin
  if new.is_public and not exists (select from casework.training_schedule c where c.id = new.schedule and c.agreed_on is not null) then
    raise exception 'a draft is not told to everybody' using errcode = 'check_violation', constraint = 'draft_not_public';
  end if;
  if tg_op = 'UPDATE' then
    if new.schedule <> old.schedule or new.course <> old.course then
      raise exception 'a session stays in its schedule' using errcode = 'insufficient_privilege';
    end if;
    select count(*) into taken from casework.booking b where b.session = new.id and b.state in ('booked', 'offered');
    if taken > coalesce(new.capacity, 0) or (taken > 0 and new.held_on is null) then
      raise exception 'more have a place' using errcode = 'check_violation', constraint = 'capacity_taken';
    end if;
  end if;
  return new;
end $$;
create trigger keep before insert or update on casework.training_session for each row execute function casework.keep_session();
create function casework.keep_schedule() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.agreed_on is not null and (new.agreed_on, new.agreed_by) is distinct from (old.agreed_on, old.agreed_by) then
    raise exception 'a schedule is agreed once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep before update on casework.training_schedule for each row execute function casework.keep_schedule();

-- How many places are taken and how many wait, for everybody who may book; by whom stays with those who keep it.
create function casework.places() returns table (session uuid, taken int, waiting int) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_agencies() = '{}' and not casework.is_administrator() then return; end if;
  return query select b.session, (count(*) filter (where b.state = 'booked' or (b.state = 'offered' and b.offered_until > platform.now())))::int,
    (count(*) filter (where b.state = 'waiting'))::int from casework.booking b group by b.session;
end $$;
-- Leads with an open family, and how many of them are trained: every course that is mandatory for leads that day attended, and not too long ago.
create function casework.trained_leads(asked date) returns table (organisation uuid, leads int, trained int) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_agencies() = '{}' then return; end if;
  return query
    with current_leads as (select distinct l.person, l.organisation from casework.lead_period l join casework.episode e on e.id = l.episode
      where l.accepted_at is not null and l.ended_at is null and e.closed_on is null),
    must as (select m.course, m.refresh_months from casework.mandatory_course m where m.role = 'lead' and governance.holds(m.starts_on, m.ends_on))
    select d.organisation, count(*)::int, (count(*) filter (where exists (select from must) and not exists (
        select from must m where not exists (select from casework.booking b join casework.training_session s on s.id = b.session
          where b.person = d.person and b.attended and s.course = m.course and s.held_on <= asked
            and (m.refresh_months is null or s.held_on + make_interval(months => m.refresh_months) > asked)))))::int
    from current_leads d group by d.organisation;
end $$;
-- Sessions that are told to everybody; whoever is not signed in reads these and nothing else.
create function casework.public_sessions() returns table (id uuid, course uuid, name text, summary text, district text, venue text, held_on date, starts_at time, ends_at time, capacity int, organiser text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.course, c.name, c.summary, s.district, s.venue, s.held_on, s.starts_at, s.ends_at, s.capacity, s.administrator
  from casework.training_session s join casework.training_course c on c.id = s.course
  where s.is_public and s.cancelled_because is null and s.held_on >= (platform.now() at time zone 'Europe/London')::date order by s.held_on, s.starts_at, s.id
$$;
revoke all on function casework.is_organiser(), casework.lock_session(uuid), casework.settle_session(uuid), casework.keep_places(), casework.keep_session(), casework.keep_schedule(),
  casework.places(), casework.trained_leads(date), casework.public_sessions() from public;
grant execute on function casework.is_organiser(), casework.lock_session(uuid), casework.settle_session(uuid), casework.places(), casework.trained_leads(date), casework.public_sessions()
  to goldenthread_casework;

do $$
declare
  name text;
  posted constant text := '((select casework.my_agencies()) <> ''{}''::uuid[] or (select casework.is_administrator()))';
  organises constant text := '(select casework.is_organiser())';
begin
  foreach name in array array['training_rule', 'competency', 'training_course', 'course_competency', 'mandatory_course', 'training_need', 'training_schedule', 'training_session', 'booking', 'training_evaluation'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
  end loop;
  execute format('create policy read on casework.training_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> ''{}''::uuid[])');
  execute format('create policy read on casework.training_need for select to goldenthread_casework using ((select casework.my_agencies()) <> ''{}''::uuid[])');
  foreach name in array array['competency', 'training_course', 'course_competency', 'mandatory_course', 'training_schedule', 'training_session'] loop
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, posted);
  end loop;
  foreach name in array array['competency', 'training_course', 'mandatory_course', 'training_need', 'training_schedule', 'training_session'] loop
    execute format('grant insert on casework.%I to goldenthread_casework', name);
    execute format('create policy keep on casework.%I for insert to goldenthread_casework with check (%s and entered_by = (select casework.me()))', name, organises);
  end loop;
  grant insert on casework.course_competency to goldenthread_casework;
  execute format('create policy keep on casework.course_competency for insert to goldenthread_casework with check (%s)', organises);
  grant update (agreed_on, agreed_by, version) on casework.training_schedule to goldenthread_casework;
  execute format('create policy change on casework.training_schedule for update to goldenthread_casework using (%1$s) with check (%1$s and (agreed_by is null or agreed_by = (select casework.me())))', organises);
  grant update (district, venue, held_on, starts_at, ends_at, capacity, administrator, is_public, cancelled_because, version) on casework.training_session to goldenthread_casework;
  execute format('create policy change on casework.training_session for update to goldenthread_casework using (%1$s) with check (%1$s)', organises);

  grant insert on casework.booking to goldenthread_casework;
  grant update (state, attended, marked_by, version) on casework.booking to goldenthread_casework;
  execute format('create policy read on casework.booking for select to goldenthread_casework using (person = (select casework.me()) or %s)', organises);
  execute format('create policy book on casework.booking for insert to goldenthread_casework with check (asked_by = (select casework.me()) and (person = (select casework.me()) or %s)
    and exists (select from casework.post p where p.person = booking.person and p.organisation = booking.organisation and governance.holds(p.starts_on, p.ends_on)))', organises);
  execute format('create policy change on casework.booking for update to goldenthread_casework using (person = (select casework.me()) or %1$s)
    with check (state <> ''offered'' and (%1$s or (person = (select casework.me()) and attended is null)) and (marked_by is null or %1$s))', organises);
  grant insert on casework.training_evaluation to goldenthread_casework;
  execute format('create policy read on casework.training_evaluation for select to goldenthread_casework using (exists (select from casework.booking b where b.id = booking))');
  execute format('create policy say on casework.training_evaluation for insert to goldenthread_casework with check (exists (select from casework.booking b where b.id = booking and b.person = (select casework.me()) and b.attended))');
end $$;
