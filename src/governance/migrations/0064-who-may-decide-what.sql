-- The scheme of delegation (G14): which function of a body somebody else may decide, recommend or discuss, on which terms and until when.
-- A row rests on the terms of the body (no parent), on the law (origin 'law', no parent: somebody holds it), or on the row from which it was handed on.
-- Who gave it follows from that: the body, or whoever the parent names. So nobody hands on what they do not hold, and no row can rest on itself.
create table governance.delegation (
  id uuid primary key,
  body uuid not null references governance.body,           -- whose function it is, or in whose scheme the law's holder is shown
  origin text not null check (origin in ('terms', 'law')),
  function_key text not null check (function_key <> ''),   -- of the body's terms; for 'law' a code of the list 'statutory-function'
  function_name text not null check (function_name <> ''), -- as it was called when this was recorded
  parent uuid references governance.delegation,
  to_body uuid references governance.body,
  to_person uuid references governance.person,
  to_post text not null default '',                        -- whoever holds the post on the day
  to_organisation uuid references governance.organisation, -- of the post; null for a post of no organisation
  may text not null check (may in ('decide', 'recommend', 'discuss')),
  limit_pence bigint check (limit_pence > 0),              -- of one decision; null where no sum is named here (one above may name one)
  conditions text not null default '',
  may_hand_on boolean not null default false,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  given_by text not null check (given_by <> ''),           -- the decision that gave it, or the law, in words
  decision uuid,                                           -- that decision's record, where it is held here; not a key: meetings keep their own tables
  revoked_on date check (revoked_on >= starts_on),         -- first day on which it no longer holds
  revoked_because text not null default '',                -- by which decision, and why
  version int not null default 1,
  check (num_nonnulls(to_body, to_person, nullif(to_post, '')) = 1),
  check (to_organisation is null or to_post <> ''),
  check (origin = 'terms' or to_body is null),
  check (to_body is distinct from body),
  check ((revoked_on is null) = (revoked_because = '')),
  -- Sent twice is given once: nobody holds the same from the same giver twice on one day.
  constraint delegation_once exclude using gist (
    body with =, origin with =, function_key with =, (coalesce(parent, body)) with =,
    (coalesce(to_body::text, to_person::text, coalesce(to_organisation::text, '') || ' ' || lower(to_post))) with =,
    daterange(starts_on, least(ends_on, revoked_on)) with &&)
);
create index on governance.delegation (body);
create index on governance.delegation (to_body) where to_body is not null;
create index on governance.delegation (to_person) where to_person is not null;
create index on governance.delegation (lower(to_post)) where to_post <> '';
create index on governance.delegation (parent) where parent is not null;

-- What is handed on is the same function of the same body; what was given stays as it was given, and is revoked once.
create function governance.keep_delegation() returns trigger language plpgsql as $$
declare above governance.delegation;
begin
  if tg_op = 'INSERT' then
    if new.parent is null then return new; end if;
    select * into above from governance.delegation where id = new.parent;
    if (above.body, above.origin, above.function_key) is distinct from (new.body, new.origin, new.function_key) or not above.may_hand_on then
      raise exception 'it rests on something else' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['revoked_on', 'revoked_because', 'version']) is distinct from (to_jsonb(old) - array['revoked_on', 'revoked_because', 'version'])
     or old.revoked_on is not null then
    raise exception 'what was delegated stays as it was given' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger delegation_stays before insert or update on governance.delegation for each row execute function governance.keep_delegation();

-- Whether a person holds what a delegation gives, by name or by a post held on the day.
create function governance.holds_delegation(asked uuid, who uuid, on_day date) returns boolean language sql stable as $$
  select exists (select from governance.delegation d where d.id = asked and (d.to_person = who or exists (
    select from governance.post t where d.to_post <> '' and t.person = who and lower(t.title) = lower(d.to_post)
      and t.organisation is not distinct from d.to_organisation and t.starts_on <= on_day and (t.ends_on is null or on_day < t.ends_on)))) $$;

grant select, insert, update on governance.delegation to goldenthread_app;
select platform.protect('governance.delegation');
-- Everybody may know who decides; the clerk of the body keeps its scheme, and administrators.
create policy read on governance.delegation for select to goldenthread_app using (true);
create policy add on governance.delegation for insert to goldenthread_app with check (
  body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator()));
create policy revoke on governance.delegation for update to goldenthread_app using (
  body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator()));

-- What some hold by law and may hand on (handbook 2.3): dated data, because the law moves.
insert into governance.code (list, code, label, source, position, starts_on) values
  ('statutory-function', 'lead-safeguarding-partner', 'Functions of a lead safeguarding partner', 'Working Together to Safeguard Children 2023, chapter 2', 1, '2023-12-15'),
  ('statutory-function', 'director-of-childrens-services', 'Functions of the director of children’s services', 'Children Act 2004, section 18', 2, '1900-01-01'),
  ('statutory-function', 'director-of-public-health', 'Functions of the director of public health', 'National Health Service Act 2006, section 73A', 3, '1900-01-01');
