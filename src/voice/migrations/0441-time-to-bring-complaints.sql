-- Within what time a complaint is brought (requirement S3), by what right: dated data, kept by administrators. One that comes later is taken with a reason or set
-- aside with words; it is never refused in silence, and the table holds to it.
create table voice.bringing_rule (
  id uuid primary key,
  procedure text not null check (procedure <> ''),         -- as voice.feedback_rule names it
  months int not null check (months between 1 and 240),
  counts_from text not null check (counts_from in ('happened', 'noticed')), -- 'noticed': the day on which whoever complains came to know of it, where that is later
  source text not null check (source <> ''),
  is_confirmed boolean not null default false,             -- false: the page says to check it before relying on it
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint bringing_rule_one exclude using gist (procedure with =, daterange(starts_on, ends_on) with &&)
);
insert into voice.bringing_rule (id, procedure, months, counts_from, source, is_confirmed, starts_on) values
  ('018f0441-0000-7000-8000-000000000001', 'Children Act complaint', 12, 'happened',
    'Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 9', false, '2006-09-01'),
  ('018f0441-0000-7000-8000-000000000002', 'Adult social care or NHS complaint', 12, 'noticed',
    'Local Authority Social Services and National Health Service Complaints (England) Regulations 2009, regulation 12', false, '2009-04-01');

alter table voice.feedback
  add column happened_on date check (happened_on <= received_on), -- or came to be known; null: not said
  add column late_because text not null default '' check (length(late_because) <= 500); -- why it is taken though it came late

-- Of a first stage alone: who appeals has brought it before.
create function voice.brought_in_time() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.state in ('open', 'answered') and new.happened_on is not null and new.late_because = '' and exists (
      select from voice.feedback_rule f join voice.bringing_rule b on b.procedure = f.procedure
        and b.starts_on <= new.received_on and (b.ends_on is null or new.received_on < b.ends_on)
      where f.id = new.rule and f.stage = 1 and new.received_on > (new.happened_on + make_interval(months => b.months))::date) then
    raise exception 'a complaint that comes late is taken with a reason' using errcode = 'check_violation', constraint = 'late_with_reason';
  end if;
  return new;
end $$;
revoke all on function voice.brought_in_time() from public;
create trigger brought_in_time before insert or update of state, rule, happened_on, late_because on voice.feedback
  for each row execute function voice.brought_in_time();

select platform.protect('voice.bringing_rule');
grant select, insert, update on voice.bringing_rule to goldenthread_app;
create policy system on voice.bringing_rule to goldenthread_app using ((select voice.is_system())) with check ((select voice.is_system()));
create policy read on voice.bringing_rule for select to goldenthread_app using (true);
create policy administer on voice.bringing_rule to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
comment on table voice.bringing_rule is 'Within what time a complaint is brought, by what right, from when on.';
