-- Contracts that are looked after on pages (requirements C9, C11): a visit is planned, held later with what was found, and leaves actions; a notice of poor performance is closed once.
alter table commissioning.contract_visit
  add column purpose text not null default '',             -- what is looked at
  add unique (id, contract);
create table commissioning.visit_action (
  id uuid primary key,
  visit uuid not null,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  text text not null check (text <> ''),
  by_whom text not null check (by_whom in ('provider', 'commissioner')),
  due_on date not null,
  done_on date,
  done_note text not null default '',
  foreign key (visit, contract) references commissioning.contract_visit (id, contract),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade,
  check ((done_on is null) = (done_note = ''))
);
create index on commissioning.visit_action (visit);
create index on commissioning.visit_action (contract);

-- What was found stands; an action follows from a visit that was held, and is done once.
create function commissioning.keep_visit() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - 'sight' is not distinct from to_jsonb(old) - 'sight' then return new; end if;
  if old.held_on is not null or (new.id, new.contract, new.planned_on) is distinct from (old.id, old.contract, old.planned_on) then
    raise exception 'what was found stands' using errcode = 'check_violation', constraint = 'visit_stands';
  end if;
  return new;
end $$;
create function commissioning.keep_visit_action() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare held date := (select v.held_on from commissioning.contract_visit v where v.id = new.visit);
begin
  if tg_op = 'INSERT' then
    if held is null or new.due_on < held then raise exception 'the visit comes first' using errcode = 'check_violation', constraint = 'action_after_visit'; end if;
    return new;
  end if;
  if to_jsonb(new) - 'sight' is not distinct from to_jsonb(old) - 'sight' then return new; end if;
  if old.done_on is not null or to_jsonb(new) - '{done_on,done_note}'::text[] is distinct from to_jsonb(old) - '{done_on,done_note}'::text[] or new.done_on < held then
    raise exception 'an action stands' using errcode = 'check_violation', constraint = 'visit_stands';
  end if;
  return new;
end $$;
-- A notice is closed once, after it was answered or after the last day to answer it, and then stands.
create function commissioning.close_performance_notice() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.closed_on is not null and to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
    raise exception 'a notice that is closed stands' using errcode = 'check_violation', constraint = 'notice_closed_stands';
  end if;
  if new.closed_on is not null and (tg_op = 'INSERT' or old.closed_on is null)
      and not coalesce(new.answered_on <= new.closed_on, false) and new.closed_on <= new.answer_by then
    raise exception 'the provider may still answer' using errcode = 'check_violation', constraint = 'notice_closed_after';
  end if;
  return new;
end $$;
create trigger visit_stands before update on commissioning.contract_visit for each row execute function commissioning.keep_visit();
create trigger visit_action_stands before insert or update on commissioning.visit_action for each row execute function commissioning.keep_visit_action();
create trigger notice_closes before insert or update on commissioning.performance_notice for each row execute function commissioning.close_performance_notice();
revoke all on function commissioning.keep_visit(), commissioning.keep_visit_action(), commissioning.close_performance_notice() from public;

do $$
declare
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  keeper constant text := 'contract = any ((select commissioning.my_kept_contracts())::uuid[])';
  inside constant text := '(sight <> ''draft'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) or body = any ((select governance.my_chair_bodies())::uuid[])';
begin
  perform platform.protect('commissioning.visit_action'::regclass);
  grant select, insert, update on commissioning.visit_action to goldenthread_app;
  execute 'create policy system on commissioning.visit_action to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  execute format('create policy read on commissioning.visit_action for select to goldenthread_app using (%s or %s or %s)', inside, clerk, keeper);
  execute format('create policy keep on commissioning.visit_action to goldenthread_app using (%s or %s) with check (%s or %s)', clerk, keeper, clerk, keeper);
end $$;
