-- The families that somebody lists are found by their keys, however many there are in all: the policies on families and leads look up an episode for each row.
create index on casework.episode (family);
create index on casework.lead_period (episode);
