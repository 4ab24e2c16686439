-- A request for help in a locality that nobody co-ordinates reaches nobody but whoever asked. Administrators, who give posts, and owners of information governance are
-- told which localities those are; no family, no count of families and nothing that is withheld (requirements E5, E6; handbook of early help 1.6 and 7.1).
create function casework.localities_unheard() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not (casework.is_administrator() or casework.may_approve_sharing()) then return '{}'; end if;
  return coalesce((select array_agg(distinct e.area) from casework.episode e
    where e.agreed_on is null and e.closed_on is null and not e.is_shielded
      and not exists (select from casework.post p where p.role = 'co-ordinator' and p.area = e.area and governance.holds(p.starts_on, p.ends_on))), '{}');
end $$;
comment on function casework.localities_unheard() is 'Localities without a co-ordinator today in which a request for help waits';
revoke all on function casework.localities_unheard() from public;
grant execute on function casework.localities_unheard() to goldenthread_casework;
