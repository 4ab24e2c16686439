-- The people of a family: names, births known in part, facts with their source, who is what to whom, where they live and who must not learn it
-- (requirement E1; handbook of early help 1.1, 3.10, 5, 6).

-- What can be answered to a fact, as dated data with its source: a partnership adds to it from a day on, and what was answered before keeps its words.
create table casework.code (
  list text not null check (list in ('gender', 'ethnicity', 'religion', 'first-language', 'interpreter', 'interpreter-arranged', 'disability', 'immigration-status', 'caring', 'private-fostering', 'relationship')),
  code text not null check (code ~ '^[a-z][a-z0-9-]{0,40}$'),
  label text not null check (label <> '' and length(label) <= 120),
  sort int not null,
  source text not null check (source <> ''),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  primary key (list, code)
);
select platform.protect('casework.code');
grant select on casework.code to goldenthread_casework;
create policy read on casework.code for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);

insert into casework.code (list, code, label, sort, source, starts_on)
select list, code, label, row_number() over (partition by list), source, '2010-01-01' from (values
  ('gender', 'female', 'Girl or woman', 'Form of the partnership of 2014, F or M, and a third answer'), ('gender', 'male', 'Boy or man', 'Form of the partnership of 2014, F or M, and a third answer'),
  ('gender', 'another', 'Described otherwise', 'Form of the partnership of 2014, F or M, and a third answer')) v (list, code, label, source);
insert into casework.code (list, code, label, sort, source, starts_on)
select 'ethnicity', code, label, row_number() over (), 'Office for National Statistics: ethnic groups of the census of England, 2021', '2010-01-01' from (values
  ('white-british', 'White: English, Welsh, Scottish, Northern Irish or British'), ('white-irish', 'White: Irish'), ('white-gypsy-traveller', 'White: Gypsy or Irish Traveller'),
  ('white-roma', 'White: Roma'), ('white-other', 'White: any other background'), ('mixed-white-black-caribbean', 'Mixed: White and Black Caribbean'),
  ('mixed-white-black-african', 'Mixed: White and Black African'), ('mixed-white-asian', 'Mixed: White and Asian'), ('mixed-other', 'Mixed: any other background'),
  ('asian-indian', 'Asian: Indian'), ('asian-pakistani', 'Asian: Pakistani'), ('asian-bangladeshi', 'Asian: Bangladeshi'), ('asian-chinese', 'Asian: Chinese'),
  ('asian-other', 'Asian: any other background'), ('black-african', 'Black: African'), ('black-caribbean', 'Black: Caribbean'), ('black-other', 'Black: any other background'),
  ('arab', 'Arab'), ('other', 'Any other ethnic group')) v (code, label);
insert into casework.code (list, code, label, sort, source, starts_on)
select 'religion', code, label, row_number() over (), 'Office for National Statistics: religions of the census of England, 2021', '2010-01-01' from (values
  ('none', 'No religion'), ('christian', 'Christian'), ('buddhist', 'Buddhist'), ('hindu', 'Hindu'), ('jewish', 'Jewish'), ('muslim', 'Muslim'), ('sikh', 'Sikh'), ('other', 'Another religion')) v (code, label);
