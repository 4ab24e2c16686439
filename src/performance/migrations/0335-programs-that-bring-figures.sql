-- Whoever owns a measure, and the clerk of its board, see which tokens of programs can give its figures, when each was used last, and can end the right of one to
-- that measure (requirement I2). It is recorded and stays; whoever holds the token is told. A new token is a new right, and seen here again.
create table performance.program_end (
  id uuid primary key,
  token uuid not null,                     -- of platform.access_token
  account uuid not null,                   -- whose token it is
  measure uuid not null,
  body uuid not null,
  reason text not null check (reason <> ''),
  name text not null check (name <> ''),   -- of whoever ended it, as it was then
  actor uuid not null default platform.actor(),
  ended_at timestamptz not null,
  foreign key (measure, body) references performance.measure (id, body),
  constraint program_end_once unique (token, measure)
);
create index on performance.program_end (measure);
create index on performance.program_end (account);
-- From now on the record of a request says of which measure it was, so that the table itself refuses a right that has ended.
alter table performance.upload add column measure uuid;
alter table performance.upload add constraint upload_of_measure check (token is null or measure is not null) not valid;

-- The measures one owns by the definition in force, and those of the boards that one clerks.
create function performance.my_overseen_measures() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today(); boards constant uuid[] := governance.my_clerk_bodies();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(m.id), '{}') from performance.measure m where m.body = any (boards) or exists (
    select from performance.measure_definition d where d.measure = m.id and d.owner_person = me and d.starts_on <= day
      and not exists (select from performance.measure_definition later where later.measure = d.measure and later.starts_on <= day and later.number > d.number)));
end $$;
-- The tokens that can give figures of some measures that one oversees: of that measure or of an agency whose figures they are, whose holder gives them today.
create function performance.programs_of(wanted uuid[], at timestamptz)
  returns table (measure uuid, token uuid, token_name text, account uuid, holder text, about_type text, about uuid, made_at timestamptz, expires_at timestamptz,
    last_used_at timestamptz, brought_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare day constant date := platform.today();
begin
  return query
  with overseen as (
    select m.id, m.body, d.owner_person, d.owner_organisation from performance.measure m
      cross join lateral (select x.owner_person, x.owner_organisation from performance.measure_definition x where x.measure = m.id and x.starts_on <= day
        order by x.number desc limit 1) d
      where m.id = any (wanted) and m.id = any (performance.my_overseen_measures())
  ), returned as (
    select r.measure, t.agency, t.giver, t.ends_on from performance.return_measure r join performance.return_template t on t.id = r.template
  )
  select o.id, t.id, t.name, t.account, p.name, t.about_type, t.about, t.made_at, t.expires_at, t.last_used_at,
      (select max(u.made_at) from performance.upload u where u.token = t.id and u.measure = o.id)
    from overseen o join platform.access_token t on t.scope = 'figures' and t.revoked_at is null and t.expires_at > at
      join governance.person p on p.account = t.account
    where ((t.about_type = 'measure' and t.about = o.id) or (t.about_type = 'agency' and (t.about = o.owner_organisation
        or exists (select from returned r where r.measure = o.id and r.agency = t.about))))
      and (p.id = o.owner_person or exists (select from returned r where r.measure = o.id and r.giver = p.id and (r.ends_on is null or day < r.ends_on))
        or exists (select from governance.office f where f.body = o.body and f.role = 'clerk' and f.person = p.id and f.starts_on <= day and (f.ends_on is null or day < f.ends_on)))
      and not exists (select from performance.program_end e where e.token = t.id and e.measure = o.id);
end $$;
-- Where whoever holds a token is told: for whoever has just ended its right, and for nobody else.
create function performance.told_of_end(wanted uuid) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select nullif(c.email, '') from performance.program_end e join governance.person p on p.account = e.account
    join governance.person_contact c on c.person = p.id where e.id = wanted and e.actor = platform.actor());
end $$;
-- Whether a token's right to a measure was ended; asked by whoever acts under it.
create function performance.is_ended(asked_token uuid, asked_measure uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from performance.program_end e where e.token = asked_token and e.measure = asked_measure);
end $$;
create function performance.refuse_ended_program() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.token is not null and performance.is_ended(new.token, new.measure) then
    raise exception 'the right of this token to that measure was ended' using errcode = 'check_violation', constraint = 'program_has_ended';
  end if;
  return new;
end $$;
create trigger ended_program before insert on performance.upload for each row execute function performance.refuse_ended_program();
create function performance.keep_program_end() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from platform.access_token t where t.id = new.token and t.account = new.account and t.scope = 'figures') then
    raise exception 'no such token' using errcode = 'check_violation', constraint = 'program_end_of_token';
  end if;
  return new;
end $$;
create trigger program_end_holds before insert on performance.program_end for each row execute function performance.keep_program_end();
revoke all on function performance.my_overseen_measures(), performance.programs_of(uuid[], timestamptz), performance.told_of_end(uuid), performance.is_ended(uuid, uuid),
  performance.refuse_ended_program(), performance.keep_program_end() from public;
grant execute on function performance.my_overseen_measures(), performance.programs_of(uuid[], timestamptz), performance.told_of_end(uuid), performance.is_ended(uuid, uuid)
  to goldenthread_app;
grant select, insert on performance.program_end to goldenthread_app;
select platform.protect('performance.program_end');
create policy system on performance.program_end to goldenthread_app using ((select performance.is_system())) with check ((select performance.is_system()));
create policy read on performance.program_end for select to goldenthread_app
  using (account = (select platform.actor()) or measure = any ((select performance.my_overseen_measures())::uuid[]));
create policy end_it on performance.program_end for insert to goldenthread_app
  with check (actor = (select platform.actor()) and measure = any ((select performance.my_overseen_measures())::uuid[]));
