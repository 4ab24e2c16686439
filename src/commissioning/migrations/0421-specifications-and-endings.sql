-- What a service is to deliver, in versions, and the way of people across services (requirement C3); how a service ends, who loses what, and what becomes of its
-- money (requirement C13; handbook of commissioning 1.6, 3.8).
alter table commissioning.service_outcome add column ended_because text not null default '';   -- why it serves it no longer

-- A version of the specification of a service: from which day it holds, and what changed. What was recorded stays.
create table commissioning.specification (
  id uuid primary key,
  service uuid not null,
  body uuid not null,
  sight text not null,
  number int not null check (number > 0),
  starts_on date not null,
  text text not null check (text <> ''),
  outcomes text not null check (outcomes <> ''),           -- what it is to achieve
  why text not null default '',                            -- why there is a new version
  unique (service, number),
  unique (service, starts_on),
  foreign key (service, body, sight) references commissioning.service (id, body, sight) on update cascade
);
create function commissioning.keep_specification() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
      raise exception 'a specification stays as it was' using errcode = 'check_violation', constraint = 'specification_stands';
    end if;
    return new;
  end if;
  if exists (select from commissioning.specification s where s.service = new.service and (s.starts_on >= new.starts_on or s.number >= new.number)) then
    raise exception 'a later version holds from a later day' using errcode = 'check_violation', constraint = 'specification_in_order';
  end if;
  return new;
end $$;
create trigger specification_stands before insert or update on commissioning.specification for each row execute function commissioning.keep_specification();

-- The way of people across services.
create table commissioning.pathway (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  lead uuid not null references governance.organisation,
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),
  version int not null default 1,
  unique (id, body, sight)
);
create index on commissioning.pathway (body);
create table commissioning.pathway_step (
  id uuid primary key,
  pathway uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),                 -- what happens: 'Somebody worries'
  text text not null default '',
  service uuid references commissioning.service,           -- null: of no service, as at home
  within text not null default '',                         -- how soon the next follows; empty: not agreed
  unique (pathway, position),
  foreign key (pathway, body, sight) references commissioning.pathway (id, body, sight) on update cascade
);
create index on commissioning.pathway_step (service) where service is not null;

-- A service that is ended or cut: why, who loses what, what was asked and found before, and what takes its place.
create table commissioning.decommissioning (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  lead uuid not null references governance.organisation,
  title text not null check (title <> ''),
  service uuid not null references commissioning.service,
  why text not null check (why <> ''),
  losing text not null check (losing <> ''),               -- who loses what
  equality_on date,                                        -- null: not assessed yet
  equality text not null default '',
  consulted_from date,
  consulted_on date,                                       -- its last day
  consultation text not null default '',                   -- who was asked, and what they said
  notice_on date,                                          -- null: none given yet
  notice text not null default '',                         -- to whom, and how long
  staff text not null default '',                          -- whether staff move, and how
  ends_on date not null,                                   -- first day without it
  replacement uuid references commissioning.service,
  replaced_on date,                                        -- first day of what takes its place; null: nothing does, or not known
  replaced_by text not null default '',                    -- what takes its place, in words
  decision uuid references meetings.decision,
  released bigint check (released >= 0),                   -- pence a year that it sets free; null: not known yet
  version int not null default 1,
  unique (id, body, sight),
  check ((equality_on is null) = (equality = '')),
  check (consulted_on >= consulted_from and (consulted_on is null or consulted_from is not null)),
  check ((notice_on is null) = (notice = '')),
  check (replacement is distinct from service),
  constraint ending_equality_first check (decision is null or equality_on is not null)
);
create index on commissioning.decommissioning (body);
create index on commissioning.decommissioning (service);
-- By what one sees that it ended well: no child without help, records handed over.
create table commissioning.exit_measure (
  id uuid primary key,
  decommissioning uuid not null,
  body uuid not null,
  sight text not null,
  title text not null check (title <> ''),
  wanted text not null check (wanted <> ''),
  due_on date not null,
  is_met boolean,                                          -- null: not known yet
  found text not null default '',
  foreign key (decommissioning, body, sight) references commissioning.decommissioning (id, body, sight) on update cascade,
  check (is_met is null or found <> '')
);
-- What becomes of the money: what is not named here is not decided yet.
create table commissioning.reallocation (
  id uuid primary key,
  decommissioning uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null check (kind in ('reallocated', 'returned')),
  what text not null check (what <> ''),                   -- to what it goes, or to whom
  service uuid references commissioning.service,
  pence bigint not null check (pence > 0),
  foreign key (decommissioning, body, sight) references commissioning.decommissioning (id, body, sight) on update cascade
);
create index on commissioning.reallocation (service) where service is not null;

-- Decided by the board itself, no earlier than equality was assessed; then the assessment stands.
create function commissioning.keep_ending() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and d.of_body = new.body and not d.withdrawn
      and d.decided_on >= new.equality_on) then
    raise exception 'no decision of that board after the equality assessment' using errcode = 'check_violation', constraint = 'ending_rests_on_decision';
  end if;
  if tg_op = 'UPDATE' and old.decision is not null
     and (new.service, new.equality_on, new.equality, new.decision) is distinct from (old.service, old.equality_on, old.equality, old.decision) then
    raise exception 'it is decided: what it was decided on stands' using errcode = 'check_violation', constraint = 'ending_decided';
  end if;
  return new;
end $$;
create trigger ending_steps before insert or update on commissioning.decommissioning for each row execute function commissioning.keep_ending();
-- Released = reallocated + returned + not yet decided: never more is given out than was set free.
create function commissioning.keep_released() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_case uuid; free bigint; given numeric;
begin
  of_case := case when tg_table_name = 'decommissioning' then new.id else (to_jsonb(new) ->> 'decommissioning')::uuid end;
  select d.released into free from commissioning.decommissioning d where d.id = of_case for update;
  select coalesce(sum(r.pence), 0) into given from commissioning.reallocation r where r.decommissioning = of_case;
  if given > coalesce(free, 0) then
    raise exception 'more is given out than was set free' using errcode = 'check_violation', constraint = 'released_to_the_penny';
  end if;
  return new;
end $$;
create trigger released_holds after insert or update on commissioning.decommissioning for each row execute function commissioning.keep_released();
create trigger released_to_the_penny after insert or update on commissioning.reallocation for each row execute function commissioning.keep_released();
revoke all on function commissioning.keep_specification(), commissioning.keep_ending(), commissioning.keep_released() from public;

do $$
declare led constant text := 'p.lead = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
begin
  call commissioning.protect_part('specification', 'service', led);
  call commissioning.protect_record('pathway');
  call commissioning.protect_part('pathway_step', 'pathway', led);
  call commissioning.protect_record('decommissioning');
  call commissioning.protect_part('exit_measure', 'decommissioning', led);
  call commissioning.protect_part('reallocation', 'decommissioning', led);
end $$;
grant delete on commissioning.reallocation to goldenthread_app;
