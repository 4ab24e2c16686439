-- Reviews of every kind and one register of recommendations for all of them (requirements P7, S1; handbook plans 1.4, 3.9, governance 1.6).
create schema assurance;
grant usage on schema assurance to goldenthread_app;
create function assurance.is_system() returns boolean language sql stable as $$ select platform.actor() = platform.system_actor() $$;

-- Within what time a response is due, and by what right: dated data, never a constant (handbook 1.7).
create table assurance.response_rule (
  id uuid primary key,
  name text not null check (name <> ''),
  months int not null default 0 check (months >= 0),
  days int not null default 0 check (days >= 0),
  first_day_counts boolean not null default false,         -- 'beginning with the day': the last day is one earlier
  source text not null check (source <> ''),
  is_confirmed boolean not null default false,             -- false: the page says to check it before relying on it
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  check (months + days > 0)
);
insert into assurance.response_rule (id, name, months, days, first_day_counts, source, is_confirmed, starts_on) values
  ('018f0126-0000-7000-8000-000000000001', 'Executive to a scrutiny committee', 2, 0, true, 'Local Government Act 2000, section 9FE', false, '2012-05-04'),
  ('018f0126-0000-7000-8000-000000000002', 'NHS body to health scrutiny, where a response is asked for', 0, 28, true, 'Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) Regulations 2013, regulation 22', false, '2013-04-01'),
  ('018f0126-0000-7000-8000-000000000003', 'Partner to the partnership, as agreed', 0, 42, false, 'Agreement of the partners', true, '2010-01-01');

create table assurance.review (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  kind text not null check (kind in ('scrutiny', 'serious-case', 'learning', 'child-death', 'adult', 'inspection')),
  title text not null check (title <> ''),
  scope text not null check (scope <> ''),
  outcomes_sought text not null default '',
  asked_by text not null default '',                       -- who referred or announced it, as an office
  announced_on date not null,
  lead uuid references governance.person,                  -- who writes it up; null where nobody is named
  parent_body uuid references governance.body,             -- the committee it reports to
  summary text not null default '',                        -- what came of it, in plain words
  about_children boolean not null,                         -- a child could be known from it
  anonymity_checked_by uuid references governance.person,
  anonymity_checked_on date,
  reported_on date,
  report_meeting uuid references meetings.meeting,         -- where the parent committee took the report
  referred_on date,                                        -- received by whoever must answer
  referred_to text not null default '',
  response_rule uuid references assurance.response_rule,
  closed_on date,
  published_on date,
  taken_back_reason text not null default '',              -- of a review that was public once
  again_of uuid references assurance.review,
  version int not null default 1,
  check ((anonymity_checked_on is null) = (anonymity_checked_by is null)),
  check (sight <> 'public' or not about_children or anonymity_checked_on is not null),
  check (sight <> 'public' or published_on is not null),
  check ((referred_on is null) = (referred_to = '')),
  check (response_rule is null or referred_on is not null),
  check (reported_on >= announced_on and referred_on >= announced_on and closed_on >= announced_on)
);
create index on assurance.review (body, announced_on desc);
create index on assurance.review (parent_body) where parent_body is not null;
create index on assurance.review (report_meeting) where report_meeting is not null;
create index on assurance.review (lead) where lead is not null;

-- What a review is made of: who sits on its panel, whom it heard, what it found, what each agency is to learn, what has happened since, and for an
-- inspection where on the record the evidence stands (text is an address here).
create table assurance.review_part (
  id uuid primary key,
  review uuid not null references assurance.review,
  kind text not null check (kind in ('panel', 'session', 'finding', 'lesson', 'progress', 'evidence')),
  number int not null check (number > 0),                  -- of a finding: its paragraph
  heading text not null default '',                        -- panel: who; session: whom it heard; lesson: the agency as printed
  organisation uuid references governance.organisation,    -- of a lesson
  on_day date,
  text text not null default '',
  actor uuid not null,
  at timestamptz not null,
  unique (review, kind, number),
  check (kind not in ('finding', 'lesson', 'progress', 'evidence') or text <> ''),
  check (kind not in ('panel', 'session', 'lesson', 'evidence') or heading <> ''),
  check (kind not in ('session', 'progress') or on_day is not null),
  check (organisation is null or kind = 'lesson')
);

