-- What children, families and staff say (requirement S3; handbook plans 1.4, 3.12, 7): events with anonymous views, what came in to a consultation, and what
-- was done about it. The consultation itself - what is asked, of whom, when - is a record of meetings.
create schema voice;
grant usage on schema voice to goldenthread_app;

-- Below which number a count of people is not shown: dated, with its source, never a constant.
create table voice.small_number_rule (
  starts_on date primary key,
  fewest int not null check (fewest between 2 and 50),     -- the least number that is shown
  source text not null check (source <> '')
);
create table voice.age_band (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  position int not null,
  ends_on date                                             -- first day on which it is no longer offered
);

create table voice.theme (
  id uuid primary key,
  body uuid not null references governance.body,
  name text not null check (name <> '' and length(name) <= 100),
  unique (id, body)
);
create unique index theme_once on voice.theme (body, lower(name));

-- Something that was held to hear people.
create table voice.event (
  id uuid primary key,
  body uuid not null references governance.body,           -- the board that heard it, or had it held
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  title text not null check (title <> ''),
  summary text not null default '',
  held_on date not null,
  place text not null default '',                          -- a town or an area, never an address; empty: not recorded
  held_by text not null default '',                        -- who held it, in words; empty: the board itself
  organisation uuid references governance.organisation,    -- the same, where it is an agency of the directory
  whose text[] not null check (cardinality(whose) > 0 and whose <@ array['children', 'families', 'staff']),
  age_band text references voice.age_band,                 -- null: not recorded, or of all ages
  came_known boolean not null default false,
  came_shown int check (came_shown > 0),                   -- how many came, as far as that may be told; null: not counted, or too few to say
  version int not null default 1,
  unique (id, body),
  unique (id, body, sight),
  check (came_known or came_shown is null)
);
create index on voice.event (body, held_on desc);
-- How many came, for the board alone.
create table voice.event_count (
  event uuid primary key,
  body uuid not null,
  came int not null check (came > 0),
  foreign key (event, body) references voice.event (id, body)
);

-- What came in to a consultation, as a whole. It is for the board until it is published, once, after the consultation closed.
create table voice.exercise (
  consultation uuid primary key references meetings.consultation,
  body uuid not null references governance.body,
  sight text not null default 'members' check (sight in ('members', 'public')),
  whose text[] not null default '{children}' check (cardinality(whose) > 0 and whose <@ array['children', 'families', 'staff']),
  invited int check (invited > 0),                         -- how many were asked by name; null: it was open to everybody, or nobody knows
  invited_source text not null default '',
  published_at timestamptz,
  version int not null default 1,
  unique (consultation, body),
  check ((invited is null) = (invited_source = '')),
  check (sight = 'members' or published_at is not null)
);
create index on voice.exercise (body);

-- One response, or several alike; a group's is one, whatever its size. Never public: what is public stands in published_line.
create table voice.response (
  id uuid primary key,
  consultation uuid not null,
  body uuid not null,
  kind text not null check (kind in ('individual', 'group')),
  alike int not null default 1 check (alike between 1 and 1000),
  group_name text not null default '',
  group_size int check (group_size > 0),                   -- as the group states it
  channel text not null check (channel in ('online', 'paper', 'in-person', 'email', 'telephone', 'other')),
  received_on date not null,
  themes uuid[] not null default '{}',
  entered_by uuid not null,
  foreign key (consultation, body) references voice.exercise (consultation, body),
  check ((kind = 'group') = (group_name <> '')),
  check ((kind = 'group') = (group_size is not null)),
  check (kind = 'individual' or alike = 1)
);
create index on voice.response (consultation);

-- Somebody's words: anonymous by construction, for there is no field for a name, and no way from the words to the response that they came with. Checked by
-- another person than who entered them before anybody else reads them.
create table voice.view (
  id uuid primary key,
  body uuid not null references governance.body,
  event uuid,
  consultation uuid,
  theme uuid,                                              -- null: of no theme yet
  whose text not null check (whose in ('children', 'families', 'staff')),
  age_band text references voice.age_band,
  words text not null check (words <> '' and length(words) <= 4000),
  state text not null default 'to-review' check (state in ('to-review', 'cleared', 'withheld')),
  entered_by uuid not null,
  reviewed_by uuid,
  reviewed_on date,
  reason text not null default '',                         -- why it is withheld
  version int not null default 1,
  foreign key (event, body) references voice.event (id, body),
  foreign key (consultation, body) references voice.exercise (consultation, body),
  foreign key (theme, body) references voice.theme (id, body),
  check (num_nonnulls(event, consultation) = 1),
  check ((state = 'to-review') = (reviewed_by is null)),
  check ((state = 'to-review') = (reviewed_on is null)),
  check ((state = 'withheld') = (reason <> '')),
  constraint view_cleared_by_another check (state <> 'cleared' or reviewed_by <> entered_by)
);
create index on voice.view (event) where event is not null;
create index on voice.view (consultation) where consultation is not null;
create index on voice.view (body) where state = 'to-review';

