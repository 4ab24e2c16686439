-- The log of challenge and its impact, and the ladder on which a challenge is escalated (requirement P8; handbook plans 1.4, 3.9).

-- Who writes to whom, in which order, and how long an answer is waited for: dated data. A board's own ladder stands in place of the partnership's.
create table assurance.ladder_step (
  id uuid primary key,
  body uuid references governance.body,                    -- null: for every board without a ladder of its own
  position int not null check (position > 0),
  who text not null check (who <> ''),                     -- who acts
  to_whom text not null check (to_whom <> ''),
  copied_to text not null default '',
  wait_days int not null check (wait_days between 1 and 366),
  day_mode text not null check (day_mode in ('calendar', 'working')),
  letter text not null check (letter <> ''),               -- words to begin with; {number}, {title}, {raised}, {to}, {answer by} are filled in
  source text not null default '',
  starts_on date not null,
  ends_on date check (ends_on > starts_on)
);
create unique index on assurance.ladder_step (coalesce(body, '00000000-0000-0000-0000-000000000000'::uuid), position, starts_on);

insert into assurance.ladder_step (id, position, who, to_whom, copied_to, wait_days, day_mode, letter, source, starts_on) values
  ('018f0127-0000-7000-8000-000000000001', 1, 'The agency’s own member of the board', 'The senior manager of the agency', '', 10, 'working',
   E'Challenge {number}, {title}, was raised on {raised} and has no answer that settles it.\n\nAs the member of the board for our agency I ask you to answer by {answer by}: what will change, by when, and how we shall know.', 'Escalation ladder of the partnership', '2010-01-01'),
  ('018f0127-0000-7000-8000-000000000002', 2, 'The chair of the board', 'The lead member', 'The director', 10, 'working',
   E'I write as chair about challenge {number}, {title}, raised on {raised}. It was taken up by the agency’s own member of the board without a result.\n\nPlease tell me by {answer by} what will be done. A copy goes to the director.', 'Escalation ladder of the partnership', '2010-01-01'),
  ('018f0127-0000-7000-8000-000000000003', 3, 'The chair of the board', 'Senior individuals of the partners, or the inspectorate', 'The lead member and the director', 20, 'working',
   E'Challenge {number}, {title}, raised on {raised}, was put to the agency and to the lead member and is not settled.\n\nI bring it to your attention and ask for your answer by {answer by}.', 'Escalation ladder of the partnership', '2010-01-01');

create table assurance.challenge (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'members' check (sight in ('members', 'public')),
  number int not null check (number > 0),                  -- runs on for a board
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  raised_by text not null check (raised_by <> ''),         -- an agency or an office
  raised_on date not null,
  meeting uuid references meetings.meeting,                -- at which it was raised; null: between meetings
  addressee uuid references governance.organisation,
  addressee_office text not null check (addressee_office <> ''),
  owner uuid references governance.person,                 -- who answers for the addressee
  response text not null default '',
  responded_on date,
  impact text not null default '',                         -- what it changed
  impact_evidence text not null default '',                -- what shows that
  impact_on date,
  closed_on date,
  closed_meeting uuid references meetings.meeting,
  milestone_on date,
  every_months int not null default 3 check (every_months between 1 and 24),
  taken_back_reason text not null default '',
  recorded_at timestamptz not null,
  version int not null default 1,
  unique (body, number),
  check ((response = '') = (responded_on is null)),
  check ((impact = '') = (impact_on is null) and (impact = '') = (impact_evidence = '')),
  check (closed_on is null or impact <> ''),               -- open until an impact is shown
  check (closed_meeting is null or closed_on is not null),
  check (responded_on >= raised_on and impact_on >= raised_on and closed_on >= raised_on)
);
create index on assurance.challenge (owner) where closed_on is null;
create index on assurance.challenge (meeting) where meeting is not null;
create index on assurance.challenge (closed_meeting) where closed_meeting is not null;
create index on assurance.challenge (addressee) where addressee is not null;

-- A step that was taken: whoever sees the challenge sees that it was; the letter is for those who may read the full agenda.
create table assurance.challenge_step (
  id uuid primary key,
  challenge uuid not null references assurance.challenge,
  rule uuid not null references assurance.ladder_step,
  position int not null check (position > 0),
  who text not null,
  to_whom text not null,
  copied_to text not null default '',
  sent_on date,                                            -- null while it is a draft
  answer_due_on date,
  answered_on date,
  version int not null default 1,
  unique (challenge, position),
  check ((sent_on is null) = (answer_due_on is null)),
  check (answered_on >= sent_on)
);
create index on assurance.challenge_step (rule);
create table assurance.challenge_letter (
  step uuid primary key references assurance.challenge_step,
  text text not null check (text <> ''),
  sent_to text not null default '',                        -- names and addresses as it went out
  sent_how text not null default '' check (sent_how in ('', 'e-mail', 'post', 'by hand')),
  answer text not null default '',
  drafted_at timestamptz not null,
  drafted_by uuid not null,
  sent_by uuid,
  sent_at timestamptz
);

