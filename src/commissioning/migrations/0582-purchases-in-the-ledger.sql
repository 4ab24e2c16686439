-- What is handed over is committed in the ledger of its fund, and what is bought from it is paid there: once, and reversed when it is undone (requirements C5, C14; handbook of
-- commissioning 1.3, 6). Nothing is entered for a day before the hand-over. What a decision commits that partners must still take home is committed once they have (C16).
alter table commissioning.delegated_budget add column line uuid;
comment on column commissioning.delegated_budget.line is 'The budget line that it is taken from; empty: none is named, and its fund has no entries of it.';
alter table commissioning.delegated_budget add foreign key (line, fund) references commissioning.budget_line (id, fund);
alter table commissioning.delegated_budget add check (line is null or fund is not null);
create index on commissioning.delegated_budget (line) where line is not null;
alter table commissioning.delegated_budget add column committed uuid unique references commissioning.entry;
comment on column commissioning.delegated_budget.committed is 'The entry of the ledger by which it was committed when it was handed over.';
alter table commissioning.budget_entry add column posted uuid unique references commissioning.entry, add column released uuid unique references commissioning.entry;
comment on column commissioning.budget_entry.posted is 'What was paid, or taken back, in the ledger; empty: in none.';
comment on column commissioning.budget_entry.released is 'What of the commitment it released, or committed again; empty: nothing.';
alter table commissioning.individual_budget add column line uuid references commissioning.budget_line;
comment on column commissioning.individual_budget.line is 'The budget line that it is paid from; empty: none is named.';
create index on commissioning.individual_budget (line) where line is not null;
alter table commissioning.individual_entry add column posted uuid unique references commissioning.entry;
comment on column commissioning.individual_entry.posted is 'What was paid, or taken back, in the ledger; empty: in none.';

-- Writes an entry into the ledger of the fund of a line: in the year of its day, else in the year of today, where the books of one are open. Empty: nowhere. What is reversed
-- is taken from where it stands, while those books are open. `is_hidden`: it waits for a person to place it, so that the month of a line does not tell what one person costs.
create function commissioning.post_purchase(of_line uuid, of_kind text, on_the_day date, pence bigint, words text, back uuid, is_hidden boolean) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare f commissioning.fund; b commissioning.budget_line; e commissioning.entry; stands date; of_year int; id constant uuid := gen_random_uuid();
begin
  if of_line is null then return null; end if;
  select * into b from commissioning.budget_line x where x.id = of_line;
  select * into f from commissioning.fund x where x.id = b.fund;
  select * into e from commissioning.entry x where x.id = back;
  stands := case when commissioning.is_open_year(f.id, e.year) then e.on_day
    when of_kind = 'commitment' and commissioning.is_open_year(f.id, b.year) then greatest(make_date(b.year, 4, 1), least(on_the_day, make_date(b.year + 1, 3, 31)))
    when of_kind = 'commitment' then null
    when commissioning.is_open_year(f.id, commissioning.year_of(on_the_day)) then on_the_day
    when commissioning.is_open_year(f.id, commissioning.year_of(platform.today())) then platform.today() end;
  if stands is null then return null; end if;
  of_year := commissioning.year_of(stands);
  insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, pence, code, description, reverses)
    values (id, f.id, f.body, f.sight, of_year, case when not is_hidden then commissioning.line_in_year(of_line, of_year) end, of_kind, commissioning.period_of(stands), stands, pence, b.code, words, e.id);
  return id;
end $$;
create function commissioning.commit_delegated() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.handed_on is not null and new.line is distinct from old.line then
    raise exception 'it is handed over' using errcode = 'check_violation', constraint = 'delegated_stands';
  end if;
  if tg_op = 'UPDATE' and new.handed_on is not null and old.handed_on is null then
    new.committed := commissioning.post_purchase(new.line, 'commitment', new.handed_on, new.pence, 'Handed over: ' || new.title, null, false);
  elsif new.committed is distinct from (case when tg_op = 'UPDATE' then old.committed end) then
    raise exception 'the ledger says what is committed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
-- After what it has to be divided by is proved: by name it comes after delegated_steps.
create trigger delegated_to_ledger before insert or update on commissioning.delegated_budget for each row execute function commissioning.commit_delegated();

create function commissioning.post_budget_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare b commissioning.delegated_budget; u commissioning.budget_entry; place uuid;
begin
  select * into b from commissioning.delegated_budget x where x.id = new.budget;
  if new.happened_on < b.handed_on then
    raise exception 'before it was handed over' using errcode = 'check_violation', constraint = 'budget_before_hand_over';
  end if;
  select * into u from commissioning.budget_entry x where x.id = new.undoes;
  new.posted := null; new.released := null;
  if new.kind = 'purchase' then
    new.posted := commissioning.post_purchase(b.line, 'actual', new.happened_on, new.pence, 'Bought: ' || new.what, null, false);
  elsif u.posted is not null then
    new.posted := commissioning.post_purchase(b.line, 'actual', new.happened_on, -new.pence, 'Undone: ' || new.what, u.posted, false);
  end if;
  -- What was committed at the hand-over is released by what is bought or given back, and committed again by what is undone.
  if b.committed is not null and (new.undoes is null or u.released is not null) then
    new.released := commissioning.post_purchase(b.line, 'commitment', new.happened_on, case when new.undoes is null then -new.pence else new.pence end,
      case when new.kind = 'purchase' then 'Committed, and bought now: ' when new.kind = 'returned' then 'Committed, and given back: ' else 'Committed again: ' end || new.what, u.released, false);
  end if;
  return new;
