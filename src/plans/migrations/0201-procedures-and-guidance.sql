-- Procedures and guidance as a library (requirement P12): who owns one and which body answers for it, its versions with the days on which each holds, who was
-- asked about a draft, who must read it and who has, what people say of it, and when it is looked at again.
create table plans.procedure (
  id uuid primary key,
  body uuid not null references governance.body,  -- answers for it
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),  -- follows its versions, by trigger
  audience text not null check (audience in ('members', 'public')),  -- who reads it once a version of it was issued
  kind text not null check (kind in ('procedure', 'guidance', 'policy')),
  reference text not null default '' check (length(reference) <= 40),
  title text not null check (title <> ''),
  themes text[] not null default '{}',
  owner uuid references governance.person, -- null: the owner is a post or an agency
  owner_organisation uuid references governance.organisation,
  owner_name text not null check (owner_name <> ''),  -- the person or the post, as written
  made_on date not null,
  review_on date,                          -- to be looked at again by; null: not settled
  withdrawn_on date,                       -- first day on which none of it holds; null: it was not withdrawn
  withdrawn_because text not null default '',
  version int not null default 1,
  unique (id, body),
  check (sight <> 'public' or audience = 'public'),
  check ((withdrawn_on is null) = (withdrawn_because = ''))
);
create index on plans.procedure (body);
create index on plans.procedure (owner) where owner is not null;

create table plans.procedure_version (
  id uuid primary key,
  procedure uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  number int not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'consultation', 'issued', 'dropped')),
  changes text not null default '',        -- what is different from the version before
  text jsonb not null,                     -- as `Paper` of src/platform/paper/tree.ts; without blocks where it is a document alone
  document text check (document ~ '^[0-9a-f]{64}$'),  -- a PDF that was brought
  issued_on date,
  starts_on date,                          -- first day on which it holds
  ends_on date check (ends_on > starts_on),  -- first day on which it no longer holds; null: open
  version int not null default 1,
  foreign key (procedure, body) references plans.procedure (id, body),
  unique (procedure, number),
  unique (id, procedure, body),
  unique (id, body, sight),
  check (number = 1 or changes <> ''),
  check ((state = 'issued') = (issued_on is not null)),
  check ((state = 'issued') = (starts_on is not null)),
  check (case state when 'draft' then sight = 'draft' when 'issued' then sight <> 'draft' else sight <> 'public' end),
  constraint procedure_version_once exclude using gist (procedure with =, daterange(starts_on, ends_on) with &&) where (state = 'issued')
);
create unique index procedure_one_worked_on on plans.procedure_version (procedure) where state in ('draft', 'consultation');

-- Who was asked about a draft, what they said, and what was changed because of it.
create table plans.procedure_opinion (
  id uuid primary key,
  of_version uuid not null,
  body uuid not null,
  sight text not null,
  consultee text not null check (consultee <> ''),
  asked_on date not null,
  due_on date not null check (due_on >= asked_on),
  said text not null default '',
  said_on date check (said_on >= asked_on),
  changed text not null default '',        -- what was changed because of it, or why nothing was
  version int not null default 1,
  foreign key (of_version, body, sight) references plans.procedure_version (id, body, sight) on update cascade,
  check ((said = '') = (said_on is null)),
  check (changed = '' or said <> '')
);
create index on plans.procedure_opinion (of_version);

-- Whose people must read it: those who hold a post with an organisation, or sit on a body.
create table plans.procedure_audience (
  id uuid primary key,
  procedure uuid not null,
  body uuid not null,
  organisation uuid references governance.organisation,
  readers_of uuid references governance.body,
  foreign key (procedure, body) references plans.procedure (id, body),
  check (num_nonnulls(organisation, readers_of) = 1),
  unique nulls not distinct (procedure, organisation, readers_of)
);

-- That somebody says to have read a version; once, in their own name.
create table plans.procedure_reading (
  of_version uuid not null,
  procedure uuid not null,
  body uuid not null,
  person uuid not null references governance.person,
  read_on date not null,
  primary key (of_version, person),
  foreign key (of_version, procedure, body) references plans.procedure_version (id, procedure, body)
);
create index on plans.procedure_reading (person);