-- What is told of the numbers of a consultation, after small ones were merged or left out; written once, when it is published.
create table voice.published_line (
  consultation uuid not null references voice.exercise,
  position int not null check (position > 0),
  kind text not null check (kind in ('individual', 'group', 'theme', 'merged', 'hidden')),
  theme uuid references voice.theme,
  label text not null default '',                          -- the name of a group
  n int check (n > 0),                                     -- null where it is not told
  told text not null check (told in ('count', 'none', 'few', 'nearly-all', 'hidden')),
  primary key (consultation, position),
  check ((told = 'count') = (n is not null)),
  check ((kind = 'theme') = (theme is not null))
);

-- 'You said, we did': a theme, and the decision that answers it or the reason why nothing was done.
create table voice.answer (
  id uuid primary key,
  body uuid not null references governance.body,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  event uuid,
  consultation uuid,
  theme uuid,
  said text not null check (said <> ''),
  did text not null default '',
  decision uuid references meetings.decision,
  reason text not null default '',                         -- why nothing was done; empty where something was
  on_day date not null,
  version int not null default 1,
  foreign key (event, body) references voice.event (id, body),
  foreign key (consultation, body) references voice.exercise (consultation, body),
  foreign key (theme, body) references voice.theme (id, body),
  check (num_nonnulls(event, consultation) = 1),
  check ((reason = '') = (did <> '')),
  check (reason = '' or decision is null)
);
create index on voice.answer (event) where event is not null;
create index on voice.answer (consultation) where consultation is not null;
create index on voice.answer (body);

create function voice.is_system() returns boolean language sql stable as $$ select platform.actor() = platform.system_actor() $$;
grant select on all tables in schema voice to goldenthread_app;
grant insert, update on voice.event, voice.event_count, voice.exercise, voice.view, voice.answer to goldenthread_app;
grant insert on voice.theme, voice.response, voice.published_line to goldenthread_app;
grant insert, update on voice.small_number_rule, voice.age_band to goldenthread_app;
grant delete on voice.response, voice.event_count to goldenthread_app;

do $$
declare
  name text;
  clerk constant text := 'body = any ((select governance.my_clerk_bodies())::uuid[])';
  preparer constant text := '(body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]))';
  full_sight constant text := 'body = any ((select governance.my_full_sight_bodies())::uuid[])';
begin
  for name in select tablename from pg_tables where schemaname = 'voice' loop
    perform platform.protect(format('voice.%I', name)::regclass);
    execute format('create policy system on voice.%I to goldenthread_app using ((select voice.is_system())) with check ((select voice.is_system()))', name);
  end loop;
  foreach name in array array['small_number_rule', 'age_band', 'theme'] loop
    execute format('create policy read on voice.%I for select to goldenthread_app using (true)', name);
  end loop;
  foreach name in array array['small_number_rule', 'age_band'] loop
    execute format('create policy administer on voice.%I to goldenthread_app using ((select platform.is_administrator())) with check ((select platform.is_administrator()))', name);
  end loop;
  execute format('create policy read on voice.event for select to goldenthread_app using (sight = ''public'' or (sight = ''members'' and %s) or %s)', full_sight, preparer);
  execute format('create policy read on voice.exercise for select to goldenthread_app using (sight = ''public'' or %s or %s)', full_sight, preparer);
  foreach name in array array['event_count', 'response'] loop
    execute format('create policy read on voice.%I for select to goldenthread_app using (%s or %s)', name, full_sight, preparer);
  end loop;
  foreach name in array array['event', 'event_count', 'exercise', 'answer'] loop
    execute format('create policy keep on voice.%I to goldenthread_app using (%s) with check (%s)', name, clerk, clerk);
  end loop;
  execute format('create policy keep on voice.theme for insert to goldenthread_app with check (%s)', clerk);
  execute format('create policy keep on voice.response for insert to goldenthread_app with check (%s and entered_by = (select platform.actor()))', clerk);
  execute format('create policy drop_it on voice.response for delete to goldenthread_app using (%s)', clerk);
  -- Words that nobody has checked are for those who prepare; what was cleared goes as far as where it was said.
  execute format('create policy read on voice.view for select to goldenthread_app using (%s or (state = ''cleared'' and (exists (select from voice.event e where e.id = event)
    or exists (select from voice.exercise x where x.consultation = view.consultation and (x.published_at is not null or %s)))))', preparer, full_sight);
  execute format('create policy enter on voice.view for insert to goldenthread_app with check (%s and state = ''to-review'' and entered_by = (select platform.actor()))', clerk);
  execute format('create policy rewrite on voice.view for update to goldenthread_app using (%s) with check (%s and state = ''to-review'' and entered_by = (select platform.actor()))', clerk, clerk);
  execute format('create policy review on voice.view for update to goldenthread_app using (%s) with check (%s and state <> ''to-review'' and reviewed_by = (select platform.actor()))', preparer, preparer);
  execute format('create policy read on voice.answer for select to goldenthread_app using (%s or ((sight = ''public'' or (sight = ''members'' and %s))
    and (exists (select from voice.event e where e.id = event) or exists (select from voice.exercise x where x.consultation = answer.consultation and (x.published_at is not null or %s)))))', preparer, full_sight, full_sight);
