-- A resolution to exclude the press and the public may be for a single paper that is exempt for itself, under an item that everybody hears (requirements M3, M16;
-- Local Government Act 1972, section 100A(4): for so long as the exempt matter is before the meeting, and no longer).
create table meetings.exclusion_paper (
  exclusion uuid not null,
  meeting uuid not null,
  paper uuid not null,
  primary key (exclusion, paper),
  foreign key (exclusion, meeting) references meetings.exclusion (id, meeting) on delete cascade,
  foreign key (paper, meeting) references meetings.paper (id, meeting)
);
create index on meetings.exclusion_paper (paper);
select platform.protect('meetings.exclusion_paper');
grant select, insert, delete on meetings.exclusion_paper to goldenthread_app;
create policy system on meetings.exclusion_paper to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
-- Seen as far as the resolution. It tells no more than the agenda, on which the paper stands as held back.
create policy read on meetings.exclusion_paper for select to goldenthread_app using (exists (select from meetings.exclusion e where e.id = exclusion));
create policy keep on meetings.exclusion_paper to goldenthread_app
  using (exists (select from meetings.exclusion e where e.id = exclusion and e.body = any ((select governance.my_clerk_bodies())::uuid[])))
  with check (exists (select from meetings.exclusion e where e.id = exclusion and e.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- Only what is exempt for itself, and with the members: a draft that nobody has is no matter before the meeting, and a resolution names nothing of it.
create function meetings.refuse_other_paper() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from meetings.paper p join meetings.paper_secrecy s on s.paper = p.id where p.id = new.paper and p.sight <> 'draft') then
    raise exception 'this paper is not exempt for itself' using errcode = 'check_violation', constraint = 'excluded_for_an_exempt_paper';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_other_paper() from public;
create trigger excluded_for_an_exempt_paper before insert on meetings.exclusion_paper for each row execute function meetings.refuse_other_paper();

-- Who agreed to an item that was nominated for the forward plan, and when (requirement M1). Null: nobody had to, or that is not known.
alter table meetings.plan_item add column accepted_by uuid, add column accepted_at timestamptz,
  add check ((accepted_by is null) = (accepted_at is null)), add check (state <> 'nominated' or accepted_at is null);
update meetings.plan_item p set accepted_by = a.actor, accepted_at = a.at
  from (select distinct on (subject) subject, actor, at from platform.audit_entry where act in ('plan.accept', 'plan.added') order by subject, at desc) a
  where a.subject = p.id and p.state <> 'nominated';
create function meetings.accepted_by_oneself() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.accepted_at is not null and (new.accepted_by, new.accepted_at) is distinct from (old.accepted_by, old.accepted_at) then
    raise exception 'who accepted an item stays as recorded' using errcode = 'insufficient_privilege';
  end if;
  if current_user = 'goldenthread_app' and new.accepted_by is not null and (tg_op = 'INSERT' or old.accepted_by is null) and new.accepted_by is distinct from platform.actor() then
    raise exception 'nobody accepts an item for somebody else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger accepted_by_oneself before insert or update on meetings.plan_item for each row execute function meetings.accepted_by_oneself();
