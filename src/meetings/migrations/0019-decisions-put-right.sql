-- A decision can be put right until its minutes are published: what was entered is kept, so that the form shows it again.
-- Afterwards it is withdrawn with a reason, which is as public as the decision, and recorded anew.
alter table meetings.decision
  add column matter text not null default '' check (matter in ('', 'neither', 'policy', 'resources')),
  add column function_key text not null default '',
  add column consensus_sought boolean not null default false,
  add column casting_vote_used boolean not null default false,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text not null default '';

-- A board's list of decisions counts, and turns its pages, on the index alone.
create index decision_list on meetings.decision (body, decided_on desc, id desc) include (sight, meeting) where not withdrawn;
