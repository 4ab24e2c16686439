-- Communication plans (requirement P12): who is to hear what, by which channel, on which day, who sees to it, how many it was to reach and how many it did, and
-- what was learned. One belongs to a body as a whole, to one of its plans, procedures or consultations, or to a strategy (migration 0331).
alter table meetings.consultation add unique (id, body);
create table plans.communication (
  id uuid primary key,
  body uuid not null references governance.body,  -- answers for it
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  aim text not null check (aim <> ''),     -- what is to be different once it was heard
  plan uuid,                               -- what it belongs to; none of these: the body as a whole
  procedure uuid,
  consultation uuid,
  strategy uuid,
  owner uuid references governance.person, -- null: the owner is a post
  owner_name text not null check (owner_name <> ''),
  made_on date not null,
  closed_on date check (closed_on >= made_on),
  learned text not null default '',        -- what was learned from it as a whole, said when it is closed
  version int not null default 1,
  unique (id, body, sight),
  foreign key (plan, body) references plans.plan (id, body),
  foreign key (procedure, body) references plans.procedure (id, body),
  foreign key (consultation, body) references meetings.consultation (id, body),
  check (num_nonnulls(plan, procedure, consultation, strategy) <= 1),
  check ((closed_on is null) = (learned = ''))
);
create index on plans.communication (body);
create index on plans.communication (plan) where plan is not null;
create index on plans.communication (procedure) where procedure is not null;
create index on plans.communication (consultation) where consultation is not null;
create index on plans.communication (strategy) where strategy is not null;
create index on plans.communication (owner) where owner is not null;

create table plans.communication_item (
  id uuid primary key,
  communication uuid not null,
  body uuid not null,
  sight text not null,
  audience text not null check (audience <> ''),
  message text not null check (message <> ''),
  channel text not null check (channel <> ''),
  who uuid references governance.person,   -- null: a post sees to it
  who_name text not null check (who_name <> ''),
  planned_on date not null,
  done_on date,
  called_off_on date,
  called_off_because text not null default '',
  reach_of text not null default 'people' check (reach_of <> ''),  -- what is counted: people, families, copies
  expected int check (expected >= 0),      -- null: nothing was expected in numbers
  came_state text not null default 'open' check (came_state in ('open', 'counted', 'not-known')),  -- not-known: nobody can say; never zero
  came int check (came >= 0),
  learned text not null default '',
  version int not null default 1,
  foreign key (communication, body, sight) references plans.communication (id, body, sight) on update cascade,
  check ((called_off_on is null) = (called_off_because = '')),
  check (done_on is null or called_off_on is null),
  constraint communication_came_of_what_was_done check (came_state = 'open' or done_on is not null),
  check ((came_state = 'counted') = (came is not null)),
  check (learned = '' or done_on is not null)
);
create index on plans.communication_item (communication);
create index on plans.communication_item (who) where who is not null and done_on is null and called_off_on is null;

