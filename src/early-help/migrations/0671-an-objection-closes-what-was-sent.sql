-- Whoever else may decide and objects closes what was sent with the family's agreement, at once, as a withdrawal does; what goes to an agency that they do agree to stays
-- open (requirement E3; handbook of early help 3.1, rule 2). What was sent without resting on agreement stands.
create or replace function casework.stands_agreed(asked uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from casework.transition t where t.id = asked and (not t.is_agreed or (
    (not exists (select from casework.agreement a where a.episode = t.episode and a.withdrawn_at >= t.sent_at)
      or exists (select from casework.agreement a where a.episode = t.episode and a.is_given and a.withdrawn_at is null))
    and not exists (select from casework.agreement_stand s where s.episode = t.episode and casework.narrows(s)
      and not coalesce(t.target = any (s.organisations) and 'assessment' = any (s.classes), false)))));
end $$;

-- The day of the latest review at which the family renewed what it had agreed to before: from that day the renewal counts. For whoever records agreements; null where there is none.
create function casework.renewed_at_review(asked uuid, since date) returns date language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not (asked = any (casework.my_kept()) or exists (select from casework.episode e where e.id = asked and e.area = any (casework.my_localities()) and not e.is_shielded)) then return null; end if;
  return (select max(r.held_on) from casework.plan_review r where r.episode = asked and r.agreement_answer = 'renews' and r.held_on > since);
end $$;
revoke all on function casework.renewed_at_review(uuid, date) from public;
grant execute on function casework.renewed_at_review(uuid, date) to goldenthread_casework;
