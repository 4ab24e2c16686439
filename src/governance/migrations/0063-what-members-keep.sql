-- What members keep themselves (G13, G16): the yearly look through the register, reviews of terms, induction and signatures.

-- Somebody belongs to a body on a day: by a place in it, by its chair or clerk, or as somebody's deputy.
create function governance.belongs(whom uuid, asked uuid, on_day date) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from governance.appointment a join governance.seat s on s.id = a.seat
    where s.body = asked and a.person = whom and a.starts_on <= on_day and (a.ends_on is null or on_day < a.ends_on)
    union all select from governance.office o
    where o.body = asked and o.person = whom and o.starts_on <= on_day and (o.ends_on is null or on_day < o.ends_on)
    union all select from governance.deputy_authorisation d join governance.seat s on s.id = d.seat
    where s.body = asked and d.person = whom and d.starts_on <= on_day and (d.ends_on is null or on_day < d.ends_on)) $$;
revoke all on function governance.belongs(uuid, uuid, date) from public;
grant execute on function governance.belongs(uuid, uuid, date) to goldenthread_app;

-- What law or custom asks where terms say nothing, as dated data. The register of interests: when somebody looked it through; memberships elsewhere.
create table governance.member_rule (
  legal_regime text,                                 -- null: every regime that has no rule of its own
  kind text not null check (kind in ('notice-days', 'register-months', 'terms-months')),
  amount int not null check (amount between 1 and 366),
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  constraint member_rule_once unique (legal_regime, kind, starts_on)
);
insert into governance.member_rule (legal_regime, kind, amount, source, starts_on) values
  ('lga1972', 'notice-days', 28, 'Localism Act 2011, sections 30 and 31', '2012-07-01'),
  (null, 'register-months', 12, 'Once a year, where the terms of the board say nothing', '2000-01-01'),
  (null, 'terms-months', 12, 'Once a year, where the terms of the board say nothing', '2000-01-01');

create table governance.register_review (
  person uuid not null references governance.person,
  reviewed_on date not null,
  entries int not null check (entries >= 0),         -- how many entries stood in the register on that day
  primary key (person, reviewed_on)
);
insert into governance.register_review (person, reviewed_on, entries)
  select person, max(reviewed_on), count(*) from governance.interest where reviewed_on is not null group by person;

alter table governance.interest add column outside_kind text not null default ''
  check (outside_kind in ('', 'school', 'charity', 'company', 'public_body', 'other') and (outside_kind = '' or kind = 'other_membership'));

-- The yearly review of terms: one record each time that a body looked at a version.
create table governance.terms_review (
  id uuid primary key,
  terms_version uuid not null references governance.terms_version,
  body uuid not null references governance.body,
  outcome text not null check (outcome in ('kept', 'amended')),
  reviewed_on date not null,
  decided_in text not null check (decided_in <> ''), -- the meeting or decision, in words
  decision uuid,                                     -- the decision's record, where it is held here; not a key: meetings keep their own tables
  draft uuid references governance.terms_version,    -- the draft that the review led to
  constraint terms_review_once unique (terms_version, reviewed_on),
  check (outcome = 'amended' or draft is null)
);

-- Induction: a dated template of the body, and what was done of it for one appointment.
create table governance.induction_step (
  id uuid primary key,
  body uuid not null references governance.body,
  kind text not null check (kind in ('pack', 'briefing', 'buddy', 'sign_terms', 'sign_agreement', 'other')),
  title text not null check (title <> ''),
  within_days int not null check (within_days between 0 and 366),   -- from the first day of the appointment
  position int not null default 0,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version int not null default 1,
  constraint induction_step_once unique (body, title, starts_on)
);
create table governance.induction_done (
  appointment uuid not null references governance.appointment,
  step uuid not null references governance.induction_step,
  done_on date not null,
  buddy uuid references governance.person,
  recorded_by uuid not null references governance.person,
  primary key (appointment, step)
);
create index on governance.induction_done (buddy);

