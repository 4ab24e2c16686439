-- A tapered grant and what it saves (requirements C7, C10): claims for setting up beside those of a year, and what each year of the taper is expected to save, which
-- begins late. Where the saving is planned in a fund it is named, and what it delivered stays there: it is counted once (migration 0362).
alter table commissioning.grant_claim add column kind text not null default 'support' check (kind in ('support', 'set-up'));
create table commissioning.grant_saving (
  id uuid primary key,
  agreement uuid not null,
  body uuid not null,
  sight text not null,
  year uuid not null,
  expected bigint not null check (expected >= 0),          -- in pence; 0: nothing is expected of that year
  because text not null check (because <> ''),             -- what the expectation rests on
  saving uuid references commissioning.saving,             -- the saving of a fund that it became; null: none yet
  unique (year),
  foreign key (agreement, body, sight) references commissioning.agreement (id, body, sight) on update cascade,
  foreign key (year, agreement) references commissioning.grant_year (id, agreement)
);
create index on commissioning.grant_saving (agreement);
create unique index saving_of_one_grant on commissioning.grant_saving (saving) where saving is not null;
call commissioning.protect_part('grant_saving', 'agreement', '(p.host = any ((select commissioning.my_organisations(''commissioner''))::uuid[]) or p.manager = (select governance.my_person()))');
-- The saving that is named is one of the same board, of a financial year that the year of the grant touches.
create function commissioning.keep_grant_saving() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.agreement, new.body, new.year) is distinct from (old.id, old.agreement, old.body, old.year) then
    raise exception 'it stays with its year' using errcode = 'insufficient_privilege';
  end if;
  if new.saving is not null and not exists (select from commissioning.saving s join commissioning.grant_year y on y.id = new.year
      where s.id = new.saving and s.body = new.body and y.starts_on < make_date(s.year + 1, 4, 1) and make_date(s.year, 4, 1) < y.ends_on) then
    raise exception 'a saving of another board or year' using errcode = 'check_violation', constraint = 'grant_saving_of_year';
  end if;
  return new;
end $$;
create trigger grant_saving_steps before insert or update on commissioning.grant_saving for each row execute function commissioning.keep_grant_saving();
revoke all on function commissioning.keep_grant_saving() from public;
