-- Case-file and voice audits (requirement P6): theme, sample, grades, learning, and the same tool again. Counts alone are kept, never a case; for the board only.
create table assurance.case_audit (
  id uuid primary key,
  body uuid not null references governance.body,
  kind text not null check (kind in ('single-agency', 'multi-agency', 'voice')),
  theme text not null check (theme <> ''),
  sample_how text not null check (sample_how <> ''),       -- how the cases were drawn
  sample_size int not null check (sample_size > 0),
  held_on date not null,
  grades text[] not null check (cardinality(grades) between 2 and 8), -- the best first, in the words of the tool
  learning text not null default '',
  again_of uuid references assurance.case_audit,
  version int not null default 1
);
create index on assurance.case_audit (body, held_on desc);
create index on assurance.case_audit (again_of) where again_of is not null;
create table assurance.case_audit_item (
  audit uuid not null references assurance.case_audit,
  position int not null check (position > 0),
  question text not null check (question <> ''),
  counts int[] not null,                                   -- cases at each grade, in the order of the grades
  primary key (audit, position)
);
create function assurance.keep_case_item() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from assurance.case_audit a where a.id = new.audit and cardinality(a.grades) = cardinality(new.counts)
      and (select min(n) >= 0 and sum(n) <= a.sample_size from unnest(new.counts) n)) then
    raise exception 'more cases than the sample, or another number of grades' using errcode = 'check_violation', constraint = 'grades_fit_sample';
  end if;
  return new;
end $$;
revoke all on function assurance.keep_case_item() from public;
create trigger item_fits before insert or update on assurance.case_audit_item for each row execute function assurance.keep_case_item();

grant select, insert on assurance.case_audit, assurance.case_audit_item to goldenthread_app;
grant update (learning, version) on assurance.case_audit to goldenthread_app;
do $$
declare name text;
begin
  foreach name in array array['case_audit', 'case_audit_item'] loop
    perform platform.protect(format('assurance.%I', name)::regclass);
    execute format('create policy system on assurance.%I to goldenthread_app using ((select assurance.is_system())) with check ((select assurance.is_system()))', name);
  end loop;
end $$;
create policy read on assurance.case_audit for select to goldenthread_app using (body = any ((select governance.my_full_sight_bodies())::uuid[]));
create policy keep on assurance.case_audit to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy read on assurance.case_audit_item for select to goldenthread_app using (exists (select from assurance.case_audit a where a.id = audit));
create policy keep on assurance.case_audit_item for insert to goldenthread_app with check (
  exists (select from assurance.case_audit a where a.id = audit and a.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- The records of assurance on the golden thread (requirement T1), as src/platform/thread/part.ts says.
create view assurance.thread_node with (security_invoker = true) as
  select 'recommendation'::text as kind, r.id, (r.reference || ': ' || left(r.text, 120)) as label, r.body as body_id, r.made_on as starts_on, null::date as ends_on,
    array_remove(array[case when r.owner is not null then 'owner' end, case when r.closed_on is not null then 'closed' end, case when r.sight = 'draft' then 'draft' end,
      case when r.milestone_on is not null then 'due' end], null) as says
  from assurance.recommendation r
  union all select 'challenge'::text, c.id, ('Challenge ' || c.number || ': ' || c.title), c.body, c.raised_on, null::date,
    array_remove(array[case when c.owner is not null then 'owner' end, case when c.closed_on is not null then 'closed' end, case when c.impact <> '' then 'impact' end], null)
  from assurance.challenge c
  union all select 'audit-round'::text, a.id, a.title, a.body, a.opens_on, null::date,
    array_remove(array[case when a.state = 'reported' then 'done' end, case when a.sight = 'draft' then 'draft' end], null)
  from assurance.audit_round a
  union all select 'review'::text, v.id, v.title, v.body, v.announced_on, null::date,
    array_remove(array[case when v.lead is not null then 'lead' end, case when v.closed_on is not null then 'closed' end, case when v.sight = 'draft' then 'draft' end], null)
  from assurance.review v;
create view assurance.thread_link with (security_invoker = true) as
  select 'recommendation'::text as from_kind, r.id as from_id, 'came-from'::text as relation, 'review'::text as to_kind, r.review as to_id, r.made_on as starts_on, null::date as ends_on
  from assurance.recommendation r where r.review is not null
  union all select 'decision'::text, r.closing_decision, 'decides-on'::text, 'recommendation'::text, r.id, r.closed_on, null::date
  from assurance.recommendation r where r.closing_decision is not null
  union all select 'review'::text, v.id, 'reports-to'::text, 'body'::text, v.parent_body, v.announced_on, null::date
  from assurance.review v where v.parent_body is not null;
grant select on assurance.thread_node, assurance.thread_link to goldenthread_app;
