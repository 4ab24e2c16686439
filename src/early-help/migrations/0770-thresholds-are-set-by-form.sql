-- The document of thresholds and its levels are set from a day on and signed, as what else is settled (migration 0760; requirement E5, handbook of early help 1.9): a document
-- holds until the next one begins. It begins tomorrow at the earliest, and no level of need is said of a day to come: so that none that was said is ever of another document than that of its day.
alter table casework.threshold_document
  add column levels int check (levels between 1 and 9),
  add column set_by uuid references governance.person,
  add column set_on date,
  add constraint signed check ((set_by is null) = (set_on is null)),
  add constraint said check (name ~ '\S' and length(name) <= 200 and source ~ '\S' and length(source) <= 500);
alter table casework.threshold_level
  add column means text not null default '' check (length(means) <= 2000),
  add constraint name_said check (name ~ '\S' and length(name) <= 200);
update casework.threshold_document d set levels = coalesce((select max(l.level) from casework.threshold_level l where l.document = d.id), 1);
alter table casework.threshold_document alter column levels set not null;
comment on column casework.threshold_document.levels is 'How many levels it has: 1 to this, all of them named in the transaction that sets it, none afterwards.';
comment on column casework.threshold_document.set_by is 'Who set it; null: what the product brought.';
comment on column casework.threshold_level.means is 'What the level means, in the words of the document; empty in what the product brought.';

create function casework.name_threshold_level() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.level > (select d.levels from casework.threshold_document d where d.id = new.document) then
    raise exception 'the document has fewer levels' using errcode = 'check_violation', constraint = 'level_of_the_document';
  end if;
  return new;
end $$;
create trigger of_the_document before insert on casework.threshold_level for each row execute function casework.name_threshold_level();
create function casework.complete_thresholds() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select count(*) from casework.threshold_level l where l.document = new.id) <> new.levels then
    raise exception 'a document of thresholds names every one of its levels at once' using errcode = 'check_violation', constraint = 'levels_complete';
  end if;
  return null;
end $$;
create constraint trigger complete after insert on casework.threshold_document deferrable initially deferred for each row execute function casework.complete_thresholds();
create trigger append_only before update or delete on casework.threshold_document for each row execute function platform.refuse_change();
create trigger append_only before update or delete on casework.threshold_level for each row execute function platform.refuse_change();

-- As in 0533, and: of a day to come no level is said.
create or replace function casework.assess_level() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.assessed_on > platform.today() then
    raise exception 'a level is not of a day to come' using errcode = 'check_violation', constraint = 'level_not_to_come';
  end if;
  if new.document is distinct from (select d.id from casework.threshold_document d where d.starts_on <= new.assessed_on order by d.starts_on desc limit 1) then
    raise exception 'a level is of the threshold document of its day' using errcode = 'check_violation', constraint = 'level_of_its_day';
  end if;
  return new;
end $$;

grant insert on casework.threshold_document, casework.threshold_level to goldenthread_casework;
create policy read_settled on casework.threshold_document for select to goldenthread_casework using ((select casework.is_administrator()));
create policy read_settled on casework.threshold_level for select to goldenthread_casework using ((select casework.is_administrator()));
create policy set_it on casework.threshold_document for insert to goldenthread_casework
  with check ((select casework.is_administrator()) and set_by = (select casework.me()) and set_on = platform.today() and starts_on > platform.today());
create policy set_it on casework.threshold_level for insert to goldenthread_casework
  with check ((select casework.is_administrator()) and means ~ '\S'
    and exists (select from casework.threshold_document d where d.id = document and d.set_by = (select casework.me()) and d.set_on = platform.today()));
revoke all on function casework.name_threshold_level(), casework.complete_thresholds() from public;
