-- The rules of contracts are kept by administrators on a page (requirements C9, C11, G16): what laws of buying ask for, from which value on and whether somebody has checked it against its source;
-- rates of VAT; steps of a renewal; from how many rates on it is told how far they lie apart.
alter table commissioning.regime_duty
  add column is_confirmed boolean not null default true,   -- somebody has checked it against its source
  add column above_pounds int check (above_pounds > 0);    -- what it is asked above, in whole pounds as laws write it
update commissioning.regime_duty set is_confirmed = source not like '%believed%', above_pounds = above / 100;
alter table commissioning.regime_duty add constraint regime_duty_above check (above is not distinct from above_pounds::bigint * 100);

-- Pounds and pence say the same; a rule that follows another holds for the same processes of its regime.
create function commissioning.keep_regime_duty() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.above_pounds is null then new.above_pounds := new.above / 100; else new.above := new.above_pounds::bigint * 100; end if;
    if new.processes = '{}' and not commissioning.is_system() then
      new.processes := coalesce((select d.processes from commissioning.regime_duty d where d.regime = new.regime and d.key = new.key order by d.starts_on desc limit 1), '{}');
    end if;
  elsif new.above_pounds is distinct from old.above_pounds then new.above := new.above_pounds::bigint * 100;
  else new.above_pounds := new.above / 100;
  end if;
  return new;
end $$;
revoke all on function commissioning.keep_regime_duty() from public;
create trigger regime_duty_steps before insert or update on commissioning.regime_duty for each row execute function commissioning.keep_regime_duty();

-- From how many rates for the same on it is told how far they lie apart: fewer would tell single rates.
create table commissioning.rate_rule (
  starts_on date primary key,
  fewest int not null check (fewest between 2 and 50),     -- the least number of rates of which a spread is told
  source text not null check (source <> '')
);
insert into commissioning.rate_rule (starts_on, fewest, source) values
  ('2000-01-01', 5, 'Practice of commissioning: fewer would tell single rates (believed, to be checked)');
select platform.protect('commissioning.rate_rule');
grant select, insert, update on commissioning.rate_rule to goldenthread_app;
create policy system on commissioning.rate_rule to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
create policy read on commissioning.rate_rule for select to goldenthread_app using (true);
create policy administer on commissioning.rate_rule to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()));
