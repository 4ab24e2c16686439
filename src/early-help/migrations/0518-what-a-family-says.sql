-- What children and parents say: three columns in their words, readings from 0 to 10, words and drawings (requirement E2; handbook of early help 1.3, 3.8).

-- How a partnership calls the columns and asks its question, what it counts as improved, and after how many weeks without a child's own reading it asks.
create table casework.voice_rule (
  id uuid primary key,
  worried_label text not null check (worried_label <> '' and length(worried_label) <= 80),
  well_label text not null check (well_label <> '' and length(well_label) <= 80),
  happen_label text not null check (happen_label <> '' and length(happen_label) <= 80),
  question text not null check (question <> '' and length(question) <= 300),
  low_words text not null check (low_words <> '' and length(low_words) <= 120),  -- what 0 means
  high_words text not null check (high_words <> '' and length(high_words) <= 120), -- what 10 means
  improved_step int not null check (improved_step between 1 and 10),
  silent_weeks int not null check (silent_weeks between 1 and 52),
  source text not null check (source <> '' and length(source) <= 500),
  starts_on date not null unique
);
select platform.protect('casework.voice_rule');
grant select, insert on casework.voice_rule to goldenthread_casework;
create policy read on casework.voice_rule for select to goldenthread_casework using ((select casework.my_agencies()) <> '{}'::uuid[]);
create policy set_it on casework.voice_rule for insert to goldenthread_casework with check ((select casework.may_approve_sharing()));
insert into casework.voice_rule (id, worried_label, well_label, happen_label, question, low_words, high_words, improved_step, silent_weeks, source, starts_on) values
  ('018f0518-0000-7000-8000-000000000001', 'What are we worried about?', 'What is going well?', 'What needs to happen?', 'How are things for you today?', 'So bad that I do not know what to do', 'No worries at all',
   3, 6, 'Columns and scale of the partnership''s form of 2014; step as a national tool has it; weeks proposed to the partnership, which decides', '2010-01-01');

-- A worry is never written without what it will look like when it is gone, and for how long.
create table casework.statement (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  kind text not null check (kind in ('worried', 'well', 'happen')),
  words text not null check (words <> '' and length(words) <= 4000),
  goal text not null default '' check (length(goal) <= 4000),
  for_how_long text not null default '' check (length(for_how_long) <= 300),
  whose text not null check (whose <> '' and length(whose) <= 200),     -- whose words these are
  about uuid,                                                           -- the child it is about; null: the family
  said_on date not null,
  tells_of_others boolean not null default false,                       -- of somebody outside the family, for an access request
  withheld_from uuid,                                                   -- of the family, for a print and an access request
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  unique (id, episode),
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (about, family) references casework.person (id, family),
  foreign key (withheld_from, family) references casework.person (id, family),
  constraint worry_with_goal check (case when kind = 'worried' then goal <> '' and for_how_long <> '' else goal = '' and for_how_long = '' end)
);
create index on casework.statement (episode);
-- Who sees it otherwise, and how; their words stand beside it and change nothing of it.
create table casework.statement_dispute (
  id uuid primary key,
  episode uuid not null references casework.episode,
  statement uuid not null,
  who text not null check (who <> '' and length(who) <= 200),
  words text not null check (words <> '' and length(words) <= 4000),
  said_on date not null,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (statement, episode) references casework.statement (id, episode)
);
create index on casework.statement_dispute (statement);

-- One reading of one person. 0 is a reading; 'not asked' and 'did not want to' are answers and have no number.
create table casework.scale_reading (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  question text not null check (question <> '' and length(question) <= 300),
  role text not null check (role in ('child', 'parent', 'lead', 'other')),
  person uuid,
  name text not null check (name <> '' and length(name) <= 200),        -- as they were called that day
  standing text not null check (standing in ('read', 'not-asked', 'did-not-want')),
  value int check (value between 0 and 10),
  said_on date not null,
  occasion text not null check (occasion in ('assessment', 'visit', 'meeting', 'review', 'closing', 'other')),
  why text not null default '' check (length(why) <= 2000),
  one_higher text not null default '' check (length(one_higher) <= 2000),
  captured text check (captured in ('by-them', 'with-help', 'reported')),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family),
  check ((role in ('child', 'parent')) = (person is not null)),
  constraint reading_has_number check ((standing = 'read') = (value is not null) and (standing = 'read') = (captured is not null)),
  constraint absence_has_no_reason check (standing = 'read' or one_higher = '')
);
create index on casework.scale_reading (episode, said_on);
create unique index one_reading_a_day on casework.scale_reading (episode, question, role, coalesce(person::text, lower(name)), said_on, occasion);

-- Words and drawings, each with its author and day. A drawing is kept here and nowhere else, made anew from its pixels, and never without words for whoever cannot see it.
create table casework.own_words (
  id uuid primary key,
  episode uuid not null references casework.episode,
  family uuid not null,
  person uuid,
  name text not null check (name <> '' and length(name) <= 200),
  said_on date not null,
  words text not null default '' check (length(words) <= 10000),
  captured text not null check (captured in ('by-them', 'with-help', 'reported')),
  tells_of_others boolean not null default false,
  withheld_from uuid,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  unique (id, episode),
  foreign key (episode, family) references casework.episode (id, family),
  foreign key (person, family) references casework.person (id, family),
  foreign key (withheld_from, family) references casework.person (id, family)
);
create index on casework.own_words (episode, said_on);
create table casework.drawing (
  id uuid primary key,
  episode uuid not null references casework.episode,
  contribution uuid not null unique,
  described text not null check (described <> '' and length(described) <= 1000),
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 8388608),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (contribution, episode) references casework.own_words (id, episode)
);
-- Words, or a drawing, or both: never neither. Looked at when everything is written.
create function casework.keep_something_said() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.words = '' and not exists (select from casework.drawing d where d.contribution = new.id) then
    raise exception 'words, or a drawing' using errcode = 'check_violation', constraint = 'something_said';
  end if;
  return null;
end $$;
revoke all on function casework.keep_something_said() from public;
create constraint trigger something_said after insert on casework.own_words deferrable initially deferred for each row execute function casework.keep_something_said();

do $$
declare name text;
begin
  foreach name in array array['statement', 'statement_dispute', 'scale_reading', 'own_words', 'drawing'] loop
    perform casework.seal_content(format('casework.%I', name)::regclass, 'voice', array['reader']);
    if name <> 'statement' then execute format('revoke update on casework.%I from goldenthread_casework', name); end if;
  end loop;
end $$;
