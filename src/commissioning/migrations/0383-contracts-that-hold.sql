-- What must never be wrong about a contract, and who sees which part of it (requirements C9, C11; handbook of commissioning 2, 3.7, 7).
-- The contracts of the provider for which one is the contact, once they are more than a draft; and those that one commissions.
create function commissioning.my_contracts() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine constant uuid[] := commissioning.my_organisations('provider');
begin
  if cardinality(mine) = 0 then return '{}'; end if;
  return (select coalesce(array_agg(distinct p.contract), '{}') from commissioning.contract_provider p where p.provider = any (mine) and p.sight <> 'draft');
end $$;
create function commissioning.my_kept_contracts() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare mine constant uuid[] := commissioning.my_organisations('commissioner');
begin
  if cardinality(mine) = 0 then return '{}'; end if;
  return (select coalesce(array_agg(c.id), '{}') from commissioning.contract c where c.commissioner = any (mine));
end $$;
revoke all on function commissioning.my_contracts(), commissioning.my_kept_contracts() from public;
grant execute on function commissioning.my_contracts(), commissioning.my_kept_contracts() to goldenthread_app;

-- Until when it runs, with the extensions that were taken.
create function commissioning.contract_end(ends_on date, ended_on date, of_contract uuid, before_position int) returns date language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(ended_on, (ends_on + make_interval(months => (select coalesce(sum(e.months), 0)::int from commissioning.contract_extension e
    where e.contract = of_contract and e.taken_on is not null and e.position < before_position)))::date)
$$;
create function commissioning.keep_contract() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare rate int; d meetings.decision;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.body) is distinct from (old.id, old.body) then
      raise exception 'a record stays with its board' using errcode = 'insufficient_privilege';
    end if;
    if (new.title, new.summary, new.reference, new.served) is distinct from (old.title, old.summary, old.reference, old.served) then new.is_cleared := false; end if;
    -- What was shown by mistake is taken back by a person who says why.
    if (old.sight = 'public' and new.sight = 'members' and not exists (select from commissioning.contract_clearing k where k.contract = new.id and k.settled = 'held' and k.on_day = platform.today()))
        or (old.sight = 'public' and new.sight = 'draft') or (old.sight = 'members' and new.sight = 'draft') then
      raise exception 'what was shown is taken back with a reason' using errcode = 'check_violation', constraint = 'contract_taken_back';
    end if;
  end if;
  if new.is_cleared and (tg_op = 'INSERT' or not old.is_cleared)
      and (select k.settled from commissioning.contract_clearing k where k.contract = new.id order by k.on_day desc, k.id desc limit 1) is distinct from 'cleared' and not commissioning.is_system() then
    raise exception 'a person lets it be shown' using errcode = 'check_violation', constraint = 'contract_cleared_by_person';
  end if;
  if new.decision is not null and (tg_op = 'INSERT' or new.decision is distinct from old.decision) then
    select * into d from meetings.decision x where x.id = new.decision;
    if not (d.of_body = new.body or d.body = new.body) or d.withdrawn then
      raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'contract_own_decision';
    end if;
  end if;
  -- Net and gross go together by the rate of its first day, to the penny; a mixture is explained, and lies between none and the highest rate.
  if new.net is not null and new.gross is not null then
    if new.vat in ('standard', 'none') then
      select v.basis_points into rate from commissioning.vat_rate v where v.treatment = new.vat and v.starts_on <= new.starts_on and (v.ends_on is null or new.starts_on < v.ends_on);
      if rate is null or abs(new.gross * 10000 - new.net * (10000 + rate)) > 5000 then
        raise exception 'net and gross do not go together' using errcode = 'check_violation', constraint = 'contract_vat';
      end if;
    else
      select max(v.basis_points) into rate from commissioning.vat_rate v where v.starts_on <= new.starts_on and (v.ends_on is null or new.starts_on < v.ends_on);
      if rate is null or new.vat = 'not-known' or new.gross < new.net or new.gross * 10000 - new.net * (10000 + rate) > 5000 then
        raise exception 'net and gross do not go together' using errcode = 'check_violation', constraint = 'contract_vat';
      end if;
    end if;
  end if;
  new.runs_until := commissioning.contract_end(new.ends_on, new.ended_on, new.id, 1000000);
  return new;
end $$;
create trigger contract_steps before insert or update on commissioning.contract for each row execute function commissioning.keep_contract();

