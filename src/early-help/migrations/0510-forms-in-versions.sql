-- The form of an assessment as dated data: what it asks, in which part, and who may see that part (requirement E11; handbook of early help 1.2, 1.9).
-- A question keeps its id, its kind and its class for ever; its words are those of a version, and a published version never changes.
create table casework.form (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,60}$'),
  name text not null check (name <> '' and length(name) <= 200)
);
-- What is asked, in whatever words: its kind and who may see it never change, so that an old answer can always be read as it was given.
create table casework.form_field (
  id uuid primary key,
  form uuid not null references casework.form,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,60}$' and code !~ '-(day|month|year)$'),
  kind text not null check (kind in ('text', 'long', 'choice', 'choices', 'asked', 'day', 'partial-day', 'number', 'repeat', 'record')),
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  source text check (source in ('people', 'outside', 'home', 'about', 'facts', 'lead', 'request', 'agreement', 'signs')), -- of 'record': what is known already, and is not asked again
  inside uuid,                                                         -- the repeat of which it is a column
  unique (form, code),
  unique (id, form, class),
  unique (id, class),
  foreign key (inside, form, class) references casework.form_field (id, form, class),
  check ((kind = 'record') = (source is not null)),
  check (inside is null or kind not in ('repeat', 'record', 'choices', 'long'))
);
create table casework.form_version (
  id uuid primary key,
  form uuid not null references casework.form,
  number int not null check (number > 0),
  starts_on date,                                                      -- from this day new assessments are made by it
  published_at timestamptz,
  published_by uuid references governance.person,                      -- null where it came with the product
  made_from uuid references casework.form_version,
  version int not null default 1,
  unique (form, number),
  unique (form, starts_on),
  unique (id, form),
  check ((starts_on is null) = (published_at is null))
);
create unique index one_draft_of_a_form on casework.form_version (form) where published_at is null;
create table casework.form_part (
  id uuid primary key,
  form_version uuid not null references casework.form_version,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,60}$'),
  position int not null check (position > 0),
  title text not null check (title <> '' and length(title) <= 200),
  hint text not null default '' check (length(hint) <= 2000),
  class text not null check (class in ('family', 'assessment', 'voice', 'plan')),
  unique (form_version, code),
  unique (id, form_version, class)
);
-- A question in the words of one version. Its part is of the class that the question has for ever.
create table casework.form_line (
  form_version uuid not null,
  field uuid not null,
  form uuid not null,
  class text not null,
  part uuid not null,
  position int not null check (position > 0),
  label text not null check (label <> '' and length(label) <= 500),
  hint text not null default '' check (length(hint) <= 2000),
  options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'), -- pairs of a code and its words
  shown_if uuid,                                                       -- asked only where this other question was answered with one of the codes
  shown_codes text[] not null default '{}',
  is_needed boolean not null default false,                            -- an assessment is not complete without it
  primary key (form_version, field),
  foreign key (form_version, form) references casework.form_version (id, form),
  foreign key (field, form, class) references casework.form_field (id, form, class),
  foreign key (part, form_version, class) references casework.form_part (id, form_version, class),
  foreign key (form_version, shown_if) references casework.form_line (form_version, field) deferrable initially deferred,
  check ((shown_if is null) = (shown_codes = '{}')),
  check (shown_if <> field)
);
create index on casework.form_line (part);

-- Whoever words the form: an administrator, and co-ordinators.
create function casework.keeps_forms() returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select platform.is_administrator() or casework.my_localities() <> '{}'
$$;
-- What is published stays as it is; a draft is changed and thrown away.
create function casework.keep_published() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare its uuid := (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> 'form_version')::uuid;
begin
  if tg_table_name = 'form_version' then
    if tg_op <> 'INSERT' and old.published_at is not null then
      raise exception 'a published version of a form never changes' using errcode = 'insufficient_privilege', constraint = 'published_form';
    end if;
    if tg_op = 'UPDATE' and (new.id, new.form, new.number, new.made_from) is distinct from (old.id, old.form, old.number, old.made_from) then
      raise exception 'a version of a form stays the one it is' using errcode = 'insufficient_privilege', constraint = 'published_form';
    end if;
  elsif exists (select from casework.form_version v where v.published_at is not null
      and (v.id = its or (tg_op = 'UPDATE' and v.id = (to_jsonb(old) ->> 'form_version')::uuid))) then
    raise exception 'a published version of a form never changes' using errcode = 'insufficient_privilege', constraint = 'published_form';
  end if;
  return coalesce(new, old);
end $$;
create trigger published_stays before update or delete on casework.form_version for each row execute function casework.keep_published();
create trigger published_stays before insert or update or delete on casework.form_part for each row execute function casework.keep_published();
create trigger published_stays before insert or update or delete on casework.form_line for each row execute function casework.keep_published();
revoke all on function casework.keeps_forms(), casework.keep_published() from public;
grant execute on function casework.keeps_forms() to goldenthread_casework;

do $$
declare
  name text;
  reads constant text := '((select casework.my_agencies()) <> ''{}''::uuid[] or (select casework.is_administrator()))';
  keeps constant text := '(select casework.keeps_forms())';
begin
  foreach name in array array['form', 'form_field', 'form_version', 'form_part', 'form_line'] loop
    perform platform.protect(format('casework.%I', name)::regclass);
    execute format('grant select on casework.%I to goldenthread_casework', name);
    execute format('create policy read on casework.%I for select to goldenthread_casework using (%s)', name, reads);
  end loop;
  foreach name in array array['form_field', 'form_version', 'form_part', 'form_line'] loop
    execute format('grant insert on casework.%I to goldenthread_casework', name);
    execute format('create policy keep on casework.%I for insert to goldenthread_casework with check (%s)', name, keeps);
  end loop;
  foreach name in array array['form_version', 'form_part', 'form_line'] loop
    execute format('grant update, delete on casework.%I to goldenthread_casework', name);
    execute format('create policy change on casework.%I for update to goldenthread_casework using (%s) with check (%s)', name, keeps, keeps);
    execute format('create policy throw_away on casework.%I for delete to goldenthread_casework using (%s)', name, keeps);
  end loop;
end $$;
