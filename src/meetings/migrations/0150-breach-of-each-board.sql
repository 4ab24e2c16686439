-- That papers came out late is recorded for each board at the table whose rule was not kept (requirements G10, M6), as each has its own certificate.
-- The nil id stands for a row that does not say: the trigger below puts the board that called in its place.
alter table meetings.breach add column of_body uuid default '00000000-0000-0000-0000-000000000000';
-- What was recorded so far was one reason for every board that was late as the pack went out; where no certificate says which, it is the one that called.
update meetings.breach b set of_body = coalesce(
  (select c.of_body from meetings.notice_certificate c where c.meeting = b.meeting and c.rule_key = b.rule_key and c.verdict ->> 'state' = 'late' and c.made_at = b.at
    order by c.of_body <> m.body, c.of_body limit 1), m.body)
  from meetings.meeting m where m.id = b.meeting;
alter table meetings.breach alter column of_body set not null, add foreign key (of_body) references governance.body,
  drop constraint breach_meeting_rule_key_key, add unique (meeting, rule_key, of_body);
insert into meetings.breach (id, meeting, rule_key, reason, approver, at, actor, of_body)
  select distinct on (b.meeting, b.rule_key, c.of_body) gen_random_uuid(), b.meeting, b.rule_key, b.reason, b.approver, b.at, b.actor, c.of_body
  from meetings.breach b join meetings.notice_certificate c on c.meeting = b.meeting and c.rule_key = b.rule_key and c.made_at = b.at
  where c.verdict ->> 'state' = 'late' and c.of_body <> b.of_body
  on conflict do nothing;
create trigger breach_of_a_body_that_meets before insert on meetings.breach
  for each row execute function meetings.refuse_certificate_of_another();
