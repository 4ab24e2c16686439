-- A report that commits money of a fund names the budget line, its year and the sum (requirement C16; handbook of commissioning 1.6). Without that it is not cleared, by
-- whatever way; once the board has decided, the commitment stands in the ledger, once for a decision, and is taken back when the decision is withdrawn.
create table commissioning.paper_money (
  id uuid primary key,
  paper uuid not null references meetings.paper,
  body uuid not null,                                      -- the board of the report and of the fund
  fund uuid not null,
  line uuid not null,
  year int not null,
  pence bigint not null check (pence > 0),
  decision uuid references meetings.decision,              -- by which it is committed now; null: by none
  made_by uuid not null,
  unique (paper, line),
  foreign key (line, fund) references commissioning.budget_line (id, fund),
  foreign key (fund, year) references commissioning.fund_year (fund, year)
);
create index on commissioning.paper_money (line);
create index on commissioning.paper_money (fund, year);
create index on commissioning.paper_money (decision) where decision is not null;
alter table commissioning.entry add column promise uuid references commissioning.paper_money;   -- the report that named what a decision commits
create index on commissioning.entry (promise) where promise is not null;

select platform.protect('commissioning.paper_money');
grant select, insert, delete on commissioning.paper_money to goldenthread_app;
create policy system on commissioning.paper_money to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()));
-- Seen by whoever may see both the report and the line; named by the author or the clerk while the report is written and checked.
create policy read on commissioning.paper_money for select to goldenthread_app
  using (exists (select from meetings.paper p where p.id = paper) and exists (select from commissioning.budget_line l where l.id = line));
do $$
declare mine constant text := 'exists (select from meetings.paper p where p.id = paper and p.body = paper_money.body and p.state in (''draft'', ''in_checking'')
  and (p.author = (select governance.my_person()) or p.body = any ((select governance.my_clerk_bodies())::uuid[])))';
begin
  execute format('create policy add on commissioning.paper_money for insert to goldenthread_app with check (made_by = (select platform.actor()) and %s)', mine);
  execute format('create policy take_away on commissioning.paper_money for delete to goldenthread_app using (%s)', mine);
end $$;

-- The line is one of that year and of a fund of the report's own board, and the year is not closed; who names it does not say what is decided.
create function commissioning.keep_paper_money() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from commissioning.budget_line l join commissioning.fund f on f.id = l.fund join commissioning.fund_year y on y.fund = l.fund and y.year = l.year
    join meetings.paper p on p.id = new.paper where l.id = new.line and l.fund = new.fund and l.year = new.year and f.body = new.body and p.body = new.body and y.state <> 'closed') then
    raise exception 'a line of another board or of a closed year' using errcode = 'check_violation', constraint = 'paper_money_own_line';
  end if;
  new.decision := null;
  return new;
end $$;
create trigger paper_money_steps before insert on commissioning.paper_money for each row execute function commissioning.keep_paper_money();

-- What a report lacks: it commits money that partners hold together, its board keeps funds, and no line is named, or lines that do not add up to the sum of the report.
create function commissioning.paper_money_lack(of_paper uuid) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare p meetings.paper; said jsonb; named numeric; asked text;
begin
  select * into p from meetings.paper x where x.id = of_paper;
  if not exists (select from meetings.item_content c where c.item = p.item and c.commits_money)
      or not exists (select from commissioning.fund f join commissioning.fund_year y on y.fund = f.id where f.body = p.body and y.state <> 'closed') then
    return null;
  end if;
  select v.fields into said from meetings.paper_version v where v.paper = of_paper order by v.number desc limit 1;
  if coalesce(said ->> 'budgetKind', '') not in ('pooled', 'aligned') then return null; end if;
  select sum(m.pence) into named from commissioning.paper_money m where m.paper = of_paper;
  if named is null then return 'paper_names_line'; end if;
  asked := translate(coalesce(said ->> 'budgetSum', ''), '£, ', '');
  if asked ~ '^[0-9]{1,13}(\.[0-9]{1,2})?$' and asked::numeric * 100 <> named then return 'paper_line_sum'; end if;
  return null;
