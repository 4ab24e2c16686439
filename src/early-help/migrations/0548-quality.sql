-- Quality assurance: the draw, who reviews and reads because of it, grades with evidence, moderation and what follows (requirement E7; handbook of early help 1.7, 3.6, 7.1).

create table casework.quality_rule (
  id uuid primary key,
  at_least int not null check (at_least between 1 and 1000),            -- a month; all where there are fewer
  exclude_months int not null check (exclude_months between 0 and 60),  -- reviewed so lately is not drawn again
  assignment_days int not null check (assignment_days between 1 and 90), -- how long a reviewer reads a record
  hidden_up_to int not null check (hidden_up_to between 1 and 10),      -- counts from 1 to this are not told to boards
  source text not null check (source <> ''),
  starts_on date not null unique
);
insert into casework.quality_rule (id, at_least, exclude_months, assignment_days, hidden_up_to, source, starts_on) values
  ('018f0548-0000-7000-8000-000000000001', 50, 12, 28, 5, 'Fifty a month as the partnership set it; the rest proposed to it, which decides', '2010-01-01');
-- The audit tool in versions: standards, grades and themes. A review keeps the version by which it was made.
create table casework.audit_tool (
  id uuid primary key,
  number int not null unique check (number > 0),
  name text not null check (name <> '' and length(name) <= 200),
  source text not null check (source <> ''),
  starts_on date not null unique
);
create table casework.audit_standard (
  id uuid primary key,
  tool uuid not null references casework.audit_tool,
  position int not null check (position > 0),
  name text not null check (name <> '' and length(name) <= 200),
  words text not null check (words <> '' and length(words) <= 2000),
  unique (tool, position),
  unique (id, tool)
);
create table casework.audit_grade (
  tool uuid not null references casework.audit_tool,
  rank int not null check (rank between 1 and 9),                       -- 1 is the best
  name text not null check (name <> '' and length(name) <= 100),
  primary key (tool, rank)
);
create table casework.audit_theme (
  id uuid primary key,
  name text not null unique check (name <> '' and length(name) <= 200)
);
insert into casework.audit_tool (id, number, name, source, starts_on) values
  ('018f0548-0000-7000-8000-000000000010', 1, 'Review of a team around a family', 'Proposed to the steering group, which decides', '2010-01-01');
insert into casework.audit_grade (tool, rank, name) values
  ('018f0548-0000-7000-8000-000000000010', 1, 'Very good'), ('018f0548-0000-7000-8000-000000000010', 2, 'Good'),
  ('018f0548-0000-7000-8000-000000000010', 3, 'Needs to be better'), ('018f0548-0000-7000-8000-000000000010', 4, 'Not good enough');
insert into casework.audit_standard (id, tool, position, name, words) values
  ('018f0548-0000-7000-8000-000000000021', '018f0548-0000-7000-8000-000000000010', 1, 'The child’s voice', 'Every child was asked, and what they said changed what was done'),
  ('018f0548-0000-7000-8000-000000000022', '018f0548-0000-7000-8000-000000000010', 2, 'Agreement', 'The family knew what it agreed to, and the record says who, when and to what'),
  ('018f0548-0000-7000-8000-000000000023', '018f0548-0000-7000-8000-000000000010', 3, 'Assessment', 'It covers the whole family, says what goes well, and says why'),
  ('018f0548-0000-7000-8000-000000000024', '018f0548-0000-7000-8000-000000000010', 4, 'Plan and review', 'Actions have owners and days, reviews are held when due, and the outcome is explicit'),
  ('018f0548-0000-7000-8000-000000000025', '018f0548-0000-7000-8000-000000000010', 5, 'The team', 'Whoever should be there is there, and somebody leads');
insert into casework.audit_theme (id, name) values
  ('018f0548-0000-7000-8000-000000000031', 'A brother or sister is not seen'), ('018f0548-0000-7000-8000-000000000032', 'The child’s voice is missing'),
  ('018f0548-0000-7000-8000-000000000033', 'Outcomes are not explicit'), ('018f0548-0000-7000-8000-000000000034', 'Drift: much time, little change'),
  ('018f0548-0000-7000-8000-000000000035', 'Good work with fathers and other carers'), ('018f0548-0000-7000-8000-000000000036', 'Good work together between agencies');

