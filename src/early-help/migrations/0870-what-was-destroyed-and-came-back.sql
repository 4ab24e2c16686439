-- A backup brings back what was destroyed after it was made. The list of what was destroyed, kept apart, is given back: each record of it that is here again is reviewed by that,
-- and waits for another person's approval, as any; each photograph of it that is the very same is destroyed at once, as it was (requirement E12; handbook of early help 7.5).

-- Photographs of the wrong paper that were destroyed, for the list: ids, days and digests.
create function casework.photographs_destroyed() returns table (id uuid, episode uuid, at timestamptz, digest text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform casework.demand_governance();
  return query select p.id, p.episode, p.taken_back_at, p.digest from casework.signed_page p where p.taken_back_at is not null order by 3, 1;
end $$;

-- As 0525 says of whoever leads, and: whoever owns information governance destroys again what they had destroyed; by policies they reach no photograph but through the function below.
create function casework.keeper_or_again() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor() is not null and new.episode <> all (casework.my_kept()) and not (casework.may_approve_sharing() and old.bytes is not null and new.taken_back_because is not null) then
    raise exception 'whoever leads writes this' using errcode = 'insufficient_privilege', constraint = 'keeper_writes';
  end if;
  return new;
end $$;
drop trigger by_keeper_too on casework.signed_page;
create trigger by_keeper_too before update on casework.signed_page for each row execute function casework.keeper_or_again();

-- One line of the list. Hands back 'done', 'gone' where there is nothing of it here, or why a person has to look first: 'held', 'not-due'.
create function casework.give_back(what text, certificate uuid, record uuid, seal text, words text, today date) returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me constant uuid := casework.demand_governance();
  told text;
begin
  if what = 'photograph' then
    update casework.signed_page p set taken_back_because = words, taken_back_by = me
      where p.id = certificate and p.episode = record and p.bytes is not null and encode(sha256(p.bytes), 'hex') = seal;
    return case when found then 'done' else 'gone' end;
  end if;
  if not exists (select from casework.episode e where e.id = record) or exists (select from casework.destruction d where d.episode = record) then return 'gone'; end if;
  if exists (select from casework.retention_review r where r.episode = record and r.verdict = 'destroy' and r.ended_at is null) then return 'done'; end if;
  select r.problem into told from casework.review_record(record, 'destroy', null, words, today) r;
  return coalesce(told, 'done');
end $$;
revoke all on function casework.photographs_destroyed(), casework.keeper_or_again(), casework.give_back(text, uuid, uuid, text, text, date) from public;
grant execute on function casework.photographs_destroyed(), casework.give_back(text, uuid, uuid, text, text, date) to goldenthread_casework;