insert into casework.code (list, code, label, sort, source, starts_on)
select list, code, label, row_number() over (partition by list), 'Proposed to the partnership, which decides', '2010-01-01' from (values
  ('first-language', 'english', 'English'), ('first-language', 'bsl', 'British Sign Language'), ('first-language', 'arabic', 'Arabic'), ('first-language', 'lithuanian', 'Lithuanian'),
  ('first-language', 'polish', 'Polish'), ('first-language', 'portuguese', 'Portuguese'), ('first-language', 'romanian', 'Romanian'), ('first-language', 'ukrainian', 'Ukrainian'),
  ('first-language', 'urdu', 'Urdu'), ('first-language', 'other', 'Another language'),
  ('interpreter', 'none', 'Neither is needed'), ('interpreter', 'interpreter', 'An interpreter is needed'), ('interpreter', 'signer', 'A signer is needed'), ('interpreter', 'both', 'Both are needed'),
  ('interpreter-arranged', 'yes', 'Arranged'), ('interpreter-arranged', 'no', 'Not arranged yet'),
  ('disability', 'none', 'None'), ('disability', 'yes', 'Has a disability or an impairment'), ('disability', 'being-assessed', 'Is being assessed'),
  ('immigration-status', 'settled', 'British, Irish or settled'), ('immigration-status', 'leave', 'Has leave to stay for a time'), ('immigration-status', 'refugee', 'Refugee'),
  ('immigration-status', 'asylum-seeker', 'Seeks asylum'), ('immigration-status', 'other', 'Another status'),
  ('caring', 'yes', 'Cares for somebody'), ('caring', 'no', 'Cares for nobody'),
  ('private-fostering', 'yes', 'Is privately fostered'), ('private-fostering', 'no', 'Is not privately fostered'),
  ('relationship', 'mother', 'Mother'), ('relationship', 'father', 'Father'), ('relationship', 'parent', 'Parent'), ('relationship', 'step-parent', 'Step-parent'),
  ('relationship', 'foster-carer', 'Foster carer'), ('relationship', 'guardian', 'Guardian'), ('relationship', 'grandparent', 'Grandparent'), ('relationship', 'aunt-or-uncle', 'Aunt or uncle'),
  ('relationship', 'sibling', 'Brother or sister'), ('relationship', 'half-sibling', 'Half-brother or half-sister'), ('relationship', 'step-sibling', 'Step-brother or step-sister'),
  ('relationship', 'partner', 'Partner'), ('relationship', 'former-partner', 'Former partner'), ('relationship', 'other', 'Somebody else')) v (list, code, label);

-- Of some people only the year of birth is known, or the month: never a day that nobody said.
alter table casework.person add column born_year int check (born_year between 1900 and 2199), add column born_month int check (born_month between 1 and 12),
  add constraint born_in_part check (born_year is null or (born_on is null and due_on is null)), add constraint month_of_year check (born_month is null or born_year is not null);
-- Whoever leads the family changes it, whichever of its episodes somebody was entered in; what stood there before is kept.
drop policy change on casework.person;
create policy change on casework.person for update to goldenthread_casework
  using (exists (select from casework.episode e where e.family = person.family and e.id = any ((select casework.my_kept())::uuid[]))) with check (true);
create function casework.keep_former_person() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if to_jsonb(new) is distinct from to_jsonb(old) then
    insert into casework.former_version (episode, class, source, record, content, changed_by, changed_at)
      values (old.entered_in, 'family', 'person', old.id, to_jsonb(old), coalesce(platform.actor(), platform.system_actor()), platform.now());
  end if;
  return new;
end $$;
revoke all on function casework.keep_former_person() from public;
create trigger keeps_former before update on casework.person for each row execute function casework.keep_former_person();

alter table casework.episode add constraint episode_of_family unique (id, family);

-- Names that somebody had, or goes by. The name of today stands with the person.
create table casework.person_name (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  person uuid not null,
  kind text not null check (kind in ('former', 'known-as')),
  name text not null check (name <> '' and length(name) <= 200),
  starts_on date,
  ends_on date check (ends_on > starts_on),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family)
);
create index on casework.person_name (person);

-- A fact with its source and day. 'Not asked' and 'declined to say' are answers; a later answer stands beside the earlier, which nobody changes.
create table casework.person_fact (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  person uuid not null,
  kind text not null check (kind in ('gender', 'ethnicity', 'religion', 'first-language', 'interpreter', 'interpreter-arranged', 'disability', 'immigration-status', 'caring', 'private-fostering')),
  standing text not null check (standing in ('answered', 'not-asked', 'declined')),
  code text,
  words text not null default '' check (length(words) <= 500),
  source text not null check (source <> '' and length(source) <= 200),
  known_on date not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family),
  foreign key (kind, code) references casework.code (list, code),
  check ((standing = 'answered') = (code is not null)),
  check (standing = 'answered' or words = '')
);
create index on casework.person_fact (person, kind);