-- A draw is kept with all from which it was drawn, so that anybody who may see it draws again and gets the same.
create table casework.quality_draw (
  id uuid primary key,
  frame text not null check (frame in ('monthly', 'closing')),          -- 'closing': every record that was closed in the month, beside the sample
  month date not null check (extract(day from month) = 1),
  seed int not null check (seed > 0),
  rule uuid not null references casework.quality_rule,
  frame_hash text not null check (frame_hash ~ '^[0-9a-f]{64}$'),
  drawn_by uuid not null references governance.person,
  drawn_at timestamptz not null,
  unique (frame, month)
);
create table casework.quality_frame (
  draw uuid not null references casework.quality_draw,
  episode uuid not null references casework.episode,
  agency uuid not null references governance.organisation,
  stage text not null check (stage in ('new', 'under-way', 'long')),    -- under three months, under twelve, longer
  is_closed boolean not null,
  is_stepped_up boolean not null,
  left_out text check (left_out in ('reviewed')),                       -- null: it could be drawn
  primary key (draw, episode)
);
create table casework.quality_item (
  id uuid primary key,
  draw uuid not null,
  episode uuid not null,
  position int not null check (position > 0),
  replaces uuid unique references casework.quality_item,
  replaced_because text check (replaced_because in ('conflict', 'shielded', 'duplicate', 'unavailable')), -- why the one it replaces was put aside
  drawn_by uuid not null references governance.person,
  drawn_at timestamptz not null,
  foreign key (draw, episode) references casework.quality_frame (draw, episode),
  unique (draw, episode),
  unique (draw, position),
  unique (id, episode),
  check ((replaces is null) = (replaced_because is null))
);
-- Who reads a record in order to review or to moderate it, until when. Its own basis: it rests on no agreement, ends by its day, and every look is written.
create table casework.quality_assignment (
  id uuid primary key,
  item uuid not null,
  episode uuid not null,
  reviewer uuid not null references governance.person,
  organisation uuid not null references governance.organisation,
  purpose text not null check (purpose in ('review', 'moderate')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= starts_at),
  given_by uuid not null references governance.person,
  foreign key (item, episode) references casework.quality_item (id, episode),
  exclude using gist (item with =, purpose with =, tstzrange(starts_at, ends_at) with &&)
);
create index on casework.quality_assignment (reviewer);

create table casework.quality_review (
  id uuid primary key,
  item uuid not null unique,                                           -- moderation is not a second review
  episode uuid not null,
  tool uuid not null references casework.audit_tool,
  overall int not null,
  reviewer uuid not null references governance.person,
  completed_at timestamptz not null,
  moderator uuid references governance.person check (moderator <> reviewer),
  moderated_at timestamptz check (moderated_at >= completed_at),
  moderated_overall int,
  fed_back_at timestamptz check (fed_back_at >= completed_at),
  fed_back_by uuid references governance.person,
  version int not null default 1,
  foreign key (item, episode) references casework.quality_item (id, episode),
  foreign key (tool, overall) references casework.audit_grade (tool, rank),
  foreign key (tool, moderated_overall) references casework.audit_grade (tool, rank),
  unique (id, tool),
  unique (id, episode),
  check (num_nonnulls(moderator, moderated_at, moderated_overall) in (0, 3)),
  check ((fed_back_at is null) = (fed_back_by is null))
);
create index on casework.quality_review (episode);
create table casework.quality_finding (
  review uuid not null,
  tool uuid not null,
  standard uuid not null,
  grade int not null,
  primary key (review, standard),
  foreign key (review, tool) references casework.quality_review (id, tool),
  foreign key (standard, tool) references casework.audit_standard (id, tool),
  foreign key (tool, grade) references casework.audit_grade (tool, rank)
);
create table casework.quality_theme (
  review uuid not null references casework.quality_review,
  theme uuid not null references casework.audit_theme,
  primary key (review, theme)
);
-- What is written of a family in a review: evidence for a grade, why a moderator agrees or not, feedback to the lead. Content, and read like content:
-- by whoever is assigned, and once it is given to the lead by whoever may read the assessment.
create table casework.quality_words (
  id uuid primary key,
  review uuid not null,
  episode uuid not null,
  standard uuid references casework.audit_standard,
  kind text not null check (kind in ('evidence', 'moderation', 'feedback')),
  words text not null check (words <> '' and length(words) <= 10000),
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  foreign key (review, episode) references casework.quality_review (id, episode),
  check ((kind = 'evidence') = (standard is not null))
);
create index on casework.quality_words (review);
create table casework.quality_action (
  id uuid primary key,
  review uuid not null,
  episode uuid not null,
  words text not null check (words <> '' and length(words) <= 2000),
  owner uuid not null references governance.person,
  due_on date not null,
  done_on date,
  entered_by uuid not null references governance.person,
  entered_at timestamptz not null,
  version int not null default 1,
  foreign key (review, episode) references casework.quality_review (id, episode)
);
create index on casework.quality_action (owner);

