-- The criteria of a stage as single criteria (requirement C8; handbook of commissioning 1.1, 1.4): dated, so that a case is asked what was in force on the day it entered
-- the stage; ticked one by one, by whom and when. A case does not leave a stage by meeting it while a required one is open, unless the chair says why it may.
create table commissioning.stage_criterion (
  id uuid primary key,
  process uuid not null,
  body uuid not null,
  sight text not null,
  stage uuid not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  required boolean not null default true,                  -- false: looked at, and not asked for
  starts_on date,                                          -- asked of cases that enter the stage from this day on; null: since the pipeline began
  ends_on date,                                            -- asked of no case that enters the stage from this day on
  unique (id, process),
  unique (stage, position),
  check (ends_on > starts_on),
  foreign key (stage, process) references commissioning.process_stage (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade
);
create index on commissioning.stage_criterion (process);
-- What was said of a criterion in a case: it is added to what was said before, and the last counts.
create table commissioning.case_tick (
  id uuid primary key,
  "case" uuid not null,
  process uuid not null,
  body uuid not null,
  sight text not null,
  criterion uuid not null,
  says text not null check (says in ('met', 'open', 'waived')),
  on_day date not null,
  said_by uuid not null references governance.person,
  note text not null default '',
  check (says = 'met' or note <> ''),
  foreign key ("case", process) references commissioning.process_case (id, process),
  foreign key (criterion, process) references commissioning.stage_criterion (id, process),
  foreign key (process, body, sight) references commissioning.process (id, body, sight) on update cascade
);
create index on commissioning.case_tick ("case");
create index on commissioning.case_tick (process);
comment on table commissioning.case_tick is 'What was said of a criterion of a stage in a case, by whom and when; the last counts. Waived: the chair says why the case may leave all the same.';

-- What was written as one text becomes one criterion a line.
insert into commissioning.stage_criterion (id, process, body, sight, stage, position, title)
  select gen_random_uuid(), s.process, s.body, s.sight, s.id, l.place, btrim(l.line)
  from commissioning.process_stage s, lateral (select x.line, row_number() over (order by x.n)::int as place
    from regexp_split_to_table(s.criteria, E'\r?\n') with ordinality as x (line, n) where btrim(x.line) <> '') l;
alter table commissioning.process_stage drop column criteria;

create function commissioning.criteria_asked(of_stage uuid, entered date) returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from commissioning.stage_criterion c where c.stage = of_stage and (c.starts_on is null or c.starts_on <= entered) and (c.ends_on is null or entered < c.ends_on)
$$;

-- Criteria are free until a case has begun. After that one is added for cases to come, or ended for them; what was asked of those before stands.
create function commissioning.keep_criterion() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare row commissioning.stage_criterion;
begin
  row := case when tg_op = 'DELETE' then old else new end;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' is not distinct from to_jsonb(old) - 'sight' then return new; end if;
  perform 1 from commissioning.process p where p.id = row.process for update;
  if exists (select from commissioning.case_event e where e.process = row.process) and not coalesce(case tg_op
      when 'INSERT' then new.starts_on > platform.today()
      when 'UPDATE' then old.ends_on is null and new.ends_on > platform.today() and to_jsonb(new) - 'ends_on' is not distinct from to_jsonb(old) - 'ends_on' end, false) then
    raise exception 'what was asked stands' using errcode = 'check_violation', constraint = 'criteria_stand';
  end if;
  return row;
end $$;
create trigger criterion_stands before insert or update or delete on commissioning.stage_criterion for each row execute function commissioning.keep_criterion();

-- A criterion is ticked in the stage where the case is, while it is there, and of those that it was asked when it entered.
create function commissioning.keep_tick() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last commissioning.case_event; entered date;
begin
  perform 1 from commissioning.process_case c where c.id = new."case" for update;
  select * into last from commissioning.case_event e where e."case" = new."case" order by e.on_day desc, e.id desc limit 1;
  select max(e.on_day) into entered from commissioning.case_event e where e."case" = new."case" and e.stage = last.stage and e.kind = 'entered';
  if last.id is null or last.kind in ('met', 'withdrawn', 'rejected') or not exists (select from commissioning.criteria_asked(last.stage, entered) a where a = new.criterion) then
    raise exception 'the case is asked nothing of the kind now' using errcode = 'check_violation', constraint = 'tick_in_stage';
  end if;
  if new.on_day < entered or new.on_day > platform.today() then
    raise exception 'not on that day' using errcode = 'check_violation', constraint = 'tick_day';
  end if;
  if coalesce((select t.says from commissioning.case_tick t where t."case" = new."case" and t.criterion = new.criterion order by t.id desc limit 1), 'open') = new.says then
    raise exception 'it stands like that already' using errcode = 'check_violation', constraint = 'tick_changes';
  end if;
  return new;
end $$;
create trigger tick_steps before insert on commissioning.case_tick for each row execute function commissioning.keep_tick();

-- As before, and besides: a stage is met once every criterion that the case was asked and that is required is ticked, or the chair has said why not.
create or replace function commissioning.keep_case_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last commissioning.case_event; own_stage commissioning.process_stage; last_position int; r commissioning.process_round; entered date;
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
  if new.kind = 'met' then
    select max(e.on_day) into entered from commissioning.case_event e where e."case" = new."case" and e.stage = new.stage and e.kind = 'entered';
    if exists (select from commissioning.criteria_asked(new.stage, entered) a join commissioning.stage_criterion c on c.id = a
        where c.required and coalesce((select t.says from commissioning.case_tick t where t."case" = new."case" and t.criterion = c.id order by t.id desc limit 1), 'open') = 'open') then
      raise exception 'a required criterion is open' using errcode = 'check_violation', constraint = 'criteria_open';
    end if;
  end if;
  return new;
end $$;
revoke all on function commissioning.criteria_asked(uuid, date), commissioning.keep_criterion(), commissioning.keep_tick(), commissioning.keep_case_event() from public;

do $$
declare
  name text;
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['stage_criterion', 'case_tick'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s)', name, seen);
  end loop;
  execute format('create policy keep on commissioning.stage_criterion to goldenthread_app using (%s) with check (%s)', kept, kept);
  execute format('create policy tick on commissioning.case_tick for insert to goldenthread_app with check (said_by = (select governance.my_person()) and says <> ''waived'' and %s)', kept);
  -- That a criterion may stay open is said by the chair of the board, and by nobody else.
  execute 'create policy waive on commissioning.case_tick for insert to goldenthread_app with check (said_by = (select governance.my_person()) and says = ''waived'' and body = any ((select governance.my_chair_bodies())::uuid[]))';
end $$;
grant update, delete on commissioning.stage_criterion to goldenthread_app;
