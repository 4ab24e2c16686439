-- Audit rounds: agencies answer the standards of a toolkit, peers moderate, what falls short becomes an action (requirement P6; handbook plans 1.4, 3.9).
create table assurance.toolkit (
  id uuid primary key,
  body uuid not null references governance.body,
  number int not null check (number > 0),                  -- version of the toolkit of that name
  title text not null check (title <> ''),
  source text not null default '',
  scores jsonb not null,                                   -- [{score, label}], the lowest first: never a constant (handbook 1.6)
  pass_mark int not null,
  made_at timestamptz not null,
  unique (body, title, number)
);
create table assurance.toolkit_standard (
  toolkit uuid not null references assurance.toolkit,
  key text not null check (key ~ '^[a-z0-9-]{1,40}$'),     -- the same in every version, so that rounds can be compared item by item
  position int not null check (position > 0),
  title text not null check (title <> ''),
  question text not null default '',
  primary key (toolkit, key),
  unique (toolkit, position)
);

create table assurance.audit_round (
  id uuid primary key,
  body uuid not null references governance.body,
  toolkit uuid not null references assurance.toolkit,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  pass_mark int not null,
  state text not null check (state in ('draft', 'open', 'moderation', 'reported')),
  opens_on date not null,
  due_on date not null check (due_on > opens_on),          -- the last day for answers
  previous uuid references assurance.audit_round,
  reported_on date,
  summary text not null default '',
  taken_back_reason text not null default '',
  version int not null default 1,
  check ((state = 'reported') = (reported_on is not null)),
  check (sight <> 'public' or state = 'reported'),
  check (sight <> 'draft' or state = 'draft')
);
create index on assurance.audit_round (body, opens_on desc);
create index on assurance.audit_round (toolkit);
create index on assurance.audit_round (previous) where previous is not null;

create table assurance.audit_agency (
  round uuid not null references assurance.audit_round,
  organisation uuid not null references governance.organisation,
  lead uuid references governance.person,                  -- who answers for it; null: nobody is named yet
  moderator uuid references governance.person,             -- a peer of another agency
  invited_on date,
  reminded_on date,
  submitted_on date,
  version int not null default 1,
  primary key (round, organisation),
  check (moderator <> lead)
);
create index on assurance.audit_agency (lead) where lead is not null;
create index on assurance.audit_agency (moderator) where moderator is not null;

-- What an agency says of itself. No row, or no score: not answered; that is counted and never a 0.
create table assurance.audit_answer (
  round uuid not null,
  organisation uuid not null,
  standard text not null,
  score int,
  evidence text not null default '',
  link text not null default '' check (link = '' or link ~ '^https?://'),
  at timestamptz not null,
  actor uuid not null,
  primary key (round, organisation, standard),
  foreign key (round, organisation) references assurance.audit_agency (round, organisation)
);
-- What a peer made of it; the self score stays beside it.
create table assurance.audit_moderation (
  round uuid not null,
  organisation uuid not null,
  standard text not null,
  score int not null,
  reason text not null default '',
  moderator uuid not null references governance.person,
  at timestamptz not null,
  primary key (round, organisation, standard),
  foreign key (round, organisation) references assurance.audit_agency (round, organisation)
);
-- What an agency does about a standard that it does not fully meet.
create table assurance.audit_action (
  id uuid primary key,
  round uuid not null,
  organisation uuid not null,
  standard text not null,
  because text not null check (because in ('moderated', 'self')),
  text text not null default '',                           -- empty until the agency says what it will do
  lead text not null default '',
  due_on date,
  done_on date,
  version int not null default 1,
  unique (round, organisation, standard),
  foreign key (round, organisation) references assurance.audit_agency (round, organisation)
);

-- Rounds in which one answers or moderates.
create function assurance.my_audit_rounds() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct a.round), '{}') from assurance.audit_agency a where governance.my_person() in (a.lead, a.moderator));
end $$;

-- Scores are those of the toolkit, standards are its own, and what was handed in or reported stays as it was.
create function assurance.keep_audit_score() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare asked record;
begin
  select r.state, r.toolkit, r.body, a.submitted_on, a.lead, t.scores into asked from assurance.audit_round r join assurance.audit_agency a on a.round = r.id and a.organisation = new.organisation
    join assurance.toolkit t on t.id = r.toolkit where r.id = new.round;
  if not exists (select from assurance.toolkit_standard s where s.toolkit = asked.toolkit and s.key = new.standard)
     or (new.score is not null and not exists (select from jsonb_array_elements(asked.scores) s where (s ->> 'score')::int = new.score)) then
    raise exception 'no such standard or score in the toolkit' using errcode = 'check_violation', constraint = 'score_of_its_toolkit';
  end if;
  if platform.actor() is null then return new; end if;
  if tg_table_name = 'audit_answer' and (asked.state <> 'open' or asked.submitted_on is not null) then
    raise exception 'what was handed in stays as it was' using errcode = 'insufficient_privilege';
  end if;
  if tg_table_name = 'audit_moderation' and (asked.state <> 'moderation' or asked.submitted_on is null) then
    raise exception 'only what was handed in is moderated, before the report' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function assurance.keep_audit_score() from public;
create trigger answer_of_its_round before insert or update on assurance.audit_answer for each row execute function assurance.keep_audit_score();
create trigger moderation_of_its_round before insert or update on assurance.audit_moderation for each row execute function assurance.keep_audit_score();

-- Whoever answers for an agency hands in once, and changes nothing else about being asked.
create function assurance.keep_audit_agency() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null or coalesce(assurance.is_system(), false)
     or exists (select from assurance.audit_round r where r.id = new.round and r.body = any (governance.my_clerk_bodies())) then return new; end if;
  if (to_jsonb(new) - array['submitted_on', 'version']) is distinct from (to_jsonb(old) - array['submitted_on', 'version']) or old.submitted_on is not null then
    raise exception 'an agency hands in once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function assurance.keep_audit_agency() from public;
