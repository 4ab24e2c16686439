-- Who sees and writes plans (requirements P2, P4, X1), the steps of a version, how plans stand on the golden thread, and the shapes of today.
-- What somebody leads: records of versions that are worked on or in force.
create function plans.my_led(kind text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person();
begin
  if me is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct case kind when 'version' then l.version when 'action' then l.action when 'priority' then l.priority
        when 'outcome' then l.outcome end), '{}')
      from plans.lead l join plans.plan_version v on v.id = l.version
      where l.person = me and v.state in ('draft', 'consultation', 'approval', 'published')
  );
end $$;
create function plans.is_system() returns boolean language sql stable as $$ select platform.actor() = platform.system_actor() $$;
revoke all on function plans.my_led(text) from public;
grant execute on function plans.my_led(text) to goldenthread_app;

grant select on all tables in schema plans to goldenthread_app;
grant insert, update on plans.plan, plans.plan_version, plans.action, plans.priority_text, plans.outcome_text, plans.action_text, plans.lead, plans.rag_definition
  to goldenthread_app;
grant insert on plans.priority, plans.outcome, plans.rag_rating, plans.statement to goldenthread_app;
grant insert, update on plans.shape, plans.plan_type to goldenthread_app;
grant delete on plans.priority_text, plans.outcome_text, plans.action_text, plans.lead to goldenthread_app;

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  for name in select tablename from pg_tables where schemaname = 'plans' loop
    perform platform.protect(format('plans.%I', name)::regclass);
    execute format('create policy system on plans.%I to goldenthread_app using ((select plans.is_system())) with check ((select plans.is_system()))', name);
  end loop;
  foreach name in array array['shape', 'plan_type'] loop
    execute format('create policy read on plans.%I for select to goldenthread_app using (true)', name);
    execute format('create policy administer on plans.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
  end loop;
  foreach name in array array['plan_version', 'priority_text', 'outcome_text', 'action_text', 'lead', 'rag_rating', 'statement'] loop
    execute format('create policy read on plans.%I for select to goldenthread_app using (sight = ''public'' '
      || 'or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
      || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))', name);
  end loop;
  foreach name in array array['plan', 'plan_version', 'priority', 'outcome', 'action', 'priority_text', 'outcome_text', 'action_text', 'lead', 'rag_definition',
      'rag_rating', 'statement'] loop
    execute format('create policy keep on plans.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
end $$;
-- An identity is seen with any of its texts, a plan and its colours with any of its versions.
create policy read on plans.plan for select to goldenthread_app using (exists (select from plans.plan_version v where v.plan = plan.id));
create policy read on plans.rag_definition for select to goldenthread_app using (exists (select from plans.plan_version v where v.plan = rag_definition.plan));
create policy read on plans.priority for select to goldenthread_app using (exists (select from plans.priority_text t where t.priority = priority.id));
create policy read on plans.outcome for select to goldenthread_app using (exists (select from plans.outcome_text t where t.outcome = outcome.id));
create policy read on plans.action for select to goldenthread_app using (exists (select from plans.action_text t where t.action = action.id));
-- Whoever leads something sees it and the head of its plan, says how it goes and sets its colour.
create policy read_as_lead on plans.plan_version for select to goldenthread_app using (id = any ((select plans.my_led('version'))::uuid[]));
create policy read_as_lead on plans.priority_text for select to goldenthread_app
  using (priority = any ((select plans.my_led('priority'))::uuid[]) and version = any ((select plans.my_led('version'))::uuid[]));
create policy read_as_lead on plans.outcome_text for select to goldenthread_app
  using (outcome = any ((select plans.my_led('outcome'))::uuid[]) and version = any ((select plans.my_led('version'))::uuid[]));
create policy read_as_lead on plans.action_text for select to goldenthread_app
  using (action = any ((select plans.my_led('action'))::uuid[]) and version = any ((select plans.my_led('version'))::uuid[]));
create policy read_as_lead on plans.lead for select to goldenthread_app
  using (version = any ((select plans.my_led('version'))::uuid[]) and (action = any ((select plans.my_led('action'))::uuid[])
    or priority = any ((select plans.my_led('priority'))::uuid[]) or outcome = any ((select plans.my_led('outcome'))::uuid[])));
create policy read_as_lead on plans.statement for select to goldenthread_app
  using (action = any ((select plans.my_led('action'))::uuid[]) or priority = any ((select plans.my_led('priority'))::uuid[]));
create policy read_as_lead on plans.rag_rating for select to goldenthread_app using (action = any ((select plans.my_led('action'))::uuid[]));
create policy progress_as_lead on plans.action for update to goldenthread_app
  using (id = any ((select plans.my_led('action'))::uuid[])) with check (id = any ((select plans.my_led('action'))::uuid[]));
create policy say_as_lead on plans.statement for insert to goldenthread_app with check (actor = (select platform.actor())
  and (action = any ((select plans.my_led('action'))::uuid[]) or priority = any ((select plans.my_led('priority'))::uuid[])));
create policy rate_as_lead on plans.rag_rating for insert to goldenthread_app
  with check (actor = (select platform.actor()) and action = any ((select plans.my_led('action'))::uuid[]));

-- The steps of a version. It begins as a draft; what was published is replaced or closed, never taken away.
create function plans.keep_version() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.shown := new.state in ('published', 'closed') or (new.state not in ('replaced', 'dropped')
    and not exists (select from plans.plan_version v where v.plan = new.plan and v.id <> new.id and v.state in ('published', 'closed')));
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a version begins as a draft' using errcode = 'check_violation', constraint = 'plan_version_begins_as_draft';
    end if;
    return new;
  end if;
  if (new.id, new.plan, new.body, new.number, new.made_at) is distinct from (old.id, old.plan, old.body, old.number, old.made_at) then
    raise exception 'a version stays where it is' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> old.state and not (old.state, new.state) in (('draft', 'consultation'), ('draft', 'approval'), ('draft', 'published'), ('draft', 'dropped'),
      ('consultation', 'draft'), ('consultation', 'approval'), ('consultation', 'published'), ('consultation', 'dropped'),
      ('approval', 'draft'), ('approval', 'published'), ('approval', 'dropped'), ('published', 'replaced'), ('published', 'closed')) then
    raise exception 'a version does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'plan_version_steps';
  end if;
  if old.state in ('published', 'replaced', 'closed', 'dropped') and (new.title, new.summary, new.starts_on, new.ends_on, new.significant, new.reason, new.published_on)
      is distinct from (old.title, old.summary, old.starts_on, old.ends_on, old.significant, old.reason, old.published_on) then
    raise exception 'what was published stays' using errcode = 'check_violation', constraint = 'plan_version_stays';
  end if;
  if old.state in ('published', 'replaced', 'closed') and new.sight <> old.sight and new.sight <> 'public' then
    raise exception 'what was shown stays shown' using errcode = 'check_violation', constraint = 'plan_version_stays';
  end if;
  return new;
end $$;
create trigger version_steps before insert or update on plans.plan_version for each row execute function plans.keep_version();

-- Texts change while their version is a draft, and never afterwards; their sight follows the version.
create function plans.keep_text() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched record; stage text;
begin
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  if tg_op = 'UPDATE' and to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight' then return new; end if;
  if tg_op = 'UPDATE' and new.version <> old.version then
    raise exception 'a text stays in its version' using errcode = 'insufficient_privilege';
  end if;
  select v.state into stage from plans.plan_version v where v.id = touched.version;
  if stage is distinct from 'draft' then
    raise exception 'only a draft can be changed' using errcode = 'check_violation', constraint = 'plan_text_of_a_draft';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
-- An identity belongs to its plan for ever; a lead writes only how the action goes.
create function plans.keep_identity() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.plan, new.body) is distinct from (old.id, old.plan, old.body) then
    raise exception 'an action stays with its plan' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create function plans.keep_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.shape, new.made_at) is distinct from (old.id, old.body, old.shape, old.made_at) then
    raise exception 'a plan stays with its board and its shape' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function plans.keep_version(), plans.keep_text(), plans.keep_identity(), plans.keep_plan() from public;