-- What members agree to, as numbered versions that never change; and who signed which one, when.
create table governance.member_agreement (
  id uuid primary key,
  body uuid not null references governance.body,
  number int not null check (number > 0),
  words text not null check (words <> ''),
  starts_on date not null,
  recorded_at timestamptz not null,
  constraint member_agreement_number unique (body, number),
  constraint member_agreement_day unique (body, starts_on)
);
create table governance.member_signature (
  id uuid primary key,
  person uuid not null references governance.person,
  body uuid not null references governance.body,
  terms_version uuid references governance.terms_version,
  agreement uuid references governance.member_agreement,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),   -- SHA-256 of the text that was signed
  signed_at timestamptz not null,
  constraint signed_terms_once unique (person, terms_version),
  constraint signed_agreement_once unique (person, agreement),
  check ((terms_version is null) <> (agreement is null))
);

-- Signed and agreed texts, reviews and what was done of an induction stay as they are.
revoke all on governance.member_rule from goldenthread_app;
grant select on governance.member_rule to goldenthread_app;
grant select, insert on governance.register_review, governance.terms_review, governance.induction_done, governance.member_agreement, governance.member_signature
  to goldenthread_app;
grant select, insert on governance.induction_step to goldenthread_app;
grant update (ends_on, version) on governance.induction_step to goldenthread_app;

do $$
declare name text;
begin
  foreach name in array array['member_rule', 'register_review', 'terms_review', 'induction_step', 'induction_done', 'member_agreement', 'member_signature'] loop
    perform platform.protect(('governance.' || name)::regclass);
  end loop;
  foreach name in array array['member_rule', 'register_review', 'terms_review'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app using (true)', name);
  end loop;
  foreach name in array array['induction_step', 'member_agreement'] loop
    execute format('create policy read on governance.%I for select to goldenthread_app '
      || 'using (body = any ((select governance.my_full_sight_bodies())::uuid[]) or body = any ((select governance.my_observer_bodies())::uuid[]))', name);
  end loop;
end $$;

create policy keep on governance.induction_step to goldenthread_app using (body = any ((select governance.my_clerk_bodies())::uuid[]))
  with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy confirm on governance.register_review for insert to goldenthread_app
  with check (person = (select governance.my_person()) and reviewed_on = platform.today());
create policy review on governance.terms_review for insert to goldenthread_app with check (
  (body = any ((select governance.my_clerk_bodies())::uuid[]) or (select platform.is_administrator())) and reviewed_on <= platform.today()
  and exists (select from governance.terms_version v where v.id = terms_version and v.body = terms_review.body and v.state = 'adopted'));

-- What was done: the member, the buddy and the clerks of the body know.
create function governance.inducts(asked_appointment uuid, asked_step uuid) returns text language sql stable as $$
  select case when s.body = any (governance.my_clerk_bodies()) then 'clerk' when a.person = governance.my_person() then 'self' end
  from governance.appointment a join governance.seat s on s.id = a.seat join governance.induction_step t on t.body = s.body
  where a.id = asked_appointment and t.id = asked_step $$;
create policy read on governance.induction_done for select to goldenthread_app using (
  buddy = (select governance.my_person()) or appointment in (
    select a.id from governance.appointment a join governance.seat s on s.id = a.seat
    where a.person = (select governance.my_person()) or s.body = any ((select governance.my_clerk_bodies())::uuid[])));
create policy do_step on governance.induction_done for insert to goldenthread_app with check (
  recorded_by = (select governance.my_person()) and done_on <= platform.today()
  and exists (select from governance.induction_step t where t.id = step and t.kind in ('pack', 'briefing', 'buddy', 'other') and (t.kind = 'buddy') = (buddy is not null)
    and case governance.inducts(appointment, step) when 'clerk' then true when 'self' then t.kind <> 'buddy' else false end));

create policy write on governance.member_agreement for insert to goldenthread_app with check (body = any ((select governance.my_clerk_bodies())::uuid[]));
-- Signed by oneself, while one belongs to the body, and only the version that is in force.
create policy read on governance.member_signature for select to goldenthread_app
  using (person = (select governance.my_person()) or body = any ((select governance.my_clerk_bodies())::uuid[]));
create policy sign on governance.member_signature for insert to goldenthread_app with check (
  person = (select governance.my_person()) and governance.belongs(person, body, platform.today())
  and (exists (select from governance.terms_version v where v.id = terms_version and v.body = member_signature.body and v.state = 'adopted' and governance.holds(v.starts_on, v.ends_on))
    or exists (select from governance.member_agreement g where g.id = agreement and g.body = member_signature.body and g.starts_on <= platform.today()
      and not exists (select from governance.member_agreement later where later.body = g.body and later.starts_on > g.starts_on and later.starts_on <= platform.today()))));