-- What somebody owns, and that of which they see to something.
create function plans.my_communications(part text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return case part when 'owned' then (select coalesce(array_agg(c.id), '{}') from plans.communication c where c.owner = me)
    else (select coalesce(array_agg(distinct i.communication), '{}') from plans.communication_item i where i.who = me) end;
end $$;
revoke all on function plans.my_communications(text) from public;
grant execute on function plans.my_communications(text) to goldenthread_app;
grant select, insert, update on plans.communication, plans.communication_item to goldenthread_app;
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  seen constant text := '(sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))';
begin
  foreach name in array array['communication', 'communication_item'] loop
    perform platform.protect(format('plans.%I', name)::regclass);
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    execute format('create policy read on plans.%I for select to goldenthread_app using (%s)', name, seen);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
end $$;
create policy read_as_owner on plans.communication for select to goldenthread_app
  using (id = any ((select plans.my_communications('owned'))::uuid[]) or id = any ((select plans.my_communications('seen-to'))::uuid[]));
create policy keep_as_owner on plans.communication_item to goldenthread_app using (communication = any ((select plans.my_communications('owned'))::uuid[]))
  with check (communication = any ((select plans.my_communications('owned'))::uuid[]));
create policy read_as_doer on plans.communication_item for select to goldenthread_app using (communication = any ((select plans.my_communications('seen-to'))::uuid[]));
create policy report_as_doer on plans.communication_item for update to goldenthread_app
  using (who = (select governance.my_person())) with check (who = (select governance.my_person()));

create function plans.keep_communication() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.made_on) is distinct from (old.id, old.body, old.made_on) then
    raise exception 'a communication plan stays with its body' using errcode = 'insufficient_privilege';
  end if;
  if old.closed_on is not null and to_jsonb(new) - array['version', 'sight'] <> to_jsonb(old) - array['version', 'sight'] then
    raise exception 'what was closed stays' using errcode = 'check_violation', constraint = 'communication_stays_closed';
  end if;
  if new.sight = 'draft' and old.sight <> 'draft' then
    raise exception 'what was shown stays shown' using errcode = 'check_violation', constraint = 'communication_stays_shown';
  end if;
  if new.closed_on is not null and old.closed_on is null and exists (select from plans.communication_item i
      where i.communication = new.id and i.done_on is null and i.called_off_on is null) then
    raise exception 'something of it is still to be done' using errcode = 'check_violation', constraint = 'communication_closed_when_done';
  end if;
  return new;
end $$;
create trigger communication_steps before update on plans.communication for each row execute function plans.keep_communication();
-- Whoever sees to something says what came of it, and changes nothing else; nothing of a plan that was closed changes.
create function plans.keep_communication_item() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare reported constant text[] := array['done_on', 'came_state', 'came', 'learned', 'version', 'sight'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if exists (select from plans.communication c where c.id = new.communication and c.closed_on is not null) then
    raise exception 'what was closed stays' using errcode = 'check_violation', constraint = 'communication_stays_closed';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if (new.id, new.communication, new.body) is distinct from (old.id, old.communication, old.body) then
    raise exception 'it stays in its plan' using errcode = 'insufficient_privilege';
  end if;
  if platform.actor() is not null and not coalesce(plans.is_system(), false) and not new.body = any (governance.my_clerk_bodies())
      and not new.communication = any (plans.my_communications('owned')) and to_jsonb(new) - reported <> to_jsonb(old) - reported then
    raise exception 'whoever sees to it says what came of it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function plans.keep_communication(), plans.keep_communication_item() from public;
create trigger communication_item_steps before insert or update on plans.communication_item for each row execute function plans.keep_communication_item();

-- On the golden thread: it serves what it belongs to. Those of strategies follow in migration 0331.
do $$
begin
  execute 'create or replace view plans.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('plans.thread_node'::regclass), '; ') || $arm$
  union all
  select 'communication'::text, c.id, c.title, c.body, c.made_on, null::date,
      array_remove(array['owner', case when c.closed_on is not null then 'closed' end, case when c.sight = 'draft' then 'draft' end,
        case when exists (select from plans.communication_item i where i.communication = c.id and i.done_on is null and i.called_off_on is null
          and i.planned_on < platform.today()) then 'overdue' end], null)
    from plans.communication c $arm$;
  execute 'create or replace view plans.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('plans.thread_link'::regclass), '; ') || $arm$
  union all
  select 'communication'::text, c.id, 'serves'::text, 'plan'::text, c.plan, c.made_on, null::date from plans.communication c where c.plan is not null
  union all
  select 'communication'::text, c.id, 'serves'::text, 'procedure'::text, c.procedure, c.made_on, null::date from plans.communication c where c.procedure is not null
  union all
  select 'communication'::text, c.id, 'serves'::text, 'consultation'::text, c.consultation, c.made_on, null::date from plans.communication c where c.consultation is not null
  union all
  select 'communication'::text, c.id, 'serves'::text, 'strategy'::text, c.strategy, c.made_on, null::date from plans.communication c where c.strategy is not null $arm$;
end $$;
call thread.compose();
