-- What somebody typed into a form and has not saved yet (requirement X5): kept while it is typed, for that person alone. It is no version, and it
-- leaves no trace in the audit; saving the form removes it.
create table meetings.unsaved_text (
  actor uuid not null,
  kind text not null check (kind in ('paper', 'minutes')),
  subject uuid not null,                   -- the draft of a paper (paper_version), or the minutes
  meeting uuid not null references meetings.meeting,
  base int not null check (base > 0),      -- version of what stood in the form at first
  revision int not null check (revision > 0),
  fields jsonb not null check (jsonb_typeof(fields) = 'object' and octet_length(fields::text) <= 8000000),
  kept_at timestamptz not null,
  primary key (actor, kind, subject)
);
select platform.protect('meetings.unsaved_text');
grant select, insert, update, delete on meetings.unsaved_text to goldenthread_app;
-- One's own, and only as long as one may write the record: whoever lost that does not keep a copy of its words here.
create policy own on meetings.unsaved_text to goldenthread_app
  using (actor = (select platform.actor()) and case kind
    when 'paper' then exists (select from meetings.paper_version v where v.id = subject and v.meeting = unsaved_text.meeting and v.state = 'draft'
      and (v.body = any ((select governance.my_clerk_bodies())::uuid[])
        or exists (select from meetings.paper p where p.id = v.paper and p.author = (select governance.my_person()))))
    else exists (select from meetings.minutes m where m.id = subject and m.meeting = unsaved_text.meeting
      and m.body = any ((select governance.my_clerk_bodies())::uuid[])) end)
  with check (actor = (select platform.actor()) and case kind
    when 'paper' then exists (select from meetings.paper_version v where v.id = subject and v.meeting = unsaved_text.meeting and v.state = 'draft'
      and (v.body = any ((select governance.my_clerk_bodies())::uuid[])
        or exists (select from meetings.paper p where p.id = v.paper and p.author = (select governance.my_person()))))
    else exists (select from meetings.minutes m where m.id = subject and m.meeting = unsaved_text.meeting
      and m.body = any ((select governance.my_clerk_bodies())::uuid[])) end);

-- A draft that is published or withdrawn is a draft no more: nobody's unsaved words for it stay.
create function meetings.forget_unsaved() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from meetings.unsaved_text where kind = 'paper' and subject = new.id;
  return new;
end $$;
revoke all on function meetings.forget_unsaved() from public;
create trigger unsaved_goes_with_the_draft after update of state on meetings.paper_version
  for each row when (old.state = 'draft' and new.state <> 'draft') execute function meetings.forget_unsaved();