create table plans.procedure_feedback (
  id uuid primary key,
  of_version uuid not null,
  procedure uuid not null,
  body uuid not null,
  person uuid not null references governance.person,
  name text not null check (name <> ''),   -- as it was then
  text text not null check (text <> ''),
  given_on date not null,
  answer text not null default '',
  answered_on date check (answered_on >= given_on),
  answered_name text not null default '',
  version int not null default 1,
  foreign key (of_version, procedure, body) references plans.procedure_version (id, procedure, body),
  check ((answer = '') = (answered_on is null)),
  check ((answer = '') = (answered_name = ''))
);
create index on plans.procedure_feedback (procedure);
create index on plans.procedure_feedback (person);

-- That it was looked at again, and when next; the last one says by when.
create table plans.procedure_review (
  id uuid primary key,
  procedure uuid not null,
  body uuid not null,
  reviewed_on date not null,
  outcome text not null check (outcome <> ''),
  next_on date not null check (next_on > reviewed_on),
  name text not null check (name <> ''),
  foreign key (procedure, body) references plans.procedure (id, body),
  unique (procedure, reviewed_on)
);

create function plans.my_procedures() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(id), '{}') from plans.procedure where owner = me);
end $$;
-- Who must read one, and for which agency: people who sign in and hold a post with one of its agencies, or sit on one of its bodies.
create function plans.must_read(of_procedure uuid) returns table (person uuid, organisation uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with found as (
    select p.id, o.organisation, 1 as rank from plans.procedure_audience a
      join governance.post o on o.organisation = a.organisation and o.starts_on <= platform.today() and (o.ends_on is null or platform.today() < o.ends_on)
      join governance.person p on p.id = o.person and p.account is not null
      where a.procedure = of_procedure
    union all
    select p.id, coalesce(n.on_behalf_of, (select o.organisation from governance.post o where o.person = p.id and o.organisation is not null and o.starts_on <= platform.today()
        and (o.ends_on is null or platform.today() < o.ends_on) order by o.starts_on desc, o.id limit 1)), 2
      from plans.procedure_audience a
      join governance.seat s on s.body = a.readers_of and s.starts_on <= platform.today() and (s.ends_on is null or platform.today() < s.ends_on)
      join governance.appointment n on n.seat = s.id and n.starts_on <= platform.today() and (n.ends_on is null or platform.today() < n.ends_on)
      join governance.person p on p.id = n.person and p.account is not null
      where a.procedure = of_procedure)
  -- Somebody with two posts is one reader, of the first agency that asks.
  select distinct on (f.id) f.id, f.organisation from found f order by f.id, f.rank, f.organisation nulls last $$;
-- How many of each agency must read a version and have; for members of the body that answers for it, and for the owner. Without names.
create function plans.readings_of(wanted uuid) returns table (organisation uuid, must int, have int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v plans.procedure_version;
begin
  select * into v from plans.procedure_version x where x.id = wanted;
  if v.id is null or not (v.body = any (governance.my_full_sight_bodies()) or v.body = any (governance.my_clerk_bodies()) or v.body = any (governance.my_chair_bodies())
      or v.procedure = any (plans.my_procedures()) or coalesce(plans.is_system(), false)) then return; end if;
  return query select m.organisation, count(*)::int, count(r.person)::int from plans.must_read(v.procedure) m
    left join plans.procedure_reading r on r.of_version = v.id and r.person = m.person group by 1;
end $$;
-- The same by name, for the clerk and the chair of that body and for the owner: who must read it and has not, and everybody who has.
create function plans.readers_of(wanted uuid) returns table (person uuid, organisation uuid, must boolean, read_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare v plans.procedure_version;
begin
  select * into v from plans.procedure_version x where x.id = wanted;
  if v.id is null or not (v.body = any (governance.my_clerk_bodies()) or v.body = any (governance.my_chair_bodies()) or v.procedure = any (plans.my_procedures())
      or coalesce(plans.is_system(), false)) then return; end if;
  return query select coalesce(m.person, r.person), m.organisation, m.person is not null, r.read_on from plans.must_read(v.procedure) m
    full join (select x.* from plans.procedure_reading x where x.of_version = v.id) r on r.person = m.person;
end $$;
-- Which versions in force somebody must read and has not confirmed.
create function plans.my_unread_procedures() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(v.id), '{}') from plans.procedure_version v
    where v.state = 'issued' and v.starts_on <= platform.today() and (v.ends_on is null or platform.today() < v.ends_on)
      and not exists (select from plans.procedure_reading r where r.of_version = v.id and r.person = me)
      and exists (select from plans.must_read(v.procedure) m where m.person = me));
end $$;
revoke all on function plans.my_procedures(), plans.must_read(uuid), plans.readings_of(uuid), plans.readers_of(uuid), plans.my_unread_procedures() from public;
grant execute on function plans.my_procedures(), plans.readings_of(uuid), plans.readers_of(uuid), plans.my_unread_procedures() to goldenthread_app;
-- Who must read something may read it, also where it is for members alone.
create function plans.my_procedures_to_read() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct a.procedure), '{}') from plans.procedure_audience a where exists (select from plans.must_read(a.procedure) m where m.person = me));
end $$;
revoke all on function plans.my_procedures_to_read() from public;
grant execute on function plans.my_procedures_to_read() to goldenthread_app;