create function assurance.keep_challenge() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from unnest(array[new.meeting, new.closed_meeting]) m where m is not null
      and not exists (select from meetings.meeting k where k.id = m and k.body = new.body)) then
    raise exception 'the meeting is of another board' using errcode = 'check_violation', constraint = 'challenge_at_own_meeting';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if (new.id, new.body, new.number, new.raised_on) is distinct from (old.id, old.body, old.number, old.raised_on)
     or (old.closed_on is not null and (to_jsonb(new) - array['sight', 'taken_back_reason', 'version']) is distinct from (to_jsonb(old) - array['sight', 'taken_back_reason', 'version'])) then
    raise exception 'what is closed stays as it was' using errcode = 'insufficient_privilege';
  end if;
  if not (new.body = any (governance.my_clerk_bodies())) and not coalesce(assurance.is_system(), false) and platform.actor() is not null
     and (to_jsonb(new) - array['response', 'responded_on', 'version']) is distinct from (to_jsonb(old) - array['response', 'responded_on', 'version']) then
    raise exception 'whoever answers writes the answer alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function assurance.keep_challenge() from public;
create trigger challenge_stays before insert or update on assurance.challenge for each row execute function assurance.keep_challenge();

-- A letter that went out stays as it was sent; its answer is added once.
create function assurance.keep_letter() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null and ((to_jsonb(new) - 'answer') is distinct from (to_jsonb(old) - 'answer') or old.answer <> '') then
    raise exception 'a letter stays as it was sent' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger letter_stays before update on assurance.challenge_letter for each row execute function assurance.keep_letter();

grant select, insert, update on assurance.ladder_step, assurance.challenge, assurance.challenge_step, assurance.challenge_letter to goldenthread_app;

do $$
declare name text; clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  foreach name in array array['ladder_step', 'challenge', 'challenge_step', 'challenge_letter'] loop
    perform platform.protect(format('assurance.%I', name)::regclass);
    execute format('create policy system on assurance.%I to goldenthread_app using ((select assurance.is_system())) with check ((select assurance.is_system()))', name);
  end loop;
  execute format('create policy keep on assurance.ladder_step to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute format('create policy read on assurance.challenge for select to goldenthread_app using (sight = ''public'' '
    || 'or body = any ((select governance.my_full_sight_bodies())::uuid[]) or %s or owner = (select governance.my_person()))', clerk);
  execute format('create policy keep on assurance.challenge to goldenthread_app using (%s) with check (%s)', clerk, clerk);
end $$;
create policy read on assurance.ladder_step for select to goldenthread_app using (true);
create policy answer on assurance.challenge for update to goldenthread_app
  using (owner = (select governance.my_person()) and closed_on is null) with check (owner = (select governance.my_person()));
create policy read on assurance.challenge_step for select to goldenthread_app using (exists (select from assurance.challenge c where c.id = challenge and (sent_on is not null
    or c.body = any ((select governance.my_clerk_bodies())::uuid[]) or c.body = any ((select governance.my_chair_bodies())::uuid[]))));
create policy keep on assurance.challenge_step to goldenthread_app
  using (exists (select from assurance.challenge c where c.id = challenge and c.body = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (exists (select from assurance.challenge c where c.id = challenge and c.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy read on assurance.challenge_letter for select to goldenthread_app using (exists (
  select from assurance.challenge_step s join assurance.challenge c on c.id = s.challenge where s.id = step
    and (c.body = any ((select governance.my_clerk_bodies())::uuid[]) or c.body = any ((select governance.my_chair_bodies())::uuid[])
      or (s.sent_on is not null and c.body = any ((select governance.my_full_sight_bodies())::uuid[])))));
create policy keep on assurance.challenge_letter to goldenthread_app
  using (exists (select from assurance.challenge_step s join assurance.challenge c on c.id = s.challenge where s.id = step
    and c.body = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (exists (select from assurance.challenge_step s join assurance.challenge c on c.id = s.challenge where s.id = step
    and c.body = any ((select governance.my_clerk_bodies())::uuid[])));
