-- Scorecards as they were shown to a meeting (requirement I4; handbook of plans and performance 1.3, 6): a copy, with the versions it was made of, that nothing
-- rewrites: neither a revised figure nor another definition, nor a measure that is withdrawn later.
create table performance.scorecard (
  id uuid primary key,
  body uuid not null references governance.body,
  meeting uuid not null references meetings.meeting,
  item uuid not null references meetings.agenda_item,
  priority uuid references plans.priority, -- null: of the whole board
  title text not null check (title <> ''),
  until date not null,                     -- figures of periods that ended by then; first day after the last month
  frozen_at timestamptz not null,
  frozen_by text not null check (frozen_by <> ''),
  note text not null default '',           -- what the clerk says of it
  actor uuid not null default platform.actor(),
  unique (id, body)
);
create index on performance.scorecard (body, frozen_at);
create index on performance.scorecard (item);
-- One measure of it, in two editions: what the board saw, and what anybody could see on that day.
create table performance.scorecard_line (
  scorecard uuid not null,
  body uuid not null,
  edition text not null check (edition in ('full', 'public')),
  position int not null check (position > 0),
  heading text not null default '',        -- the priority it stood under; empty: none
  measure uuid not null references performance.measure,
  definition uuid not null references performance.measure_definition,
  target uuid references performance.target,
  observation uuid references performance.observation,
  commentary uuid references performance.commentary,
  chart_rules uuid not null references performance.chart_rules,
  shown jsonb not null,                    -- what `ScorecardRow` of src/performance/words/scorecard.ts reads
  primary key (scorecard, edition, position),
  foreign key (scorecard, body) references performance.scorecard (id, body)
);

do $$
declare name text;
begin
  foreach name in array array['scorecard', 'scorecard_line'] loop
    perform platform.protect(format('performance.%I', name)::regclass);
    execute format('grant select, insert on performance.%I to goldenthread_app', name);
    execute format('create policy system on performance.%I to goldenthread_app using ((select performance.is_system())) with check ((select performance.is_system()))', name);
    execute format('create trigger stays before update or delete on performance.%I for each row execute function performance.only_changes()', name);
  end loop;
end $$;
-- Whoever may read what its agenda item says may read it; so nothing shown under an exempt item gets out.
create policy read on performance.scorecard for select to goldenthread_app using (item in (select c.item from meetings.item_content c));
create policy keep on performance.scorecard for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[])
  and item in (select i.id from meetings.agenda_item i where i.meeting = scorecard.meeting and i.body = scorecard.body));
create policy read on performance.scorecard_line for select to goldenthread_app using (scorecard in (select s.id from performance.scorecard s)
  and (edition = 'public' or body = any ((select governance.my_full_sight_bodies())::uuid[])));
create policy keep on performance.scorecard_line for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[])
  and scorecard in (select s.id from performance.scorecard s where s.actor = (select platform.actor())));
