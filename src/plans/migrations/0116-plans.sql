-- Plans of every shape on one model (requirements P2, P4; handbook plans 1.2, 6): plan -> priority -> outcome -> action.
-- A record has an identity that stays (`priority`, `outcome`, `action`), which others may point at, and a text in each version of its plan
-- (`priority_text`, ...), which stays as it is once the version has left its draft. What is done about an action (state, colour, statements) is kept
-- with the identity: it goes on while a new version is written.
create schema plans;
grant usage on schema plans to goldenthread_app;

-- A shape is a set of levels, columns and labels, as data; a changed shape is a new number, and a plan stays with the one it was written in.
create table plans.shape (
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  number int not null check (number > 0),
  name text not null check (name <> ''),
  levels jsonb not null,                   -- what `shapeLevels` of src/plans/rules/shape.ts reads
  starts_on date not null,
  primary key (code, number)
);
create table plans.plan_type (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  name text not null check (name <> ''),
  shape text not null,                     -- the shape that is offered first
  source text not null default '',         -- law or guidance that asks for such a plan; empty where none does
  position int not null
);

create table plans.plan (
  id uuid primary key,
  body uuid not null references governance.body,
  type text not null references plans.plan_type,
  shape text not null,
  shape_number int not null,
  reference text not null default '' check (length(reference) <= 40),
  made_at timestamptz not null,
  version int not null default 1,
  foreign key (shape, shape_number) references plans.shape,
  unique (id, body)
);
create index on plans.plan (body);

create table plans.plan_version (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  sight text not null default 'draft' check (sight in ('draft', 'members', 'public')),
  number int not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'consultation', 'approval', 'published', 'replaced', 'closed', 'dropped')),
  title text not null check (title <> ''),
  summary text not null default '',
  starts_on date,                          -- first day that the plan is for; null: not settled
  ends_on date,                            -- first day that it is no longer for; null: open
  review_months int check (review_months between 1 and 60),  -- how often it is reviewed; null: not settled
  significant boolean not null default true,  -- a significant revision is consulted on anew; the first version always is
  reason text not null default '',         -- why there is a new version
  published_on date,
  closed_on date,
  close_reason text not null default '',
  shown boolean not null default false,    -- the version that 'the plan' means: the one in force, or the one worked on while none is; set by a trigger
  made_at timestamptz not null,
  version int not null default 1,
  foreign key (plan, body) references plans.plan (id, body),
  unique (plan, number),
  unique (id, plan, body, sight),
  check (ends_on > starts_on),
  check (state not in ('published', 'replaced', 'closed') or (published_on is not null and sight <> 'draft')),
  check ((state = 'closed') = (closed_on is not null)),
  check (number > 1 or significant),
  check (number = 1 or reason <> '')
);
create unique index plan_version_one_published on plans.plan_version (plan) where state in ('published', 'closed');
create unique index plan_version_one_shown on plans.plan_version (plan) where shown;
create unique index plan_version_one_worked_on on plans.plan_version (plan) where state in ('draft', 'consultation', 'approval');

create table plans.priority (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  foreign key (plan, body) references plans.plan (id, body),
  unique (id, plan)
);
create table plans.outcome (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  foreign key (plan, body) references plans.plan (id, body),
  unique (id, plan)
);
create table plans.action (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  state text not null default 'not-started' check (state in ('not-started', 'started', 'done', 'stopped')),
  done_on date,
  version int not null default 1,
  foreign key (plan, body) references plans.plan (id, body),
  unique (id, plan),
  unique (id, plan, body),
  check ((state = 'done') = (done_on is not null))
);
create index on plans.priority (plan);
create index on plans.outcome (plan);
create index on plans.action (plan);

create table plans.priority_text (
  version uuid not null,
  priority uuid not null,
  plan uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  reference text not null default '' check (length(reference) <= 40),
  title text not null check (title <> ''),
  text text not null default '',
  accountable uuid references governance.body,  -- the one body that answers for it; null: not settled
  details jsonb not null default '{}',     -- what the further columns of the shape hold: code -> words
  revision int not null default 1,         -- of this text, for forms
  primary key (version, priority),
  foreign key (version, plan, body, sight) references plans.plan_version (id, plan, body, sight) on update cascade,
  foreign key (priority, plan) references plans.priority (id, plan)
);
create table plans.outcome_text (
  version uuid not null,
  outcome uuid not null,
  priority uuid not null,
  plan uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  reference text not null default '' check (length(reference) <= 40),
  title text not null check (title <> ''),
  text text not null default '',
  due_words text not null default '',      -- as written: 'by end February'
  due_from date,                           -- as read; null: open
  due_to date,
  details jsonb not null default '{}',
  revision int not null default 1,
  primary key (version, outcome),
  unique (version, outcome, priority),
  foreign key (version, plan, body, sight) references plans.plan_version (id, plan, body, sight) on update cascade,
  foreign key (version, priority) references plans.priority_text,
  foreign key (outcome, plan) references plans.outcome (id, plan),
  check (due_to >= due_from)
);
create table plans.action_text (
  version uuid not null,
  action uuid not null,
  priority uuid not null,
  outcome uuid,                            -- null: it stands under its priority
  plan uuid not null,
  body uuid not null,
  sight text not null,
  position int not null check (position > 0),
  reference text not null default '' check (length(reference) <= 40),
  title text not null check (title <> ''),
  text text not null default '',
  due_words text not null default '',
  due_from date,
  due_to date,
  details jsonb not null default '{}',
  revision int not null default 1,
  primary key (version, action),
  foreign key (version, plan, body, sight) references plans.plan_version (id, plan, body, sight) on update cascade,
  foreign key (version, priority) references plans.priority_text,
  foreign key (version, outcome, priority) references plans.outcome_text (version, outcome, priority),
  foreign key (action, plan) references plans.action (id, plan),
  check (due_to >= due_from)
);
create index on plans.priority_text (priority);
create index on plans.outcome_text (outcome);
create index on plans.outcome_text (version, priority);
create index on plans.action_text (action);
create index on plans.action_text (version, priority);

