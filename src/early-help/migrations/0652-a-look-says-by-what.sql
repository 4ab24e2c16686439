-- Whoever opens a family in an emergency, or because they supervise its lead, says so; nobody says so of a look that rests on something else, because the family
-- is given that list (requirements E6 and X2).
do $$
declare one record;
begin
  for one in select polname, pg_get_expr(polwithcheck, polrelid) as rule from pg_policy
      where polrelid = 'casework.look'::regclass and polcmd = 'a' and polname not in ('look_otherwise', 'owner_sees_all') loop
    execute format('alter policy %I on casework.look with check ((%s) and what not in (''emergency'', ''supervised''))', one.polname, one.rule);
  end loop;
end $$;
