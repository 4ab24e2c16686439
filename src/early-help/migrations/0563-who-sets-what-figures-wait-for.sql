-- What figures wait for is set by somebody, from a month on, and signed (requirement I6; handbook of early help 3.5): a row is added, none is changed.
alter table casework.figure_setting
  add column set_by uuid references governance.person,                  -- null: what the product brought
  add column set_on date,
  add constraint signed check ((set_by is null) = (set_on is null)),
  add constraint from_a_month_on check (extract(day from starts_on) = 1),
  add constraint source_said check (source ~ '\S' and length(source) <= 500),
  add constraint percent_within check (percent_from <= 1000);
grant insert on casework.figure_setting to goldenthread_casework;
drop policy read on casework.figure_setting;
create policy read on casework.figure_setting for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[] or (select casework.is_administrator()));
-- A month that is over keeps what held in it.
create policy set_it on casework.figure_setting for insert to goldenthread_casework with check (
  ((select casework.may_approve_sharing()) or (select casework.is_administrator())) and set_by = (select casework.me())
  and set_on = platform.today() and starts_on >= date_trunc('month', platform.today())::date);

-- The same for everybody who reads the figures: what held from which month on, and who set it.
create table published.setting (
  starts_on date primary key,
  late_days int not null,
  percent_from int not null,
  source text not null,
  set_by text,                                                          -- the name as it was that day; null: what the product brought
  set_on date,
  check ((set_by is null) = (set_on is null))
);
select platform.protect('published.setting');
grant select on published.setting to goldenthread_app, goldenthread_casework, goldenthread_figures;
create policy read on published.setting for select to goldenthread_app, goldenthread_casework, goldenthread_figures using (true);
create trigger append_only before update or delete on published.setting for each row execute function platform.refuse_change();
create function casework.tell_setting() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into published.setting (starts_on, late_days, percent_from, source, set_by, set_on)
    select new.starts_on, new.late_days, new.percent_from, new.source, (select p.name from governance.person p where p.id = new.set_by), new.set_on;
  return null;
end $$;
revoke all on function casework.tell_setting() from public;
insert into published.setting (starts_on, late_days, percent_from, source) select starts_on, late_days, percent_from, source from casework.figure_setting;
create trigger is_told after insert on casework.figure_setting for each row execute function casework.tell_setting();
create trigger append_only before update or delete on casework.figure_setting for each row execute function platform.refuse_change();

-- What would be published of a month that is over and not published yet. A month that goes on is not shown: whoever looked each day would see who came.
create or replace function casework.preview_month(asked date) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_localities() = '{}' then raise exception 'for co-ordinators' using errcode = 'insufficient_privilege'; end if;
  if extract(day from asked) <> 1 or asked + interval '1 month' > platform.today() or exists (select from published.snapshot s where s.month = asked) then
    raise exception 'a month that is over, and not published yet' using errcode = 'check_violation', constraint = 'month_is_over';
  end if;
  return casework.protected_month(asked, casework.counts_of(asked));
end $$;
