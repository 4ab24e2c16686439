-- From which age a child is asked, and after how many days an own entry is due, is set by somebody, from a month on, and signed (requirement E10; handbook of early help
-- 3.4): another rule is another version of the indicator, which everybody reads with the month from which it holds.
alter table casework.voice_count_rule
  add column set_by uuid references governance.person,                  -- null: what the product brought
  add column set_on date,
  add constraint signed check ((set_by is null) = (set_on is null)),
  add constraint source_within check (length(source) <= 500);
grant insert on casework.voice_count_rule to goldenthread_casework;
drop policy read on casework.voice_count_rule;
create policy read on casework.voice_count_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]
  or (select casework.may_approve_sharing()) or (select casework.is_administrator()));
-- A month that is over keeps what held in it.
create policy set_it on casework.voice_count_rule for insert to goldenthread_casework with check (
  ((select casework.may_approve_sharing()) or (select casework.is_administrator())) and set_by = (select casework.me())
  and set_on = platform.today() and starts_on >= date_trunc('month', platform.today())::date);
create trigger append_only before update or delete on casework.voice_count_rule for each row execute function platform.refuse_change();

create function casework.tell_voice_rule() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Versions follow each other in time: the highest that has begun is the one that holds.
  if exists (select from casework.voice_count_rule r where r.starts_on > new.starts_on) then
    raise exception 'another rule is set from a later month' using errcode = 'check_violation', constraint = 'rules_follow';
  end if;
  insert into published.indicator (code, version, position, starts_on, title, meaning, unit, gives, over_time, has_year, reason_of, source)
    select i.code, i.version + 1, i.position, new.starts_on, i.title, format(
        'Of the families at the end of the month who have a child %s and whose last review, beginning or coming back lies %s or longer back: those in whose record a child has given a number, words or a drawing since, alone or with help. What somebody else reported for a child is not counted. Another age, or other days, would be another version.',
        case new.from_age when 0 then 'who is born' when 1 then 'of 1 year or older' else format('of %s years or older', new.from_age) end,
        case new.due_after_days when 1 then '1 day' else format('%s days', new.due_after_days) end),
      i.unit, i.gives, i.over_time, i.has_year, i.reason_of,
      format('%s. Set by %s', regexp_replace(new.source, '\.+$', ''), (select p.name from governance.person p where p.id = new.set_by))
    from published.indicator i where i.code = 'voice' order by i.version desc limit 1;
  return null;
end $$;
revoke all on function casework.tell_voice_rule() from public;
create trigger is_told after insert on casework.voice_count_rule for each row execute function casework.tell_voice_rule();