create table assurance.recommendation (
  id uuid primary key,
  body uuid not null references governance.body,           -- whose register it is on
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  review uuid references assurance.review,
  source_kind text not null check (source_kind in ('scrutiny', 'serious-case', 'learning', 'child-death', 'adult', 'inspection', 'audit', 'other')),
  source text not null check (source <> ''),               -- as it is quoted: the report and its date
  reference text not null check (reference ~ '^[A-Za-z0-9][A-Za-z0-9.()/ -]{0,19}$'),
  text text not null check (text <> ''),
  rests_on int[] not null default '{}',                    -- paragraphs of the review's findings
  made_on date not null,
  addressee uuid references governance.organisation,       -- null where it is no organisation that is kept here
  addressee_office text not null check (addressee_office <> ''),
  owner uuid references governance.person,                 -- who answers for the addressee
  response_rule uuid references assurance.response_rule,
  response_due_on date,
  response text check (response in ('accept', 'part', 'reject')),
  response_reason text not null default '',
  responded_on date,
  milestone_on date,                                       -- when it comes back to the board
  every_months int not null default 3 check (every_months between 1 and 24),
  closed_on date,
  closed_because text not null default '',
  closing_decision uuid references meetings.decision,
  recorded_at timestamptz not null,
  version int not null default 1,
  check ((response is null) = (responded_on is null)),
  check (response is null or response = 'accept' or response_reason <> ''),
  check ((closed_on is null) = (closed_because = '')),
  check (closing_decision is null or closed_on is not null),
  check (responded_on >= made_on and closed_on >= made_on),
  check (response_due_on is not null or response_rule is null)
);
create unique index recommendation_lettered_once on assurance.recommendation (review, reference) where review is not null;
create index on assurance.recommendation (body, made_on desc);
create index on assurance.recommendation (owner) where closed_on is null;
create index on assurance.recommendation (addressee) where addressee is not null;
create index on assurance.recommendation (closing_decision) where closing_decision is not null;
create index on assurance.recommendation (milestone_on) where closed_on is null and milestone_on is not null;

create table assurance.recommendation_action (
  id uuid primary key,
  recommendation uuid not null references assurance.recommendation,
  text text not null check (text <> ''),
  lead text not null check (lead <> ''),                   -- an office or a person, as printed
  due_on date not null,
  done_on date,
  progress text not null default '',
  version int not null default 1
);
create index on assurance.recommendation_action (recommendation);

-- What shows that it made a difference, and how it goes: only ever added to.
create table assurance.recommendation_note (
  id uuid primary key,
  recommendation uuid not null references assurance.recommendation,
  kind text not null check (kind in ('progress', 'impact')),
  text text not null check (text <> ''),
  evidence text not null default '',                       -- of an impact: what shows it
  on_day date not null,
  actor uuid not null,
  at timestamptz not null,
  check ((kind = 'impact') = (evidence <> ''))
);
create index on assurance.recommendation_note (recommendation, on_day);

-- That a record came back to its board by itself: for which milestone, as which item of the forward plan.
create table assurance.came_back (
  kind text not null check (kind in ('recommendation', 'challenge')),
  subject uuid not null,
  body uuid not null references governance.body,
  milestone_on date not null,
  plan_item uuid not null references meetings.plan_item,
  meeting uuid not null references meetings.meeting,
  at timestamptz not null,
  primary key (kind, subject, milestone_on)
);
create index on assurance.came_back (plan_item);

-- Whether somebody may add to a recommendation: the clerk of its board, and whoever answers it, while it is open.
create function assurance.keeps_recommendation(asked uuid) returns boolean language sql stable as $$
  select exists (select from assurance.recommendation r where r.id = asked and r.closed_on is null
    and (r.body = any ((select governance.my_clerk_bodies())::uuid[]) or r.owner = (select governance.my_person())))
$$;