grant select, insert, update on plans.procedure, plans.procedure_version, plans.procedure_opinion, plans.procedure_feedback to goldenthread_app;
grant select, insert, delete on plans.procedure_audience to goldenthread_app;
grant select, insert on plans.procedure_reading, plans.procedure_review to goldenthread_app;
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  prepares constant text := '(body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))';
  by_sight constant text := '(sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])))';
  owned constant text := '%I = any ((select plans.my_procedures())::uuid[])';
begin
  foreach name in array array['procedure', 'procedure_version', 'procedure_opinion', 'procedure_audience', 'procedure_reading', 'procedure_feedback', 'procedure_review'] loop
    perform platform.protect(format('plans.%I', name)::regclass);
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    if name <> 'procedure_reading' and name <> 'procedure_feedback' then
      execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
    end if;
  end loop;
  foreach name in array array['procedure', 'procedure_version', 'procedure_opinion'] loop
    execute format('create policy read on plans.%I for select to goldenthread_app using (%s or %s)', name, by_sight, prepares);
  end loop;
  -- Whoever owns it sees all of it, and writes its drafts and what was said of them; the clerk issues them.
  execute format('create policy read_as_owner on plans.procedure for select to goldenthread_app using (' || owned || ')', 'id');
  execute format('create policy read_as_owner on plans.procedure_version for select to goldenthread_app using (' || owned || ')', 'procedure');
  execute format('create policy write_as_owner on plans.procedure_version for insert to goldenthread_app with check (' || owned || ' and state = ''draft'')', 'procedure');
  execute format('create policy change_as_owner on plans.procedure_version for update to goldenthread_app using (' || owned || ' and state in (''draft'', ''consultation''))
    with check (' || owned || ' and state in (''draft'', ''consultation'', ''dropped''))', 'procedure', 'procedure');
  execute format('create policy review_as_owner on plans.procedure_review for insert to goldenthread_app with check (' || owned || ')', 'procedure');
  execute format('create policy read on plans.procedure_feedback for select to goldenthread_app using (person = (select governance.my_person()) or %s or ' || owned || ')', prepares, 'procedure');
  execute format('create policy answer_it on plans.procedure_feedback for update to goldenthread_app using (%s or ' || owned || ')', clerk, 'procedure');
  execute format('create policy read on plans.procedure_reading for select to goldenthread_app using (person = (select governance.my_person()) or %s or ' || owned || ')', prepares, 'procedure');
end $$;
-- An opinion belongs to a version: whoever owns the procedure of that version keeps it.
create function plans.my_procedure_versions() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(array_agg(v.id), '{}') from plans.procedure_version v where v.procedure = any (plans.my_procedures()));
end $$;
revoke all on function plans.my_procedure_versions() from public;
grant execute on function plans.my_procedure_versions() to goldenthread_app;
create policy keep_as_owner on plans.procedure_opinion to goldenthread_app
  using (of_version = any ((select plans.my_procedure_versions())::uuid[])) with check (of_version = any ((select plans.my_procedure_versions())::uuid[]));
