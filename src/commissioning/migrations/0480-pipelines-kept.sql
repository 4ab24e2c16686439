-- Pipelines that are kept on pages (requirement C8; handbook of commissioning 1.4, 3.9): a stage has a time within which it is left, and may be left by a decision of the
-- board alone; a case is tied to a service, a priority and what came of it; who comes in through a round comes in while it is open.
alter table commissioning.process_stage
  add column days int check (days between 1 and 3660),     -- within how many days of entering it a case leaves it; null: no deadline
  add column by_decision boolean not null default false;   -- a case leaves it by a decision of the board alone
alter table commissioning.process_case
  add column service uuid references commissioning.service,
  add column priority uuid references plans.priority,
  add foreign key (contract, body) references commissioning.contract (id, body);
create index on commissioning.process_case (service) where service is not null;
create index on commissioning.process_case (priority) where priority is not null;
create index on commissioning.case_event (decision) where decision is not null;
grant update on commissioning.process_stage to goldenthread_app;

-- Stages stand once a case has entered one: what was asked of the first is asked of the last. Another pipeline may begin with the same stages.
create function commissioning.keep_pipeline_stage() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' is not distinct from to_jsonb(old) - 'sight' then return new; end if;
  perform 1 from commissioning.process p where p.id = new.process for update;
  if (tg_op = 'UPDATE' and new.process <> old.process) or exists (select from commissioning.case_event e where e.process = new.process) then
    raise exception 'its stages stand' using errcode = 'check_violation', constraint = 'stages_stand';
  end if;
  return new;
end $$;
create trigger stage_stands before insert or update on commissioning.process_stage for each row execute function commissioning.keep_pipeline_stage();

-- A case stays in its pipeline, and in its round once it has begun; the service it is tied to is one of its board.
create function commissioning.keep_pipeline_case() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((new.id, new.process) is distinct from (old.id, old.process)
      or (new.round is distinct from old.round and exists (select from commissioning.case_event e where e."case" = new.id))) then
    raise exception 'a case stays in its pipeline' using errcode = 'insufficient_privilege';
  end if;
  if new.service is not null and not exists (select from commissioning.service s where s.id = new.service and s.body = new.body) then
    raise exception 'a service of another board' using errcode = 'check_violation', constraint = 'case_own_service';
  end if;
  return new;
end $$;
create trigger case_stays before insert or update on commissioning.process_case for each row execute function commissioning.keep_pipeline_case();

-- As before, and besides: the first stage is entered while the round is open, and a stage that the board decides on is left by its decision.
create or replace function commissioning.keep_case_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last commissioning.case_event; own_stage commissioning.process_stage; last_position int; r commissioning.process_round;
begin
  perform 1 from commissioning.process p where p.id = new.process for share;
  perform 1 from commissioning.process_case c where c.id = new."case" for update;
  select * into last from commissioning.case_event e where e."case" = new."case" order by e.on_day desc, e.id desc limit 1;
  select * into own_stage from commissioning.process_stage s where s.id = new.stage;
  select s.position into last_position from commissioning.process_stage s where s.id = last.stage;
  if last.id is null then
    if new.kind <> 'entered' then raise exception 'a case enters first' using errcode = 'check_violation', constraint = 'case_in_order'; end if;
    select x.* into r from commissioning.process_round x join commissioning.process_case c on c.round = x.id where c.id = new."case";
    if r.id is not null and not new.on_day between r.opens_on and r.closes_on then
      raise exception 'the round is not open' using errcode = 'check_violation', constraint = 'round_open';
    end if;
  elsif last.kind in ('withdrawn', 'rejected') or new.on_day < last.on_day
      or (new.kind = 'entered' and (last.kind <> 'met' or own_stage.position <= last_position)) or (new.kind <> 'entered' and own_stage.position <> last_position)
      or (last.kind = 'met' and new.kind in ('met', 'deferred', 'resumed', 'extended'))
      or (new.kind = 'resumed' and last.kind <> 'deferred') or (last.kind = 'deferred' and new.kind not in ('resumed', 'withdrawn', 'rejected', 'deferred')) then
    raise exception 'no such step now' using errcode = 'check_violation', constraint = 'case_in_order';
  end if;
  if own_stage.by_decision and new.kind in ('met', 'rejected') and new.decision is null then
    raise exception 'the board decides on this stage' using errcode = 'check_violation', constraint = 'stage_by_decision';
  end if;
  if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and (d.of_body = new.body or d.body = new.body) and not d.withdrawn) then
    raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'contract_own_decision';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_pipeline_stage(), commissioning.keep_pipeline_case(), commissioning.keep_case_event() from public;

-- On the golden thread: a case serves its service and its priority, a contract came from it, a decision decides on it.
do $$ begin
  execute 'create or replace view commissioning.thread_node with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_node'::regclass), ';') || $sql$
  union all
  select 'pipeline-case'::text, c.id, c.title, c.body, null::date, null::date, case when c.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end from commissioning.process_case c$sql$;
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'pipeline-case'::text, c.id, 'serves'::text, 'service'::text, c.service, null::date, null::date from commissioning.process_case c where c.service is not null
  union all
  select 'pipeline-case'::text, c.id, 'serves'::text, 'priority'::text, c.priority, null::date, null::date from commissioning.process_case c where c.priority is not null
  union all
  select 'contract'::text, c.contract, 'came-from'::text, 'pipeline-case'::text, c.id, null::date, null::date from commissioning.process_case c where c.contract is not null
  union all
  select distinct 'decision'::text, e.decision, 'decides-on'::text, 'pipeline-case'::text, e."case", null::date, null::date from commissioning.case_event e where e.decision is not null$sql$;
end $$;
call thread.compose();