-- An option is taken while the contract runs, by a decision of its board; it is taken or let go once.
create function commissioning.keep_extension() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.contract; d meetings.decision; until_day date;
begin
  select * into c from commissioning.contract x where x.id = new.contract for update;
  if tg_op = 'UPDATE' and (old.taken_on is not null or old.declined_on is not null) and to_jsonb(new) - 'sight' is distinct from to_jsonb(old) - 'sight' then
    raise exception 'what became of an extension stands' using errcode = 'check_violation', constraint = 'extension_stands';
  end if;
  if c.ends_on is null then raise exception 'a contract without an end' using errcode = 'check_violation', constraint = 'extension_needs_end'; end if;
  if new.taken_on is not null and (tg_op = 'INSERT' or old.taken_on is null) then
    until_day := commissioning.contract_end(c.ends_on, c.ended_on, new.contract, new.position);
    if new.taken_on >= until_day or exists (select from commissioning.contract_extension e where e.contract = new.contract and e.position < new.position and e.taken_on is null) then
      raise exception 'the contract had ended' using errcode = 'check_violation', constraint = 'extension_in_time';
    end if;
    if new.decision is not null then
      select * into d from meetings.decision x where x.id = new.decision;
      if not (d.of_body = c.body or d.body = c.body) or d.withdrawn then
        raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'contract_own_decision';
      end if;
    end if;
  end if;
  return new;
end $$;
create trigger extension_steps before insert or update on commissioning.contract_extension for each row execute function commissioning.keep_extension();
create function commissioning.note_extension() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update commissioning.contract c set runs_until = null where c.id = new.contract and new.taken_on is not null;
  return null;
end $$;
create trigger extension_noted after insert or update on commissioning.contract_extension for each row execute function commissioning.note_extension();

-- No lot has more providers at a time than its limit; sub-contractors do not count.
create function commissioning.prove_lot() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare of_lot constant uuid := case tg_table_name when 'contract_lot' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'lot')::uuid end; l commissioning.contract_lot;
begin
  if of_lot is null then return null; end if;
  select * into l from commissioning.contract_lot x where x.id = of_lot for update;
  if l.provider_limit is not null and exists (
    select from commissioning.contract_provider a where a.lot = of_lot and a.part <> 'sub-contractor'
      and (select count(distinct b.provider) from commissioning.contract_provider b where b.lot = of_lot and b.part <> 'sub-contractor'
        and b.starts_on <= a.starts_on and (b.ends_on is null or a.starts_on < b.ends_on)) > l.provider_limit) then
    raise exception 'more providers than the lot has room for' using errcode = 'check_violation', constraint = 'lot_provider_limit';
  end if;
  return null;
end $$;
create trigger lot_limit after insert or update on commissioning.contract_provider for each row execute function commissioning.prove_lot();
create trigger lot_limit after update of provider_limit on commissioning.contract_lot for each row execute function commissioning.prove_lot();

-- A budget line is one of the contract's own board.
create function commissioning.keep_contract_line() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from commissioning.budget_line l where l.id = new.line and l.body = new.body) then
    raise exception 'a line of another board' using errcode = 'check_violation', constraint = 'contract_own_line';
  end if;
  return new;
end $$;
create trigger line_steps before insert on commissioning.contract_line for each row execute function commissioning.keep_contract_line();

-- Nothing is measured, and nothing reported, before a contract begins or after it has ended; a report is that of one who provided then.
create function commissioning.keep_kpi() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.contract;
begin
  select * into c from commissioning.contract x where x.id = new.contract;
  if new.starts_on < c.starts_on or coalesce(new.starts_on >= c.runs_until, false) then
    raise exception 'the contract does not run then' using errcode = 'check_violation', constraint = 'kpi_within_contract';
  end if;
  return new;
end $$;
create trigger kpi_steps before insert or update of starts_on, ends_on on commissioning.contract_kpi for each row execute function commissioning.keep_kpi();
create function commissioning.keep_result() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare c commissioning.contract; k commissioning.contract_kpi;
begin
  select * into c from commissioning.contract x where x.id = new.contract;
  select * into k from commissioning.contract_kpi x where x.id = new.kpi;
  if new.starts_on < c.starts_on or coalesce(new.ends_on > c.runs_until, false) or new.starts_on < k.starts_on or coalesce(new.ends_on > k.ends_on, false) then
    raise exception 'the contract does not run then' using errcode = 'check_violation', constraint = 'kpi_within_contract';
  end if;
  if not exists (select from commissioning.contract_provider p where p.contract = new.contract and p.provider = new.provider
      and p.starts_on < new.ends_on and (p.ends_on is null or new.starts_on < p.ends_on)) then
    raise exception 'no provider of this contract' using errcode = 'check_violation', constraint = 'result_of_provider';
  end if;
  return new;
