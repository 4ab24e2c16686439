-- Agreements between partners (requirement C4; handbook of commissioning 1.2, 2): on which law they rest, what that law demands in writing, their parties by
-- dated membership, their service chapters, and which services are in and out of their scope.
create table commissioning.legal_basis (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('section-75', 'section-10', 'section-65z5', 'grant', 'sla', 'memorandum')),
  name text not null check (name <> ''),
  source text not null default '',                         -- the law; empty: it rests on none of its own
  position int not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on)                 -- first day on which nothing new is made under it
);
-- What an agreement must say in writing, and by which provision.
create table commissioning.legal_field (
  basis text not null references commissioning.legal_basis,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position int not null,
  name text not null check (name <> ''),
  asks text not null check (asks <> ''),
  source text not null default '',                         -- the provision that demands it; empty: good practice, no duty
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  primary key (basis, key)
);
insert into commissioning.legal_basis (code, kind, name, source, position, starts_on) values
  ('section-75', 'section-75', 'Section 75 agreement', 'National Health Service Act 2006, section 75; SI 2000/617', 1, '2007-03-01'),
  ('section-10', 'section-10', 'Section 10 agreement', 'Children Act 2004, section 10', 2, '2005-03-01'),
  ('section-65z5', 'section-65z5', 'Section 65Z5 agreement', 'National Health Service Act 2006, sections 65Z5 and 65Z6', 3, '2022-07-01'),
  ('grant', 'grant', 'Grant agreement', '', 4, '2000-01-01'),
  ('sla', 'sla', 'Service level agreement', '', 5, '2000-01-01'),
  ('memorandum', 'memorandum', 'Memorandum of understanding', '', 6, '2000-01-01');
insert into commissioning.legal_field (basis, key, position, name, asks, source, starts_on) values
  ('section-75', 'aims', 1, 'Aims and outcomes', 'What the partners agreed to achieve', 'SI 2000/617, regulation 7(3)(a)', '2000-04-01'),
  ('section-75', 'contributions', 2, 'Contributions', 'What each partner pays into the pooled fund, and how that may be varied', 'SI 2000/617, regulation 7(3)(b)', '2000-04-01'),
  ('section-75', 'functions', 3, 'Functions', 'Which NHS functions and which health-related functions are exercised', 'SI 2000/617, regulation 7(3)(c)', '2000-04-01'),
  ('section-75', 'persons-and-services', 4, 'Persons and kinds of services', 'For whom, and with which kinds of services, the functions are exercised', 'SI 2000/617, regulation 7(3)(d)', '2000-04-01'),
  ('section-75', 'resources', 5, 'Staff, goods, services and accommodation', 'What the partners provide besides money', 'SI 2000/617, regulation 7(3)(e)', '2000-04-01'),
  ('section-75', 'duration', 6, 'Duration, review, variation and termination', 'How long it runs, and how it is reviewed, varied and ended', 'SI 2000/617, regulation 7(3)(f)', '2000-04-01'),
  ('section-75', 'management', 7, 'Management of the fund', 'How the pooled fund is managed and monitored, and who hosts it', 'SI 2000/617, regulation 7(3)(g)', '2000-04-01'),
  ('section-10', 'aims', 1, 'Aims and outcomes', 'What the partners agreed to achieve for children', '', '2005-03-01'),
  ('section-10', 'contributions', 2, 'Contributions', 'What each partner pays into the fund, and what it provides besides', '', '2005-03-01'),
  ('section-65z5', 'functions', 1, 'Functions', 'Which functions are exercised jointly or by another', '', '2022-07-01'),
  ('section-65z5', 'contributions', 2, 'Contributions', 'What each partner pays into a pooled fund, where there is one', '', '2022-07-01');

create table commissioning.agreement (
  id uuid primary key,
  body uuid not null references governance.body,           -- the board that keeps it
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  basis text not null references commissioning.legal_basis,
  title text not null check (title <> ''),
  reference text not null default '',
  summary text not null default '',
  host uuid not null references governance.organisation,   -- who hosts it, and its fund
  manager uuid references governance.person,               -- the pool manager; null: none named yet
  starts_on date not null,                                 -- the day from which it has effect, which may lie before the signatures
  ends_on date check (ends_on > starts_on),                -- first day on which it has none; null: until it is ended
  review_on date,                                          -- the next review; null: none settled
  consulted_on date,                                       -- the day on which the consultation before it ended
  consultation text not null default '',                   -- who was asked, and what came of it
  ended_on date check (ended_on > starts_on),              -- ended before its term; null: not
  ended_because text not null default '',
  version int not null default 1,
  unique (id, body, sight),
  check ((consulted_on is null) = (consultation = '')),
  check ((ended_on is null) = (ended_because = ''))
);
create index on commissioning.agreement (body);
create index on commissioning.agreement (manager);

