-- A request, concern or question from one body to another, with its answer and the day by which it is due (G3).
create table governance.body_request (
  id uuid primary key,
  from_body uuid not null references governance.body,
  to_body uuid not null references governance.body,
  kind text not null check (kind in ('request', 'concern', 'question')),
  subject text not null check (subject <> ''),
  words text not null check (words <> ''),
  decided_in text not null default '',     -- the meeting or decision that asks, in words; empty where none is named
  decision uuid,                           -- the decision's record, where it is held here; not a key: meetings keep their own tables
  asked_on date not null,
  due_on date not null,
  sight text not null check (sight in ('members', 'public')),
  recorded_for uuid not null references governance.body,   -- whose clerk entered it: the asker's, or the other's where the asker has none here
  answer text not null default '',
  answered_on date,
  answer_recorded_for uuid references governance.body,
  withdrawn_on date,
  withdrawn_because text not null default '',
  version int not null default 1,
  check (from_body <> to_body),
  check (due_on >= asked_on),
  check ((answer = '') = (answered_on is null) and (answered_on is null) = (answer_recorded_for is null)),
  check ((withdrawn_because = '') = (withdrawn_on is null)),
  check (answered_on is null or withdrawn_on is null),
  check (answered_on >= asked_on),
  check (withdrawn_on >= asked_on)
);
create index on governance.body_request (from_body);
create index on governance.body_request (to_body);
-- Sent twice is asked once.
create unique index body_request_once on governance.body_request (from_body, to_body, kind, asked_on, md5(subject || ' ' || words));

-- Whose clerk acts for a body towards another: its own, or the other's where nobody is its clerk here, for what comes by letter.
create function governance.speaks_for(own uuid, other uuid) returns uuid language sql stable as $$
  select case when exists (select from governance.office o where o.body = own and o.role = 'clerk' and governance.holds(o.starts_on, o.ends_on)) then own else other end $$;

-- What passes between two bodies is public where the rules of both say that they meet in public.
create function governance.both_public(one uuid, other uuid) returns boolean language sql stable as $$
  select count(distinct s.body) = 2 from governance.body_setting s
  where s.body in (one, other) and s.public_access = 'public' and governance.holds(s.starts_on, s.ends_on) $$;

-- What was asked stays as it was asked; it is answered for the body that was asked, withdrawn for the body that asked, and either once.
create function governance.keep_request() returns trigger language plpgsql as $$
declare mine uuid[] := governance.my_clerk_bodies();
begin
  if current_user <> 'goldenthread_app' then return new; end if;
  if new.sight = 'public' and (tg_op = 'INSERT' or old.sight <> 'public') and not governance.both_public(new.from_body, new.to_body) then
    raise exception 'not both bodies are open to the public' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.answered_on is not null or new.withdrawn_on is not null then
      raise exception 'a request begins without an answer' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.id, new.from_body, new.to_body, new.kind, new.subject, new.words, new.decided_in, new.decision, new.asked_on, new.due_on, new.recorded_for)
     is distinct from (old.id, old.from_body, old.to_body, old.kind, old.subject, old.words, old.decided_in, old.decision, old.asked_on, old.due_on, old.recorded_for)
     or new.sight <> old.sight then
    raise exception 'what was asked stays as it was asked' using errcode = 'insufficient_privilege';
  end if;
  if (new.answer, new.answered_on, new.answer_recorded_for) is distinct from (old.answer, old.answered_on, old.answer_recorded_for)
     and (old.answered_on is not null or old.withdrawn_on is not null or not governance.speaks_for(new.to_body, new.from_body) = any (mine)) then
    raise exception 'answered for the body that was asked, once' using errcode = 'insufficient_privilege';
  end if;
  if (new.withdrawn_on, new.withdrawn_because) is distinct from (old.withdrawn_on, old.withdrawn_because)
     and (old.answered_on is not null or old.withdrawn_on is not null or not governance.speaks_for(new.from_body, new.to_body) = any (mine)) then
    raise exception 'withdrawn for the body that asked, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger request_stays before insert or update on governance.body_request for each row execute function governance.keep_request();

grant select, insert, update on governance.body_request to goldenthread_app;
select platform.protect('governance.body_request');
-- Members, deputies, chairs and clerks of either body; everybody where it is public.
create policy read on governance.body_request for select to goldenthread_app using (
  sight = 'public' or from_body = any ((select governance.my_full_sight_bodies())::uuid[]) or to_body = any ((select governance.my_full_sight_bodies())::uuid[]));
create policy ask on governance.body_request for insert to goldenthread_app with check (
  governance.speaks_for(from_body, to_body) = any ((select governance.my_clerk_bodies())::uuid[]) and recorded_for = governance.speaks_for(from_body, to_body));
create policy settle on governance.body_request for update to goldenthread_app using (
  governance.speaks_for(from_body, to_body) = any ((select governance.my_clerk_bodies())::uuid[])
  or governance.speaks_for(to_body, from_body) = any ((select governance.my_clerk_bodies())::uuid[]));
