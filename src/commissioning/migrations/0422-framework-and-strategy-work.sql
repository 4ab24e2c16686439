-- The commissioning framework (requirement C1; handbook of commissioning 1.1): analyse, plan, do, review, as stages with entry conditions and gates in versions;
-- cases that keep the version they began under; and the standards by which services are checked.
create table commissioning.framework (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  lead uuid not null references governance.organisation,
  title text not null check (title <> ''),
  version int not null default 1,
  unique (id, body, sight)
);
create index on commissioning.framework (body);
create table commissioning.framework_version (
  id uuid primary key,
  framework uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),
  why text not null default '',
  adopted_on date,                                         -- null: it is written
  unique (framework, number),
  unique (id, framework),
  foreign key (framework, body, sight) references commissioning.framework (id, body, sight) on update cascade
);
create unique index framework_written_once on commissioning.framework_version (framework) where adopted_on is null;
create table commissioning.stage (
  id uuid primary key,
  edition uuid not null,                                   -- the version of the framework
  framework uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  phase text not null check (phase in ('analyse', 'plan', 'do', 'review')),
  name text not null check (name <> ''),
  entry text not null default '',                          -- what must be there before it begins
  gate text not null check (gate <> ''),                   -- who signs it off, in words
  delegation uuid references governance.delegation,        -- under which delegation; null: by a decision of the board
  template text not null default '',                       -- the document that is filled in
  template_at text not null default '',                    -- where it is
  unique (edition, position),
  unique (id, edition),
  foreign key (framework, body, sight) references commissioning.framework (id, body, sight) on update cascade,
  foreign key (edition, framework) references commissioning.framework_version (id, framework)
);
create index on commissioning.stage (delegation) where delegation is not null;
create table commissioning.standard (
  id uuid primary key,
  edition uuid not null,
  framework uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  name text not null check (name <> ''),
  asks text not null check (asks <> ''),
  unique (edition, position),
  unique (id, framework),
  foreign key (framework, body, sight) references commissioning.framework (id, body, sight) on update cascade,
  foreign key (edition, framework) references commissioning.framework_version (id, framework)
);
-- Something that goes through the stages.
create table commissioning.framework_case (
  id uuid primary key,
  framework uuid not null,
  edition uuid not null,
  body uuid not null,
  sight text not null,
  title text not null check (title <> ''),
  service uuid references commissioning.service,
  strategy uuid references commissioning.strategy,
  begun_on date not null,
  unique (id, edition),
  check (num_nonnulls(service, strategy) <= 1),
  foreign key (framework, body, sight) references commissioning.framework (id, body, sight) on update cascade,
  foreign key (edition, framework) references commissioning.framework_version (id, framework)
);
create index on commissioning.framework_case (service) where service is not null;
create index on commissioning.framework_case (strategy) where strategy is not null;
create table commissioning.gate_passed (
  id uuid primary key,
  framework uuid not null,
  edition uuid not null,
  body uuid not null,
  sight text not null,
  of_case uuid not null,
  stage uuid not null,
  passed_on date not null,
  signed_by uuid references governance.person,             -- who signed it off under the delegation; null: the board did
  decision uuid references meetings.decision,              -- of the board, where no delegation is named
  said text not null default '',
  unique (of_case, stage),
  foreign key (framework, body, sight) references commissioning.framework (id, body, sight) on update cascade,
  foreign key (of_case, edition) references commissioning.framework_case (id, edition),
  foreign key (stage, edition) references commissioning.stage (id, edition),
  check (num_nonnulls(signed_by, decision) = 1)
);
create index on commissioning.gate_passed (decision) where decision is not null;
create table commissioning.standard_check (
  id uuid primary key,
  framework uuid not null,
  body uuid not null,
  sight text not null,
  standard uuid not null,
  service uuid not null references commissioning.service,
  met text not null check (met in ('yes', 'partly', 'no')),
  evidence text not null check (evidence <> ''),
  checked_on date not null,
  foreign key (framework, body, sight) references commissioning.framework (id, body, sight) on update cascade,
  foreign key (standard, framework) references commissioning.standard (id, framework)
);
create index on commissioning.standard_check (service);

-- What is adopted stands: another version is begun to change it, and cases keep theirs.
create function commissioning.keep_edition() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' is not distinct from to_jsonb(old) - 'sight' then return new; end if;
  if exists (select from commissioning.framework_version v where v.id = new.edition and v.adopted_on is not null) then
    raise exception 'that version is adopted' using errcode = 'check_violation', constraint = 'framework_adopted';
  end if;
  return new;