-- What it says where its law demands something in writing.
create table commissioning.agreement_text (
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  basis text not null,
  key text not null,
  text text not null check (text <> ''),
  primary key (agreement, key),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  foreign key (basis, key) references commissioning.legal_field (basis, key)
);
-- Who is a party, from when to when; what each of them agreed, by which decision, and who signed for it.
create table commissioning.party (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  organisation uuid not null references governance.organisation,
  part text not null check (part in ('host', 'commissioner', 'provider', 'other')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  approved_on date,
  decision uuid references meetings.decision,              -- where a body of this house approved it
  approved_by text not null default '',                    -- the body that approved it, and its minute, where it keeps its records elsewhere
  signed_on date,
  signed_by text not null default '',                      -- the office that signed
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  check ((signed_on is null) = (signed_by = '')),
  check (approved_on is not null or (decision is null and approved_by = '')),
  constraint party_once exclude using gist (agreement with =, organisation with =, daterange(starts_on, ends_on) with &&)
);
create index on commissioning.party (organisation);
create index on commissioning.party (decision) where decision is not null;
-- A schedule for one service or several.
create table commissioning.chapter (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  title text not null check (title <> ''),
  lead uuid not null references governance.organisation,   -- its lead commissioner
  scope text not null default '',
  performance text not null default '',
  finance text not null default '',
  resources text not null default '',
  decision_making text not null default '',
  risk_share text not null default '',
  version int not null default 1,
  unique (agreement, position),
  unique (id, agreement),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade
);
-- Which services are in its scope, and which are expressly not: from when to when.
create table commissioning.scope (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  chapter uuid,                                            -- null: named in no chapter
  service uuid not null references commissioning.service,
  is_in boolean not null,
  why text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  foreign key (chapter, agreement) references commissioning.chapter (id, agreement),
  constraint scope_once exclude using gist (agreement with =, service with =, daterange(starts_on, ends_on) with &&)
);
create index on commissioning.scope (service);

create trigger agreement_stays before update on commissioning.agreement for each row execute function commissioning.keep_board();
grant select, insert, update on commissioning.legal_basis, commissioning.legal_field, commissioning.agreement, commissioning.agreement_text,
  commissioning.party, commissioning.chapter, commissioning.scope to goldenthread_app;
grant delete on commissioning.agreement_text to goldenthread_app;
do $$
declare
  name text;
  seen constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  kept constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  hosting constant text := '(host = any ((select commissioning.my_organisations(''commissioner''))::uuid[]) or manager = (select governance.my_person()))';
  of_hosted constant text := 'exists (select from commissioning.agreement a where a.id = agreement '
    || 'and (a.host = any ((select commissioning.my_organisations(''commissioner''))::uuid[]) or a.manager = (select governance.my_person())))';
begin
  foreach name in array array['legal_basis', 'legal_field', 'agreement', 'agreement_text', 'party', 'chapter', 'scope'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  foreach name in array array['legal_basis', 'legal_field'] loop
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (true)', name);
    execute format('create policy administer on commissioning.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
  end loop;
  execute format('create policy read on commissioning.agreement for select to goldenthread_app using (%s or %s)', seen, hosting);
  execute format('create policy keep on commissioning.agreement to goldenthread_app using (%s or %s) with check (%s or %s)', kept, hosting, kept, hosting);
  foreach name in array array['agreement_text', 'party', 'chapter'] loop
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s or %s)', name, seen, of_hosted);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s or %s) with check (%s or %s)', name, kept, of_hosted, kept, of_hosted);
  end loop;
  -- What is in scope is seen by those who see both ends.
  execute format('create policy read on commissioning.scope for select to goldenthread_app using ((%s or %s) and exists (select from commissioning.service s where s.id = service))', seen, of_hosted);
  execute format('create policy keep on commissioning.scope to goldenthread_app using (%s or %s) with check (%s or %s)', kept, of_hosted, kept, of_hosted);
end $$;

-- Commissioning on the golden thread (requirement T1): a service serves outcomes, an agreement its services.
create view commissioning.thread_node with (security_invoker = true) as
  select 'service'::text as kind, s.id, s.title as label, s.body as body_id, null::date as starts_on, null::date as ends_on,
    case when s.sight = 'draft' then '{owner,draft}'::text[] else '{owner}'::text[] end as says
    from commissioning.service s
  union all
  select 'agreement'::text, a.id, a.title, a.body, a.starts_on, coalesce(a.ended_on, a.ends_on),
    case when a.sight = 'draft' then '{draft}'::text[] else '{}'::text[] end
    from commissioning.agreement a;
create view commissioning.thread_link with (security_invoker = true) as
  select 'service'::text as from_kind, o.service as from_id, 'serves'::text as relation, 'outcome'::text as to_kind, o.outcome as to_id, o.starts_on, o.ends_on
    from commissioning.service_outcome o
  union all
  select 'agreement'::text, c.agreement, 'delivers'::text, 'service'::text, c.service, c.starts_on, c.ends_on from commissioning.scope c where c.is_in;
grant select on commissioning.thread_node, commissioning.thread_link to goldenthread_app;
call thread.compose();
