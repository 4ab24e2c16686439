-- Which agency gives which figures and how often, what is due, whom a red or missing figure asks (requirement I2); and who sees what of measures.
create table performance.return_template (
  id uuid primary key,
  body uuid not null references governance.body,
  agency uuid not null references governance.organisation,
  title text not null check (title <> ''),
  giver uuid references governance.person, -- who gives it; null: nobody is named, which is said
  period_type text not null check (period_type in ('month', 'quarter', 'financial-year', 'academic-year', 'calendar-year')),
  due_days int not null check (due_days between 0 and 400),  -- after the last day of the period
  starts_on date not null,                 -- the first period begins then
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  unique (id, body)
);
create index on performance.return_template (body);
create index on performance.return_template (giver) where giver is not null;
create table performance.return_measure (
  template uuid not null,
  body uuid not null,
  measure uuid not null,
  position int not null,
  primary key (template, measure),
  foreign key (template, body) references performance.return_template (id, body),
  foreign key (measure, body) references performance.measure (id, body)
);
create index on performance.return_measure (measure);
create table performance.return_due (
  id uuid primary key,
  template uuid not null,
  body uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  due_on date not null,
  state text not null default 'due' check (state in ('due', 'given', 'accepted', 'excused')),
  given_at timestamptz,
  given_by uuid,
  accepted_at timestamptz,
  accepted_by uuid,
  note text not null default '',           -- why it is excused, or what its giver says of all of it
  chased int not null default 0,           -- how often it was asked for
  chased_on date,                          -- when last; null: never
  version int not null default 1,
  unique (template, starts_on),
  foreign key (template, body) references performance.return_template (id, body),
  check ((given_at is not null) = (state in ('given', 'accepted'))),
  check ((accepted_at is not null) = (state = 'accepted')),
  check (state <> 'excused' or note <> '')
);
create index on performance.return_due (body, due_on);
-- A red or missing figure asks the owner of its measure, until a commentary answers or a later revision settles it.
create table performance.alert (
  id uuid primary key,
  measure uuid not null,
  body uuid not null,
  kind text not null check (kind in ('red', 'missing')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  owner uuid references governance.person,
  raised_on date not null,
  answered_by uuid references performance.commentary,
  settled_on date,                         -- a later figure is neither red nor missing
  foreign key (measure, body) references performance.measure (id, body),
  unique (measure, kind, starts_on, ends_on)
);
create index on performance.alert (owner) where answered_by is null and settled_on is null;

-- What somebody has brought and not loaded yet: checked, shown, loaded in one transaction or let go. Theirs alone.
create table performance.upload (
  id uuid primary key,
  body uuid not null references governance.body,
  actor uuid not null default platform.actor(),
  file_name text not null,
  digest text not null,                    -- sha-256 of the file
  made_at timestamptz not null,
  content jsonb not null,                  -- the rows as they were read
  loaded_at timestamptz,
  outcome jsonb                            -- how many were new, revised, unchanged
);
create index on performance.upload (actor);

-- The measures whose figures one gives: those one owns by the definition in force, and those of the returns one gives.
create function performance.my_measures() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct x.measure), '{}') from (
    select d.measure from performance.measure_definition d where d.owner_person = me and d.starts_on <= day
      and not exists (select from performance.measure_definition later where later.measure = d.measure and later.starts_on <= day and later.number > d.number)
    union all select r.measure from performance.return_template t join performance.return_measure r on r.template = t.id
      where t.giver = me and (t.ends_on is null or day < t.ends_on)) as x);
end $$;
-- The returns one gives.
create function performance.my_returns() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(t.id), '{}') from performance.return_template t where t.giver = me);
end $$;
revoke all on function performance.my_measures(), performance.my_returns() from public;
grant execute on function performance.my_measures(), performance.my_returns() to goldenthread_app;

grant select, insert on all tables in schema performance to goldenthread_app;
revoke insert on performance.small_number_method from goldenthread_app;
grant update on performance.measure, performance.return_template, performance.return_due, performance.upload to goldenthread_app;
grant update (baseline, ends_on, withdrawn_at, withdrawn_reason) on performance.target to goldenthread_app;
grant update (sight, published_at) on performance.observation to goldenthread_app;
grant update (sight) on performance.commentary to goldenthread_app;
grant update (withdrawn_at) on performance.annotation, performance.rebase to goldenthread_app;
grant update (ends_on) on performance.measure_link to goldenthread_app;
grant update (answered_by, settled_on) on performance.alert to goldenthread_app;
grant delete on performance.upload, performance.return_measure to goldenthread_app;

