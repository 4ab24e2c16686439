-- Where a board's decisions bind nobody by themselves, each lists the partners that must take it home, and what each of them said (requirement M10).
-- Known of a decision from the terms in force on its day (G14): true where it is final and its function's decisions bind nobody.
alter table meetings.decision add column binds_nobody boolean not null default false;
alter table meetings.decision add unique (id, body);

-- What was asked of the partners: to take the decision home, or to reply to a request to all agencies.
create table meetings.ratification_ask (
  decision uuid primary key,
  body uuid not null,
  purpose text not null check (purpose in ('ratify', 'reply')),
  rule text not null check (rule in ('all', 'number', 'class')),
  needed int check (needed > 0),           -- how many, where the rule is a number
  class text not null default '',          -- the kind of seat all of whose partners must agree, where the rule is a class
  starts_on date,                          -- not in force before; null: as soon as the rule is satisfied
  asked_on date not null,
  due_on date not null,
  withdrawn boolean not null default false, -- with its decision
  version int not null default 1,
  foreign key (decision, body) references meetings.decision (id, body),
  check ((rule = 'number') = (needed is not null)),
  check ((rule = 'class') = (class <> '')),
  check (due_on >= asked_on)
);
create index on meetings.ratification_ask (body);

-- One partner that must take a decision home.
create table meetings.ratification (
  id uuid primary key,
  decision uuid not null references meetings.ratification_ask,
  body uuid not null,
  organisation uuid not null references governance.organisation,
  name text not null check (name <> ''),   -- as it was called when it was asked
  class text not null default '',
  lead uuid references governance.person,  -- who answers for it, signed in; null: the clerk enters its word
  foreign key (decision, body) references meetings.decision (id, body),
  unique (decision, organisation),
  unique (id, decision, body)
);
create index on meetings.ratification (lead);

-- The words that partners are asked to take home. The first are the decision's; a text that takes up a partner's changes is the next.
create table meetings.ratification_text (
  decision uuid not null references meetings.ratification_ask,
  number int not null check (number > 0),
  text text not null check (text <> ''),
  reason text not null default '',
  takes_up uuid,                           -- the partner whose changes these are: it has agreed to them
  put_on date not null,
  actor uuid not null,
  primary key (decision, number),
  foreign key (takes_up) references meetings.ratification,
  check ((number = 1) = (reason = ''))
);

-- What a partner said of one text; the latest counts, and nothing that was said is overwritten.
create table meetings.ratification_answer (
  id uuid primary key,
  ratification uuid not null,
  decision uuid not null,
  body uuid not null,
  text_number int not null,
  number int not null check (number > 0),  -- 1: the partner's answer to this text; above: put right by the clerk
  answer text not null check (answer in ('agreed', 'agreed_with_changes', 'declined')),
  own_body text not null check (own_body <> ''),   -- which of the partner's own bodies decided it
  answered_on date not null,
  reference text not null default '',
  words text not null default '',          -- the changes that it wants, or why it declines
  recorded_as text not null check (recorded_as in ('lead', 'clerk')),
  recorded_by text not null check (recorded_by <> ''),
  evidence text not null default '',       -- on what the clerk enters it
  actor uuid not null,
  recorded_at timestamptz not null,
  foreign key (ratification, decision, body) references meetings.ratification (id, decision, body),
  foreign key (decision, text_number) references meetings.ratification_text (decision, number),
  unique (ratification, text_number, number),
  check (answer = 'agreed' or words <> ''),
  check ((recorded_as = 'clerk') = (evidence <> ''))
);
create index on meetings.ratification_answer (decision);

-- A partner that has not answered is reminded once at each stage, for each text.
create table meetings.ratification_reminder (
  ratification uuid not null references meetings.ratification on delete cascade,
  text_number int not null,
  stage text not null check (stage in ('week-before', 'day-before', 'overdue')),
  at timestamptz not null,
  primary key (ratification, text_number, stage)
);

