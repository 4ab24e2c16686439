-- Training changes (requirement E9): a course says of what kind it is and is worded anew, a course that is mandatory ends on a day with its source, and what
-- the partnership decided for training is set from a day on and signed.
alter table casework.training_course add column kind text not null default 'training' check (kind in ('training', 'briefing', 'event'));
comment on column casework.training_course.kind is 'A training teaches a competency; a briefing tells what is new; an event brings people together';
grant update (name, summary, kind, version) on casework.training_course to goldenthread_casework;
create policy change on casework.training_course for update to goldenthread_casework using ((select casework.is_organiser())) with check ((select casework.is_organiser()));
grant update (name, words, version) on casework.competency to goldenthread_casework;
create policy change on casework.competency for update to goldenthread_casework using ((select casework.is_organiser())) with check ((select casework.is_organiser()));
grant delete on casework.course_competency to goldenthread_casework;
create policy untie on casework.course_competency for delete to goldenthread_casework using ((select casework.is_organiser()));

-- What was mandatory stays mandatory for the days that are over: an end is written once, and for today or later.
alter table casework.mandatory_course
  add column ended_by uuid references governance.person,
  add column end_source text check (end_source ~ '\S' and length(end_source) <= 500),
  add constraint end_is_signed check ((ended_by is null) = (end_source is null) and (ended_by is null or ends_on is not null));
comment on column casework.mandatory_course.end_source is 'Who decided that it is mandatory no more, or where that stands; null where it has no end, or was entered with one';
create function casework.end_mandatory() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.ends_on is not null or new.ends_on is null or new.ended_by is null then
    raise exception 'it ends once, and is signed' using errcode = 'check_violation', constraint = 'ended_already';
  end if;
  if new.ends_on < platform.today() then raise exception 'days that are over stay as they were' using errcode = 'check_violation', constraint = 'end_is_over'; end if;
  return new;
end $$;
create trigger ends before update on casework.mandatory_course for each row execute function casework.end_mandatory();
revoke all on function casework.end_mandatory() from public;
grant update (ends_on, ended_by, end_source) on casework.mandatory_course to goldenthread_casework;
create policy end_it on casework.mandatory_course for update to goldenthread_casework using ((select casework.is_organiser()))
  with check ((select casework.is_organiser()) and ended_by = (select casework.me()));

alter table casework.training_rule
  add column later_months int not null default 3 check (later_months between 1 and 24),
  add column set_by uuid references governance.person,                  -- null: what the product brought
  add column set_on date,
  add constraint signed check ((set_by is null) = (set_on is null)),
  add constraint source_said check (source ~ '\S' and length(source) <= 500);
comment on column casework.training_rule.later_months is 'So many months after a session whoever attended is asked whether they used what they learnt';
grant insert on casework.training_rule to goldenthread_casework;
create policy read_to_set on casework.training_rule for select to goldenthread_casework using ((select casework.is_administrator()));
create policy set_it on casework.training_rule for insert to goldenthread_casework with check ((select casework.is_administrator())
  and set_by = (select casework.me()) and set_on = platform.today() and starts_on >= platform.today() and smallest_group >= 3);
create trigger append_only before update or delete on casework.training_rule for each row execute function platform.refuse_change();

-- Whether it was used is asked when there was time to use it.
alter policy say on casework.training_evaluation with check (exists (select from casework.booking b join casework.training_session s on s.id = b.session
  where b.id = booking and b.person = (select casework.me()) and b.attended and (stage = 'day' or platform.today() >= s.held_on + make_interval(months =>
    (select r.later_months from casework.training_rule r where r.starts_on <= platform.today() order by r.starts_on desc limit 1)))));
