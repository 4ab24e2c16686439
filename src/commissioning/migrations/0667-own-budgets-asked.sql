-- Own budgets of organisations, named in reports (migration 0666), are asked for like lines of funds (requirement C16).
-- What a report lacks that commits money: a line of the board's own fund where partners hold money together and the board keeps it; else a line or an own budget; own budgets
-- that were confirmed; and sums that add up to that of the report.
create or replace function commissioning.paper_money_lack(of_paper uuid) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare p meetings.paper; said jsonb; lined numeric; owned numeric; asked text;
begin
  select * into p from meetings.paper x where x.id = of_paper;
  if not exists (select from meetings.item_content c where c.item = p.item and c.commits_money) then return null; end if;
  select v.fields into said from meetings.paper_version v where v.paper = of_paper order by v.number desc limit 1;
  select sum(m.pence) into lined from commissioning.paper_money m where m.paper = of_paper;
  select sum(o.pence) into owned from meetings.own_budget o where o.paper = of_paper;
  if lined is null and coalesce(said ->> 'budgetKind', '') in ('pooled', 'aligned')
      and exists (select from commissioning.fund f join commissioning.fund_year y on y.fund = f.id where f.body = p.body and y.state <> 'closed') then
    return 'paper_names_line';
  end if;
  if lined is null and owned is null then return 'paper_names_budget'; end if;
  if exists (select from meetings.own_budget o where o.paper = of_paper and o.confirmed_on is null) then return 'paper_budget_confirmed'; end if;
  asked := translate(coalesce(said ->> 'budgetSum', ''), '£, ', '');
  if asked ~ '^[0-9]{1,13}(\.[0-9]{1,2})?$' and asked::numeric * 100 <> coalesce(lined, 0) + coalesce(owned, 0) then return 'paper_line_sum'; end if;
  return null;
end $$;
