-- Rates and rules of the law as dated data that administrators keep (requirements G10, G16): added, ended, put right with a reason; never overlapping.
-- Wales since 1 May 2021: three clear days as before, and the notice is published electronically (Local Government and Elections (Wales) Act 2021, schedule 4).
update governance.notice_law set ends_on = '2021-05-01' where legal_regime = 'lga1972-wales' and starts_on < '2021-05-01' and ends_on is null;
insert into governance.notice_law (legal_regime, mode, days, source, starts_on) values ('lga1972-wales', 'clear-working', 3,
  'Local Government Act 1972, sections 100A and 100B, as amended by the Local Government and Elections (Wales) Act 2021, schedule 4: published electronically', '2021-05-01');
alter table governance.notice_law
  add column id uuid not null default gen_random_uuid() unique,
  add column version int not null default 1;
alter table governance.notice_law rename constraint notice_law_legal_regime_daterange_excl to notice_law_one;
alter table governance.mile_rate add column version int not null default 1;

-- What was put right about a rule, what it said before, and why.
create table governance.rule_correction (
  id uuid primary key,
  kind text not null check (kind in ('mile-rates', 'notice')),
  rule uuid not null,
  on_day date not null,
  was text not null check (was <> ''),      -- what it said before, in words
  reason text not null check (reason <> '')
);
create index on governance.rule_correction (rule);
grant select, insert on governance.rule_correction to goldenthread_app;
grant insert, update on governance.mile_rate, governance.notice_law to goldenthread_app;
select platform.protect('governance.rule_correction');
do $$
declare name text;
begin
  create policy read on governance.rule_correction for select to goldenthread_app using (true);
  foreach name in array array['rule_correction', 'mile_rate', 'notice_law'] loop
    execute format('create policy add on governance.%I for insert to goldenthread_app with check ((select platform.is_administrator()))', name);
    continue when name = 'rule_correction';
    execute format('create policy change on governance.%I for update to goldenthread_app using ((select platform.is_administrator())) '
      || 'with check ((select platform.is_administrator()))', name);
  end loop;
end $$;

-- A rate by which somebody was or is to be paid stays what it was on that day.
create function governance.keep_used_rate() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from governance.expense_claim c where c.mile_rate = new.id and c.state <> 'withdrawn'
      and ((new.vehicle, new.pence) is distinct from (old.vehicle, old.pence) or c.spent_on < new.starts_on or c.spent_on >= coalesce(new.ends_on, 'infinity'))) then
    raise exception 'somebody was paid by it' using errcode = 'check_violation', constraint = 'mile_rate_used';
  end if;
  return new;
end $$;
revoke all on function governance.keep_used_rate() from public;
create trigger used_rate_stays before update on governance.mile_rate for each row execute function governance.keep_used_rate();
