-- The money of joint commissioning (requirement C5; handbook of commissioning 1.3, 3.1, 3.2): funds with what partners give to them and what it is spent on, year
-- by year, in whole pence. A year begins on 1 April and is named by the calendar year in which it begins. Null is 'not known', never 0.
create table commissioning.fund (
  id uuid primary key,
  body uuid not null references governance.body,           -- the board that answers for it
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  kind text not null check (kind in ('pooled', 'aligned', 'grant', 'delegated')),
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),             -- what it is for, in plain words
  agreement uuid references commissioning.agreement,       -- under which agreement; null: none is recorded
  host uuid not null references governance.organisation,   -- who holds the money and keeps its books
  manager uuid references governance.person,               -- the pool manager; null: none named yet
  version int not null default 1,
  unique (id, body, sight)
);
create index on commissioning.fund (body);
create index on commissioning.fund (host);
create index on commissioning.fund (manager);
create index on commissioning.fund (agreement) where agreement is not null;

-- One year of a fund: being planned, agreed to the penny, closed with its statement. One table of lines uses one method of forecast.
create table commissioning.fund_year (
  fund uuid not null,
  body uuid not null,
  sight text not null,
  year int not null check (year between 2000 and 2100),
  state text not null default 'planning' check (state in ('planning', 'agreed', 'closed')),
  minimum bigint check (minimum > 0),                      -- what must be given to the whole fund at least, in pence; null: nothing is asked
  minimum_source text not null default '',                 -- by which law or condition
  forecast_method text not null default 'straight-line' check (forecast_method in ('straight-line', 'profile', 'remaining-plan')),
  agreed_on date,
  version int not null default 1,
  primary key (fund, year),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  check ((minimum is null) = (minimum_source = '')),
  check ((state = 'planning') = (agreed_on is null))
);
-- Money that may be spent on one purpose only.
create table commissioning.ring_fence (
  id uuid primary key,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  title text not null check (title <> ''),
  source text not null check (source <> ''),               -- who says so: the conditions of a grant, a clause
  unique (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
-- What one partner gives for one year from one source.
create table commissioning.contribution (
  id uuid primary key,
  fund uuid not null,
  year int not null,
  body uuid not null,
  sight text not null,
  partner uuid not null references governance.organisation,
  source text not null check (source <> ''),               -- from which budget or grant it comes
  kind text not null check (kind in ('cash', 'staff', 'in_kind', 'net_of_charges')),
  planned bigint check (planned >= 0),
  ring_fence uuid,
  version int not null default 1,
  unique (id, fund),
  foreign key (fund, year) references commissioning.fund_year (fund, year),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  foreign key (ring_fence, fund) references commissioning.ring_fence (id, fund)
);
create index on commissioning.contribution (fund, year);
create index on commissioning.contribution (partner);
-- The parts in which it is paid.
create table commissioning.instalment (
  contribution uuid not null,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position between 1 and 52),
  due_on date not null,
  pence bigint not null check (pence >= 0),
  paid_on date,
  paid bigint check (paid >= 0),
  primary key (contribution, position),
  foreign key (contribution, fund) references commissioning.contribution (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  check ((paid_on is null) = (paid is null))
);
-- What is to be spent on one service, or on one other thing, in one year.
create table commissioning.budget_line (
  id uuid primary key,
  fund uuid not null,
  year int not null,
  body uuid not null,
  sight text not null,
  title text not null check (title <> ''),
  code text not null default '',                           -- as the ledger of the host names it; empty: not known
  service uuid references commissioning.service,           -- null: it is for no service of its own
  managed_by uuid not null references governance.organisation,
  original bigint check (original >= 0),
  before bigint check (before >= 0),                       -- what the same cost the year before; null: not known
  ring_fence uuid,
  profile int[] not null default '{}' check (cardinality(profile) in (0, 12) and 0 <= all (profile)),
  version int not null default 1,
  unique (id, fund),
  foreign key (fund, year) references commissioning.fund_year (fund, year),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  foreign key (ring_fence, fund) references commissioning.ring_fence (id, fund)
);
create index on commissioning.budget_line (fund, year);
create index on commissioning.budget_line (service) where service is not null;
create unique index budget_line_code on commissioning.budget_line (fund, year, lower(code)) where code <> '';

-- Who may move how much without asking the board, from when to when, by which clause. A fund without such lines leaves every move to its board.
create table commissioning.virement_limit (
  id uuid primary key,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  role text not null check (role in ('finance', 'manager')),
  up_to bigint not null check (up_to > 0),
  per text not null check (per in ('move', 'year')),
  clause text not null check (clause <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  unique (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  constraint virement_limit_once exclude using gist (fund with =, role with =, per with =, daterange(starts_on, ends_on) with &&)
);
-- Planned money moved from one line to another: never changed, taken back by a move the other way.
create table commissioning.virement (
  id uuid primary key,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  from_line uuid not null,
  to_line uuid not null,
  pence bigint not null check (pence > 0),
  on_day date not null,
  why text not null check (why <> ''),
  by_limit uuid,                                           -- by whose own authority
  decision uuid references meetings.decision,              -- or by which decision of the board
  moved_by uuid not null,
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  foreign key (from_line, fund) references commissioning.budget_line (id, fund),
  foreign key (to_line, fund) references commissioning.budget_line (id, fund),
  foreign key (by_limit, fund) references commissioning.virement_limit (id, fund),
  check (from_line <> to_line),
  constraint virement_needs_authority check (num_nonnulls(by_limit, decision) = 1)
);
create index on commissioning.virement (fund);
create index on commissioning.virement (from_line);
create index on commissioning.virement (to_line);

-- A file of a ledger, kept for whoever brought it until it is loaded; the same content is loaded once.
create table commissioning.ledger_file (
  id uuid primary key,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  year int not null,
  name text not null check (name <> ''),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by uuid not null,
  content text,                                            -- its cells; null once it is loaded
  loaded_at timestamptz,
  row_count int not null default 0,
  pence bigint not null default 0,
  unique (id, fund),
  foreign key (fund, year) references commissioning.fund_year (fund, year),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  check ((loaded_at is null) = (content is not null))
);
create unique index ledger_file_once on commissioning.ledger_file (fund, digest) where loaded_at is not null;
-- One entry of the ledger: never changed and never deleted, put right by another with the opposite sign. Who was paid for what is for those who keep the books.
create table commissioning.entry (
  id uuid primary key,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  year int not null,
  line uuid,                                               -- null: no line is found for it yet
  kind text not null check (kind in ('actual', 'commitment', 'accrual')),
  period int not null check (period between 1 and 12),     -- 1 is April
  on_day date not null,
  pence bigint not null,
  code text not null default '',
  supplier text not null default '',
  reference text not null default '',
  description text not null default '',
  file uuid,
  row int,
  decision uuid references meetings.decision,              -- the decision that a commitment follows
  reverses uuid references commissioning.entry,
  foreign key (fund, year) references commissioning.fund_year (fund, year),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  foreign key (file, fund) references commissioning.ledger_file (id, fund),
  check ((file is null) = (row is null))
);
create index on commissioning.entry (fund, year) where line is null;
create index on commissioning.entry (line, on_day);
create unique index entry_reversed_once on commissioning.entry (reverses) where reverses is not null;
-- The balance of each line by month, written by the ledger alone: what everybody may read who may read the line.
create table commissioning.line_month (
  line uuid not null,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null,
  period int not null,
  pence bigint not null,
  entries int not null,
  primary key (line, kind, period),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create index on commissioning.line_month (fund);
-- Under which code of the ledger a person has said that entries belong to a line.
create table commissioning.ledger_code (
  fund uuid not null,
  year int not null,
  body uuid not null,
  sight text not null,
  code text not null check (code = lower(code) and code <> ''),
  line uuid not null,
  primary key (fund, year, code),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);

-- The funds whose books one keeps: as a finance officer of the host, or as the pool manager.
create function commissioning.my_funds() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); hosts uuid[];
begin
  if me is null then return '{}'; end if;
  hosts := commissioning.my_organisations('finance');
  return (select coalesce(array_agg(f.id), '{}') from commissioning.fund f where f.manager = me or f.host = any (hosts));
end $$;
-- Whether one is the contact of a provider: providers never see a fund that is not public.
create function commissioning.is_provider() returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return cardinality(commissioning.my_organisations('provider')) > 0;
end $$;
revoke all on function commissioning.my_funds(), commissioning.is_provider() from public;
grant execute on function commissioning.my_funds(), commissioning.is_provider() to goldenthread_app;

grant select, insert on commissioning.fund, commissioning.fund_year, commissioning.ring_fence, commissioning.contribution, commissioning.instalment,
  commissioning.budget_line, commissioning.virement_limit, commissioning.virement, commissioning.ledger_file, commissioning.entry, commissioning.ledger_code to goldenthread_app;
grant update on commissioning.fund, commissioning.fund_year, commissioning.contribution, commissioning.instalment, commissioning.budget_line,
  commissioning.ledger_file to goldenthread_app;
grant update (ends_on) on commissioning.virement_limit to goldenthread_app;
grant update (line) on commissioning.entry, commissioning.ledger_code to goldenthread_app;
grant delete on commissioning.instalment, commissioning.ledger_file to goldenthread_app;
grant select on commissioning.line_month to goldenthread_app;
do $$
declare
  name text;
  id_of text;
  seen constant text := '(sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) or body = any ((select governance.my_clerk_bodies())::uuid[]) or %s = any ((select commissioning.my_funds())::uuid[]))';
  kept constant text := '(body = any ((select governance.my_clerk_bodies())::uuid[]) or %s = any ((select commissioning.my_funds())::uuid[]))';
begin
  foreach name in array array['fund', 'fund_year', 'ring_fence', 'contribution', 'instalment', 'budget_line', 'virement_limit', 'virement', 'line_month', 'ledger_file', 'entry', 'ledger_code'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    id_of := case when name = 'fund' then 'id' else 'fund' end;
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    -- Who was paid what is read by those who keep the books, the rest by sight.
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s)', name,
      format(case when name in ('ledger_file', 'entry', 'ledger_code') then kept else seen end, id_of));
    execute format('create policy no_provider on commissioning.%I as restrictive for select to goldenthread_app using (sight = ''public'' or not (select commissioning.is_provider()))', name);
    continue when name = 'line_month';
    execute format('create policy add on commissioning.%I for insert to goldenthread_app with check (%s)', name,
      case when name = 'fund' then '(body = any ((select governance.my_clerk_bodies())::uuid[]))' else format(kept, id_of) end);
    execute format('create policy change on commissioning.%I for update to goldenthread_app using (%s) with check (%s)', name, format(kept, id_of), format(kept, id_of));
  end loop;
  foreach name in array array['instalment', 'ledger_file'] loop
    execute format('create policy take_away on commissioning.%I for delete to goldenthread_app using (%s)', name, format(kept, 'fund'));
  end loop;
end $$;

create trigger fund_stays before update on commissioning.fund for each row execute function commissioning.keep_board();
