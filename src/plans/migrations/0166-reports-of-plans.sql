-- Annual and half-yearly reports of plans (requirement P10; handbook plans 6): drafted from the record, edited section by section, published and then
-- unchangeable. A new version is a report of its own with the next number of its series.
create table plans.report (
  id uuid primary key,
  body uuid not null references governance.body,
  plan uuid,                               -- null: of every plan of the board
  series uuid not null,                    -- the first report of its series
  number int not null check (number > 0),
  kind text not null check (kind in ('annual', 'half-yearly')),
  title text not null check (title <> ''),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),  -- first day that it is no longer about
  audience text not null check (audience in ('members', 'public')),  -- whose record it is drafted from, and who reads it once it is published
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  state text not null default 'draft' check (state in ('draft', 'published', 'dropped')),
  reason text not null default '',         -- why there is a new version
  drafted_on date not null,                -- the day on which the record was read
  plan_item uuid references meetings.plan_item,  -- the matter of the board's forward plan; null until it is put there
  published_on date,
  version int not null default 1,
  foreign key (plan, body) references plans.plan (id, body),
  unique (series, number),
  unique (id, body, sight),
  check ((state = 'published') = (published_on is not null)),
  check (sight = case when state = 'published' then audience else 'draft' end),
  check ((number = 1) = (reason = ''))
);
create index on plans.report (body);
create index on plans.report (plan) where plan is not null;
create unique index report_one_draft on plans.report (series) where state = 'draft';
create table plans.report_section (
  report uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  code text not null check (code ~ '^[a-z]+$'),
  drafted jsonb not null,                  -- what the record said: a text as `Paper` of src/platform/paper/tree.ts
  text jsonb not null,                     -- what the report says; without blocks it is left out
  edited boolean not null default false,   -- drafting anew never touches what somebody wrote
  revision int not null default 1,
  primary key (report, code),
  unique (report, position),
  foreign key (report, body, sight) references plans.report (id, body, sight) on update cascade,
  check (edited or text = drafted)
);

grant select, insert, update on plans.report, plans.report_section to goldenthread_app;
select platform.protect('plans.report'), platform.protect('plans.report_section');
do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['report', 'report_section'] loop
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    execute format('create policy read on plans.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
end $$;

-- A report begins as a draft and ends as published or dropped; from then on nothing of it changes.
create function plans.keep_report() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a report begins as a draft' using errcode = 'check_violation', constraint = 'report_begins_as_draft';
    end if;
    if new.series <> new.id and not exists (select from plans.report r where r.series = new.series and r.number = new.number - 1 and r.body = new.body
        and r.plan is not distinct from new.plan and r.kind = new.kind) then
      raise exception 'a new version follows one of the same report' using errcode = 'check_violation', constraint = 'report_follows_its_own';
    end if;
    return new;
  end if;
  if old.state <> 'draft' then
    raise exception 'what was published stays' using errcode = 'check_violation', constraint = 'report_stays';
  end if;
  if (new.id, new.body, new.plan, new.series, new.number, new.kind, new.audience)
      is distinct from (old.id, old.body, old.plan, old.series, old.number, old.kind, old.audience) then
    raise exception 'a report stays what it is of' using errcode = 'insufficient_privilege';
  end if;
  if new.plan_item is not null and not exists (select from meetings.plan_item p where p.id = new.plan_item and p.body = new.body) then
    raise exception 'that matter is another body''s' using errcode = 'check_violation', constraint = 'report_on_own_forward_plan';
  end if;
  return new;
end $$;
create function plans.keep_section() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if tg_op = 'UPDATE' and (new.report, new.code, new.position) is distinct from (old.report, old.code, old.position) then
    raise exception 'a section stays in its report' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from plans.report r where r.id = new.report and r.state = 'draft') then
    raise exception 'what was published stays' using errcode = 'check_violation', constraint = 'report_stays';
  end if;
  return new;
end $$;
revoke all on function plans.keep_report(), plans.keep_section() from public;
create trigger report_steps before insert or update on plans.report for each row execute function plans.keep_report();
create trigger section_of_a_draft before insert or update on plans.report_section for each row execute function plans.keep_section();
