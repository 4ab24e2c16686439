-- A report that commits money names a budget line of a fund, or an own budget of an organisation: its year, the sum, the post that holds it, which post confirmed that the
-- money is there and when (requirement C16; handbook of commissioning 1.6). Without that it is not cleared, by whatever way.
create table meetings.own_budget (
  id uuid primary key,
  paper uuid not null references meetings.paper,
  body uuid not null,
  organisation uuid not null references governance.organisation,
  title text not null check (title <> ''),
  year int not null check (year between 2000 and 2100),
  pence bigint not null check (pence > 0),
  holder text not null check (holder <> ''),
  confirmed_by text not null default '',
  confirmed_on date,
  made_by uuid not null,
  unique (paper, organisation, title, year),
  check ((confirmed_on is null) = (confirmed_by = ''))
);
comment on table meetings.own_budget is 'An own budget of an organisation out of which a report commits money.';
comment on column meetings.own_budget.year is 'The financial year, by the calendar year in which it begins.';
comment on column meetings.own_budget.holder is 'The post that holds the budget.';
comment on column meetings.own_budget.confirmed_by is 'The post that confirmed that the money is there; empty: nobody yet.';
create index on meetings.own_budget (organisation);

select platform.protect('meetings.own_budget');
grant select, insert, delete on meetings.own_budget to goldenthread_app;
create policy system on meetings.own_budget to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
-- Seen by whoever may see the report; named by its author or the clerk while it is written and checked.
create policy read on meetings.own_budget for select to goldenthread_app using (exists (select from meetings.paper p where p.id = paper));
do $$
declare mine constant text := 'exists (select from meetings.paper p where p.id = paper and p.body = own_budget.body and p.state in (''draft'', ''in_checking'')
  and (p.author = (select governance.my_person()) or p.body = any ((select governance.my_clerk_bodies())::uuid[])))';
begin
  execute format('create policy add on meetings.own_budget for insert to goldenthread_app with check (made_by = (select platform.actor()) and %s)', mine);
  execute format('create policy take_away on meetings.own_budget for delete to goldenthread_app using (%s)', mine);
end $$;

create function meetings.keep_own_budget() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from meetings.paper p where p.id = new.paper and p.body = new.body) then
    raise exception 'a report of another board' using errcode = 'check_violation', constraint = 'own_budget_of_report';
  end if;
  if new.confirmed_on > platform.today() then
    raise exception 'that day is still to come' using errcode = 'check_violation', constraint = 'own_budget_confirmed';
  end if;
  return new;
end $$;
create trigger own_budget_steps before insert on meetings.own_budget for each row execute function meetings.keep_own_budget();

revoke all on function meetings.keep_own_budget() from public;