-- A sound number is no proof of the right child: each has its provenance, none is ever a key, and two people may be told the same one until somebody finds out.
create function casework.is_nhs_number(value text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select value ~ '^[0-9]{10}$' and (select case when rest = 11 then 0 else rest end from (
    select 11 - sum(substr(value, at, 1)::int * (11 - at)) % 11 as rest from generate_series(1, 9) at where value ~ '^[0-9]{10}$') s) = substr(value, 10, 1)::int
$$;
create function casework.is_upn(value text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select value ~ '^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]$' and substr('ABCDEFGHJKLMNPQRTUVWXYZ', 1 + (
    select sum(at * case when substr(value, at, 1) ~ '[0-9]' then substr(value, at, 1)::int else strpos('ABCDEFGHJKLMNPQRTUVWXYZ', substr(value, at, 1)) - 1 end)
    from generate_series(2, 13) at)::int % 23, 1) = substr(value, 1, 1)
$$;
create table casework.person_identifier (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  person uuid not null,
  kind text not null check (kind in ('nhs', 'upn', 'local')),
  value text not null check (value <> '' and length(value) <= 40),
  provenance text not null check (provenance in ('traced', 'family', 'partner')),
  known_on date not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family),
  constraint nhs_number check (kind <> 'nhs' or casework.is_nhs_number(value)),
  constraint upn check (kind <> 'upn' or casework.is_upn(value))
);
create index on casework.person_identifier (person);

-- 'subject' is the mother, the brother, the foster carer of 'object'; whoever lives elsewhere is in the same table.
create table casework.relationship (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  subject uuid not null,
  object uuid not null check (object <> subject),
  list text not null default 'relationship' check (list = 'relationship'),
  type text not null,
  responsibility text not null check (responsibility in ('yes', 'no', 'not-asked', 'declined')),
  lives_with text not null check (lives_with in ('yes', 'part', 'no', 'not-asked')),
  contact_restriction text not null default '' check (length(contact_restriction) <= 1000),
  source text not null check (source <> '' and length(source) <= 200),
  starts_on date,
  ends_on date check (ends_on > starts_on),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (subject, family) references casework.person (id, family),
  foreign key (object, family) references casework.person (id, family),
  foreign key (list, type) references casework.code (list, code),
  constraint one_of_a_kind exclude using gist (subject with =, object with =, type with =, daterange(starts_on, ends_on) with &&)
);
create index on casework.relationship (subject);
create index on casework.relationship (object);

create table casework.address (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  person uuid not null,
  kind text not null check (kind in ('usual', 'other', 'none')),       -- 'none': no fixed address
  lines text not null default '' check (length(lines) <= 500),         -- where they can be reached, of 'none'
  postcode text not null default '' check (length(postcode) <= 10),
  starts_on date,
  ends_on date check (ends_on > starts_on),
  source text not null check (source <> '' and length(source) <= 200),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family),
  check (kind = 'none' or lines <> ''),
  constraint one_usual_address exclude using gist (person with =, daterange(starts_on, ends_on) with &&) where (kind <> 'other')
);
create index on casework.address (person);
-- Somebody whose addresses another of the family must not learn: all of them, of today, of before and to come.
create table casework.address_shield (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  person uuid not null,
  shielded_from uuid not null check (shielded_from <> person),
  because text not null check (because <> '' and length(because) <= 1000),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family),
  foreign key (shielded_from, family) references casework.person (id, family),
  constraint one_shield exclude using gist (person with =, shielded_from with =, daterange(starts_on, ends_on) with &&)
);
create index on casework.address_shield (family);

