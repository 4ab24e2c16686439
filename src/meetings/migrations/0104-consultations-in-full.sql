-- Consultations with pages of their own (requirements G11, M1): by whom and of whom it is asked, how one answers, what it feeds, what came of it.
alter table meetings.consultation
  add column asked_by text not null default '',            -- who asks, in words; empty: the board itself
  add column audience text not null default '',            -- who is asked; empty where that is not recorded
  add column how text not null default '',                 -- how one answers; empty where that is not recorded
  add column plan_item uuid references meetings.plan_item, -- the matter of the plan that it feeds; null where none is chosen
  add column outcome text not null default '',             -- what came of it; empty until that is known
  add column outcome_on date,                              -- day on which that was settled
  add check ((outcome = '') = (outcome_on is null)),
  add check (outcome = '' or withdrawn_reason = ''),
  add check (outcome_on >= ends_on);
create index on meetings.consultation (plan_item) where plan_item is not null;
create index on meetings.consultation (meeting) where meeting is not null;

-- What was changed about a consultation once people could know of it, and why; shown with it, whoever may read it.
create table meetings.consultation_change (
  id uuid primary key,
  consultation uuid not null references meetings.consultation,
  on_day date not null,
  reason text not null check (reason <> ''),
  was_starts_on date not null,                             -- as it was before
  was_ends_on date not null
);
create index on meetings.consultation_change (consultation);
select platform.protect('meetings.consultation_change');
grant select, insert on meetings.consultation_change to goldenthread_app;
create policy system on meetings.consultation_change to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
create policy read on meetings.consultation_change for select to goldenthread_app
  using (exists (select from meetings.consultation c where c.id = consultation));
create policy keep on meetings.consultation_change for insert to goldenthread_app with check (
  exists (select from meetings.consultation c where c.id = consultation and c.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- A consultation feeds a matter that was on the plan of its own board when it was chosen: work that is handed on takes the matter along.
create function meetings.keep_consultation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.plan_item is not null and (tg_op = 'INSERT' or new.plan_item is distinct from old.plan_item) and not exists (select from meetings.plan_item p where p.id = new.plan_item and p.body = new.body) then
    raise exception 'the matter is on another plan' using errcode = 'check_violation', constraint = 'consultation_feeds_own_plan';
  end if;
  if tg_op = 'UPDATE' and (new.id, new.body) is distinct from (old.id, old.body) then
    raise exception 'a consultation stays with its board' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function meetings.keep_consultation() from public;
create trigger consultation_stays before insert or update on meetings.consultation for each row execute function meetings.keep_consultation();
