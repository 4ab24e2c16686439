-- A PDF that somebody brought is written anew by its check (requirement X4): readers get `document`, which holds what was checked and nothing else. The file
-- as it came stays with its author and the clerks. Null for what is kept as it came, and for files of earlier releases, which no browser is given to open.
alter table meetings.paper_file
  add column original text check (original ~ '^[0-9a-f]{64}$'),
  add column original_bytes bigint check (original_bytes > 0),
  add check ((original is null) = (original_bytes is null)),
  add check (original is null or kind = 'pdf');

-- A sentence that stands in Part 2 and in something public of the same meeting, and of which somebody named said that it is not confidential (requirement
-- M6; handbook governance 7). It holds words of Part 2: only the clerks of the body read it, and nobody changes or deletes it.
create table meetings.cleared_sentence (
  id uuid primary key,
  meeting uuid not null,
  body uuid not null,
  publication uuid not null,               -- in whose files it was found
  sentence text not null check (char_length(sentence) >= 60),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),  -- of the sentence as the search compares it
  decided_by text not null check (decided_by in ('chair', 'monitoring-officer')),
  decided_name text not null check (decided_name <> ''),
  reason text not null check (reason <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  foreign key (meeting, body) references meetings.meeting (id, body),
  foreign key (publication, meeting) references meetings.publication (id, meeting),
  unique (meeting, digest)
);
select platform.protect('meetings.cleared_sentence');
grant select, insert on meetings.cleared_sentence to goldenthread_app;
create policy read on meetings.cleared_sentence for select to goldenthread_app
  using (body = any ((select governance.my_clerk_bodies())::uuid[]) or (select meetings.is_system()));
create policy keep on meetings.cleared_sentence for insert to goldenthread_app
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]) and made_by = (select platform.actor()));