create trigger identity_stays before update on plans.action for each row execute function plans.keep_identity();
create trigger plan_stays before update on plans.plan for each row execute function plans.keep_plan();
do $$
declare name text;
begin
  foreach name in array array['priority_text', 'outcome_text', 'action_text', 'lead'] loop
    execute format('create trigger text_of_a_draft before insert or update or delete on plans.%I for each row execute function plans.keep_text()', name);
  end loop;
end $$;

-- How plans appear on the golden thread (src/plans/thread.ts): the version that is shown, as far as one may see it.
create view plans.thread_node with (security_invoker = true) as
  select 'plan'::text as kind, v.plan as id, v.title as label, v.body as body_id, v.starts_on, v.ends_on,
      case when v.state = 'closed' then '{closed}'::text[] when v.state = 'published' then '{}'::text[] else '{draft}'::text[] end as says
    from plans.plan_version v where v.shown
  union all
  select 'priority'::text, t.priority, t.title, t.body, v.starts_on, v.ends_on,
      array_remove(array[case when t.accountable is not null or exists (select from plans.lead l where l.version = t.version and l.priority = t.priority) then 'owner' end,
        case when v.state not in ('published', 'closed') then 'draft' end], null)
    from plans.priority_text t join plans.plan_version v on v.id = t.version where v.shown
  union all
  select 'outcome'::text, t.outcome, t.title, t.body, v.starts_on, v.ends_on,
      array_remove(array[case when exists (select from plans.lead l where l.version = t.version and l.outcome = t.outcome) then 'lead' end,
        case when v.state not in ('published', 'closed') then 'draft' end], null)
    from plans.outcome_text t join plans.plan_version v on v.id = t.version where v.shown
  union all
  select 'plan-action'::text, t.action, t.title, t.body, v.starts_on, v.ends_on,
      array_remove(array[case when exists (select from plans.lead l where l.version = t.version and l.action = t.action) then 'lead' end,
        case when t.due_words <> '' then 'due' end,
        case when a.state in ('not-started', 'started') and t.due_to < platform.today() then 'overdue' end,
        case when a.state = 'done' then 'done' when a.state = 'stopped' then 'closed' end,
        case when exists (select from plans.statement m where m.action = t.action and m.kind = 'impact') then 'impact' end,
        case when v.state not in ('published', 'closed') then 'draft' end], null)
    from plans.action_text t join plans.plan_version v on v.id = t.version join plans.action a on a.id = t.action where v.shown;
