-- History is ended, never deleted: no record of governance goes away through the serving role.
revoke delete on all tables in schema governance from goldenthread_app;

-- Whose account a person is decides everything they may see: only administrators say it, or a clerk of one board could become a member of another.
create function governance.refuse_account() returns trigger language plpgsql as $$
declare before uuid := case tg_op when 'UPDATE' then old.account end;
begin
  if current_user = 'goldenthread_app' and new.account is distinct from before and not platform.is_administrator() then
    raise exception 'only administrators say which account a person has' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger account_by_administrator before insert or update of account on governance.person for each row execute function governance.refuse_account();

-- Terms that were adopted are a version for ever: a change is a new version.
create function governance.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.document, new.body, new.number, new.starts_on, new.adopted_by) is distinct from
      (old.document, old.body, old.number, old.starts_on, old.adopted_by) then
    raise exception 'terms that were adopted or withdrawn do not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger adopted_terms_stay before update on governance.terms_version for each row execute function governance.refuse_rewriting();
