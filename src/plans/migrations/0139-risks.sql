-- The risk register of a body (requirement P5; handbook plans 1.6): cause, event and effect; likelihood times impact before and after what is done about
-- it, as dated scores under a version of the scale, whose cells have their colours as data. A score is never changed: a later one stands beside it.
create table plans.risk_scale (
  version int primary key check (version > 0),
  name text not null check (name <> ''),
  levels int not null check (levels between 2 and 7),
  likelihood text[] not null,              -- a word for each level, from the least
  impact text[] not null,
  starts_on date not null unique,          -- holds until the next version begins
  check (cardinality(likelihood) = levels and cardinality(impact) = levels)
);
-- The colour of a cell is looked up, never computed: unlikely but grave can weigh more than likely but slight.
create table plans.risk_cell (
  scale int not null references plans.risk_scale,
  likelihood int not null check (likelihood > 0),
  impact int not null check (impact > 0),
  grade text not null check (grade in ('low', 'medium', 'high', 'very-high')),
  primary key (scale, likelihood, impact)
);
create table plans.risk (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'members' check (sight in ('draft', 'members', 'public')),
  number int not null check (number > 0),  -- in the register of its body; never used again
  title text not null check (title <> ''),
  cause text not null default '',
  event text not null check (event <> ''),
  effect text not null default '',
  owner uuid references governance.person,
  owner_name text not null default '',     -- as written; empty: nobody yet
  plan uuid,
  priority uuid,                           -- what of a plan of this body it threatens; null: none in particular
  review_on date,                          -- null: not settled
  raised_on date not null,
  closed_on date check (closed_on >= raised_on),
  close_reason text not null default '',
  version int not null default 1,
  unique (body, number),
  unique (id, body, sight),
  foreign key (plan, body) references plans.plan (id, body),
  foreign key (priority, plan) references plans.priority (id, plan),
  check (priority is null or plan is not null),
  check ((closed_on is null) = (close_reason = '')),
  check (owner is null or owner_name <> '')
);
create index on plans.risk (plan) where plan is not null;
create index on plans.risk (priority) where priority is not null;
create table plans.risk_score (
  id uuid primary key,
  risk uuid not null,
  body uuid not null,
  sight text not null,
  scale int not null,
  on_day date not null,
  before_likelihood int not null,
  before_impact int not null,
  after_likelihood int,                    -- both null: nothing is done about it that would change the score
  after_impact int,
  why text not null default '',
  actor uuid not null,
  at timestamptz not null,
  foreign key (risk, body, sight) references plans.risk (id, body, sight) on update cascade,
  foreign key (scale, before_likelihood, before_impact) references plans.risk_cell (scale, likelihood, impact),
  foreign key (scale, after_likelihood, after_impact) references plans.risk_cell (scale, likelihood, impact),
  check ((after_likelihood is null) = (after_impact is null))
);
create index on plans.risk_score (risk, on_day);
-- Which actions of the plans of this body are to make it less likely or less grave.
create table plans.risk_action (
  risk uuid not null,
  body uuid not null,
  sight text not null,
  action uuid not null,
  plan uuid not null,
  primary key (risk, action),
  foreign key (risk, body, sight) references plans.risk (id, body, sight) on update cascade,
  foreign key (action, plan, body) references plans.action (id, plan, body)
);
create index on plans.risk_action (action);

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['risk_scale', 'risk_cell', 'risk', 'risk_score', 'risk_action'] loop
    perform platform.protect(format('plans.%I', name)::regclass);
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
  end loop;
  foreach name in array array['risk_scale', 'risk_cell'] loop
    execute format('grant select, insert on plans.%I to goldenthread_app', name);
    execute format('create policy read on plans.%I for select to goldenthread_app using (true)', name);
    execute format('create policy administer on plans.%I for insert to goldenthread_app with check ((select platform.is_administrator()))', name);
  end loop;
  foreach name in array array['risk', 'risk_score', 'risk_action'] loop
    execute format('create policy read on plans.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
end $$;
grant select, insert, update on plans.risk to goldenthread_app;
grant select, insert, update (sight) on plans.risk_score, plans.risk_action to goldenthread_app;
grant delete on plans.risk_action to goldenthread_app;
-- Whoever owns a risk sees it.
create function plans.my_risks() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(id), '{}') from plans.risk where owner = me);
end $$;
revoke all on function plans.my_risks() from public;
grant execute on function plans.my_risks() to goldenthread_app;
create policy read_as_owner on plans.risk for select to goldenthread_app using (id = any ((select plans.my_risks())::uuid[]));
create policy read_as_owner on plans.risk_score for select to goldenthread_app using (risk = any ((select plans.my_risks())::uuid[]));

