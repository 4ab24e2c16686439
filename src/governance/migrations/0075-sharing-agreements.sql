-- Information sharing agreements as a register (G19): who shares what with whom, for what, on which lawful basis, until when, and when it is looked at again.
create table governance.sharing_agreement (
  id uuid primary key,
  body uuid not null references governance.body,           -- the board that keeps it
  owner uuid not null references governance.person,        -- who sees to its review
  title text not null check (title <> ''),
  data text not null check (data <> ''),                   -- what is shared, about whom
  purpose text not null check (purpose <> ''),
  lawful_basis text not null check (lawful_basis <> ''),
  sight text not null check (sight in ('members', 'public')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),                -- null: until it is withdrawn
  review_on date not null,
  withdrawn_on date,                                       -- first day on which it no longer holds
  withdrawn_because text not null default '',
  version int not null default 1,
  check ((withdrawn_on is null) = (withdrawn_because = ''))
);
create index on governance.sharing_agreement (body);
create index on governance.sharing_agreement (owner);
create unique index sharing_agreement_once on governance.sharing_agreement (body, md5(lower(title))) where withdrawn_on is null;

create table governance.sharing_party (
  agreement uuid not null references governance.sharing_agreement,
  organisation uuid not null references governance.organisation,
  signed_by text not null default '',
  signed_on date,
  primary key (agreement, organisation),
  check ((signed_by = '') = (signed_on is null))
);
create index on governance.sharing_party (organisation);

-- The signed paper: it may name people, so that who may read it is said apart.
create table governance.sharing_paper (
  agreement uuid primary key references governance.sharing_agreement,
  document text not null check (document ~ '^[0-9a-f]{64}$'),
  sight text not null check (sight in ('members', 'public'))
);

create table governance.sharing_review (
  id uuid primary key,
  agreement uuid not null references governance.sharing_agreement,
  reviewed_on date not null,
  outcome text not null check (outcome <> ''),
  next_on date not null check (next_on > reviewed_on),
  reviewed_by uuid not null,                               -- the account
  constraint sharing_review_once unique (agreement, reviewed_on)
);

-- Once somebody has signed, the words are what was signed: another wording is another agreement.
create function governance.keep_sharing_agreement() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.body <> old.body or old.withdrawn_on is not null then
    raise exception 'it belongs to its board, and is withdrawn once' using errcode = 'insufficient_privilege';
  end if;
  if (new.title, new.data, new.purpose, new.lawful_basis, new.starts_on, new.ends_on) is distinct from (old.title, old.data, old.purpose, old.lawful_basis, old.starts_on, old.ends_on)
     and exists (select from governance.sharing_party p where p.agreement = new.id and p.signed_on is not null) then
    raise exception 'what was signed stays as it was signed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function governance.keep_sharing_agreement() from public;
create trigger sharing_agreement_stays before update on governance.sharing_agreement for each row execute function governance.keep_sharing_agreement();
create function governance.sign_sharing_once() returns trigger language plpgsql as $$
begin
  if old.signed_on is not null or (new.agreement, new.organisation) is distinct from (old.agreement, old.organisation) then
    raise exception 'a signature stays' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger sharing_party_signs_once before update on governance.sharing_party for each row execute function governance.sign_sharing_once();

-- Whether the reader keeps an agreement: the clerk of its board, and administrators.
create function governance.keeps_sharing(asked uuid) returns boolean language sql stable as $$
  select exists (select from governance.sharing_agreement s where s.id = asked and (s.body = any (governance.my_clerk_bodies()) or platform.is_administrator())) $$;
create function governance.refuse_owner_columns() returns trigger language plpgsql as $$
begin
  if current_user = 'goldenthread_app' and not governance.keeps_sharing(old.id)
     and to_jsonb(new) - array['review_on', 'version'] is distinct from to_jsonb(old) - array['review_on', 'version'] then
    raise exception 'its owner only sees to its review' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger owner_only_reviews before update on governance.sharing_agreement for each row execute function governance.refuse_owner_columns();

grant select, insert, update on governance.sharing_agreement, governance.sharing_party, governance.sharing_paper to goldenthread_app;
grant select, insert on governance.sharing_review to goldenthread_app;
select platform.protect('governance.sharing_agreement'), platform.protect('governance.sharing_party'), platform.protect('governance.sharing_paper'), platform.protect('governance.sharing_review');
create policy read on governance.sharing_agreement for select to goldenthread_app using (
  sight = 'public' or body = any ((select governance.my_full_sight_bodies())::uuid[]) or owner = (select governance.my_person()) or (select platform.is_administrator()));
create policy add on governance.sharing_agreement for insert to goldenthread_app with check (
  body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator()));
create policy change on governance.sharing_agreement for update to goldenthread_app using (
  body = any ((select governance.my_clerk_bodies())::uuid[]) or owner = (select governance.my_person()) or (select platform.is_administrator()));
create policy read on governance.sharing_party for select to goldenthread_app using (exists (select from governance.sharing_agreement s where s.id = agreement));
create policy name on governance.sharing_party for insert to goldenthread_app with check (governance.keeps_sharing(agreement));
create policy sign on governance.sharing_party for update to goldenthread_app using (governance.keeps_sharing(agreement));
create policy read on governance.sharing_review for select to goldenthread_app using (exists (select from governance.sharing_agreement s where s.id = agreement));
create policy review on governance.sharing_review for insert to goldenthread_app with check (reviewed_by = (select platform.actor()) and (
  governance.keeps_sharing(agreement) or exists (select from governance.sharing_agreement s where s.id = agreement and s.owner = (select governance.my_person()))));
create policy read on governance.sharing_paper for select to goldenthread_app using (exists (select from governance.sharing_agreement s where s.id = agreement and (
  sharing_paper.sight = 'public' or s.body = any ((select governance.my_full_sight_bodies())::uuid[]) or s.owner = (select governance.my_person()) or (select platform.is_administrator()))));
create policy keep on governance.sharing_paper for insert to goldenthread_app with check (governance.keeps_sharing(agreement));
create policy replace on governance.sharing_paper for update to goldenthread_app using (governance.keeps_sharing(agreement)) with check (governance.keeps_sharing(agreement));