-- Who leads or sponsors a record of a version: a person, an organisation, a body, or words where it is none of these yet.
create table plans.lead (
  id uuid primary key,
  version uuid not null,
  plan uuid not null,
  body uuid not null,
  sight text not null,
  priority uuid,
  outcome uuid,
  action uuid,
  part text not null check (part in ('lead', 'sponsor')),
  position int not null check (position > 0),
  person uuid references governance.person,
  organisation uuid references governance.organisation,
  led_by_body uuid references governance.body,
  name text not null check (name <> ''),   -- as written
  foreign key (version, plan, body, sight) references plans.plan_version (id, plan, body, sight) on update cascade,
  foreign key (version, priority) references plans.priority_text on delete cascade,
  foreign key (version, outcome) references plans.outcome_text on delete cascade,
  foreign key (version, action) references plans.action_text on delete cascade,
  check (num_nonnulls(priority, outcome, action) = 1),
  check (num_nonnulls(person, organisation, led_by_body) <= 1)
);
create index on plans.lead (version);
create index on plans.lead (person) where person is not null;
create index on plans.lead (action) where action is not null;

-- What the colours mean, in the plan's own words, a set for its actions and one for its measures; dated, so that a colour keeps its meaning.
create table plans.rag_definition (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  applies_to text not null check (applies_to in ('action', 'measure')),
  colour text not null check (colour in ('red', 'amber', 'green')),
  meaning text not null check (meaning <> ''),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),  -- first day on which it no longer holds; a meaning put right on its first day held on none
  foreign key (plan, body) references plans.plan (id, body),
  unique (id, plan),
  constraint rag_definition_once exclude using gist (plan with =, applies_to with =, colour with =, daterange(starts_on, ends_on) with &&)
);

-- A colour that somebody set, beside the one that is computed: who, when, why, and until when. Nothing overwrites it but the next one.
create table plans.rag_rating (
  id uuid primary key,
  action uuid not null,
  plan uuid not null,
  body uuid not null,
  sight text not null check (sight in ('members', 'public')),
  colour text not null check (colour in ('red', 'amber', 'green')),
  definition uuid not null,                -- what the colour meant then
  why text not null check (why <> ''),
  computed text not null check (computed in ('red', 'amber', 'green', 'none')),  -- what the rule said at that moment
  on_day date not null,
  ends_on date not null check (ends_on > on_day),  -- first day on which the computed colour shows again
  set_at timestamptz not null,
  actor uuid not null,
  name text not null check (name <> ''),   -- of whoever set it, as it was then
  foreign key (action, plan, body) references plans.action (id, plan, body),
  foreign key (definition, plan) references plans.rag_definition (id, plan)
);
create index on plans.rag_rating (action, set_at);

-- What somebody says of an action or of a priority. That something was done is one thing, what changed by it another.
create table plans.statement (
  id uuid primary key,
  plan uuid not null,
  body uuid not null,
  sight text not null check (sight in ('members', 'public')),
  action uuid,
  priority uuid,
  kind text not null check (kind in ('progress', 'completion', 'impact')),
  text text not null check (text <> ''),
  evidence text not null default '',       -- what shows it: a document, a figure, an address
  state_after text check (state_after in ('not-started', 'started', 'done', 'stopped')),  -- what the statement made of the action; null: nothing
  on_day date not null,
  at timestamptz not null,
  actor uuid not null,
  name text not null check (name <> ''),
  foreign key (plan, body) references plans.plan (id, body),
  foreign key (action, plan) references plans.action (id, plan),
  foreign key (priority, plan) references plans.priority (id, plan),
  check (num_nonnulls(action, priority) = 1),
  check (kind <> 'completion' or action is not null)
);
create index on plans.statement (action, at);
create index on plans.statement (priority, at);
create index on plans.statement (plan, at);
