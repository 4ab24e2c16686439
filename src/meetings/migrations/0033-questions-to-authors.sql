-- Members question a report's author before the meeting, and all who read the full agenda see the answer (requirement M4).
alter table meetings.paper add unique (id, item, meeting);
create table meetings.paper_question (
  id uuid primary key,
  paper uuid not null,
  item uuid not null,
  meeting uuid not null,
  body uuid not null,
  sight text not null default 'members' check (sight in ('members', 'public')),   -- public once the clerk has published question and answer
  category text not null check (category in ('public', 'exempt', 'confidential')),
  person uuid not null references governance.person,   -- who asks
  name text not null check (name <> ''),
  text text not null check (text <> ''),
  asked_at timestamptz not null,
  actor uuid not null,
  answer text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  version int not null default 1,
  foreign key (paper, item, meeting) references meetings.paper (id, item, meeting),
  foreign key (meeting, body) references meetings.meeting (id, body),
  check ((answer = '') = (answered_at is null)),
  check (sight <> 'public' or (category = 'public' and answer <> ''))
);
create index on meetings.paper_question (paper, asked_at);
create index on meetings.paper_question (meeting);
-- The second click asks nothing a second time.
create unique index paper_question_once on meetings.paper_question (paper, person, md5(text));

create trigger name_of_the_directory before insert on meetings.paper_question for each row execute function meetings.name_of_the_directory();

-- A question is in the part of its paper, which may be exempt where its item is not; the locks make it wait for either that turns exempt.
create function meetings.refuse_question_of_other_part() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare above text;
begin
  if new.category <> 'public' then return new; end if;
  select category into above from meetings.paper where id = new.paper for share;
  if above = 'public' then select category into above from meetings.agenda_item where id = new.item for share; end if;
  if above <> 'public' then
    raise exception 'what belongs to an item of Part 2 is in Part 2' using errcode = 'check_violation', constraint = 'in_the_part_of_its_item';
  end if;
  return new;
end $$;
create trigger in_the_part_of_its_item before insert or update of category, paper, item on meetings.paper_question
  for each row execute function meetings.refuse_question_of_other_part();
create function meetings.question_follows_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.paper_question set category = new.category, sight = case when new.category <> 'public' then 'members' else sight end where paper = new.id;
  return new;
end $$;
create trigger questions_follow_category after update of category on meetings.paper
  for each row when (old.category is distinct from new.category) execute function meetings.question_follows_category();

-- Asked and answered before the meeting begins, which waits for whoever is writing.
create function meetings.refuse_late_question() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare now_state text;
begin
  select state into now_state from meetings.meeting where id = new.meeting for share;
  if now_state is distinct from 'planned' and now_state is distinct from 'called' then
    raise exception 'the meeting has begun' using errcode = 'check_violation', constraint = 'before_the_meeting';
  end if;
  return new;
end $$;
create trigger before_the_meeting before insert or update of answer, answered_by, answered_at on meetings.paper_question
  for each row execute function meetings.refuse_late_question();

-- An answer is in the name of whoever writes it. One that is changed is not public until the clerk publishes it again; nobody else publishes.
create function meetings.answer_in_own_name() returns trigger language plpgsql as $$
begin
  if current_user <> 'goldenthread_app' or meetings.is_system() then return new; end if;
  if (new.answer, new.answered_by, new.answered_at) is distinct from (old.answer, old.answered_by, old.answered_at) then
    select p.name into new.answered_by from governance.person p where p.id = governance.my_person();
    new.sight := 'members';
  elsif new.sight <> old.sight and not old.body = any (governance.my_clerk_bodies()) then
    raise exception 'only the clerk publishes an answer' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger answer_in_own_name before update on meetings.paper_question for each row execute function meetings.answer_in_own_name();
revoke all on function meetings.refuse_question_of_other_part(), meetings.question_follows_category(), meetings.refuse_late_question() from public;

select platform.protect('meetings.paper_question');
-- What was asked stays as it was asked.
grant select, insert, update (answer, answered_by, answered_at, sight, version) on meetings.paper_question to goldenthread_app;
create policy system on meetings.paper_question to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
-- Who reads the full agenda reads questions of the papers they read; the author of the paper does; anybody reads what was published with a public paper.
create policy read on meetings.paper_question for select to goldenthread_app using (
  (sight = 'public' and exists (select from meetings.paper p where p.id = paper and p.sight = 'public'))
  or ((body = any ((select governance.my_full_sight_bodies())::uuid[]) or meeting = any ((select meetings.my_guest_meetings())::uuid[]))
    and exists (select from meetings.paper p where p.id = paper))
  or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])
  or exists (select from meetings.paper p where p.id = paper and p.author = (select governance.my_person())));
-- Members and deputies ask, about a paper that is out, as themselves.
create policy ask on meetings.paper_question for insert to goldenthread_app with check (
  person = (select governance.my_person()) and actor = (select platform.actor()) and sight = 'members' and answer = '' and answered_by = '' and version = 1
  and (body = any ((select governance.my_member_bodies())::uuid[]) or body = any ((select governance.my_deputy_bodies())::uuid[])
    or meeting = any ((select governance.my_deputy_meetings())::uuid[]))
  and exists (select from meetings.paper p where p.id = paper and p.sight <> 'draft' and p.state = 'published'));
create policy answer_as_clerk on meetings.paper_question for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy answer_as_author on meetings.paper_question for update to goldenthread_app
  using (exists (select from meetings.paper p where p.id = paper and p.author = (select governance.my_person())))
  with check (exists (select from meetings.paper p where p.id = paper and p.author = (select governance.my_person())));
