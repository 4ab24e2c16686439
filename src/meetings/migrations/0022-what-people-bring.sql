-- Files that belong to a version of a paper (requirements M4, M6, X4): kept page for page, converted, or offered as a download with a printed cover page.
create table meetings.paper_file (
  id uuid primary key,
  paper_version uuid not null,
  meeting uuid not null,
  position int not null,
  role text not null check (role in ('paper', 'appendix', 'source')),   -- the paper itself; behind it; what the text was converted from, which is not published
  kind text not null check (kind in ('pdf', 'docx', 'spreadsheet', 'slides', 'image')),
  title text not null check (title <> ''),
  file_name text not null check (file_name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  document text not null check (document ~ '^[0-9a-f]{64}$'),
  pages int check (pages > 0),             -- of a PDF; null for the others
  alternative_text text not null default '',
  findings jsonb not null default '{}',    -- what the check found: for a PDF whether it is tagged, has text, a title, a language
  proposal jsonb,                          -- text that was converted from a source and waits for its author's word; null: none waits
  made_by uuid not null,
  made_at timestamptz not null,
  foreign key (paper_version, meeting) references meetings.paper_version (id, meeting),
  check (kind <> 'pdf' or pages is not null),
  check (kind <> 'image' or alternative_text <> ''),
  check ((role = 'source') = (kind = 'docx')),
  check (proposal is null or role = 'source')
);
create index on meetings.paper_file (paper_version, position);
select platform.protect('meetings.paper_file');
grant select, insert, update, delete on meetings.paper_file to goldenthread_app;
-- Whoever reads the version reads its files: the question is asked under the asker's own rights. What a text was converted from is its author's and the clerks'.
create policy read on meetings.paper_file for select to goldenthread_app using (
  exists (select from meetings.paper_version v where v.id = paper_version and (role <> 'source' or v.body = any ((select governance.my_clerk_bodies())::uuid[])
    or exists (select from meetings.paper p where p.id = v.paper and p.author = (select governance.my_person())))));
-- Files change with the draft that they belong to; what was published stays.
create policy keep on meetings.paper_file to goldenthread_app
  using (exists (select from meetings.paper_version v where v.id = paper_version and v.state = 'draft'
    and (v.body = any ((select governance.my_clerk_bodies())::uuid[]) or exists (select from meetings.paper p where p.id = v.paper and p.author = (select governance.my_person())))))
  with check (exists (select from meetings.paper_version v where v.id = paper_version and v.state = 'draft'
    and (v.body = any ((select governance.my_clerk_bodies())::uuid[]) or exists (select from meetings.paper p where p.id = v.paper and p.author = (select governance.my_person())))));
create policy as_oneself on meetings.paper_file as restrictive for insert to goldenthread_app with check (made_by = (select platform.actor()) or (select meetings.is_system()));
create policy system on meetings.paper_file to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
