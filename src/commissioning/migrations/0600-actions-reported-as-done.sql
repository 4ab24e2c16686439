-- What a provider says of an action of a visit (requirement C9): that it is done, what was done and what shows it. Whoever keeps the contract confirms it or sends it back with the
-- reason; each stands. Once all who are to do it are confirmed, the action is done. Another provider of the contract sees nothing of it.
alter table commissioning.visit_action add unique (id, contract);
create table commissioning.visit_action_report (
  id uuid primary key,
  action uuid not null,
  contract uuid not null,
  body uuid not null,
  sight text not null,
  provider uuid not null references commissioning.provider,
  done_on date not null,
  did text not null check (did <> ''),
  evidence text not null check (evidence <> ''),
  reported_on date not null,
  reported_by uuid not null references governance.person,
  answered_on date check (answered_on >= reported_on),
  answer text check (answer in ('confirmed', 'sent-back')),
  because text not null default '',                        -- why it was sent back
  answered_by uuid references governance.person,
  check (num_nulls(answered_on, answer, answered_by) in (0, 3)),
  constraint action_back_why check ((answer is not distinct from 'sent-back') = (because <> '')),
  foreign key (action, contract) references commissioning.visit_action (id, contract),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create index on commissioning.visit_action_report (contract);
-- Of one provider at most one word waits for an answer or is confirmed.
create unique index action_report_once on commissioning.visit_action_report (action, provider) where answer is distinct from 'sent-back';
comment on table commissioning.visit_action_report is 'That a provider says that an action of a visit is done, with what shows it, and what whoever keeps the contract says to that.';

-- Who is to do it and is not confirmed: the one provider it names, or all who provided on the day of the visit or later.
create function commissioning.action_not_confirmed(of_action uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct p.provider), '{}') from commissioning.visit_action a join commissioning.contract_visit v on v.id = a.visit
    join commissioning.contract_provider p on p.contract = a.contract and (p.ends_on is null or p.ends_on > v.held_on) and (a.provider is null or a.provider = p.provider)
  where a.id = of_action and a.by_whom = 'provider' and not exists (
    select from commissioning.visit_action_report r where r.action = a.id and r.provider = p.provider and r.answer = 'confirmed')
$$;
create function commissioning.keep_action_report() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare a commissioning.visit_action; held date; answering constant text[] := '{answered_on,answer,because,answered_by}';
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' is not distinct from to_jsonb(old) - 'sight' then return new; end if;
  select * into a from commissioning.visit_action x where x.id = new.action for update;
  if a.done_on is not null then raise exception 'it is done already' using errcode = 'check_violation', constraint = 'action_done_already'; end if;
  if tg_op = 'UPDATE' then
    if old.answered_on is not null or new.answered_on is null or to_jsonb(new) - answering is distinct from to_jsonb(old) - answering then
      raise exception 'what was said of it stands' using errcode = 'check_violation', constraint = 'action_report_stands';
    end if;
    return new;
  end if;
  if new.answered_on is not null then raise exception 'nobody answers before it is said' using errcode = 'check_violation', constraint = 'action_report_stands'; end if;
  if new.provider <> all (commissioning.action_not_confirmed(a.id)) then
    raise exception 'another one is to do it' using errcode = 'check_violation', constraint = 'action_report_whose';
  end if;
  select v.held_on into held from commissioning.contract_visit v where v.id = a.visit;
  if new.done_on < held or new.done_on > new.reported_on then
    raise exception 'not on that day' using errcode = 'check_violation', constraint = 'action_report_day';
  end if;
  return new;
end $$;
-- The last one that is confirmed makes the action done, on the latest of their days.
create function commissioning.settle_action_report() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.answer = 'confirmed' and old.answer is null and cardinality(commissioning.action_not_confirmed(new.action)) = 0 then
    update commissioning.visit_action a set (done_on, done_note) = (
      select max(r.done_on), left(string_agg(r.did, ' ' order by r.id), 2000) from commissioning.visit_action_report r where r.action = a.id and r.answer = 'confirmed')
    where a.id = new.action and a.done_on is null;
  end if;
  return null;
end $$;
create trigger action_report_steps before insert or update on commissioning.visit_action_report for each row execute function commissioning.keep_action_report();
create trigger action_report_settles after update on commissioning.visit_action_report for each row execute function commissioning.settle_action_report();
revoke all on function commissioning.action_not_confirmed(uuid), commissioning.keep_action_report(), commissioning.settle_action_report() from public;

do $$
declare
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  keeper constant text := 'contract = any ((select commissioning.my_kept_contracts())::uuid[])';
  inside constant text := '(sight <> ''draft'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) or body = any ((select governance.my_chair_bodies())::uuid[])';
  own constant text := 'contract = any ((select commissioning.my_contracts())::uuid[]) and provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
begin
  perform platform.protect('commissioning.visit_action_report'::regclass);
  grant select, insert, update (answered_on, answer, because, answered_by) on commissioning.visit_action_report to goldenthread_app;
  create policy system on commissioning.visit_action_report to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
  execute format('create policy read on commissioning.visit_action_report for select to goldenthread_app using (%s or %s or %s or (%s))', inside, clerk, keeper, own);
  execute format('create policy report on commissioning.visit_action_report for insert to goldenthread_app with check (%s and reported_by = (select governance.my_person()) and reported_on = platform.today())', own);
  execute format('create policy answer on commissioning.visit_action_report for update to goldenthread_app using (%s or %s) with check ((%s or %s) and answered_by = (select governance.my_person()))', clerk, keeper, clerk, keeper);
end $$;
