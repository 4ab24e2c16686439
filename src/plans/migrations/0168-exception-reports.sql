-- Exception reports (requirement P2): what of a plan is off track, why, what that means, what is proposed and which decision is asked for. Whoever leads it
-- raises it; it goes before the board of the plan, is answered there and closed. It is for the board, and for whoever leads or sponsors what it is about.
create table plans.exception_report (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  priority uuid not null,
  action uuid,                             -- null: the priority as a whole
  title text not null check (title <> ''),
  off_track text not null check (off_track <> ''),
  why text not null check (why <> ''),
  impact text not null check (impact <> ''),
  proposed text not null check (proposed <> ''),
  asked text not null check (asked <> ''), -- the decision that is asked for
  raised_on date not null,
  raised_by uuid references governance.person,  -- null: somebody without an entry in the directory
  name text not null check (name <> ''),   -- of whoever raised it, as it was then
  plan_item uuid references meetings.plan_item,  -- the matter of the board's forward plan; null until it is put there
  answer text not null default '',         -- what the board said
  decision uuid references meetings.decision,
  answered_on date check (answered_on >= raised_on),
  closed_on date check (closed_on >= answered_on),
  close_words text not null default '',    -- what came of it
  version int not null default 1,
  foreign key (plan, body) references plans.plan (id, body),
  foreign key (priority, plan) references plans.priority (id, plan),
  foreign key (action, plan) references plans.action (id, plan),
  check ((answered_on is null) = (answer = '')),
  check (decision is null or answered_on is not null),
  check ((closed_on is null) = (close_words = '')),
  check (closed_on is null or answered_on is not null)
);
create index on plans.exception_report (plan);
create index on plans.exception_report (priority) where closed_on is null;
create index on plans.exception_report (body) where closed_on is null;
grant select, insert, update on plans.exception_report to goldenthread_app;
select platform.protect('plans.exception_report');
create policy system on plans.exception_report to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()));
create policy read on plans.exception_report for select to goldenthread_app using (body = any ((select governance.my_full_sight_bodies())::uuid[])
  or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]));
create policy keep on plans.exception_report to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy read_as_lead on plans.exception_report for select to goldenthread_app using (raised_by = (select governance.my_person())
  or priority = any ((select plans.my_led('priority'))::uuid[]) or action = any ((select plans.my_led('action'))::uuid[]));
create policy raise_as_lead on plans.exception_report for insert to goldenthread_app with check (raised_by = (select governance.my_person())
  and plan_item is null and answered_on is null and closed_on is null
  and ((action is null and priority = any ((select plans.my_led('priority'))::uuid[])) or action = any ((select plans.my_led('action'))::uuid[])));
create trigger stays_with before update on plans.exception_report for each row execute function plans.stays_with(
  'id', 'plan', 'body', 'priority', 'action', 'title', 'off_track', 'why', 'impact', 'proposed', 'asked', 'raised_on', 'raised_by', 'name');
create function plans.keep_exception() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from plans.action_text t where t.plan = new.plan and t.priority = new.priority and t.action = new.action) and new.action is not null then
    raise exception 'that action stands under another priority' using errcode = 'check_violation', constraint = 'exception_of_its_row';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if old.closed_on is not null then
    raise exception 'what was closed stays' using errcode = 'check_violation', constraint = 'exception_stays_closed';
  end if;
  if new.plan_item is not null and not exists (select from meetings.plan_item p where p.id = new.plan_item and p.body = new.body) then
    raise exception 'that matter is another body''s' using errcode = 'check_violation', constraint = 'exception_on_own_forward_plan';
  end if;
  if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and d.of_body = new.body and not d.withdrawn) then
    raise exception 'no decision of that body' using errcode = 'check_violation', constraint = 'exception_rests_on_decision';
  end if;
  return new;
end $$;
revoke all on function plans.keep_exception() from public;
create trigger exception_steps before insert or update on plans.exception_report for each row execute function plans.keep_exception();
