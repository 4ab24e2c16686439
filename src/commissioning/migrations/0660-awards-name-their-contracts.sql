-- An award names the contract that came of it (requirements C8, C9, T1; handbook of commissioning 1.4): with the one that won, for all of what was asked or lot by lot, each lot once. A link that
-- was wrong is taken back with the reason, and stays on record.
alter table commissioning.contract_provider add constraint contract_provider_whose unique (id, contract, provider);
alter table commissioning.bid_award add constraint award_of_bid unique (call, bid);
create table commissioning.award_contract (
  id uuid primary key,
  call uuid not null,
  bid uuid not null,
  provider uuid not null references commissioning.provider, -- whose bid won
  contract uuid not null,
  body uuid not null,
  sight text not null,
  line uuid not null,                                      -- as which provider of the contract the winner stands there
  lot text not null default '',                            -- of what was asked; '': all of it
  linked_on date not null,
  linked_by uuid not null references governance.person,
  taken_back_on date check (taken_back_on >= linked_on),
  taken_back_because text not null default '',
  check ((taken_back_on is null) = (taken_back_because = '')),
  foreign key (call, body) references commissioning.bid_call (id, body),
  foreign key (call, bid) references commissioning.bid_award (call, bid),
  foreign key (bid, call, provider) references commissioning.bid (id, call, provider),
  foreign key (line, contract, provider) references commissioning.contract_provider (id, contract, provider),
  foreign key (contract, body, sight) references commissioning.contract (id, body, sight) on update cascade
);
create unique index award_lot_once on commissioning.award_contract (call, lower(lot)) where taken_back_on is null;
create index on commissioning.award_contract (contract);
comment on table commissioning.award_contract is 'Which contract came of an award, for all of what was asked or for one lot; a link that was wrong is taken back with the reason.';

create function commissioning.keep_award_contract() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    -- It follows the sight of its contract, and is taken back once.
    if to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' and (old.taken_back_on is not null
        or to_jsonb(new) - '{taken_back_on,taken_back_because,sight}'::text[] is distinct from to_jsonb(old) - '{taken_back_on,taken_back_because,sight}'::text[]) then
      raise exception 'what came of an award stands' using errcode = 'check_violation', constraint = 'award_contract_stands';
    end if;
    return new;
  end if;
  perform from commissioning.bid_award a where a.call = new.call for update;
  if new.taken_back_on is not null then raise exception 'it is linked first' using errcode = 'check_violation', constraint = 'award_contract_stands'; end if;
  if exists (select from commissioning.contract_provider p where p.id = new.line and p.part = 'sub-contractor') then
    raise exception 'a contract of another provider' using errcode = 'check_violation', constraint = 'award_other_provider';
  end if;
  -- All of it, or lots: never both.
  if exists (select from commissioning.award_contract x where x.call = new.call and x.taken_back_on is null and (x.lot = '') <> (new.lot = '')) then
    raise exception 'a second contract for the same' using errcode = 'unique_violation', constraint = 'award_lot_once';
  end if;
  perform from commissioning.contract c where c.id = new.contract for update;
  if exists (select from commissioning.award_contract x where x.contract = new.contract and x.taken_back_on is null and x.call <> new.call) then
    raise exception 'it came of another award' using errcode = 'unique_violation', constraint = 'award_of_one_call';
  end if;
  return new;
end $$;
create trigger award_contract_steps before insert or update on commissioning.award_contract for each row execute function commissioning.keep_award_contract();
-- Whoever stands in a link to an award does not become a sub-contractor afterwards.
create function commissioning.keep_awarded_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.part = 'sub-contractor' and exists (select from commissioning.award_contract x where x.line = new.id and x.taken_back_on is null) then
    raise exception 'it won the award' using errcode = 'check_violation', constraint = 'award_other_provider';
  end if;
  return new;
end $$;
create trigger awarded_line_stays before update of part on commissioning.contract_provider for each row execute function commissioning.keep_awarded_line();
revoke all on function commissioning.keep_award_contract(), commissioning.keep_awarded_line() from public;

do $$
declare
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
begin
  perform platform.protect('commissioning.award_contract'::regclass);
  grant select, insert on commissioning.award_contract to goldenthread_app;
  grant update (taken_back_on, taken_back_because) on commissioning.award_contract to goldenthread_app;
  execute 'create policy system on commissioning.award_contract to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))';
  -- Whoever sees the contract sees of which award it came; a link that was wrong is the board's.
  execute format('create policy read on commissioning.award_contract for select to goldenthread_app using ((taken_back_on is null and (sight = ''public'' or (sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[]))
    or contract = any ((select commissioning.my_kept_contracts())::uuid[]) or contract = any ((select commissioning.my_contracts())::uuid[]))) or %s or body = any ((select governance.my_chair_bodies())::uuid[]))', clerk);
  execute format('create policy link on commissioning.award_contract for insert to goldenthread_app with check (%s and linked_by = (select governance.my_person()))', clerk);
  execute format('create policy undo on commissioning.award_contract for update to goldenthread_app using (%s) with check (%s)', clerk, clerk);
  execute 'create or replace view commissioning.thread_link with (security_invoker = true) as ' || rtrim(pg_get_viewdef('commissioning.thread_link'::regclass), ';') || $sql$
  union all
  select distinct 'contract'::text, a.contract, 'came-from'::text, 'bid-call'::text, a.call, null::date, null::date from commissioning.award_contract a where a.taken_back_on is null$sql$;
end $$;
call thread.compose();
