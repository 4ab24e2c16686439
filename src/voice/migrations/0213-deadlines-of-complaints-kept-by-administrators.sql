-- Within what time complaints are answered (S3) is kept by administrators: two rules of one stage of a procedure never hold on one day.
alter table voice.feedback_rule add column version int not null default 1,
  add constraint feedback_rule_one exclude using gist (procedure with =, stage with =, daterange(starts_on, ends_on) with &&);
