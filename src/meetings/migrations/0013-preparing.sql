-- What preparing a meeting needs besides: paragraphs of Schedule 12A, numbers set by hand, authors who see their meeting, reminders sent once.

-- Schedule 12A to the Local Government Act 1972 for England, as substituted from 1 March 2006; a list a regime, so that others can follow.
insert into governance.code (list, code, label, source, position, starts_on) values
  ('exempt-paragraph', 'lga1972.1', 'Information about an individual', 'Local Government Act 1972, Schedule 12A, paragraph 1 (England)', 1, '2006-03-01'),
  ('exempt-paragraph', 'lga1972.2', 'Information likely to reveal who an individual is', 'Local Government Act 1972, Schedule 12A, paragraph 2 (England)', 2, '2006-03-01'),
  ('exempt-paragraph', 'lga1972.3', 'Information about financial or business affairs', 'Local Government Act 1972, Schedule 12A, paragraph 3 (England)', 3, '2006-03-01'),
  ('exempt-paragraph', 'lga1972.4', 'Consultations or negotiations on labour relations', 'Local Government Act 1972, Schedule 12A, paragraph 4 (England)', 4, '2006-03-01'),
  ('exempt-paragraph', 'lga1972.5', 'Legal professional privilege', 'Local Government Act 1972, Schedule 12A, paragraph 5 (England)', 5, '2006-03-01'),
  ('exempt-paragraph', 'lga1972.6', 'A notice, order or direction that is proposed', 'Local Government Act 1972, Schedule 12A, paragraph 6 (England)', 6, '2006-03-01'),
  ('exempt-paragraph', 'lga1972.7', 'Action to prevent, investigate or prosecute crime', 'Local Government Act 1972, Schedule 12A, paragraph 7 (England)', 7, '2006-03-01')
on conflict (list, code) do nothing;

alter table meetings.agenda_item add column numbered_by_hand boolean not null default false, add column withdrawn_reason text not null default '';

-- An author need not belong to the body, and must know when the meeting is.
create function meetings.my_paper_meetings() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is null then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct p.meeting), '{}') from meetings.paper p where p.author = governance.my_person() and p.state <> 'withdrawn'
  );
end $$;
revoke all on function meetings.my_paper_meetings() from public;
grant execute on function meetings.my_paper_meetings() to goldenthread_app;
create policy read_as_author on meetings.meeting for select to goldenthread_app using (id = any ((select meetings.my_paper_meetings())::uuid[]));

-- One mail a stage: the daily job writes here first, so that it never writes twice.
create table meetings.reminder (
  paper uuid not null references meetings.paper,
  stage text not null check (stage in ('week-before', 'day-before', 'overdue')),
  at timestamptz not null,
  mail uuid,
  primary key (paper, stage)
);
select platform.protect('meetings.reminder');
create policy system on meetings.reminder to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
create policy read on meetings.reminder for select to goldenthread_app using (exists (select from meetings.paper p where p.id = paper));
grant select, insert on meetings.reminder to goldenthread_app;

-- Goldenthread itself writes to authors and members when no person acts.
create policy read_contact_as_system on governance.person_contact for select to goldenthread_app using (platform.actor() = platform.system_actor());
