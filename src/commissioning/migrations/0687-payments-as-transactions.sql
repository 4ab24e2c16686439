-- Payments of public contracts as transactions of open contracting data (requirement C15; handbook of commissioning 5.1, 7): what approved runs paid, by month, payer and provider. A month comes out
-- once it is over, so that the difference between two days tells nothing; what was paid for few packages is not in it, nor a sum that covers fewer packages than the threshold of its approval.
create function commissioning.open_transactions(of_contracts uuid[], before date)
  returns table (contract uuid, month date, payer uuid, provider uuid, pence bigint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with paid as (
    select p.contract, date_trunc('month', r.approved_on)::date as month, p.payer, p.provider, p.pence, p.packages,
      (select t.least from commissioning.package_threshold t where t.starts_on <= r.approved_on and (t.ends_on is null or r.approved_on < t.ends_on)) as least
    from commissioning.payment_posting p
    join commissioning.payment_run r on r.id = p.run
    join commissioning.contract c on c.id = p.contract
    where c.sight = 'public' and not p.few and p.line is not null and (of_contracts is null or p.contract = any (of_contracts)))
  select d.contract, d.month, d.payer, d.provider, sum(d.pence)::bigint from paid d
  where (d.month + interval '1 month')::date <= before
  group by d.contract, d.month, d.payer, d.provider
  having max(d.packages) >= max(coalesce(d.least, 2147483647)) and sum(d.pence) <> 0
$$;
revoke all on function commissioning.open_transactions(uuid[], date) from public;
grant execute on function commissioning.open_transactions(uuid[], date) to goldenthread_app;
