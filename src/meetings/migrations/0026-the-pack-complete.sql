-- What a complete pack needs (requirements M3, M5, M6, O1): papers tabled at the meeting go out as a supplement of their own, and the page of a
-- meeting asks for the files of all its papers at once.
alter table meetings.publication add column tabled boolean not null default false,  -- handed out at the meeting, with the chair's consent
  add check (not tabled or kind = 'supplement');
create index on meetings.paper_file (meeting);