-- Somebody was entered twice. Both records stay, with what is written of each; they are read as one.
create table casework.person_merge (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  kept uuid not null,
  merged uuid not null unique check (merged <> kept),
  because text not null check (because <> '' and length(because) <= 1000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (kept, family) references casework.person (id, family),
  foreign key (merged, family) references casework.person (id, family)
);
create index on casework.person_merge (kept);
create function casework.keep_merge_a_tree() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.family::text, 517));
  if exists (select from casework.person_merge m where m.merged = new.kept) then
    raise exception 'whom one merges into stands for themselves' using errcode = 'check_violation', constraint = 'merge_into_kept';
  end if;
  return new;
end $$;
revoke all on function casework.keep_merge_a_tree() from public;
create trigger a_tree before insert on casework.person_merge for each row execute function casework.keep_merge_a_tree();

do $$
declare name text;
begin
  foreach name in array array['person_name', 'person_fact', 'person_identifier', 'relationship', 'address', 'address_shield', 'person_merge'] loop
    perform casework.seal_content(format('casework.%I', name)::regclass, 'family', array['keeper']);
  end loop;
  -- What is only ever added to.
  foreach name in array array['person_fact', 'person_identifier', 'person_merge'] loop
    execute format('revoke update on casework.%I from goldenthread_casework', name);
  end loop;
end $$;

-- Everybody who is the same person as somebody, by the merges of the family.
create function casework.same_person(asked uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive same (id) as (
    select asked
    union
    select case when m.kept = s.id then m.merged else m.kept end from same s join casework.person_merge m on s.id in (m.kept, m.merged))
  select array_agg(id) from same
$$;
revoke all on function casework.same_person(uuid) from public;
create function casework.plain_place(words text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select regexp_replace(lower(normalize(words, NFKC)), '[^[:alnum:]]', '', 'g')
$$;

-- The addresses of a family that may be shown to one recipient: on a page, a letter, a print. None of somebody shielded from them, under whichever record either was
-- entered, and none that names the same place, whoever's it is: a wrong entry must not tell it. A recipient who is nobody of this family is shown none that is shielded from
-- anybody. Shields count from every episode of the family, whether or not whoever prints may read it. Nothing for whoever may not read who belongs to the family.
create function casework.addresses_for(asked_episode uuid, recipient uuid)
  returns table (id uuid, person uuid, kind text, lines text, postcode text, starts_on date, ends_on date) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  today constant date := (platform.now() at time zone 'Europe/London')::date;
  asked_family uuid;
  hidden uuid[];
begin
  if asked_episode is null or not (asked_episode = any (casework.open_now('family'))) then return; end if;
  select e.family into asked_family from casework.episode e where e.id = asked_episode;
  select array_agg(distinct same.id) into hidden from casework.address_shield s cross join unnest(casework.same_person(s.person)) same (id)
    where s.family = asked_family and s.starts_on <= today and (s.ends_on is null or s.ends_on > today)
      and (s.shielded_from = any (casework.same_person(recipient)) or not exists (select from casework.person p where p.id = recipient and p.family = asked_family));
  return query select a.id, a.person, a.kind, a.lines, a.postcode, a.starts_on, a.ends_on from casework.address a
    where a.episode = asked_episode and (hidden is null or not a.person = any (hidden))
      and not exists (select from casework.address h where h.family = asked_family and h.person = any (hidden) and (
        (casework.plain_place(h.postcode) <> '' and strpos(casework.plain_place(a.lines || a.postcode), casework.plain_place(h.postcode)) > 0)
        or (casework.plain_place(h.lines) <> '' and strpos(casework.plain_place(a.lines || a.postcode), casework.plain_place(h.lines)) > 0)
        or (casework.plain_place(a.lines) <> '' and strpos(casework.plain_place(h.lines || h.postcode), casework.plain_place(a.lines)) > 0)))
    order by a.starts_on desc nulls last, a.id;
end $$;
revoke all on function casework.addresses_for(uuid, uuid) from public;
grant execute on function casework.addresses_for(uuid, uuid) to goldenthread_casework;