end $$;
create trigger budget_entry_to_ledger before insert on commissioning.budget_entry for each row execute function commissioning.post_budget_entry();

create function commissioning.post_individual_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare b commissioning.individual_budget; u commissioning.individual_entry;
begin
  select * into b from commissioning.individual_budget x where x.id = new.budget;
  if new.happened_on < b.starts_on then
    raise exception 'before it is given' using errcode = 'check_violation', constraint = 'budget_before_hand_over';
  end if;
  select * into u from commissioning.individual_entry x where x.id = new.undoes;
  new.posted := null;
  -- Nothing by which a person could be known goes into the ledger: no number of the budget, and not what was bought.
  if new.kind = 'purchase' then
    new.posted := commissioning.post_purchase(b.line, 'actual', new.happened_on, new.pence, 'Bought from the budget of one person', null, true);
  elsif u.posted is not null then
    new.posted := commissioning.post_purchase(b.line, 'actual', new.happened_on, -new.pence, 'Undone: bought from the budget of one person', u.posted, true);
  end if;
  return new;
end $$;
create trigger individual_entry_to_ledger before insert on commissioning.individual_entry for each row execute function commissioning.post_individual_entry();
create function commissioning.keep_individual_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.line is not null and not exists (select from commissioning.budget_line l where l.id = new.line and l.body = new.body) then
    raise exception 'a line of another board' using errcode = 'check_violation', constraint = 'individual_own_line';
  end if;
  return new;
end $$;
create trigger individual_line before insert on commissioning.individual_budget for each row execute function commissioning.keep_individual_line();

-- On which day partners have taken a decision home, as meetings say it (rules/ratification.ts): empty where they have not yet, or will not. A decision that nobody takes home
-- stands from its own day.
create function commissioning.decision_binds_on(of_decision uuid) returns date language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when q.decision is null or q.purpose <> 'ratify' or q.withdrawn then d.decided_on else (
    with latest as (select t.number, t.takes_up, t.put_on from meetings.ratification_text t where t.decision = q.decision order by t.number desc limit 1),
    standing as (
      select r.id, coalesce(a.answer, case when l.takes_up = r.id then 'agreed' end) as answer, coalesce(a.answered_on, l.put_on) as answered_on
      from meetings.ratification r cross join latest l left join lateral (select x.answer, x.answered_on from meetings.ratification_answer x
        where x.ratification = r.id and x.text_number = l.number order by x.number desc limit 1) a on true
      where r.decision = q.decision and (q.rule <> 'class' or r.class = q.class)),
    counted as (select count(*) as of_all, case when q.rule = 'number' then q.needed else count(*) end as needed from standing)
    select greatest(s.answered_on, d.decided_on) from (select answered_on, row_number() over (order by answered_on) as place from standing where answer = 'agreed') s, counted c
      where c.needed > 0 and s.place = c.needed) end
  from meetings.decision d left join meetings.ratification_ask q on q.decision = d.id where d.id = of_decision
$$;
do $$
declare definition text := pg_get_functiondef('commissioning.settle_promises(uuid)'::regprocedure);
begin
  -- The day is that on which it binds, and a decision that does not bind yet commits nothing.
  if position('select k.id, k.number, k.decided_on into d' in definition) = 0 or position('order by k.decided_on, k.id limit 1' in definition) = 0 then
    raise exception 'commissioning.settle_promises is not as it was';
  end if;
  execute replace(replace(definition, 'select k.id, k.number, k.decided_on into d', 'select k.id, k.number, commissioning.decision_binds_on(k.id) as decided_on into d'),
    'order by k.decided_on, k.id limit 1', 'and commissioning.decision_binds_on(k.id) is not null order by k.decided_on, k.id limit 1');
end $$;
create function commissioning.note_taken_home() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_item uuid;
begin
  select d.item into of_item from meetings.decision d where d.id = (case when tg_op = 'DELETE' then old.decision else new.decision end);
  if of_item is not null then perform commissioning.settle_promises(of_item); end if;
  return null;
end $$;
create trigger taken_home_commits after insert or update on meetings.ratification_ask for each row execute function commissioning.note_taken_home();
create trigger taken_home_commits after insert on meetings.ratification for each row execute function commissioning.note_taken_home();
create trigger taken_home_commits after insert on meetings.ratification_text for each row execute function commissioning.note_taken_home();
create trigger taken_home_commits after insert on meetings.ratification_answer for each row execute function commissioning.note_taken_home();
revoke all on function commissioning.post_purchase(uuid, text, date, bigint, text, uuid, boolean), commissioning.commit_delegated(), commissioning.post_budget_entry(), commissioning.post_individual_entry(),
  commissioning.keep_individual_line(), commissioning.decision_binds_on(uuid), commissioning.note_taken_home() from public;
