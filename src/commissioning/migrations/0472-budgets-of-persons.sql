-- Budgets of one person (requirement C14; handbook of commissioning 7): known by a number alone and sealed to those who work with that person.
-- The budget of one person. The number says nothing of the person; whom it belongs to stands in the case system alone.
create table commissioning.individual_budget (
  id uuid primary key,
  body uuid not null references governance.body,
  lead uuid not null references governance.organisation,   -- who gives it
  reference text not null check (reference ~ '^[A-Z]{1,4}-[0-9]{1,8}$'),
  held_by text not null check (held_by in ('family', 'young-person', 'provider', 'council')),
  professional uuid not null references governance.person, -- the lead professional
  pence bigint not null check (pence > 0),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  opened_by uuid not null references governance.person default governance.my_person(),
  version int not null default 1,
  unique (body, reference),
  unique (id, body)
);
create index on commissioning.individual_budget (professional);
create index on commissioning.individual_budget (opened_by);
-- Who else works with that person, why, and until when.
create table commissioning.individual_reader (
  budget uuid not null,
  body uuid not null,
  person uuid not null references governance.person,
  why text not null check (why <> ''),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),               -- first day on which one no longer reads it
  primary key (budget, person),
  foreign key (budget, body) references commissioning.individual_budget (id, body)
);
create index on commissioning.individual_reader (person);
create table commissioning.individual_entry (
  id uuid primary key,
  budget uuid not null,
  body uuid not null,
  kind text not null check (kind in ('purchase', 'undone', 'returned')),
  happened_on date not null,
  pence bigint not null check (pence > 0),
  what text not null check (what <> ''),
  undoes uuid references commissioning.individual_entry,
  entered_by uuid not null default platform.actor(),
  constraint individual_undone_once unique (undoes),
  check ((kind = 'undone') = (undoes is not null)),
  foreign key (budget, body) references commissioning.individual_budget (id, body)
);
create index on commissioning.individual_entry (budget);
create function commissioning.keep_individual() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) - array['professional', 'version'] is distinct from to_jsonb(old) - array['professional', 'version'] then
    raise exception 'what was given stands' using errcode = 'check_violation', constraint = 'individual_stands';
  end if;
  return new;
end $$;
create trigger individual_stands before update on commissioning.individual_budget for each row execute function commissioning.keep_individual();
create function commissioning.keep_individual_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare b commissioning.individual_budget; used numeric; undone commissioning.individual_entry;
begin
  if tg_op = 'UPDATE' then raise exception 'an entry stays' using errcode = 'check_violation', constraint = 'budget_entry_stands'; end if;
  select * into b from commissioning.individual_budget where id = new.budget for update;
  if new.kind = 'undone' then
    select * into undone from commissioning.individual_entry where id = new.undoes;
    if undone.kind = 'undone' or (undone.budget, undone.pence) is distinct from (new.budget, new.pence) or new.happened_on < undone.happened_on then
      raise exception 'it undoes what it does not match' using errcode = 'check_violation', constraint = 'budget_undoes_whole';
    end if;
    return new;
  end if;
  if new.kind = 'purchase' and (new.happened_on < b.starts_on or new.happened_on >= b.ends_on) then raise exception 'outside its time' using errcode = 'check_violation', constraint = 'budget_in_its_time'; end if;
  select coalesce(sum(case when e.kind = 'undone' then -e.pence else e.pence end), 0) into used from commissioning.individual_entry e where e.budget = new.budget;
  if used + new.pence > b.pence then raise exception 'more than is left' using errcode = 'check_violation', constraint = 'budget_within_share'; end if;
  return new;
end $$;
create trigger individual_entry_holds before insert or update on commissioning.individual_entry for each row execute function commissioning.keep_individual_entry();
-- The budgets of persons with whom one works: the lead professional, whoever opened it, and those who are named while they are.
create function commissioning.my_individual_budgets() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare me constant uuid := governance.my_person(); day constant date := platform.today();
begin
  if me is null then return '{}'; end if;
  return (select coalesce(array_agg(b.id), '{}') from commissioning.individual_budget b where b.professional = me or b.opened_by = me
    or exists (select from commissioning.individual_reader r where r.budget = b.id and r.person = me and r.starts_on <= day and (r.ends_on is null or day < r.ends_on)));
end $$;
-- What they come to, for the board and for those who give them: nothing of fewer than the threshold, and sums only of years that are over, so that the difference between two days tells nothing.
create function commissioning.individual_sums(of_body uuid) returns table (first_year int, budgets int, is_hidden boolean, pence bigint, spent bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with each as (
    select extract(year from b.starts_on - interval '3 months')::int as y, b.id, b.pence,
      (select coalesce(sum(case e.kind when 'purchase' then e.pence when 'undone' then case when u.kind = 'purchase' then -e.pence else 0 end else 0 end), 0)
        from commissioning.individual_entry e left join commissioning.individual_entry u on u.id = e.undoes where e.budget = b.id) as spent
    from commissioning.individual_budget b where b.body = of_body and (commissioning.is_system() or of_body = any (governance.my_full_sight_bodies()) or of_body = any (governance.my_clerk_bodies())
      or of_body = any (governance.my_chair_bodies()) or b.lead = any (commissioning.my_organisations('brokerage')))
  ), years as (
    select y, count(*)::int as n, sum(each.pence)::bigint as total, sum(each.spent)::bigint as spent,
      (select t.least from commissioning.package_threshold t where t.starts_on <= platform.today() and (t.ends_on is null or platform.today() < t.ends_on)) as least,
      make_date(y + 1, 4, 1) <= platform.today() as over
    from each group by y
  ) select y, case when n >= coalesce(least, 5) then n end, n < coalesce(least, 5), case when n >= coalesce(least, 5) and over then total end, case when n >= coalesce(least, 5) and over then spent end from years order by y desc $$;
revoke all on function commissioning.keep_individual(), commissioning.keep_individual_entry(), commissioning.my_individual_budgets(), commissioning.individual_sums(uuid) from public;
grant execute on function commissioning.my_individual_budgets(), commissioning.individual_sums(uuid) to goldenthread_app;
do $$
declare name text;
begin
  foreach name in array array['individual_budget', 'individual_reader', 'individual_entry'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
  end loop;
  create policy know on commissioning.individual_budget for select to goldenthread_app using (opened_by = (select governance.my_person()) or id = any ((select commissioning.my_individual_budgets())::uuid[]));
  create policy open_it on commissioning.individual_budget for insert to goldenthread_app
    with check (lead = any ((select commissioning.my_organisations('brokerage'))::uuid[]) and opened_by = (select governance.my_person()));
  create policy change on commissioning.individual_budget for update to goldenthread_app using (id = any ((select commissioning.my_individual_budgets())::uuid[]));
  foreach name in array array['individual_reader', 'individual_entry'] loop
    execute format('create policy know on commissioning.%I to goldenthread_app using (budget = any ((select commissioning.my_individual_budgets())::uuid[])) with check (budget = any ((select commissioning.my_individual_budgets())::uuid[]))', name);
  end loop;
end $$;
grant update on commissioning.individual_budget, commissioning.individual_reader to goldenthread_app;
