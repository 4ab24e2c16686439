-- A draft of terms of reference is put to a meeting in the words that it has then. What the meeting decided is adopted, and nothing else (G4, G18).
alter table meetings.agenda_item add unique (id, meeting, body);
create table meetings.terms_proposal (
  item uuid primary key,
  meeting uuid not null,
  body uuid not null,
  terms_version uuid not null references governance.terms_version,
  number int not null,                     -- of the version, for those who do not see the draft
  document jsonb not null,                 -- the portable document, as it was put
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  foreign key (item, meeting, body) references meetings.agenda_item (id, meeting, body)
);
create index on meetings.terms_proposal (terms_version);
comment on table meetings.terms_proposal is 'A draft of terms that an item puts to its meeting, in the words of that moment';

-- What was put stays as it was put, and is a draft of the same body.
create function meetings.refuse_other_terms() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from governance.terms_version v where v.id = new.terms_version and v.body = new.body and v.number = new.number and v.state = 'draft'
      and v.document = new.document) then
    raise exception 'only a draft of the same body is put to its meeting, as it stands' using errcode = 'check_violation', constraint = 'own_draft';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_other_terms() from public;
create trigger own_draft before insert on meetings.terms_proposal for each row execute function meetings.refuse_other_terms();

-- The decision by which a version was adopted: one of its own body, in public, that settles the matter and stands. It never changes afterwards.
alter table governance.terms_version add column adopted_decision uuid references meetings.decision;
create function meetings.refuse_other_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.adopted_decision is not null or old.state <> 'draft' or not exists (
      select from meetings.decision d join meetings.terms_proposal p on p.item = d.item
      where d.id = new.adopted_decision and d.body = new.body and p.terms_version = new.id and not d.withdrawn
        and p.document - 'from' - 'until' = new.document - 'from' - 'until'
        and d.category = 'public' and d.type in ('resolve', 'approve', 'accept')) then
    raise exception 'terms are adopted by a decision that was asked to adopt them' using errcode = 'check_violation', constraint = 'asked_to_adopt';
  end if;
  return new;
end $$;
revoke all on function meetings.refuse_other_decision() from public;
create trigger asked_to_adopt before update of adopted_decision on governance.terms_version
  for each row when (old.adopted_decision is distinct from new.adopted_decision) execute function meetings.refuse_other_decision();
create policy adopted_later on governance.terms_version as restrictive for insert to goldenthread_app with check (adopted_decision is null);

select platform.protect('meetings.terms_proposal');
grant select, insert on meetings.terms_proposal to goldenthread_app;
create policy system on meetings.terms_proposal to goldenthread_app using ((select meetings.is_system())) with check ((select meetings.is_system()));
-- Read by whoever reads the item itself: what is put to a meeting in private stays there.
create policy read on meetings.terms_proposal for select to goldenthread_app using (exists (select from meetings.item_content c where c.item = terms_proposal.item));
create policy put on meetings.terms_proposal for insert to goldenthread_app with check (
  body = any ((select governance.my_clerk_bodies())::uuid[]) and proposed_by = (select platform.actor()));