create policy read_to_read on plans.procedure for select to goldenthread_app using (sight <> 'draft' and id = any ((select plans.my_procedures_to_read())::uuid[]));
create policy read_to_read on plans.procedure_version for select to goldenthread_app using (state = 'issued' and procedure = any ((select plans.my_procedures_to_read())::uuid[]));
-- Whose people must read it, and when it was looked at, is seen with it.
create policy read on plans.procedure_audience for select to goldenthread_app using (exists (select from plans.procedure p where p.id = procedure));
create policy read on plans.procedure_review for select to goldenthread_app using (exists (select from plans.procedure p where p.id = procedure));
-- In one's own name, of what one can see.
create policy read_it on plans.procedure_reading for insert to goldenthread_app with check (person = (select governance.my_person())
  and exists (select from plans.procedure_version v where v.id = of_version and v.state = 'issued'));
create policy say_it on plans.procedure_feedback for insert to goldenthread_app with check (person = (select governance.my_person()) and answer = ''
  and exists (select from plans.procedure_version v where v.id = of_version and v.state = 'issued'));

-- What was issued stays as it was issued, but for the day on which it ends; what is dropped stays dropped. The procedure is seen as far as its furthest version.
create function plans.keep_procedure_version() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' and new.state <> 'draft' and platform.actor() is not null then
    raise exception 'a version begins as a draft' using errcode = 'check_violation', constraint = 'procedure_version_steps';
  end if;
  if tg_op = 'UPDATE' then
    if (new.id, new.procedure, new.body, new.number) is distinct from (old.id, old.procedure, old.body, old.number) then
      raise exception 'a version stays where it is' using errcode = 'insufficient_privilege';
    end if;
    if new.state <> old.state and not (old.state, new.state) in (('draft', 'consultation'), ('draft', 'issued'), ('draft', 'dropped'), ('consultation', 'issued'), ('consultation', 'dropped')) then
      raise exception 'a version does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'procedure_version_steps';
    end if;
    if old.state in ('issued', 'dropped') and to_jsonb(new) - array['ends_on', 'version'] <> to_jsonb(old) - array['ends_on', 'version'] then
      raise exception 'what was issued stays' using errcode = 'check_violation', constraint = 'procedure_version_stays';
    end if;
  end if;
  return new;
end $$;
create trigger procedure_steps before insert or update on plans.procedure_version for each row execute function plans.keep_procedure_version();
create function plans.show_procedure() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update plans.procedure p set sight = new.sight where p.id = new.procedure and p.sight <> 'public' and p.sight <> new.sight and new.sight <> 'draft';
  return null;
end $$;
create trigger shows_procedure after insert or update on plans.procedure_version for each row execute function plans.show_procedure();
create function plans.set_review_day() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update plans.procedure p set review_on = new.next_on where p.id = new.procedure and p.withdrawn_on is null;
  return null;
end $$;
create trigger sets_review_day after insert on plans.procedure_review for each row execute function plans.set_review_day();
create function plans.keep_procedure() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.made_on) is distinct from (old.id, old.body, old.made_on) then
    raise exception 'a procedure stays with its body' using errcode = 'insufficient_privilege';
  end if;
  if new.audience <> old.audience and old.sight <> 'draft' then
    raise exception 'who reads it is settled with its first version' using errcode = 'check_violation', constraint = 'procedure_audience_stays';
  end if;
  if old.withdrawn_on is not null and to_jsonb(new) - 'version' <> to_jsonb(old) - 'version' then
    raise exception 'what was withdrawn stays' using errcode = 'check_violation', constraint = 'procedure_stays_withdrawn';
  end if;
  return new;
end $$;
create trigger procedure_stays before update on plans.procedure for each row execute function plans.keep_procedure();
create trigger stays_with before update on plans.procedure_feedback for each row execute function
  plans.stays_with('id', 'of_version', 'procedure', 'body', 'person', 'name', 'text', 'given_on');
create trigger stays_with before update on plans.procedure_opinion for each row execute function plans.stays_with('id', 'of_version', 'body', 'consultee', 'asked_on');
revoke all on function plans.keep_procedure_version(), plans.show_procedure(), plans.set_review_day(), plans.keep_procedure() from public;
