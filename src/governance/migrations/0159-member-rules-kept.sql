-- What law or custom asks of members is kept by administrators like the other dated rules (G13, G16): added, ended, put right with a reason; never overlapping.
alter table governance.member_rule
  add column id uuid not null default gen_random_uuid() unique,
  add column version int not null default 1,
  add constraint member_rule_one exclude using gist ((coalesce(legal_regime, '')) with =, kind with =, daterange(starts_on, ends_on) with &&);
alter table governance.rule_correction drop constraint rule_correction_kind_check,
  add constraint rule_correction_kind_check check (kind in ('mile-rates', 'notice', 'members'));
grant insert, update on governance.member_rule to goldenthread_app;
create policy add on governance.member_rule for insert to goldenthread_app with check ((select platform.is_administrator()));
create policy change on governance.member_rule for update to goldenthread_app using ((select platform.is_administrator()))
  with check ((select platform.is_administrator()));