-- Whoever answers a recommendation writes the answer and nothing else; nobody closes one without impact, and what is closed stays closed.
create function assurance.keep_recommendation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.rests_on <> '{}' and exists (select from unnest(new.rests_on) n
      where not exists (select from assurance.review_part f where f.review = new.review and f.kind = 'finding' and f.number = n)) then
    raise exception 'a recommendation rests on paragraphs of its review' using errcode = 'check_violation', constraint = 'rests_on_findings';
  end if;
  if new.review is not null and not exists (select from assurance.review v where v.id = new.review and v.body = new.body) then
    raise exception 'a recommendation stands on the register of its review' using errcode = 'check_violation', constraint = 'register_of_its_review';
  end if;
  if tg_op = 'INSERT' then
    if new.closed_on is not null then
      raise exception 'a recommendation begins open' using errcode = 'check_violation', constraint = 'open_until_impact';
    end if;
    return new;
  end if;
  if (new.id, new.body, new.review) is distinct from (old.id, old.body, old.review) or old.closed_on is not null and (
      to_jsonb(new) - array['sight', 'version']) is distinct from (to_jsonb(old) - array['sight', 'version']) then
    raise exception 'what is closed stays as it was' using errcode = 'insufficient_privilege';
  end if;
  if not (new.body = any (governance.my_clerk_bodies())) and not coalesce(assurance.is_system(), false) and platform.actor() is not null
     and (to_jsonb(new) - array['response', 'response_reason', 'responded_on', 'version'])
       is distinct from (to_jsonb(old) - array['response', 'response_reason', 'responded_on', 'version']) then
    raise exception 'whoever answers writes the answer alone' using errcode = 'insufficient_privilege';
  end if;
  if new.closed_on is not null and old.closed_on is null and new.response is distinct from 'reject'
     and not exists (select from assurance.recommendation_note n where n.recommendation = new.id and n.kind = 'impact') then
    raise exception 'a recommendation stays open until impact is shown' using errcode = 'check_violation', constraint = 'open_until_impact';
  end if;
  if new.closing_decision is not null and not exists (select from meetings.decision d where d.id = new.closing_decision and d.of_body = new.body) then
    raise exception 'the decision is of another board' using errcode = 'check_violation', constraint = 'closed_by_own_board';
  end if;
  return new;
end $$;
revoke all on function assurance.keep_recommendation() from public;
create trigger recommendation_stays before insert or update on assurance.recommendation for each row execute function assurance.keep_recommendation();

create function assurance.keep_review() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.kind) is distinct from (old.id, old.body, old.kind) then
    raise exception 'a review stays with its board' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function assurance.keep_review() from public;
create trigger review_stays before update on assurance.review for each row execute function assurance.keep_review();

grant select on assurance.response_rule to goldenthread_app;
grant select, insert, update on assurance.review, assurance.recommendation, assurance.recommendation_action to goldenthread_app;
grant select, insert on assurance.review_part, assurance.recommendation_note, assurance.came_back to goldenthread_app;
revoke all on function assurance.keeps_recommendation(uuid) from public;
grant execute on function assurance.is_system(), assurance.keeps_recommendation(uuid) to goldenthread_app;

do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  read constant text := 'sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]) ';
begin
  foreach name in array array['response_rule', 'review', 'review_part', 'recommendation', 'recommendation_action', 'recommendation_note', 'came_back'] loop
    perform platform.protect(format('assurance.%I', name)::regclass);
    execute format('create policy system on assurance.%I to goldenthread_app using ((select assurance.is_system())) with check ((select assurance.is_system()))', name);
  end loop;
  execute format('create policy read on assurance.review for select to goldenthread_app using (%s or lead = (select governance.my_person()))', read);
  execute format('create policy keep on assurance.review to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy read on assurance.recommendation for select to goldenthread_app using (%s or owner = (select governance.my_person()))', read);
  execute format('create policy keep on assurance.recommendation to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy read on assurance.came_back for select to goldenthread_app using (body = any ((select governance.my_full_sight_bodies())::uuid[]))');
  execute format('create policy keep on assurance.came_back for insert to goldenthread_app with check (%s)', clerk);
end $$;
create policy read on assurance.response_rule for select to goldenthread_app using (true);
create policy answer on assurance.recommendation for update to goldenthread_app
  using (owner = (select governance.my_person()) and closed_on is null) with check (owner = (select governance.my_person()));
create policy read on assurance.review_part for select to goldenthread_app using (exists (
  select from assurance.review v where v.id = review and (kind <> 'evidence' or v.lead = (select governance.my_person())
    or v.body = any ((select governance.my_full_sight_bodies())::uuid[]) or v.body = any ((select governance.my_clerk_bodies())::uuid[]))));
create policy keep on assurance.review_part for insert to goldenthread_app with check (actor = (select platform.actor()) and exists (
  select from assurance.review v where v.id = review and (v.body = any ((select governance.my_clerk_bodies())::uuid[]) or v.lead = (select governance.my_person()))));
create policy read on assurance.recommendation_action for select to goldenthread_app
  using (exists (select from assurance.recommendation r where r.id = recommendation));
create policy keep on assurance.recommendation_action to goldenthread_app
  using (assurance.keeps_recommendation(recommendation)) with check (assurance.keeps_recommendation(recommendation));
create policy read on assurance.recommendation_note for select to goldenthread_app
  using (exists (select from assurance.recommendation r where r.id = recommendation));
create policy keep on assurance.recommendation_note for insert to goldenthread_app
  with check (actor = (select platform.actor()) and assurance.keeps_recommendation(recommendation));