create view plans.thread_link with (security_invoker = true) as
  select 'priority'::text as from_kind, t.priority as from_id, 'part-of'::text as relation, 'plan'::text as to_kind, t.plan as to_id, v.starts_on, v.ends_on
    from plans.priority_text t join plans.plan_version v on v.id = t.version where v.shown
  union all
  select 'outcome'::text, t.outcome, 'part-of'::text, 'priority'::text, t.priority, v.starts_on, v.ends_on
    from plans.outcome_text t join plans.plan_version v on v.id = t.version where v.shown
  union all
  select 'plan-action'::text, t.action, 'serves'::text, 'outcome'::text, t.outcome, v.starts_on, v.ends_on
    from plans.action_text t join plans.plan_version v on v.id = t.version where v.shown and t.outcome is not null
  union all
  select 'plan-action'::text, t.action, 'serves'::text, 'priority'::text, t.priority, v.starts_on, v.ends_on
    from plans.action_text t join plans.plan_version v on v.id = t.version where v.shown and t.outcome is null;
grant select on plans.thread_node, plans.thread_link to goldenthread_app;

-- The shapes that the documents of partnerships have.
insert into plans.shape (code, number, name, levels, starts_on) values
  ('childrens-plan', 1, 'Priorities and outcomes', '{"priority": {"noun": "Priority", "plural": "Priorities", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Priority"}, {"code": "text", "label": "Why it is one"}, {"code": "accountable", "label": "Body that answers for it"}, {"code": "leads", "label": "Who leads"}, {"code": "sponsor", "label": "Sponsor"}]}, "outcome": {"noun": "Outcome", "plural": "Outcomes", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Outcome"}, {"code": "text", "label": "What it means for children"}, {"code": "measure", "label": "How we will know"}]}, "action": {"noun": "Action", "plural": "Actions", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "What we will do"}, {"code": "leads", "label": "Who leads"}, {"code": "timescale", "label": "By when"}, {"code": "update", "label": "How it goes"}, {"code": "rag", "label": "RAG"}]}}', '2013-01-01'),
  ('safeguarding-business-plan', 1, 'What we want to achieve, will do and will measure', '{"priority": {"noun": "Priority", "plural": "Priorities", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Priority"}, {"code": "text", "label": "Why it is one"}, {"code": "accountable", "label": "Body that answers for it"}, {"code": "sponsor", "label": "Sponsor"}]}, "outcome": {"noun": "Objective", "plural": "Objectives", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "What we want to achieve"}, {"code": "measure", "label": "What we will measure"}, {"code": "timescale", "label": "Timescale"}, {"code": "risk", "label": "Risk"}]}, "action": {"noun": "Action", "plural": "Actions", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "What we will do"}, {"code": "leads", "label": "Who leads"}, {"code": "timescale", "label": "Timescale"}, {"code": "evidence", "label": "Evidence"}, {"code": "update", "label": "How it goes"}, {"code": "rag", "label": "RAG"}]}}', '2013-01-01'),
  ('implementation-plan', 1, 'Actions in parts', '{"priority": {"noun": "Part", "plural": "Parts", "columns": [{"code": "title", "label": "Part"}, {"code": "text", "label": "What it is about"}, {"code": "accountable", "label": "Body that answers for it"}]}, "action": {"noun": "Action", "plural": "Actions", "columns": [{"code": "title", "label": "Action"}, {"code": "leads", "label": "By whom"}, {"code": "timescale", "label": "By when"}, {"code": "update", "label": "Update on progress"}, {"code": "method", "label": "How it is evaluated"}, {"code": "recipients", "label": "Who receives it"}, {"code": "rag", "label": "RAG"}]}}', '2013-01-01'),
  ('work-plan', 1, 'Work of a group over a year', '{"priority": {"noun": "Workstream", "plural": "Workstreams", "columns": [{"code": "title", "label": "Workstream"}, {"code": "leads", "label": "Who leads"}, {"code": "accountable", "label": "Body that answers for it"}]}, "action": {"noun": "Task", "plural": "Tasks", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Task"}, {"code": "leads", "label": "Who leads"}, {"code": "timescale", "label": "By when"}, {"code": "update", "label": "How it goes"}, {"code": "rag", "label": "RAG"}]}}', '2013-01-01'),
  ('review-action-plan', 1, 'Recommendations of a review and what is done about them', '{"priority": {"noun": "Theme", "plural": "Themes", "columns": [{"code": "title", "label": "Theme"}, {"code": "accountable", "label": "Body that answers for it"}, {"code": "sponsor", "label": "Sponsor"}]}, "outcome": {"noun": "Recommendation", "plural": "Recommendations", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Recommendation"}, {"code": "measure", "label": "What will be different"}]}, "action": {"noun": "Action", "plural": "Actions", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Action"}, {"code": "leads", "label": "Who leads"}, {"code": "timescale", "label": "By when"}, {"code": "evidence", "label": "Evidence"}, {"code": "update", "label": "How it goes"}, {"code": "rag", "label": "RAG"}]}}', '2013-01-01'),
  ('programme', 1, 'Workstreams, phases and milestones', '{"priority": {"noun": "Workstream", "plural": "Workstreams", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Workstream"}, {"code": "text", "label": "What it is to bring"}, {"code": "leads", "label": "Lead officer"}, {"code": "sponsor", "label": "Sponsor"}, {"code": "accountable", "label": "Body that answers for it"}]}, "outcome": {"noun": "Phase", "plural": "Phases", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Phase"}, {"code": "timescale", "label": "When"}, {"code": "measure", "label": "Done when"}]}, "action": {"noun": "Milestone", "plural": "Milestones", "columns": [{"code": "reference", "label": "Reference"}, {"code": "title", "label": "Milestone"}, {"code": "leads", "label": "Who leads"}, {"code": "timescale", "label": "By when"}, {"code": "update", "label": "How it goes"}, {"code": "rag", "label": "RAG"}]}}', '2013-01-01');
insert into plans.plan_type (code, name, shape, source, position) values
  ('childrens-plan', 'Children and young people’s plan', 'childrens-plan', '', 1),
  ('health-and-wellbeing-strategy', 'Joint local health and wellbeing strategy', 'childrens-plan', 'Local Government and Public Involvement in Health Act 2007, section 116A', 2),
  ('joint-forward-plan', 'Joint forward plan of an integrated care board', 'childrens-plan', 'National Health Service Act 2006, section 14Z52', 3),
  ('safeguarding-business-plan', 'Safeguarding business plan', 'safeguarding-business-plan', '', 4),
  ('implementation-plan', 'Implementation plan', 'implementation-plan', '', 5),
  ('work-plan', 'Work plan', 'work-plan', '', 6),
  ('review-action-plan', 'Action plan from a review or an inspection', 'review-action-plan', '', 7),
  ('programme', 'Programme', 'programme', '', 8);
