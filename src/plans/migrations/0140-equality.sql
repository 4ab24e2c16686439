-- Equality impact assessments (requirement P9; Equality Act 2010, section 149): of a plan, a decision or something else that is proposed, dated before it,
-- saying for each characteristic what is known, what it would mean, what is done about that, by whom and when it is looked at again.
create table plans.characteristic (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  name text not null check (name <> ''),
  source text not null default '',         -- the law, or that the partnership added it
  position int not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
create table plans.eqia (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  stage text not null check (stage in ('screening', 'full')),
  title text not null check (title <> ''),
  about text not null check (about <> ''), -- what is proposed, and who is affected
  plan uuid,
  decision uuid references meetings.decision,
  conclusion text check (conclusion in ('no-change', 'adjust', 'go-on', 'stop', 'full')),
  why text not null default '',
  done_on date,                            -- null while it is written
  begun_on date not null,
  version int not null default 1,
  unique (id, body, sight),
  foreign key (plan, body) references plans.plan (id, body),
  check ((done_on is null) = (conclusion is null)),
  check (num_nonnulls(plan, decision) <= 1),
  check (done_on is null or sight <> 'draft'),
  check (conclusion <> 'full' or stage = 'screening')
);
create index on plans.eqia (body);
create index on plans.eqia (plan) where plan is not null;
create index on plans.eqia (decision) where decision is not null;
create table plans.eqia_line (
  eqia uuid not null,
  characteristic text not null references plans.characteristic,
  body uuid not null,
  sight text not null,
  impact text not null check (impact in ('positive', 'none', 'negative', 'mixed', 'unknown')),
  evidence text not null default '',
  mitigation text not null default '',
  owner_name text not null default '',
  review_on date,
  version int not null default 1,
  primary key (eqia, characteristic),
  foreign key (eqia, body, sight) references plans.eqia (id, body, sight) on update cascade
);
create table plans.eqia_action (
  id uuid primary key,
  eqia uuid not null,
  body uuid not null,
  sight text not null,
  text text not null check (text <> ''),
  owner_name text not null default '',
  due_on date,
  done_on date,
  foreign key (eqia, body, sight) references plans.eqia (id, body, sight) on update cascade
);
create index on plans.eqia_action (eqia);

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['characteristic', 'eqia', 'eqia_line', 'eqia_action'] loop
    perform platform.protect(format('plans.%I', name)::regclass);
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
    execute format('grant select, insert, update on plans.%I to goldenthread_app', name);
  end loop;
  foreach name in array array['eqia', 'eqia_line', 'eqia_action'] loop
    execute format('create policy read on plans.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
end $$;
create policy read on plans.characteristic for select to goldenthread_app using (true);
create policy administer on plans.characteristic to goldenthread_app
  using ((select platform.is_administrator())) with check ((select platform.is_administrator()));

-- What was finished stays: its day is what shows that it came before the decision.
create function plans.keep_eqia() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.begun_on) is distinct from (old.id, old.body, old.begun_on) then
    raise exception 'an assessment stays with its body' using errcode = 'insufficient_privilege';
  end if;
  if old.done_on is not null and to_jsonb(new) <> to_jsonb(old) then
    raise exception 'what was finished stays' using errcode = 'check_violation', constraint = 'eqia_stays';
  end if;
  return new;
end $$;
create function plans.keep_eqia_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if exists (select from plans.eqia e where e.id = new.eqia and e.done_on is not null) then
    raise exception 'what was finished stays' using errcode = 'check_violation', constraint = 'eqia_stays';
  end if;
  return new;
end $$;
revoke all on function plans.keep_eqia(), plans.keep_eqia_line() from public;
create trigger eqia_stays before update on plans.eqia for each row execute function plans.keep_eqia();
create trigger line_of_open_eqia before insert or update on plans.eqia_line for each row execute function plans.keep_eqia_line();

-- On the golden thread: what stands in the two views stays whole, and arms are put to it.
do $$
begin
  execute 'create or replace view plans.thread_node with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('plans.thread_node'::regclass), '; ') || $arm$
  union all
  select 'equality-assessment'::text, e.id, e.title, e.body, e.begun_on, null::date,
      case when e.done_on is null then '{draft}'::text[] else '{done}'::text[] end
    from plans.eqia e $arm$;
  execute 'create or replace view plans.thread_link with (security_invoker = true) as '
    || rtrim(pg_get_viewdef('plans.thread_link'::regclass), '; ') || $arm$
  union all
  select 'equality-assessment'::text, e.id, 'speaks-to'::text, 'plan'::text, e.plan, e.begun_on, null::date from plans.eqia e where e.plan is not null
  union all
  select 'equality-assessment'::text, e.id, 'speaks-to'::text, 'decision'::text, e.decision, e.begun_on, null::date
    from plans.eqia e where e.decision is not null $arm$;
end $$;

insert into plans.characteristic (code, name, source, position, starts_on) values
  ('age', 'Age', 'Equality Act 2010, section 4', 1, '2010-10-01'),
  ('disability', 'Disability', 'Equality Act 2010, section 4', 2, '2010-10-01'),
  ('gender-reassignment', 'Gender reassignment', 'Equality Act 2010, section 4', 3, '2010-10-01'),
  ('marriage-and-civil-partnership', 'Marriage and civil partnership', 'Equality Act 2010, section 4', 4, '2010-10-01'),
  ('pregnancy-and-maternity', 'Pregnancy and maternity', 'Equality Act 2010, section 4', 5, '2010-10-01'),
  ('race', 'Race', 'Equality Act 2010, section 4', 6, '2010-10-01'),
  ('religion-or-belief', 'Religion or belief', 'Equality Act 2010, section 4', 7, '2010-10-01'),
  ('sex', 'Sex', 'Equality Act 2010, section 4', 8, '2010-10-01'),
  ('sexual-orientation', 'Sexual orientation', 'Equality Act 2010, section 4', 9, '2010-10-01'),
  ('care-experience', 'Care experience', 'Added by the partnership', 10, '2023-01-01'),
  ('carers', 'People who care for somebody', 'Added by the partnership', 11, '2023-01-01');
