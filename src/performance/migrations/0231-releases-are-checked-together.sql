-- Small numbers across releases (requirement I6): what the check of a release against everything published before made of it.
alter table performance.protection
  add column outcome text not null default 'alone' check (outcome in ('alone', 'more-hidden', 'held-back')),
  add column guard text not null default '', -- version of the check; empty: stored before there was one
  add check (outcome = 'alone' or guard <> '');
comment on column performance.protection.outcome is 'alone: protected by itself; more-hidden: more was hidden because of earlier releases; held-back: nothing new was shown';