end $$;
create function commissioning.ask_paper_money() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare lack text;
begin
  if new.state in ('cleared', 'published') and old.state in ('draft', 'in_checking') then
    lack := commissioning.paper_money_lack(new.id);
    if lack is not null then
      raise exception 'a report that commits money of a fund names its line' using errcode = 'check_violation', constraint = lack;
    end if;
  end if;
  return new;
end $$;
create trigger paper_names_line before update of state on meetings.paper for each row execute function commissioning.ask_paper_money();

-- Brings the commitments of an item in line with what was decided: by the first decision of the fund's board on it that settles the matter and stands. Done again, it
-- changes nothing. A year that is closed stays as it was closed.
create function commissioning.settle_promises(of_item uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m record; d record; last_entry uuid;
begin
  for m in select x.*, f.sight from commissioning.paper_money x join meetings.paper p on p.id = x.paper join commissioning.fund f on f.id = x.fund
    join commissioning.fund_year y on y.fund = x.fund and y.year = x.year
    where p.item = of_item and p.state in ('cleared', 'published') and y.state <> 'closed' order by x.id for update of x
  loop
    select k.id, k.number, k.decided_on into d from meetings.decision k
      where k.item = of_item and k.of_body = m.body and not k.withdrawn and k.type in ('resolve', 'approve', 'accept', 'delegate') order by k.decided_on, k.id limit 1;
    if d.id is not distinct from m.decision then continue; end if;
    if m.decision is not null then
      select e.id into last_entry from commissioning.entry e where e.promise = m.id and e.reverses is null
        and not exists (select from commissioning.entry r where r.reverses = e.id);
      insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, pence, reference, description, decision, promise, reverses)
        select gen_random_uuid(), e.fund, e.body, m.sight, e.year, e.line, e.kind, e.period, e.on_day, -e.pence, e.reference, 'The decision was withdrawn', e.decision, e.promise, e.id
        from commissioning.entry e where e.id = last_entry;
    end if;
    if d.id is not null then
      insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, pence, reference, description, decision, promise)
        values (gen_random_uuid(), m.fund, m.body, m.sight, m.year, m.line, 'commitment',
          case when d.decided_on < make_date(m.year, 4, 1) then 1 when d.decided_on >= make_date(m.year + 1, 4, 1) then 12 else (extract(month from d.decided_on)::int + 8) % 12 + 1 end,
          d.decided_on, m.pence, d.number, 'Committed by the board', d.id, m.id);
    end if;
    update commissioning.paper_money x set decision = d.id where x.id = m.id;
  end loop;
end $$;
create function commissioning.note_decided() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'paper_money' then
    perform commissioning.settle_promises((select p.item from meetings.paper p where p.id = (to_jsonb(new) ->> 'paper')::uuid));
  elsif to_jsonb(new) ->> 'item' is not null then
    perform commissioning.settle_promises((to_jsonb(new) ->> 'item')::uuid);
  end if;
  return null;
end $$;
create trigger decision_commits after insert or update of withdrawn, type, item, of_body on meetings.decision for each row execute function commissioning.note_decided();
create trigger paper_commits after update of state on meetings.paper for each row execute function commissioning.note_decided();
create trigger paper_money_commits after insert on commissioning.paper_money for each row execute function commissioning.note_decided();
revoke all on function commissioning.keep_paper_money(), commissioning.paper_money_lack(uuid), commissioning.ask_paper_money(), commissioning.settle_promises(uuid), commissioning.note_decided() from public;

-- On the golden thread: a decision decides on the line that it commits.
do $$ begin
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select 'decision'::text, m.decision, 'decides-on'::text, 'money-line'::text, m.line, null::date, null::date from commissioning.paper_money m where m.decision is not null$sql$;
end $$;
call thread.compose();