-- What happened is not made undone: a risk stays with its body under its number, and once closed it stays closed.
create function plans.keep_risk() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.number, new.raised_on) is distinct from (old.id, old.body, old.number, old.raised_on) then
    raise exception 'a risk stays in its register' using errcode = 'insufficient_privilege';
  end if;
  if old.closed_on is not null and (to_jsonb(new) - array['sight', 'version']) <> (to_jsonb(old) - array['sight', 'version']) then
    raise exception 'a closed risk stays as it is' using errcode = 'check_violation', constraint = 'risk_stays_closed';
  end if;
  return new;
end $$;
-- A score is given under the scale of its day, while the risk is open.
create function plans.keep_score() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.scale is distinct from (select s.version from plans.risk_scale s where s.starts_on <= new.on_day order by s.starts_on desc limit 1) then
    raise exception 'a score is given under the scale of its day' using errcode = 'check_violation', constraint = 'risk_score_scale';
  end if;
  if exists (select from plans.risk r where r.id = new.risk and (r.closed_on is not null or new.on_day < r.raised_on)) then
    raise exception 'a risk is scored while it is open' using errcode = 'check_violation', constraint = 'risk_score_open';
  end if;
  return new;
end $$;
revoke all on function plans.keep_risk(), plans.keep_score() from public;
create trigger risk_stays before update on plans.risk for each row execute function plans.keep_risk();
create trigger score_of_open_risk before insert on plans.risk_score for each row execute function plans.keep_score();

-- Risks on the golden thread: what stands in the two views stays whole, and arms are put to it.
do $$
begin
  execute 'create or replace view plans.thread_node with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('plans.thread_node'::regclass), '; ') || $arm$
  union all
  select 'risk'::text, r.id, r.title, r.body, r.raised_on, null::date,
      array_remove(array[case when r.owner_name <> '' then 'owner' end, case when r.review_on is not null then 'due' end,
        case when r.closed_on is null and r.review_on < platform.today() then 'overdue' end, case when r.closed_on is not null then 'closed' end], null)
    from plans.risk r $arm$;
  execute 'create or replace view plans.thread_link with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('plans.thread_link'::regclass), '; ') || $arm$
  union all
  select 'risk'::text, r.id, 'threatens'::text, 'priority'::text, r.priority, r.raised_on, r.closed_on from plans.risk r where r.priority is not null
  union all
  select 'plan-action'::text, a.action, 'responds-to'::text, 'risk'::text, a.risk, null::date, null::date from plans.risk_action a $arm$;
end $$;

insert into plans.risk_scale (version, name, levels, likelihood, impact, starts_on) values
  (1, 'Four by four', 4, '{Unlikely,Possible,Likely,Almost certain}', '{Slight,Moderate,Serious,Grave}', '2000-01-01'),
  (2, 'Five by five', 5, '{Rare,Unlikely,Possible,Likely,Almost certain}', '{Slight,Minor,Moderate,Serious,Grave}', '2026-01-01');
insert into plans.risk_cell (scale, likelihood, impact, grade)
  select 1, l, i, case when l * i >= 12 then 'very-high' when l * i >= 8 then 'high' when l * i >= 4 then 'medium' else 'low' end
    from generate_series(1, 4) l, generate_series(1, 4) i;
-- What would be grave is never low, however rare; what would be slight is never more than medium, however certain.
insert into plans.risk_cell (scale, likelihood, impact, grade)
  select 2, l, i, case when i = 1 then case when l = 5 then 'medium' else 'low' end
      when i = 5 then case when l >= 3 then 'very-high' when l = 2 then 'high' else 'medium' end
      when l * i >= 15 then 'very-high' when l * i >= 10 then 'high' when l * i >= 5 then 'medium' else 'low' end
    from generate_series(1, 5) l, generate_series(1, 5) i;
