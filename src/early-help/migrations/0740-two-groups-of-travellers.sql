-- Who is asked of which group somebody is may say Gypsy or Irish Traveller apart (requirement E1): the list for inspections has a code for each of them, the census one for
-- both. Whoever says neither of the two alone stays with the group of the census, and what was answered before keeps its words.
insert into casework.code (list, code, label, sort, source, starts_on) values
  ('ethnicity', 'white-gypsy', 'White: Gypsy', 3, 'Annex A of inspections of children’s services, list 2: WROM, Gypsy or Roma', '2010-01-01'),
  ('ethnicity', 'white-irish-traveller', 'White: Irish Traveller', 3, 'Annex A of inspections of children’s services, list 2: WIRT, Traveller of Irish heritage', '2010-01-01');
