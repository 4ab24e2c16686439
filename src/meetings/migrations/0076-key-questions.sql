-- Key questions (S2): what a board asks of every paper of a kind, attached to an item and answered by the author before the paper is cleared.
insert into governance.code (list, code, label, position) values
  ('item-kind', 'new-service', 'A new service', 1), ('item-kind', 'reduction', 'A service made smaller or ended', 2), ('item-kind', 'budget', 'A budget', 3),
  ('item-kind', 'plan', 'A plan or strategy', 4), ('item-kind', 'performance', 'Performance', 5), ('item-kind', 'review', 'A review by scrutiny', 6);

-- A set stays as it is: other questions are another set. It is ended, and asked of no further item.
create table meetings.question_set (
  id uuid primary key,
  body uuid not null references governance.body,
  kind text not null check (kind <> ''),                   -- of the list 'item-kind'
  title text not null check (title <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint question_set_once exclude using gist (body with =, kind with =, daterange(starts_on, ends_on) with &&)
);
create table meetings.key_question (
  id uuid primary key,
  question_set uuid not null references meetings.question_set,
  position int not null check (position > 0),
  words text not null check (words <> ''),
  unique (question_set, position)
);
-- Which set is asked of an item.
create table meetings.item_questions (
  item uuid primary key references meetings.agenda_item,
  meeting uuid not null references meetings.meeting,
  body uuid not null references governance.body,
  question_set uuid not null references meetings.question_set
);
create index on meetings.item_questions (meeting);
create table meetings.key_answer (
  paper uuid not null references meetings.paper,
  question uuid not null references meetings.key_question,
  words text not null check (words <> ''),
  answered_by uuid not null,                               -- the account
  answered_at timestamptz not null,
  primary key (paper, question)
);

-- A set changes in its end alone; the questions stay.
create function meetings.keep_question_set() returns trigger language plpgsql as $$
begin
  if (new.id, new.body, new.kind, new.title, new.starts_on) is distinct from (old.id, old.body, old.kind, old.title, old.starts_on) or old.ends_on is not null then
    raise exception 'what was asked stays as it was asked' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger question_set_stays before update on meetings.question_set for each row execute function meetings.keep_question_set();

grant select, insert, update on meetings.question_set to goldenthread_app;
grant select, insert on meetings.key_question to goldenthread_app;
grant select, insert, update, delete on meetings.item_questions to goldenthread_app;
grant select, insert, update (words, answered_by, answered_at), delete on meetings.key_answer to goldenthread_app;
select platform.protect('meetings.question_set'), platform.protect('meetings.key_question'), platform.protect('meetings.item_questions'), platform.protect('meetings.key_answer');
-- What a board asks of papers is no secret; of which item it is asked goes as far as the item's content, and an answer as far as its paper.
create policy read on meetings.question_set for select to goldenthread_app using (true);
create policy add on meetings.question_set for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy finish on meetings.question_set for update to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy read on meetings.key_question for select to goldenthread_app using (true);
create policy add on meetings.key_question for insert to goldenthread_app with check (exists (
  select from meetings.question_set s where s.id = question_set and s.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy read on meetings.item_questions for select to goldenthread_app using (exists (select from meetings.item_content c where c.item = item_questions.item));
create policy ask on meetings.item_questions to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[]))
  with check (body = any ((select governance.my_clerk_bodies())::uuid[])
    and exists (select from meetings.agenda_item i where i.id = item_questions.item and i.meeting = item_questions.meeting and i.body = item_questions.body)
    and exists (select from meetings.question_set s where s.id = question_set and s.body = item_questions.body));
create policy read on meetings.key_answer for select to goldenthread_app using (exists (select from meetings.paper p where p.id = paper));
-- The author answers, or the clerk on the author's word, while the paper is written and checked: afterwards an answer stands as it was cleared.
do $$
declare
  name text;
  mine constant text := 'exists (select from meetings.paper p where p.id = paper and p.state in (''draft'', ''in_checking'')
    and (p.author = (select governance.my_person()) or p.body = any ((select governance.my_clerk_bodies())::uuid[])))';
begin
  execute format('create policy answer on meetings.key_answer for insert to goldenthread_app with check (answered_by = (select platform.actor()) and %s
    and exists (select from meetings.paper p join meetings.item_questions q on q.item = p.item join meetings.key_question k on k.question_set = q.question_set
      where p.id = paper and k.id = question))', mine);
  execute format('create policy answer_again on meetings.key_answer for update to goldenthread_app using (%s) with check (answered_by = (select platform.actor()) and %s)', mine, mine);
  execute format('create policy take_back on meetings.key_answer for delete to goldenthread_app using (%s)', mine);
end $$;

-- A check, or advice that was given, can be taken back.
alter table meetings.paper_check drop constraint paper_check_verdict_check;
alter table meetings.paper_check add constraint paper_check_verdict_check check (verdict in ('asked', 'cleared', 'returned', 'withdrawn'));
