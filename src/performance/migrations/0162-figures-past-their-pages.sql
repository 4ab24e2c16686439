-- What the pages of measures never do is refused to whoever writes past them, too. Without an actor the house itself writes: archives, and what is restored.

-- Nobody writes in another's name.
do $$
declare name text;
begin
  for name in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'actor'
      where c.relnamespace = 'performance'::regnamespace and c.relkind = 'r' loop
    execute format('create policy in_own_name on performance.%I as restrictive for insert to goldenthread_app with check (actor = (select platform.actor()))', name);
  end loop;
end $$;

-- Under which priority of a plan that everybody reads a measure stands: for the public edition of what is frozen, whoever freezes it.
create view performance.public_measure_place with (security_invoker = true) as
  select distinct on (x.measure) x.measure, x.priority, x.heading, x.position
  from (
    select l.measure, t.priority, t.title as heading, t.position, case when l.priority is null then 2 else 1 end as rank
      from performance.measure_link l
      left join plans.outcome_text o on o.outcome = l.outcome and o.sight = 'public'
      join plans.priority_text t on t.priority = coalesce(l.priority, o.priority) and (o.version is null or o.version = t.version) and t.sight = 'public'
      join plans.plan_version v on v.id = t.version and v.state in ('published', 'closed')
      where l.starts_on <= platform.today() and (l.ends_on is null or platform.today() < l.ends_on)
    union all
    select l.measure, null, v.title, 0, 3
      from performance.measure_link l join plans.plan_version v on v.plan = l.plan and v.state in ('published', 'closed') and v.sight = 'public'
      where l.starts_on <= platform.today() and (l.ends_on is null or platform.today() < l.ends_on)
  ) x
  order by x.measure, x.rank, x.position;
grant select on performance.public_measure_place to goldenthread_app;

-- The public edition of a scorecard holds what was public when it was frozen, and all of it is written as it is frozen.
create function performance.keep_scorecard_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return new; end if;
  if new.edition = 'public' and (
      not exists (select from performance.measure m where m.id = new.measure and m.sight = 'public')
      or (new.observation is not null and not exists (select from performance.observation o where o.id = new.observation and o.measure = new.measure and o.sight = 'public'))
      or (new.commentary is not null and not exists (select from performance.commentary c where c.id = new.commentary and c.measure = new.measure and c.sight = 'public'))
      or (new.heading <> '' and not exists (select from plans.priority_text t where t.title = new.heading and t.sight = 'public')
        and not exists (select from plans.plan_version v where v.title = new.heading and v.sight = 'public'))) then
    raise exception 'the public edition holds what is public' using errcode = 'check_violation', constraint = 'scorecard_public_edition';
  end if;
  if not exists (select from performance.scorecard s where s.id = new.scorecard and s.xmin = pg_current_xact_id()::xid) then
    raise exception 'a frozen scorecard stays as it was written' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger frozen_at_once before insert on performance.scorecard_line for each row execute function performance.keep_scorecard_line();

-- Links between a measure and what stands in plans are seen and made by those who see both ends.
create policy both_ends on performance.measure_link as restrictive for select to goldenthread_app using (
  plan in (select p.id from plans.plan p) or priority in (select p.id from plans.priority p) or outcome in (select o.id from plans.outcome o));
create policy both_ends_made on performance.measure_link as restrictive for insert to goldenthread_app with check (
  exists (select from plans.plan p where p.id = plan) or exists (select from plans.priority p where p.id = priority) or exists (select from plans.outcome o where o.id = outcome));
create policy both_ends on performance.curve_action as restrictive for select to goldenthread_app using (action in (select a.id from plans.action a));
create policy both_ends_made on performance.curve_action as restrictive for insert to goldenthread_app
  with check (exists (select from plans.action a where a.id = action));

-- An alert is answered by what was said of its own measure and period, once; that it is settled is for the daily job and the clerk to say.
create function performance.keep_alert() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or coalesce(performance.is_system(), false) then return new; end if;
  if (old.answered_by is not null and new.answered_by is distinct from old.answered_by)
     or (new.answered_by is not null and not exists (select from performance.commentary c where c.id = new.answered_by and c.measure = new.measure
       and c.starts_on = new.starts_on and c.ends_on = new.ends_on)) then
    raise exception 'an alert is answered by what was said of it' using errcode = 'check_violation', constraint = 'alert_answered_by_its_own';
  end if;
  if new.settled_on is distinct from old.settled_on and not new.body = any (governance.my_clerk_bodies()) then
    raise exception 'an owner answers an alert and does not settle it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger answered_by_its_own before update on performance.alert for each row execute function performance.keep_alert();

-- Whoever gives a return gives it, and moves neither its day nor how often it was asked for.
create function performance.keep_return() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or coalesce(performance.is_system(), false) or new.body = any (governance.my_clerk_bodies()) then return new; end if;
  if to_jsonb(new) - array['state', 'given_at', 'given_by', 'note', 'version'] is distinct from to_jsonb(old) - array['state', 'given_at', 'given_by', 'note', 'version']
     or new.given_by is distinct from platform.actor() then
    raise exception 'a giver gives a return and changes nothing else of it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger given_alone before update on performance.return_due for each row execute function performance.keep_return();

-- A commentary is its writer's own; the clerk may write down what somebody else said.
create function performance.keep_commentary() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or coalesce(performance.is_system(), false) or new.body = any (governance.my_clerk_bodies()) then return new; end if;
  if new.person is not null and new.person is distinct from governance.my_person() then
    raise exception 'nobody comments for somebody else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger said_by_oneself before insert on performance.commentary for each row execute function performance.keep_commentary();
revoke all on function performance.keep_scorecard_line(), performance.keep_alert(), performance.keep_return(), performance.keep_commentary() from public;