end $$;
create policy read on voice.published_line for select to goldenthread_app using (exists (select from voice.exercise x where x.consultation = published_line.consultation));
create policy keep on voice.published_line for insert to goldenthread_app with check (
  exists (select from voice.exercise x where x.consultation = published_line.consultation and x.published_at is null and x.body = any ((select governance.my_clerk_bodies())::uuid[])));

-- An event stays with its board, and what was shown stays shown.
create function voice.keep_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body) is distinct from (old.id, old.body) then
    raise exception 'an event stays with its board' using errcode = 'insufficient_privilege';
  end if;
  if old.sight = 'public' and new.sight <> 'public' then
    raise exception 'what was public stays public' using errcode = 'check_violation', constraint = 'event_stays_public';
  end if;
  return new;
end $$;
create trigger event_stays before update on voice.event for each row execute function voice.keep_event();

-- What came in belongs to the board of the consultation; it is published once, no earlier than the consultation is closed, and no further than that is.
create function voice.keep_exercise() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare asked meetings.consultation;
begin
  select * into asked from meetings.consultation c where c.id = new.consultation;
  if asked.body is distinct from new.body then
    raise exception 'the consultation is of another board' using errcode = 'check_violation', constraint = 'exercise_of_own_board';
  end if;
  if tg_op = 'UPDATE' and (new.consultation, new.body) is distinct from (old.consultation, old.body) then
    raise exception 'what came in stays with its consultation' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' and new.published_at is not null then
    raise exception 'nothing is published before it came in' using errcode = 'check_violation', constraint = 'exercise_published_once';
  end if;
  if tg_op = 'UPDATE' and old.published_at is not null and to_jsonb(new) is distinct from to_jsonb(old) then
    raise exception 'what was published stays' using errcode = 'check_violation', constraint = 'exercise_published_once';
  end if;
  if new.published_at is not null and (asked.ends_on > platform.today() or (new.sight = 'public' and asked.sight <> 'public')) then
    raise exception 'too early, or further than the consultation' using errcode = 'check_violation', constraint = 'exercise_after_close';
  end if;
  return new;
end $$;
create trigger exercise_steps before insert or update on voice.exercise for each row execute function voice.keep_exercise();

-- Once it is published nothing is added or taken away: what was told of the numbers cannot be compared with what is told later. Themes are the board's own.
create function voice.keep_response() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touched voice.response;
begin
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  perform from voice.exercise x where x.consultation = touched.consultation and x.published_at is null for update;
  if not found then
    raise exception 'published already' using errcode = 'check_violation', constraint = 'response_before_publication';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if exists (select from unnest(new.themes) t where not exists (select from voice.theme h where h.id = t and h.body = new.body))
     or cardinality(new.themes) <> (select count(distinct t) from unnest(new.themes) t) then
    raise exception 'a theme of another board, or twice' using errcode = 'check_violation', constraint = 'response_own_themes';
  end if;
  return new;
end $$;
create trigger response_steps before insert or delete on voice.response for each row execute function voice.keep_response();

-- Words are changed by whoever enters them anew, and are then to be checked anew.
create function voice.keep_view() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (new.id, new.body, new.event, new.consultation) is distinct from (old.id, old.body, old.event, old.consultation) then
    raise exception 'words stay where they were said' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> 'to-review' and (new.words, new.whose, new.age_band, new.theme, new.entered_by) is distinct from (old.words, old.whose, old.age_band, old.theme, old.entered_by) then
    raise exception 'whoever checks words does not change them' using errcode = 'check_violation', constraint = 'view_checked_as_entered';
  end if;
  return new;
end $$;
create trigger view_steps before update on voice.view for each row execute function voice.keep_view();

-- An answer stays where it is, names a decision of its own board, and stays public once it was.
create function voice.keep_answer() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and ((new.id, new.body, new.event, new.consultation) is distinct from (old.id, old.body, old.event, old.consultation)
      or (old.sight = 'public' and new.sight <> 'public')) then
    raise exception 'an answer stays where it is' using errcode = 'insufficient_privilege';
  end if;
  if new.decision is not null and not exists (select from meetings.decision d where d.id = new.decision and (d.of_body = new.body or d.body = new.body)) then
    raise exception 'a decision of another board' using errcode = 'check_violation', constraint = 'answer_own_decision';
  end if;
  return new;
end $$;
create trigger answer_steps before insert or update on voice.answer for each row execute function voice.keep_answer();
revoke all on function voice.keep_event(), voice.keep_exercise(), voice.keep_response(), voice.keep_view(), voice.keep_answer() from public;

insert into voice.small_number_rule (starts_on, fewest, source) values
  ('1900-01-01', 5, 'Common practice of official statistics in England for counts of children: below 5 is not shown');
insert into voice.age_band (code, name, position) values
  ('under-5', 'Under 5', 1), ('5-10', '5 to 10', 2), ('11-15', '11 to 15', 3), ('16-17', '16 and 17', 4), ('18-25', '18 to 25', 5), ('over-25', 'Over 25', 6);