end $$;
create trigger stage_of_written before insert or update on commissioning.stage for each row execute function commissioning.keep_edition();
create trigger standard_of_written before insert or update on commissioning.standard for each row execute function commissioning.keep_edition();
create function commissioning.keep_case() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.edition, new.framework) is distinct from (old.edition, old.framework) then
    raise exception 'a case keeps the version it began under' using errcode = 'check_violation', constraint = 'case_keeps_version';
  end if;
  if not exists (select from commissioning.framework_version v where v.id = new.edition and v.adopted_on <= new.begun_on) then
    raise exception 'that version was not adopted then' using errcode = 'check_violation', constraint = 'case_of_adopted';
  end if;
  return new;
end $$;
create trigger case_keeps_version before insert or update on commissioning.framework_case for each row execute function commissioning.keep_case();
-- A gate is passed after those before it, by whoever holds its delegation on that day, or by a decision of the board.
create function commissioning.keep_gate() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s commissioning.stage;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
      raise exception 'what was signed off stays' using errcode = 'check_violation', constraint = 'gate_stands';
    end if;
    return new;
  end if;
  select * into s from commissioning.stage where id = new.stage;
  if exists (select from commissioning.stage e where e.edition = new.edition and e.position < s.position
      and not exists (select from commissioning.gate_passed g where g.of_case = new.of_case and g.stage = e.id and g.passed_on <= new.passed_on)) then
    raise exception 'the stage before it is not signed off' using errcode = 'check_violation', constraint = 'gates_in_order';
  end if;
  if s.delegation is not null and (new.signed_by is null or not governance.holds_delegation(s.delegation, new.signed_by, new.passed_on)) then
    raise exception 'the delegation of this gate is not held' using errcode = 'check_violation', constraint = 'gate_by_delegation';
  end if;
  if s.delegation is null and (new.decision is null or not commissioning.is_decision_of(new.decision, new.body)) then
    raise exception 'this gate asks for a decision of the board' using errcode = 'check_violation', constraint = 'gate_by_decision';
  end if;
  return new;
end $$;
create trigger gate_in_order before insert or update on commissioning.gate_passed for each row execute function commissioning.keep_gate();
revoke all on function commissioning.keep_edition(), commissioning.keep_case(), commissioning.keep_gate() from public;

-- What follows on a strategy (requirement C2): the matter on the board's forward plan, the equality assessment, the groups that work on it, how it is carried out,
-- its reviews; and what is intended for a service in a year.
alter table commissioning.strategy add column plan_item uuid references meetings.plan_item, add column eqia uuid references plans.eqia;
create index on commissioning.strategy (plan_item) where plan_item is not null;
create table commissioning.strategy_group (
  strategy uuid not null,
  body uuid not null,
  sight text not null,
  group_body uuid not null references governance.body,
  role text not null check (role in ('steering', 'reference')),
  does text not null default '',
  primary key (strategy, group_body),
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade
);
create table commissioning.strategy_work (
  id uuid primary key,
  strategy uuid not null,
  body uuid not null,
  sight text not null,
  title text not null check (title <> ''),
  owner uuid not null references governance.organisation,
  due_on date not null,
  done_on date,
  said text not null default '',
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade
);
create table commissioning.strategy_review (
  id uuid primary key,
  strategy uuid not null,
  body uuid not null,
  sight text not null,
  held_on date not null,
  found text not null check (found <> ''),
  unique (strategy, held_on),
  foreign key (strategy, body, sight) references commissioning.strategy (id, body, sight) on update cascade
);
create table commissioning.intention (
  id uuid primary key,
  service uuid not null,
  body uuid not null,
  sight text not null,
  year int not null check (year between 2000 and 2200),    -- the year that begins on 1 April
  kind text not null check (kind in ('continue', 'change', 'buy-again', 'begin', 'end')),
  text text not null check (text <> ''),
  unique (service, year),
  foreign key (service, body, sight) references commissioning.service (id, body, sight) on update cascade
);
create function commissioning.keep_strategy_matter() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.plan_item is not null and not exists (select from meetings.plan_item p where p.id = new.plan_item and p.body = new.body) then
    raise exception 'that matter is another body''s' using errcode = 'check_violation', constraint = 'strategy_on_own_forward_plan';
  end if;
  if new.eqia is not null and not exists (select from plans.eqia e where e.id = new.eqia and e.body = new.body and e.done_on is not null) then
    raise exception 'that assessment is another body''s, or not finished' using errcode = 'check_violation', constraint = 'strategy_with_finished_eqia';
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_strategy_matter() from public;
create trigger strategy_matter before update of plan_item, eqia on commissioning.strategy for each row execute function commissioning.keep_strategy_matter();

do $$
declare
  name text;
  led constant text := 'p.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
begin
  call commissioning.protect_record('framework');
  foreach name in array array['framework_version', 'stage', 'standard', 'framework_case', 'gate_passed', 'standard_check'] loop
    call commissioning.protect_part(name, 'framework', led);
  end loop;
  foreach name in array array['strategy_group', 'strategy_work', 'strategy_review'] loop
    call commissioning.protect_part(name, 'strategy', led);
  end loop;
  call commissioning.protect_part('intention', 'service', led);
end $$;
