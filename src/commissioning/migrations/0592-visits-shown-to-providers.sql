-- What a provider is told of visits (requirement C9): when its contracts are visited and what is looked at, and what it is to do after a visit. What was found stays with the board,
-- and so does what the commissioner or another provider is to do.
alter table commissioning.visit_action
  add column provider uuid references commissioning.provider, -- which of several providers; null: all who provide
  add constraint action_of_provider check (provider is null or by_whom = 'provider');
create index on commissioning.visit_action (provider) where provider is not null;
create function commissioning.keep_action_provider() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.provider is not null and not exists (select from commissioning.contract_provider p where p.contract = new.contract and p.provider = new.provider) then
    raise exception 'no provider of this contract' using errcode = 'check_violation', constraint = 'result_of_provider';
  end if;
  return new;
end $$;
create trigger action_provider before insert on commissioning.visit_action for each row execute function commissioning.keep_action_provider();
create function commissioning.my_visits() returns table (id uuid, contract uuid, planned_on date, held_on date, purpose text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.id, v.contract, v.planned_on, v.held_on, v.purpose from commissioning.contract_visit v where v.contract = any (commissioning.my_contracts())
$$;
revoke all on function commissioning.keep_action_provider(), commissioning.my_visits() from public;
grant execute on function commissioning.my_visits() to goldenthread_app;
create policy told on commissioning.visit_action for select to goldenthread_app using (by_whom = 'provider' and contract = any ((select commissioning.my_contracts())::uuid[])
  and (provider is null or provider = any ((select commissioning.my_organisations('provider'))::uuid[])));
