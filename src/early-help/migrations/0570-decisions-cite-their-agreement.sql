-- A decision to share cites the information sharing agreement on which it rests, where there is one (requirement G19). The register is governance's: early help is told
-- by a function which agreements in force the agencies of both sides are party to, and what they are called.
alter table casework.sharing_decision add column sharing_agreement uuid references governance.sharing_agreement;
-- Agencies that share what is held of a family: who asked for help, and who leads now.
create function casework.sharing_side(asked uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select array(select e.agency from casework.episode e where e.id = asked
    union select l.organisation from casework.lead_period l where l.episode = asked and l.accepted_at is not null and l.ended_at is null) $$;
create function casework.sharing_agreements(asked uuid, today date) returns table (id uuid, title text, organisation uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_agencies() = '{}' then return; end if;
  return query select s.id, s.title, p.organisation from governance.sharing_agreement s
    join governance.sharing_party p on p.agreement = s.id
    where s.withdrawn_on is null and s.starts_on <= today and (s.ends_on is null or s.ends_on > today) and exists (select from governance.sharing_party mine
      where mine.agreement = s.id and mine.organisation = any (casework.sharing_side(asked))) order by 2, 3;
end $$;
-- What a decision cites, by its id; whether it still holds is said by the register itself.
create function casework.sharing_agreement_called(asked uuid) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if casework.my_agencies() = '{}' then return null; end if;
  return (select s.title from casework.sharing_decision d join governance.sharing_agreement s on s.id = d.sharing_agreement where d.id = asked);
end $$;
-- Only an agreement in force to which both are party can be cited.
create function casework.cite_agreement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.sharing_agreement is not null and not exists (select from governance.sharing_agreement s
      where s.id = new.sharing_agreement and s.withdrawn_on is null and governance.holds(s.starts_on, s.ends_on)
        and exists (select from governance.sharing_party p where p.agreement = s.id and p.organisation = new.organisation)
        and exists (select from governance.sharing_party p where p.agreement = s.id and p.organisation = any (casework.sharing_side(new.episode)))) then
    raise exception 'no agreement in force between these agencies' using errcode = 'check_violation', constraint = 'agreement_cited';
  end if;
  return new;
end $$;
create trigger cited before insert on casework.sharing_decision for each row execute function casework.cite_agreement();
revoke all on function casework.sharing_side(uuid), casework.sharing_agreements(uuid, date), casework.sharing_agreement_called(uuid), casework.cite_agreement() from public;
grant execute on function casework.sharing_agreements(uuid, date), casework.sharing_agreement_called(uuid) to goldenthread_casework;