create trigger agency_stays before update on assurance.audit_agency for each row execute function assurance.keep_audit_agency();

revoke all on function assurance.my_audit_rounds() from public;
grant execute on function assurance.my_audit_rounds() to goldenthread_app;
grant select, insert on assurance.toolkit, assurance.toolkit_standard to goldenthread_app;
grant select, insert, update on assurance.audit_round, assurance.audit_agency, assurance.audit_answer, assurance.audit_moderation, assurance.audit_action to goldenthread_app;
grant delete on assurance.audit_agency to goldenthread_app;

do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  of_round constant text := 'exists (select from assurance.audit_round r where r.id = round and r.body = any ((select governance.my_clerk_bodies())::uuid[]))';
begin
  foreach name in array array['toolkit', 'toolkit_standard', 'audit_round', 'audit_agency', 'audit_answer', 'audit_moderation', 'audit_action'] loop
    perform platform.protect(format('assurance.%I', name)::regclass);
    execute format('create policy system on assurance.%I to goldenthread_app using ((select assurance.is_system())) with check ((select assurance.is_system()))', name);
  end loop;
  execute format('create policy keep on assurance.toolkit for insert to goldenthread_app with check (%s)', clerk);
  execute format('create policy read on assurance.audit_round for select to goldenthread_app using (sight = ''public'' '
    || 'or (sight = ''members'' and (body = any ((select governance.my_full_sight_bodies())::uuid[]) or id = any ((select assurance.my_audit_rounds())::uuid[]))) '
    || 'or %s or body = any ((select governance.my_chair_bodies())::uuid[]))', clerk);
  execute format('create policy keep on assurance.audit_round to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  foreach name in array array['audit_agency', 'audit_action'] loop
    execute format('create policy keep on assurance.%I to goldenthread_app using (%s) with check (%s)', name, of_round, of_round);
  end loop;
  execute format('create policy keep on assurance.audit_moderation to goldenthread_app using (%s) with check (%s)', of_round, of_round);
end $$;
create policy read on assurance.toolkit for select to goldenthread_app using (true);
create policy read on assurance.toolkit_standard for select to goldenthread_app using (true);
create policy keep on assurance.toolkit_standard for insert to goldenthread_app with check (
  exists (select from assurance.toolkit t where t.id = toolkit and t.body = any ((select governance.my_clerk_bodies())::uuid[])
    and not exists (select from assurance.audit_round r where r.toolkit = t.id)));
-- Who is asked is no secret among those who see the round; one's own agency hands in.
create policy read on assurance.audit_agency for select to goldenthread_app using (exists (select from assurance.audit_round r where r.id = round));
create policy hand_in on assurance.audit_agency for update to goldenthread_app using (lead = (select governance.my_person())) with check (lead = (select governance.my_person()));
-- An agency sees its own answers alone; its moderator and the clerk once they are handed in; the board once they are reported. Visitors never do.
create policy read on assurance.audit_answer for select to goldenthread_app using (exists (
  select from assurance.audit_agency a join assurance.audit_round r on r.id = a.round where a.round = audit_answer.round and a.organisation = audit_answer.organisation
    and (a.lead = (select governance.my_person())
      or (a.submitted_on is not null and (a.moderator = (select governance.my_person()) or r.body = any ((select governance.my_clerk_bodies())::uuid[])))
      or (r.state = 'reported' and r.body = any ((select governance.my_full_sight_bodies())::uuid[])))));
create policy answer on assurance.audit_answer to goldenthread_app
  using (exists (select from assurance.audit_agency a where a.round = audit_answer.round and a.organisation = audit_answer.organisation and a.lead = (select governance.my_person())))
  with check (actor = (select platform.actor()) and exists (
    select from assurance.audit_agency a where a.round = audit_answer.round and a.organisation = audit_answer.organisation and a.lead = (select governance.my_person())));
create policy read on assurance.audit_moderation for select to goldenthread_app using (exists (
  select from assurance.audit_agency a join assurance.audit_round r on r.id = a.round where a.round = audit_moderation.round and a.organisation = audit_moderation.organisation
    and (a.moderator = (select governance.my_person()) or r.body = any ((select governance.my_clerk_bodies())::uuid[])
      or (r.state = 'reported' and (r.sight = 'public' or a.lead = (select governance.my_person()) or r.body = any ((select governance.my_full_sight_bodies())::uuid[]))))));
create policy moderate on assurance.audit_moderation to goldenthread_app
  using (moderator = (select governance.my_person()))
  with check (moderator = (select governance.my_person()) and exists (select from assurance.audit_agency a
    where a.round = audit_moderation.round and a.organisation = audit_moderation.organisation and a.moderator = (select governance.my_person())));
create policy read on assurance.audit_action for select to goldenthread_app using (exists (
  select from assurance.audit_agency a join assurance.audit_round r on r.id = a.round where a.round = audit_action.round and a.organisation = audit_action.organisation
    and (r.sight = 'public' or a.lead = (select governance.my_person()) or r.body = any ((select governance.my_full_sight_bodies())::uuid[]))));
create policy own on assurance.audit_action for update to goldenthread_app
  using (exists (select from assurance.audit_agency a where a.round = audit_action.round and a.organisation = audit_action.organisation and a.lead = (select governance.my_person())))
  with check (exists (select from assurance.audit_agency a where a.round = audit_action.round and a.organisation = audit_action.organisation and a.lead = (select governance.my_person())));
