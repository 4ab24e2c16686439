-- Who bears what is over, who keeps what is under, and how a year is closed (requirements C5, C6; handbook of commissioning 3.3, 3.4, 6).
-- A list of steps, in their order, for years of a fund: entered as a draft, put in force whole, never changed afterwards.
create table commissioning.risk_rule (
  id uuid primary key,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  title text not null check (title <> ''),                 -- where it stands: 'Schedule 3 of the agreement'
  first_year int not null check (first_year between 2000 and 2100),
  last_year int check (last_year >= first_year),           -- null: until another follows
  underspend text not null check (underspend in ('silent', 'mirror', 'managed', 'windfall')),
  underspend_clause text not null default '',              -- by which clause; empty: the agreement is silent, and mirroring is assumed
  in_force_on date,                                        -- null: a draft
  version int not null default 1,
  unique (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  check ((underspend = 'silent') = (underspend_clause = '')),
  constraint risk_rule_once exclude using gist (fund with =, int4range(first_year, last_year, '[]') with &&) where (in_force_on is not null)
);
create index on commissioning.risk_rule (fund);
-- One step. What it takes is in whole pence; null: whatever is left.
create table commissioning.risk_step (
  rule uuid not null,
  position int not null check (position between 1 and 20),
  fund uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null check (kind in ('own_lines', 'cover_from_lines', 'draw_on_risk_pool', 'first_part_to', 'share', 'refer')),
  clause text not null check (clause <> ''),
  authority text not null check (authority <> ''),
  above bigint check (above > 0),                          -- holds only where more than this is over or under in all; null: always
  up_to bigint check (up_to > 0),
  weighed_by text check (weighed_by in ('planned', 'actual', 'fixed')),
  kinds text[] not null default '{}',                      -- which contributions count
  with_fenced boolean not null default false,
  mid_year text not null default 'plan' check (mid_year in ('days', 'plan')),
  partner uuid references governance.organisation,
  excess_to uuid references governance.organisation,
  line uuid,
  refer_to uuid references governance.body,
  primary key (rule, position),
  foreign key (rule, fund) references commissioning.risk_rule (id, fund),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  check ((kind = 'share') = (weighed_by is not null)),
  check ((kind = 'first_part_to') = (partner is not null)),
  check ((kind = 'cover_from_lines') = (line is not null)),
  check ((kind = 'refer') = (refer_to is not null)),
  check (kind not in ('cover_from_lines', 'draw_on_risk_pool') or up_to is not null),
  check (kind not in ('own_lines', 'refer') or up_to is null),
  check (excess_to is null or kind = 'share')
);
create index on commissioning.risk_step (fund);
-- What one partner has in a step that shares: its fixed part, in hundredths of a percent, and the most that it bears.
create table commissioning.risk_part (
  rule uuid not null,
  position int not null,
  partner uuid not null references governance.organisation,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  place int not null check (place > 0),                    -- ties of a split go to whoever is listed first
  share int check (share between 0 and 10000),
  cap bigint check (cap >= 0),
  primary key (rule, position, partner),
  unique (rule, position, place),
  foreign key (rule, position) references commissioning.risk_step (rule, position) on delete cascade,
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create index on commissioning.risk_part (fund);

-- What an agreed year takes besides its plan: a contribution that is raised, lowered or ended, and the line that has more or less by the same sum.
create table commissioning.gift_variation (
  id uuid primary key,
  fund uuid not null,
  year int not null,
  body uuid not null,
  sight text not null,
  contribution uuid not null,
  line uuid not null,
  pence bigint not null check (pence <> 0),                -- above 0: more is given
  on_day date not null,
  leaves_on date,                                          -- first day on which the partner is no longer in the fund; null: it stays
  why text not null check (why <> ''),
  decision uuid not null references meetings.decision,
  made_by uuid not null,
  foreign key (fund, year) references commissioning.fund_year (fund, year),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  foreign key (contribution, fund) references commissioning.contribution (id, fund),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  check (leaves_on is null or (pence < 0 and leaves_on >= make_date(year, 4, 1) and leaves_on < make_date(year + 1, 4, 1)))
);
create index on commissioning.gift_variation (fund, year);
create index on commissioning.gift_variation (contribution);
create index on commissioning.gift_variation (line);

-- The year-end statement, frozen: what was over or under, and step by step what every partner bears.
create table commissioning.settlement (
  id uuid primary key,
  fund uuid not null,
  year int not null,
  body uuid not null,
  sight text not null,
  rule uuid,                                               -- null: aligned money, or nothing to settle
  underspend text not null check (underspend in ('', 'silent', 'mirror', 'managed', 'windfall')),
  budget bigint not null,
  spend bigint not null,
  fenced bigint not null,                                  -- what ring-fenced money was under, which is not shared
  overspend bigint not null,
  decision uuid references meetings.decision,              -- by which what was referred is settled, or a statement is taken back
  reverses uuid references commissioning.settlement,
  why text not null default '',
  made_on date not null,
  made_by uuid not null,
  unique (id, fund),
  foreign key (fund, year) references commissioning.fund_year (fund, year),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade,
  foreign key (rule, fund) references commissioning.risk_rule (id, fund),
  check (overspend = spend - budget - fenced),
  check (reverses is null or (why <> '' and decision is not null))
);
create index on commissioning.settlement (fund, year);
create unique index settlement_reversed_once on commissioning.settlement (reverses) where reverses is not null;
create table commissioning.settlement_step (
  settlement uuid not null,
  position int not null check (position between 1 and 40),
  fund uuid not null,
  body uuid not null,
  sight text not null,
  kind text not null check (kind in ('own_lines', 'cover_from_lines', 'draw_on_risk_pool', 'first_part_to', 'share', 'refer', 'decided')),
  words text not null check (words <> ''),
  clause text not null check (clause <> ''),
  authority text not null check (authority <> ''),
  amount bigint not null,                                  -- what it was to take
  covered bigint not null,
  left_after bigint not null,
  primary key (settlement, position),
  foreign key (settlement, fund) references commissioning.settlement (id, fund),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create index on commissioning.settlement_step (fund);
create table commissioning.settlement_share (
  settlement uuid not null,
  position int not null,
  place int not null check (place > 0),
  partner uuid not null references governance.organisation,
  fund uuid not null,
  body uuid not null,
  sight text not null,
  weight bigint check (weight >= 0),
  cap bigint check (cap >= 0),
  takes_excess boolean not null default false,
  pence bigint not null,
  primary key (settlement, position, place),
  unique (settlement, position, partner),
  foreign key (settlement, position) references commissioning.settlement_step (settlement, position),
  foreign key (fund, body, sight) references commissioning.fund (id, body, sight) on update cascade
);
create index on commissioning.settlement_share (fund);

grant select, insert on commissioning.risk_rule, commissioning.risk_step, commissioning.risk_part, commissioning.gift_variation, commissioning.settlement,
  commissioning.settlement_step, commissioning.settlement_share to goldenthread_app;
grant update (in_force_on, last_year, version) on commissioning.risk_rule to goldenthread_app;
grant delete on commissioning.risk_rule, commissioning.risk_step, commissioning.risk_part to goldenthread_app;
do $$
declare
  name text;
  seen constant text := '(sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) or body = any ((select governance.my_clerk_bodies())::uuid[]) or fund = any ((select commissioning.my_funds())::uuid[]))';
  kept constant text := '(body = any ((select governance.my_clerk_bodies())::uuid[]) or fund = any ((select commissioning.my_funds())::uuid[]))';
begin
  foreach name in array array['risk_rule', 'risk_step', 'risk_part', 'gift_variation', 'settlement', 'settlement_step', 'settlement_share'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s)', name, seen);
    execute format('create policy no_provider on commissioning.%I as restrictive for select to goldenthread_app using (sight = ''public'' or not (select commissioning.is_provider()))', name);
    execute format('create policy add on commissioning.%I for insert to goldenthread_app with check (%s)', name, kept);
  end loop;
  -- A draft is for those who keep the books.
  execute format('create policy no_draft on commissioning.risk_rule as restrictive for select to goldenthread_app using (in_force_on is not null or (select commissioning.is_system()) or %s)', kept);
  foreach name in array array['risk_step', 'risk_part'] loop
    execute format('create policy no_draft on commissioning.%I as restrictive for select to goldenthread_app using (exists (select from commissioning.risk_rule r where r.id = rule))', name);
  end loop;
  execute format('create policy change on commissioning.risk_rule for update to goldenthread_app using (%s) with check (%s)', kept, kept);
  foreach name in array array['risk_rule', 'risk_step', 'risk_part'] loop
    execute format('create policy take_away on commissioning.%I for delete to goldenthread_app using (%s)', name, kept);
  end loop;
end $$;
