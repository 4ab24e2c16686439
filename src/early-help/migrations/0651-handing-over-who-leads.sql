-- Whoever says yes to leading takes over: who led until then ends in the same moment, whoever of the two holds the pen, and reads what they read as the lead no
-- longer, unless they are of the team (requirements E4 and E6; handbook of early help 1.5 and 7.1).
create function casework.hand_over() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare former record;
begin
  for former in update casework.lead_period l set ended_at = greatest(l.accepted_at, new.accepted_at)
      where l.episode = new.episode and l.id <> new.id and l.accepted_at is not null and l.ended_at is null returning l.person loop
    continue when former.person = new.person;
    update casework.access_grant g set ends_at = greatest(g.starts_at, new.accepted_at)
      where g.episode = new.episode and g.person = former.person and g.relation = 'lead' and g.ends_at > new.accepted_at
        and not exists (select from casework.team_member m where m.episode = g.episode and m.person = g.person and (m.ends_on is null or m.ends_on > platform.today()));
  end loop;
  return new;
end $$;
revoke all on function casework.hand_over() from public;
create trigger hands_over before update on casework.lead_period for each row when (new.accepted_at is not null and old.accepted_at is null) execute function casework.hand_over();
