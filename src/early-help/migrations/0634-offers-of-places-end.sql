-- An offered place whose time is over goes to whoever waits next by the clock, and not only when somebody looks at the session (requirement E9). For the clock
-- alone; it hands back who is offered a place now, and nothing else.
create function casework.settle_offers() returns table (booking uuid, session uuid) language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  one uuid;
  before uuid[];
begin
  if platform.actor() is distinct from platform.system_actor() then raise exception 'for the clock alone' using errcode = 'insufficient_privilege'; end if;
  for one in select distinct b.session from casework.booking b where b.state = 'offered' and b.offered_until <= platform.now() order by 1 loop
    -- The session is locked before its places are looked at, as whoever books locks it.
    perform casework.lock_session(one);
    before := array(select b.id from casework.booking b where b.session = one and b.state = 'offered');
    perform casework.settle_session(one);
    return query select b.id, b.session from casework.booking b where b.session = one and b.state = 'offered' and b.id <> all (before);
  end loop;
end $$;
create index on casework.booking (offered_until) where state = 'offered';
revoke all on function casework.settle_offers() from public;
grant execute on function casework.settle_offers() to goldenthread_casework;
