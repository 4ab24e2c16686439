-- Where the law wants members in the room (M8, G6) is kept by administrators like the other dated rules: added, ended, put right with a reason, never
-- overlapping. Until now these were codes of the list 'presence-law', '<regime>' or '<regime>/<from>'.
create table governance.presence_law (
  id uuid primary key,
  legal_regime text not null check (legal_regime <> ''),
  source text not null check (source ~ '\S'),               -- the act that wants them there, or that let them join from elsewhere for a time
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint presence_law_one exclude using gist (legal_regime with =, daterange(starts_on, ends_on) with &&)
);
grant select, insert, update on governance.presence_law to goldenthread_app;
select platform.protect('governance.presence_law');
create policy read on governance.presence_law for select to goldenthread_app using (true);
create policy add on governance.presence_law for insert to goldenthread_app with check ((select platform.is_administrator()));
create policy change on governance.presence_law for update to goldenthread_app using ((select platform.is_administrator()))
  with check ((select platform.is_administrator()));
insert into governance.presence_law (id, legal_regime, source, starts_on, ends_on)
  select gen_random_uuid(), split_part(code, '/', 1), source, starts_on, ends_on from governance.code where list = 'presence-law';
delete from governance.code where list = 'presence-law';

-- Dated rules of every part are put right alike, and what they said before stays here: the part says what kinds there are.
alter table governance.rule_correction drop constraint rule_correction_kind_check,
  add constraint rule_correction_kind_check check (kind ~ '^[a-z]+(-[a-z]+)*$');
