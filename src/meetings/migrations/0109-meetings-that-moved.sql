-- The page of a meeting says which one it takes the place of: found without looking through all meetings (O1).
create index on meetings.meeting (successor) where successor is not null;
