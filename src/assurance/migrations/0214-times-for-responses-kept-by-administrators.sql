-- Within what time a response is due (S1) is kept by administrators: added, ended, put right with a reason; never overlapping.
alter table assurance.response_rule add column version int not null default 1,
  add constraint response_rule_one exclude using gist (name with =, daterange(starts_on, ends_on) with &&);
grant insert, update on assurance.response_rule to goldenthread_app;
create policy administer on assurance.response_rule to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
