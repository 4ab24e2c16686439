-- A photograph of the wrong paper that was brought to a signed plan is taken back: its pixels are destroyed at once, in every version; that there was one stays, with who took it back,
-- when, why, and the digest of what was destroyed (requirements E4, E12; handbook of early help 7.4).
alter table casework.signed_page alter column bytes drop not null;
alter table casework.signed_page add column taken_back_at timestamptz;
alter table casework.signed_page add column taken_back_by uuid references governance.person;
alter table casework.signed_page add column taken_back_because text check (taken_back_because <> '' and length(taken_back_because) <= 2000);
alter table casework.signed_page add column digest text check (digest ~ '^[0-9a-f]{64}$');
alter table casework.signed_page add constraint shown_or_taken_back check (
  (bytes is null) = (taken_back_at is not null) and num_nonnulls(taken_back_at, taken_back_by, taken_back_because, digest) in (0, 4));
comment on column casework.signed_page.digest is 'SHA-256 of the photograph that was destroyed: whoever finds a copy can tell that it is that one';
alter table casework.signed_page drop constraint signed_page_number_check;
alter table casework.signed_page add constraint signed_page_number_check check (number between 1 and 99);
comment on column casework.signed_page.number is 'In which order it came, from 1; those that were taken back keep theirs';

-- What it was is kept in no former version: the pixels would stand there. It is taken back once, by whoever leads, and nothing else of it changes.
drop trigger keeps_former on casework.signed_page;
create function casework.destroy_page() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- What whoever takes it back says; the rest is worked out here.
  saying constant text[] := array['taken_back_because', 'taken_back_by'];
begin
  if old.bytes is null or to_jsonb(new) - saying is distinct from to_jsonb(old) - saying or new.taken_back_because is null or new.taken_back_by is distinct from casework.me() then
    raise exception 'a photograph is taken back once, with a reason, and stays as it came until then' using errcode = 'check_violation', constraint = 'taken_back_once';
  end if;
  new.digest := encode(sha256(old.bytes), 'hex');
  new.bytes := null;
  new.taken_back_at := platform.now();
  return new;
end $$;
revoke all on function casework.destroy_page() from public;
create trigger destroyed before update on casework.signed_page for each row execute function casework.destroy_page();
create trigger by_keeper_too before update on casework.signed_page for each row execute function casework.only_keeper();
grant update (taken_back_because, taken_back_by) on casework.signed_page to goldenthread_casework;
