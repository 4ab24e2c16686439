-- Records of kinds that the sample leaves empty, so that an upgrade meets every table with something in it. Names are invented.
insert into governance.bank_holiday values ('england-and-wales', '2030-06-03', 'A day of thanks', '2029-11-01', 'https://example.org/holidays');
insert into governance.holiday_horizon values ('england-and-wales', '2012-01-01', '2030-12-31');
insert into meetings.action_note
  select gen_random_uuid(), id, E'Letter sent — “two schools”\tanswered\nby Friday \\ 😀', '2026-03-09 10:00:00.123456+00', platform.system_actor() from meetings.action order by id limit 3;
insert into meetings.joint_body
  select m.id, b.id from (select id, body from meetings.meeting order by held_on desc, id limit 1) m, governance.body b where b.id <> m.body order by 1, 2 limit 1;
insert into meetings.late_consent
  select gen_random_uuid(), id, 'chair', 'Mared Pugh', 'The figures came on Monday.', '2026-03-09 10:00+00', platform.system_actor() from meetings.paper order by id limit 1;
insert into meetings.paper_check
  select gen_random_uuid(), id, 'finance', true, 'returned', 'Say where the money comes from.', 'Ifan Rees', '2026-03-09 10:00+00', platform.system_actor() from meetings.paper order by id limit 2;
insert into meetings.plan_move
  select gen_random_uuid(), id, null, null, 'Not ready', '2026-03-09 10:00+00', platform.system_actor() from meetings.plan_item order by id limit 1;
insert into meetings.quorum_waiver
  select id, body, 'members', 'Two members', 'Both agreed.', '2026-03-09 10:00+00', platform.system_actor() from meetings.meeting where state = 'ended' order by id limit 1;
insert into meetings.reminder select id, 'day-before', '2026-03-09 06:30+00', null from meetings.paper order by id limit 1;
insert into identity.link select gen_random_uuid(), id, 'password-reset', sha256('no token'), null, '2026-03-11 10:00+00', null, '2026-03-10 10:00+00'
  from identity.user_account order by email limit 1;
