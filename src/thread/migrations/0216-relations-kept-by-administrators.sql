-- Which kinds of record may be joined by hand (T1) is kept by administrators, with where that was decided.
alter table thread.link_rule add column source text not null default 'Given with the product' check (source ~ '\S'),
  add column version int not null default 1;