end $$;
create trigger result_steps before insert on commissioning.kpi_result for each row execute function commissioning.keep_result();
-- A notice names a provider of the contract, who answers it and changes nothing else.
create function commissioning.keep_performance_notice() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from commissioning.contract_provider p where p.contract = new.contract and p.provider = new.provider) then
    raise exception 'no provider of this contract' using errcode = 'check_violation', constraint = 'result_of_provider';
  end if;
  if tg_op = 'UPDATE' then
    if (new.id, new.contract, new.provider, new.issued_on, new.because) is distinct from (old.id, old.contract, old.provider, old.issued_on, old.because) then
      raise exception 'a notice stays as it was given' using errcode = 'insufficient_privilege';
    end if;
    if new.provider = any (commissioning.my_organisations('provider'))
        and to_jsonb(new) - '{answered_on,answer,version}'::text[] is distinct from to_jsonb(old) - '{answered_on,answer,version}'::text[] then
      raise exception 'the provider answers it, and no more' using errcode = 'insufficient_privilege';
    end if;
    if old.answered_on is not null and (new.answered_on, new.answer) is distinct from (old.answered_on, old.answer) then
      raise exception 'an answer stands' using errcode = 'check_violation', constraint = 'notice_answer_stands';
    end if;
  end if;
  return new;
end $$;
create trigger notice_steps before insert or update on commissioning.performance_notice for each row execute function commissioning.keep_performance_notice();
revoke all on function commissioning.contract_end(date, date, uuid, int), commissioning.keep_contract(), commissioning.keep_extension(), commissioning.note_extension(), commissioning.prove_lot(),
  commissioning.keep_contract_line(), commissioning.keep_kpi(), commissioning.keep_result(), commissioning.keep_performance_notice() from public;

do $$
declare
  name text;
  rule text;
  board constant text := '(sight = ''members'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  -- Who has full sight of the board, for what stays with it though the contract is for everybody.
  inside constant text := '(sight <> ''draft'' and body = any ((select governance.my_full_sight_bodies())::uuid[])) '
    || 'or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[])';
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  keeper constant text := 'contract = any ((select commissioning.my_kept_contracts())::uuid[])';
  commissions constant text := 'commissioner = any ((select commissioning.my_organisations(''commissioner''))::uuid[])';
  mine constant text := 'contract = any ((select commissioning.my_contracts())::uuid[])';
  own constant text := 'provider = any ((select commissioning.my_organisations(''provider''))::uuid[])';
begin
  foreach name in array array['regime', 'regime_duty', 'rating_word', 'vat_rate', 'renewal_step'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert, update on commissioning.%I to goldenthread_app', name);
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (true)', name);
    execute format('create policy administer on commissioning.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
  end loop;
  foreach name in array array['contract', 'contract_clearing', 'contract_lot', 'contract_provider', 'contract_extension', 'contract_service', 'contract_outcome', 'contract_line',
      'contract_notice', 'contract_clause', 'contract_kpi', 'kpi_result', 'contract_assessment', 'contract_visit', 'performance_notice', 'failure_plan', 'contract_step'] loop
    perform platform.protect(format('commissioning.%I', name)::regclass);
    execute format('grant select, insert on commissioning.%I to goldenthread_app', name);
    if name not in ('contract_clearing', 'kpi_result', 'contract_service', 'contract_outcome', 'contract_line') then
      execute format('grant update on commissioning.%I to goldenthread_app', name);
    end if;
    execute format('create policy system on commissioning.%I to goldenthread_app using ((select commissioning.is_system())) with check ((select commissioning.is_system()))', name);
    rule := case name
      when 'contract' then format('sight = ''public'' or %s or %s or id = any ((select commissioning.my_contracts())::uuid[])', board, commissions)
      when 'contract_clearing' then format('%s or %s', clerk, keeper)
      -- Of a contract that is not for everybody a provider sees itself alone.
      when 'contract_provider' then format('sight = ''public'' or %s or %s or (%s and %s)', board, keeper, mine, own)
      when 'kpi_result' then format('(sight = ''public'' and is_public) or %s or %s or (%s and %s)', inside, keeper, mine, own)
      when 'contract_assessment' then format('(sight = ''public'' and published_on is not null) or %s or %s', inside, keeper)
      when 'contract_visit' then format('%s or %s', inside, keeper)
      when 'performance_notice' then format('%s or %s or (%s and %s)', inside, keeper, mine, own)
      when 'failure_plan' then format('%s or %s', inside, keeper)
      when 'contract_step' then format('%s or %s', inside, keeper)
      else format('sight = ''public'' or %s or %s or %s', board, keeper, mine) end;
    execute format('create policy read on commissioning.%I for select to goldenthread_app using (%s)', name, rule);
    rule := format('%s or %s', clerk, case when name = 'contract' then commissions else keeper end);
    execute format('create policy keep on commissioning.%I to goldenthread_app using (%s) with check (%s)', name, rule, rule);
  end loop;
  foreach name in array array['contract_service', 'contract_outcome', 'contract_line', 'contract_step'] loop
    execute format('grant delete on commissioning.%I to goldenthread_app', name);
  end loop;
  execute format('create policy report on commissioning.kpi_result for insert to goldenthread_app with check (%s and %s and reported_by = (select governance.my_person()))', mine, own);
  execute format('create policy answer on commissioning.performance_notice for update to goldenthread_app using (%s and %s) with check (%s and %s)', mine, own, mine, own);
end $$;
