-- Whoever has a place on a session of training, or waits for one, is told when its day, time or place changed, with what it was before, until they say that they
-- saw it; and whoever waits is told how many wait before them (requirement E9). A booking keeps what its person knows of the session: nobody writes that by hand.
alter table casework.booking
  add column known_held_on date,
  add column known_starts_at time,
  add column known_ends_at time,
  add column known_venue text,
  add column known_district text,
  add column seen_at timestamptz,
  add column freed boolean not null default false,
  add constraint freed_is_cancelled check (not freed or state = 'cancelled');
comment on column casework.booking.known_held_on is 'Day of the session as whoever booked knows it: from when they asked, or when they last said that they saw a change';
comment on column casework.booking.known_starts_at is 'Begin of the session as they know it';
comment on column casework.booking.known_ends_at is 'End of the session as they know it';
comment on column casework.booking.known_venue is 'Venue of the session as they know it';
comment on column casework.booking.known_district is 'District of the session as they know it';
comment on column casework.booking.seen_at is 'When they last said that they saw a change; null: never';
comment on column casework.booking.freed is 'They gave their place back after the session changed and before they said that they saw it: not their doing';
update casework.booking b set known_held_on = s.held_on, known_starts_at = s.starts_at, known_ends_at = s.ends_at, known_venue = s.venue, known_district = s.district
  from casework.training_session s where s.id = b.session;

create function casework.keep_known_session() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare its casework.training_session;
begin
  select s.* into its from casework.training_session s where s.id = new.session;
  if tg_op = 'UPDATE' then
    if new.seen_at is not distinct from old.seen_at then
      new.known_held_on := old.known_held_on;
      new.known_starts_at := old.known_starts_at;
      new.known_ends_at := old.known_ends_at;
      new.known_venue := old.known_venue;
      new.known_district := old.known_district;
      new.freed := old.freed or (new.state = 'cancelled' and old.state <> 'cancelled' and its.cancelled_because is null
        and (old.known_held_on, old.known_starts_at, old.known_ends_at, old.known_venue, old.known_district)
          is distinct from (its.held_on, its.starts_at, its.ends_at, its.venue, its.district));
      return new;
    end if;
    if new.seen_at is null or casework.me() is distinct from new.person then
      raise exception 'whoever booked says themselves that they saw it' using errcode = 'insufficient_privilege';
    end if;
    new.freed := old.freed;
  else
    new.seen_at := null;
    new.freed := false;
  end if;
  new.known_held_on := its.held_on;
  new.known_starts_at := its.starts_at;
  new.known_ends_at := its.ends_at;
  new.known_venue := its.venue;
  new.known_district := its.district;
  return new;
end $$;
-- After 'places', which locks the session.
create trigger told before insert or update on casework.booking for each row execute function casework.keep_known_session();
grant update (seen_at) on casework.booking to goldenthread_casework;

-- How many wait before whoever asks, on each list on which they wait; never who.
create function casework.my_waits() returns table (booking uuid, before int) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.id, (select count(*) from casework.booking o where o.session = b.session and o.state = 'waiting' and (o.asked_at, o.id) < (b.asked_at, b.id))::int
  from casework.booking b where b.person = casework.me() and b.state = 'waiting'
$$;
revoke all on function casework.keep_known_session(), casework.my_waits() from public;
grant execute on function casework.my_waits() to goldenthread_casework;