-- From what a month is drawn: records active in it, without names. Shielded ones are left to the owner of information governance. Nothing for whoever may not draw.
create function casework.quality_frame_now(asked text, in_month date) returns table (episode uuid, agency uuid, stage text, is_closed boolean, is_stepped_up boolean, left_out text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  until constant date := (in_month + interval '1 month')::date;
  months int;
begin
  if not casework.is_organiser() then return; end if;
  select r.exclude_months into months from casework.quality_rule r where r.starts_on <= in_month order by r.starts_on desc limit 1;
  return query select e.id, coalesce((select l.organisation from casework.lead_period l where l.episode = e.id and l.accepted_at is not null order by l.accepted_at desc limit 1), e.agency),
    case when e.agreed_on > until - interval '3 months' then 'new' when e.agreed_on > until - interval '12 months' then 'under-way' else 'long' end,
    coalesce(e.closed_on < until, false), e.closure_reason is not distinct from 'stepped-up',
    case when exists (select from casework.quality_review r where r.episode = e.id and r.completed_at >= in_month - make_interval(months => months)) then 'reviewed' end
  from casework.episode e
  where e.agreed_on < until and not e.is_shielded and (e.closed_on is null or e.closed_on >= in_month)
    and (asked = 'monthly' or e.closed_on < until)
  order by e.id;
end $$;
-- Keeps with a draw the frame that there is, once, and nothing else.
create function casework.keep_frame(asked uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into casework.quality_frame (draw, episode, agency, stage, is_closed, is_stepped_up, left_out)
    select d.id, f.episode, f.agency, f.stage, f.is_closed, f.is_stepped_up, f.left_out
    from casework.quality_draw d cross join lateral casework.quality_frame_now(d.frame, d.month) f
    where d.id = asked and d.drawn_by = governance.my_person() and not exists (select from casework.quality_frame k where k.draw = asked);
end $$;
-- A reviewer is nobody who works or worked with the family, holds a co-ordinator's post of its locality, and reads no longer than the rule says.
create function casework.bind_assignment() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare days int;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'ends_at' is distinct from to_jsonb(old) - 'ends_at' or new.ends_at > old.ends_at then
      raise exception 'an assignment is ended, and nothing else of it is changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if exists (select from casework.lead_period l where l.episode = new.episode and l.person = new.reviewer)
      or exists (select from casework.episode e where e.id = new.episode and e.requested_by = new.reviewer)
      or exists (select from casework.access_grant g where g.episode = new.episode and g.person = new.reviewer) then
    raise exception 'nobody reviews their own work' using errcode = 'check_violation', constraint = 'reviewer_apart';
  end if;
  if not exists (select from casework.post p join casework.episode e on e.id = new.episode and e.area = p.area
      where p.person = new.reviewer and p.organisation = new.organisation and p.role = 'co-ordinator' and governance.holds(p.starts_on, p.ends_on)) then
    raise exception 'a reviewer has a post in that locality' using errcode = 'check_violation', constraint = 'reviewer_post';
  end if;
  if exists (select from casework.quality_item i where i.replaces = new.item) then
    raise exception 'that record was replaced' using errcode = 'check_violation', constraint = 'item_replaced';
  end if;
  if new.purpose = 'moderate' and not exists (select from casework.quality_review r where r.item = new.item and r.reviewer <> new.reviewer) then
    raise exception 'a moderator is another, and comes after' using errcode = 'check_violation', constraint = 'moderator_apart';
  end if;
  select r.assignment_days into days from casework.quality_rule r where r.starts_on <= (platform.now() at time zone 'Europe/London')::date order by r.starts_on desc limit 1;
  new.ends_at := least(new.ends_at, new.starts_at + make_interval(days => days));
  return new;
end $$;
create trigger bound before insert or update on casework.quality_assignment for each row execute function casework.bind_assignment();
-- Whoever completes a review is assigned to it now, by the database; what was graded stays, and is moderated once and fed back once.
create function casework.bind_review() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from casework.quality_assignment a where a.item = new.item and a.reviewer = new.reviewer and a.purpose = 'review' and a.starts_at <= platform.now() and a.ends_at > platform.now()) then
      raise exception 'whoever reviews is assigned' using errcode = 'check_violation', constraint = 'review_assigned';
    end if;
    return new;
  end if;
  if to_jsonb(new) - array['moderator', 'moderated_at', 'moderated_overall', 'fed_back_at', 'fed_back_by', 'version'] is distinct from to_jsonb(old) - array['moderator', 'moderated_at', 'moderated_overall', 'fed_back_at', 'fed_back_by', 'version']
      or (old.moderator is not null and (new.moderator, new.moderated_at, new.moderated_overall) is distinct from (old.moderator, old.moderated_at, old.moderated_overall))
      or (old.fed_back_at is not null and (new.fed_back_at, new.fed_back_by) is distinct from (old.fed_back_at, old.fed_back_by)) then
    raise exception 'a review stays as it was completed' using errcode = 'insufficient_privilege';
  end if;
  if new.moderator is distinct from old.moderator and not exists (select from casework.quality_assignment a where a.item = new.item and a.reviewer = new.moderator and a.purpose = 'moderate'
      and a.starts_at <= platform.now() and a.ends_at > platform.now()) then
    raise exception 'whoever moderates is assigned' using errcode = 'check_violation', constraint = 'review_assigned';
  end if;
  return new;
end $$;
create trigger bound before insert or update on casework.quality_review for each row execute function casework.bind_review();
-- How many of what was drawn are reviewed; a record that was replaced does not count.
create function casework.reviewed_of(asked uuid) returns int language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.is_organiser() then return null; end if;
  return (select count(*)::int from casework.quality_review r join casework.quality_item i on i.id = r.item where i.draw = asked and not exists (select from casework.quality_item n where n.replaces = i.id));
end $$;
-- Reviews of a month, for figures: no family, no words, no reviewer.
create function casework.quality_counts(in_month date) returns table (kind text, name text, place int, counted int) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not casework.is_organiser() and not casework.may_approve_sharing() then return; end if;
  return query
    with done as (select r.id, coalesce(r.moderated_overall, r.overall) as rank, r.tool from casework.quality_review r join casework.quality_item i on i.id = r.item
      join casework.quality_draw d on d.id = i.draw where d.frame = 'monthly' and d.month = in_month)
    select 'grade', g.name, g.rank, (select count(*)::int from done where done.rank = g.rank and done.tool = g.tool) from casework.audit_grade g
      where g.tool = (select t.id from casework.audit_tool t where t.starts_on <= in_month order by t.starts_on desc limit 1)
    union all
    select 'theme', t.name, 0, (select count(*)::int from casework.quality_theme q join done on done.id = q.review where q.theme = t.id) from casework.audit_theme t
    order by 1, 3, 2;
end $$;
