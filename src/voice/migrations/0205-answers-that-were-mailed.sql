-- The answer to a complaint is mailed to whoever left an address with it (requirement S3): what was sent, word for word, to that address and to no other. It is read by
-- whoever reads what was sent in, and is deleted with it.
create table voice.feedback_mail (
  feedback uuid primary key references voice.feedback_matter on delete cascade,
  body uuid not null references governance.body,
  delivery uuid,                           -- of platform.mail_delivery, which says whether it left; null: it was sent by another house, whose record was brought here
  recipient text not null check (recipient <> ''),
  subject text not null check (subject <> ''),
  text text not null check (text <> ''),
  sent_at timestamptz not null
);
grant select, insert on voice.feedback_mail to goldenthread_app;
select platform.protect('voice.feedback_mail');
create policy system on voice.feedback_mail to goldenthread_app using ((select voice.is_system())) with check ((select voice.is_system()));
create policy read on voice.feedback_mail for select to goldenthread_app using (exists (select from voice.feedback_matter m where m.feedback = feedback_mail.feedback));
create policy answer_it on voice.feedback_mail for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[])
  or exists (select from voice.feedback f where f.id = feedback and f.owner = (select governance.my_person()) and f.state = 'open'));
-- To the address that was left, and to nobody else; with the answer that stands in the record.
create function voice.keep_feedback_mail() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from voice.feedback_matter m where m.feedback = new.feedback and m.body = new.body and m.contact = new.recipient and m.answer <> ''
      and position(m.answer in new.text) > 0) then
    raise exception 'an answer goes to whoever complained' using errcode = 'check_violation', constraint = 'feedback_mail_to_its_sender';
  end if;
  return new;
end $$;
revoke all on function voice.keep_feedback_mail() from public;
create trigger to_its_sender before insert on voice.feedback_mail for each row execute function voice.keep_feedback_mail();
