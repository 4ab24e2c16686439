-- A paper travels (requirement M4): sent on from one board's meeting to another board, whose clerk takes it in; the comments of the first go with it.
create table meetings.sent_paper (
  id uuid primary key,
  paper uuid not null,                     -- as it stands at the board that sends it
  item uuid not null,
  meeting uuid not null,
  body uuid not null,
  category text not null check (category in ('public', 'exempt', 'confidential')),
  to_body uuid not null references governance.body,
  title text not null check (title <> ''), -- for the clerks of both boards; others read the title of the paper that was taken in
  why text not null default '',
  plan_item uuid not null unique references meetings.plan_item,
  state text not null default 'sent' check (state in ('sent', 'taken', 'refused')),
  reason text not null default '',         -- why it was refused
  sent_at timestamptz not null,
  actor uuid not null,
  to_paper uuid unique references meetings.paper,
  sent_version uuid references meetings.paper_version,   -- the version that was taken in
  taken_at timestamptz,
  comments text not null default '',       -- what the sending board said of it, seen by whoever sees the paper that was taken in
  comments_by text not null default '',
  commented_at timestamptz,
  version int not null default 1,
  foreign key (paper, item, meeting) references meetings.paper (id, item, meeting),
  foreign key (meeting, body) references meetings.meeting (id, body),
  check (to_body <> body),
  check ((state = 'taken') = (to_paper is not null) and (to_paper is null) = (sent_version is null) and (to_paper is null) = (taken_at is null)),
  check ((comments = '') = (commented_at is null))
);
create index on meetings.sent_paper (paper);
create index on meetings.sent_paper (to_body) where state = 'sent';
-- The second click sends nothing a second time.
create unique index sent_paper_once on meetings.sent_paper (paper, to_body) where state <> 'refused';
select platform.protect('meetings.sent_paper');
-- Rows are made by the functions below alone; the clerk who sends adds comments.
grant select, update (comments, comments_by, commented_at, version) on meetings.sent_paper to goldenthread_app;

create policy system on meetings.sent_paper to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
-- Clerks and chairs of both boards; and whoever sees the paper that came of it, sees where it has been.
create policy read on meetings.sent_paper for select to goldenthread_app using (
  body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])
  or to_body = any ((select governance.my_clerk_bodies())::uuid[]) or to_body = any ((select governance.my_chair_bodies())::uuid[])
  or exists (select from meetings.paper p where p.id = to_paper));
create policy comment on meetings.sent_paper for update to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[]) and state <> 'refused')
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]) and state <> 'refused');

-- Comments are what a meeting said: there are none before it began. They are in the name of whoever writes them.
create function meetings.comments_in_own_name() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.comments = old.comments then return new; end if;
  if new.comments <> '' and not exists (select from meetings.meeting m where m.id = new.meeting and m.state in ('in_progress', 'ended')) then
    raise exception 'the meeting has not begun' using errcode = 'check_violation', constraint = 'comments_of_a_meeting';
  end if;
  if governance.my_person() is not null then
    select p.name into new.comments_by from governance.person p where p.id = governance.my_person();
  end if;
  return new;
end $$;
create trigger comments_in_own_name before update of comments on meetings.sent_paper for each row execute function meetings.comments_in_own_name();

-- The stricter of two parts.
create function meetings.stricter_part(one text, other text) returns text language sql immutable as $$
  select case when 'confidential' in (one, other) then 'confidential' when 'exempt' in (one, other) then 'exempt' else 'public' end $$;