do $$
declare name text;
begin
  for name in select tablename from pg_tables where schemaname = 'performance' loop
    perform platform.protect(format('performance.%I', name)::regclass);
    execute format('create policy system on performance.%I to goldenthread_app using ((select performance.is_system())) with check ((select performance.is_system()))', name);
  end loop;
  create policy read on performance.small_number_method for select to goldenthread_app using (true);
  create policy read on performance.measure for select to goldenthread_app using (sight = 'public'
    or (sight = 'members' and body = any ((select governance.my_full_sight_bodies())::uuid[]))
    or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])
    or id = any ((select performance.my_measures())::uuid[]));
  create policy keep on performance.measure for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
  create policy change on performance.measure for update to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]))
    with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
  -- What is said of a measure is read with it, and kept by the clerk of its board.
  foreach name in array array['measure_definition', 'baseline', 'target', 'protection', 'annotation', 'rebase', 'forecast', 'measure_link'] loop
    execute format('create policy read on performance.%I for select to goldenthread_app using (measure in (select m.id from performance.measure m))', name);
    continue when name = 'protection';
    execute format('create policy keep on performance.%I for insert to goldenthread_app with check (measure in (select m.id from performance.measure m
      where m.body = any ((select governance.my_clerk_bodies())::uuid[])))', name);
    continue when name in ('measure_definition', 'baseline', 'forecast');
    execute format('create policy change on performance.%I for update to goldenthread_app using (measure in (select m.id from performance.measure m
      where m.body = any ((select governance.my_clerk_bodies())::uuid[])))', name);
  end loop;
  create policy read on performance.target_step for select to goldenthread_app using (target in (select t.id from performance.target t));
  create policy keep on performance.target_step for insert to goldenthread_app with check (target in (select t.id from performance.target t
    join performance.measure m on m.id = t.measure where m.body = any ((select governance.my_clerk_bodies())::uuid[])));
  create policy read on performance.forecast_point for select to goldenthread_app using (forecast in (select f.id from performance.forecast f));
  create policy keep on performance.forecast_point for insert to goldenthread_app with check (forecast in (select f.id from performance.forecast f
    join performance.measure m on m.id = f.measure where m.body = any ((select governance.my_clerk_bodies())::uuid[])));
  -- Figures and commentaries: public ones with their measure; others for the board, and for whoever gives them.
  foreach name in array array['observation', 'commentary'] loop
    execute format('create policy read on performance.%I for select to goldenthread_app using (measure in (select m.id from performance.measure m)
      and (sight = ''public'' or body = any ((select governance.my_full_sight_bodies())::uuid[]) or measure = any ((select performance.my_measures())::uuid[])))', name);
    -- The clerk publishes; whoever gives figures hands them to the board.
    execute format('create policy give on performance.%I for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[])
      or (sight = ''members'' and measure = any ((select performance.my_measures())::uuid[])))', name);
    execute format('create policy publish on performance.%I for update to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]))', name);
  end loop;
  create policy give on performance.protection for insert to goldenthread_app with check (measure = any ((select performance.my_measures())::uuid[])
    or measure in (select m.id from performance.measure m where m.body = any ((select governance.my_clerk_bodies())::uuid[])));
  create policy read on performance.held_value for select to goldenthread_app using (measure = any ((select performance.my_measures())::uuid[])
    or measure in (select m.id from performance.measure m where m.body = any ((select governance.my_clerk_bodies())::uuid[])));
  create policy give on performance.held_value for insert to goldenthread_app with check (
    protection in (select p.id from performance.protection p where p.measure = held_value.measure and p.actor = (select platform.actor()))
    and (measure = any ((select performance.my_measures())::uuid[])
      or measure in (select m.id from performance.measure m where m.body = any ((select governance.my_clerk_bodies())::uuid[]))));
  -- Returns: the board, and whoever gives them. Alerts: the board, and the owner.
  create policy read on performance.return_template for select to goldenthread_app using (
    body = any ((select governance.my_full_sight_bodies())::uuid[]) or id = any ((select performance.my_returns())::uuid[]));
  create policy read on performance.return_measure for select to goldenthread_app using (
    body = any ((select governance.my_full_sight_bodies())::uuid[]) or template = any ((select performance.my_returns())::uuid[]));
  create policy read on performance.return_due for select to goldenthread_app using (
    body = any ((select governance.my_full_sight_bodies())::uuid[]) or template = any ((select performance.my_returns())::uuid[]));
  create policy read on performance.alert for select to goldenthread_app using (
    body = any ((select governance.my_full_sight_bodies())::uuid[]) or owner = (select governance.my_person()));
  foreach name in array array['return_template', 'return_measure', 'return_due'] loop
    execute format('create policy keep on performance.%I to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]))
      with check (body = any ((select governance.my_clerk_bodies())::uuid[]))', name);
  end loop;
  create policy give on performance.return_due for update to goldenthread_app using (template = any ((select performance.my_returns())::uuid[]) and state in ('due', 'given'))
    with check (template = any ((select performance.my_returns())::uuid[]) and state in ('due', 'given'));
  create policy answer on performance.alert for update to goldenthread_app using (owner = (select governance.my_person()) or body = any ((select governance.my_clerk_bodies())::uuid[]));
  create policy own on performance.upload to goldenthread_app using (actor = (select platform.actor())) with check (actor = (select platform.actor()));

  -- What nobody writes over, whoever writes.
  for name in select unnest(array['measure_definition', 'baseline', 'target_step', 'small_number_method', 'protection', 'held_value', 'forecast', 'forecast_point']) loop
    execute format('create trigger stays before update or delete on performance.%I for each row execute function performance.only_changes()', name);
  end loop;
end $$;
create trigger stays before update or delete on performance.target for each row execute function performance.only_changes('baseline', 'ends_on', 'withdrawn_at', 'withdrawn_reason');
create trigger stays before update or delete on performance.observation for each row execute function performance.only_changes('sight', 'published_at');
create trigger stays before update or delete on performance.commentary for each row execute function performance.only_changes('sight');
create trigger stays before update or delete on performance.annotation for each row execute function performance.only_changes('withdrawn_at');
create trigger stays before update or delete on performance.rebase for each row execute function performance.only_changes('withdrawn_at');
create trigger stays before update or delete on performance.measure_link for each row execute function performance.only_changes('ends_on');
create trigger stays before update or delete on performance.alert for each row execute function performance.only_changes('answered_by', 'settled_on');
create trigger stays before update or delete on performance.measure for each row execute function
  performance.only_changes('sight', 'reference', 'withdrawn_on', 'withdrawn_reason', 'version');

-- What was public stays public, and a baseline that a target was given stays its baseline.
create function performance.only_forward() returns trigger language plpgsql as $$
declare before constant jsonb := to_jsonb(old); after constant jsonb := to_jsonb(new);
begin
  if (before ->> 'sight' = 'public' and after ->> 'sight' <> 'public') or (before ->> 'baseline' is not null and after ->> 'baseline' is distinct from before ->> 'baseline')
    or (before ->> 'withdrawn_at' is not null and after ->> 'withdrawn_at' is distinct from before ->> 'withdrawn_at') then
    raise exception 'it does not go back' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
do $$
declare name text;
begin
  foreach name in array array['measure', 'observation', 'commentary', 'target', 'annotation', 'rebase'] loop
    execute format('create trigger only_forward before update on performance.%I for each row execute function performance.only_forward()', name);
  end loop;
end $$;

insert into performance.small_number_method (version, starts_on, threshold, base, hides_zeros, source) values
  ('5-and-5', '2000-01-01', 5, 5, false, 'Official statistics practice: counts of 1 to 5 hidden, the rest to the nearest 5');

-- Measures on the golden thread (requirement T1), as src/platform/thread/part.ts says. Reported: for one of the last two periods that are due.
create view performance.thread_node with (security_invoker = true) as
  select 'measure'::text as kind, m.id, d.title as label, m.body as body_id,
    (select min(x.starts_on) from performance.measure_definition x where x.measure = m.id) as starts_on, m.withdrawn_on as ends_on,
    array_remove(array[
      case when m.sight = 'draft' then 'draft' end,
      case when d.owner_person is not null or d.owner_organisation is not null or d.owner_office <> '' then 'owner' end,
      case when d.polarity <> 'none' then 'polarity' end,
      case when exists (select from performance.baseline b where b.measure = m.id) then 'baseline' end,
      case when exists (select from performance.observation o where o.measure = m.id and (o.value is not null or o.words <> '')
        and o.ends_on > platform.today() - d.lag_days - 2 * case d.frequency when 'month' then 31 when 'quarter' then 92 else 366 end) then 'reported' end]::text[], null) as says
  from performance.measure m join performance.measure_definition d on d.measure = m.id
  where d.number = (select max(x.number) from performance.measure_definition x where x.measure = m.id);
create view performance.thread_link with (security_invoker = true) as
  select 'measure'::text as from_kind, l.measure as from_id, 'measures'::text as relation, 'plan'::text as to_kind, l.plan as to_id, l.starts_on, l.ends_on
    from performance.measure_link l where l.plan is not null
  union all
  select 'measure'::text, l.measure, 'measures'::text, 'priority'::text, l.priority, l.starts_on, l.ends_on from performance.measure_link l where l.priority is not null
  union all
  select 'measure'::text, l.measure, 'measures'::text, 'outcome'::text, l.outcome, l.starts_on, l.ends_on from performance.measure_link l where l.outcome is not null;
grant select on performance.thread_node, performance.thread_link to goldenthread_app;