-- Only the words that stand are answered, and only while the decision stands; the lock makes an answer wait for a text that is being put.
create function meetings.refuse_old_text() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare latest int; gone boolean;
begin
  perform from meetings.ratification_ask where decision = new.decision for share;
  select max(number) into latest from meetings.ratification_text where decision = new.decision;
  select withdrawn into gone from meetings.ratification_ask where decision = new.decision;
  if gone or latest is distinct from new.text_number then
    raise exception 'these words no longer stand' using errcode = 'check_violation', constraint = 'the_text_that_stands';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_old_text() from public;
create trigger the_text_that_stands before insert on meetings.ratification_answer for each row execute function meetings.refuse_old_text();

-- What was asked of partners keeps the words that they were asked about: the decision's own are no longer changed.
create function meetings.refuse_words_that_were_asked() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from meetings.ratification_ask where decision = new.id) then
    raise exception 'partners were asked about these words' using errcode = 'check_violation', constraint = 'asked_of_partners';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_words_that_were_asked() from public;
create trigger asked_of_partners before update of text on meetings.decision
  for each row when (old.text is distinct from new.text) execute function meetings.refuse_words_that_were_asked();

create function meetings.withdraw_ask_with_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.ratification_ask set withdrawn = true where decision = new.id;
  return new;
end $$;
revoke all on function meetings.withdraw_ask_with_decision() from public;
create trigger withdraw_ask_with_decision after update of withdrawn on meetings.decision
  for each row when (new.withdrawn) execute function meetings.withdraw_ask_with_decision();

do $$
declare name text;
begin
  foreach name in array array['ratification_ask', 'ratification', 'ratification_text', 'ratification_answer', 'ratification_reminder'] loop
    perform platform.protect(format('meetings.%I', name)::regclass);
    execute format('create policy system on meetings.%I to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()))', name);
  end loop;
end $$;
grant select, insert, update on meetings.ratification_ask to goldenthread_app;
grant select, insert, delete, update (lead) on meetings.ratification to goldenthread_app;
grant select, insert on meetings.ratification_text, meetings.ratification_answer, meetings.ratification_reminder to goldenthread_app;

-- Seen as far as the decision; whoever answers for a partner sees that partner's own besides.
create policy read on meetings.ratification for select to goldenthread_app using (
  exists (select from meetings.decision d where d.id = decision) or lead = (select governance.my_person()));
create policy read on meetings.ratification_ask for select to goldenthread_app using (
  exists (select from meetings.decision d where d.id = decision) or exists (select from meetings.ratification r where r.decision = ratification_ask.decision));
create policy read on meetings.ratification_text for select to goldenthread_app using (
  exists (select from meetings.ratification r where r.decision = ratification_text.decision));
create policy read on meetings.ratification_answer for select to goldenthread_app using (
  exists (select from meetings.ratification r where r.id = ratification));

-- The clerk asks, names who answers, and puts changed words. A partner that answered stays on the list.
create policy ask on meetings.ratification_ask for insert to goldenthread_app with check (
  body = any ((select governance.my_clerk_bodies())::uuid[]) and version = 1);
create policy ask_again on meetings.ratification_ask for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy name on meetings.ratification for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy name_lead on meetings.ratification for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[])) with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy unname on meetings.ratification for delete to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[])
  and not exists (select from meetings.ratification_answer a where a.ratification = id));
create policy put on meetings.ratification_text for insert to goldenthread_app with check (actor = (select platform.actor()) and exists (
  select from meetings.ratification_ask q where q.decision = ratification_text.decision and q.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- A partner's lead answers once, in its name; the clerk enters its word with the evidence, and puts right what was entered.
create policy answer_as_lead on meetings.ratification_answer for insert to goldenthread_app with check (
  recorded_as = 'lead' and number = 1 and actor = (select platform.actor())
  and exists (select from meetings.ratification r where r.id = ratification and r.lead = (select governance.my_person())));
create policy answer_as_clerk on meetings.ratification_answer for insert to goldenthread_app with check (
  recorded_as = 'clerk' and actor = (select platform.actor()) and body = any ((select governance.my_clerk_bodies())::uuid[]));