-- Offers a cleared or published paper to another board: a nomination on its forward plan. Words go there only where anybody may read them: the plan is
-- seen by members, and the paper may not be out. Null where the clerk may not, or the paper is not ready.
create function meetings.send_paper_on(asked uuid, target uuid, new_sent uuid, new_item uuid, why_sent text, at_instant timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p record; part text; from_name text; is_open boolean;
begin
  select q.*, i.category as item_category, i.withdrawn_at into p from meetings.paper q join meetings.agenda_item i on i.id = q.item where q.id = asked for share;
  if p.id is null or not p.body = any (governance.my_clerk_bodies()) then return null; end if;
  if p.state not in ('cleared', 'published') or p.withdrawn_at is not null or p.body = target then return null; end if;
  if exists (select from meetings.sent_paper s where s.paper = asked and s.to_body = target and s.state <> 'refused') then return null; end if;
  part := meetings.stricter_part(p.category, p.item_category);
  is_open := part = 'public' and p.sight = 'public';
  select name into from_name from governance.body where id = p.body;
  insert into meetings.plan_item (id, body, sight, title, summary, lead, purpose, state, nominated_by, nominated_at)
    values (new_item, target, 'draft', case when is_open then p.title else left(concat('A paper sent on by ', from_name), 200) end,
      case when is_open then why_sent else '' end, from_name, 'discussion', 'nominated', platform.actor(), at_instant);
  insert into meetings.sent_paper (id, paper, item, meeting, body, category, to_body, title, why, plan_item, sent_at, actor)
    values (new_sent, asked, p.item, p.meeting, p.body, part, target, p.title, why_sent, new_item, at_instant, platform.actor());
  return new_sent;
end $$;

-- Takes a paper that was sent into an item of the receiving board: the same words and files as the first draft of a paper of its own. What is exempt goes
-- under an exempt item only. Answers 'taken', or why it cannot be done; says nothing to whoever may not know of it.
create function meetings.take_paper_in(asked uuid, into_item uuid, new_paper uuid, new_version uuid, file_ids uuid[], at_instant timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s record; i record; p record; v record; part text;
begin
  select * into s from meetings.sent_paper where id = asked for update;
  select a.*, m.state as meeting_state into i from meetings.agenda_item a join meetings.meeting m on m.id = a.meeting where a.id = into_item for share;
  if s.id is null or i.id is null or s.to_body <> i.body or not i.body = any (governance.my_clerk_bodies()) then return 'paper-not-sent'; end if;
  if s.state <> 'sent' then return 'paper-not-waiting'; end if;
  if i.withdrawn_at is not null then return 'item-withdrawn-already'; end if;
  if i.meeting_state not in ('planned', 'called') then return 'meeting-not-open'; end if;
  select q.*, a.category as item_category into p from meetings.paper q join meetings.agenda_item a on a.id = q.item where q.id = s.paper for share;
  if p.state not in ('cleared', 'published') then return 'paper-not-cleared'; end if;
  select * into v from meetings.paper_version w
    where w.paper = p.id and w.state = case p.state when 'cleared' then 'draft' else 'published' end order by w.number desc limit 1;
  if v.id is null then return 'paper-not-cleared'; end if;
  part := meetings.stricter_part(p.category, p.item_category);
  if meetings.stricter_part(part, i.category) <> i.category then return 'item-not-exempt'; end if;
  insert into meetings.paper (id, item, meeting, body, category, title, author, state, submitted_at)
    values (new_paper, i.id, i.meeting, i.body, i.category, p.title, p.author, 'in_checking', s.sent_at);
  insert into meetings.paper_version (id, meeting, body, paper, category, number, fields, tree, state, made_by, made_at)
    values (new_version, i.meeting, i.body, new_paper, i.category, 1, v.fields, v.tree, 'draft', platform.actor(), at_instant);
  insert into meetings.paper_file (id, paper_version, meeting, position, role, kind, title, file_name, media_type, bytes, document, original, original_bytes,
      pages, alternative_text, findings, made_by, made_at)
    select file_ids[f.place], new_version, i.meeting, f.position, f.role, f.kind, f.title, f.file_name, f.media_type, f.bytes, f.document, f.original,
      f.original_bytes, f.pages, f.alternative_text, f.findings, platform.actor(), at_instant
      from (select g.*, row_number() over (order by g.position, g.id) as place from meetings.paper_file g where g.paper_version = v.id and g.role <> 'source') f;
  insert into platform.document_reference (sha256, holder_type, holder_id)
    select d.sha256, 'meetings.paper-file', f.id from meetings.paper_file f cross join lateral (values (f.document), (f.original)) d(sha256)
      where f.paper_version = new_version and d.sha256 is not null on conflict do nothing;
  update meetings.sent_paper set state = 'taken', to_paper = new_paper, sent_version = v.id, taken_at = at_instant, category = part, version = s.version + 1 where id = s.id;
  update meetings.plan_item set state = 'done', version = version + 1 where id = s.plan_item and state in ('nominated', 'accepted');
  return 'taken';
end $$;

-- What the receiving clerk makes of the nomination, the sending one reads.
create function meetings.sent_follows_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.state in ('refused', 'withdrawn') then
    update meetings.sent_paper set state = 'refused', reason = new.reason, version = version + 1 where plan_item = new.id and state = 'sent';
  elsif new.state = 'accepted' then
    update meetings.sent_paper s set state = 'sent', reason = '', version = s.version + 1 where s.plan_item = new.id and s.state = 'refused'
      and not exists (select from meetings.sent_paper o where o.paper = s.paper and o.to_body = s.to_body and o.state <> 'refused');
  end if;
  return new;
end $$;
create trigger sent_follows_plan after update of state on meetings.plan_item
  for each row when (old.state is distinct from new.state) execute function meetings.sent_follows_plan();

-- A paper that turns exempt while it waits takes its words off the other board's plan. Where it was taken in, the clerks there are told on its page.
create function meetings.sent_follows_category() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.plan_item p set title = left(concat('A paper sent on by ', b.name), 200), summary = '', version = p.version + 1,
      sight = case when p.sight = 'public' then 'members' else p.sight end
    from meetings.sent_paper s join governance.body b on b.id = s.body where s.paper = new.id and s.state = 'sent' and p.id = s.plan_item;
  update meetings.sent_paper set category = meetings.stricter_part(new.category, category), version = version + 1 where paper = new.id;
  return new;
end $$;
create trigger sent_follows_category after update of category on meetings.paper
  for each row when (old.category is distinct from new.category and new.category <> 'public') execute function meetings.sent_follows_category();

revoke all on function meetings.comments_in_own_name(), meetings.stricter_part(text, text), meetings.sent_follows_plan(), meetings.sent_follows_category(),
  meetings.send_paper_on(uuid, uuid, uuid, uuid, text, timestamptz), meetings.take_paper_in(uuid, uuid, uuid, uuid, uuid[], timestamptz) from public;
grant execute on function meetings.send_paper_on(uuid, uuid, uuid, uuid, text, timestamptz),
  meetings.take_paper_in(uuid, uuid, uuid, uuid, uuid[], timestamptz) to goldenthread_app;
