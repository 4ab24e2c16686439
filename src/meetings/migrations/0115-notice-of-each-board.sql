-- Notice of a joint meeting is judged for each board at the table by its own terms and law (requirements G10, M6): a certificate each, `of_body` says whose.
-- The nil id stands for a row that does not say: the trigger below puts the board that called in its place.
alter table meetings.notice_certificate add column of_body uuid default '00000000-0000-0000-0000-000000000000';
update meetings.notice_certificate c set of_body = m.body from meetings.meeting m where m.id = c.meeting;
alter table meetings.notice_certificate alter column of_body set not null, add foreign key (of_body) references governance.body,
  drop constraint notice_certificate_publication_rule_key_key, add unique (publication, rule_key, of_body);

create function meetings.refuse_certificate_of_another() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m record;
begin
  select body, joint into m from meetings.meeting where id = new.meeting;
  if new.of_body is null or new.of_body = '00000000-0000-0000-0000-000000000000' then new.of_body := m.body; end if;
  if platform.actor() is not null and new.of_body <> m.body and not new.of_body = any (m.joint) then
    raise exception 'this body does not meet here' using errcode = 'check_violation', constraint = 'certificate_of_a_body_that_meets';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_certificate_of_another() from public;
create trigger certificate_of_a_body_that_meets before insert on meetings.notice_certificate
  for each row execute function meetings.refuse_certificate_of_another();

-- A board that agrees to meet after the pack went out has its certificate made as its clerk agrees: of that board alone, whose meeting it now is.
create policy keep_own on meetings.notice_certificate for insert to goldenthread_app
  with check (of_body = any ((select governance.my_clerk_bodies())::uuid[])
    and exists (select from meetings.meeting m where m.id = meeting and of_body = any (m.joint)));
