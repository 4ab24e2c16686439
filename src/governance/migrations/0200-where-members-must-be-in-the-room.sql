-- Where the law wants members in the room to be counted and to vote (M8): dated data by regime, '<regime>' or '<regime>/<from>' where a regime has several stretches.
-- England: the regulations of 2020 ended with meetings held on 7 May 2021; the High Court held on 28 April 2021 that such meetings are held in person. A later act
-- ends the row. In Wales members may join remotely (Local Government and Elections (Wales) Act 2021, section 47): no row.
insert into governance.code (list, code, label, source, position, starts_on) values
  ('presence-law', 'lga1972', 'Members are counted and vote only in the room.',
   'Local Government Act 1972, schedule 12; Hertfordshire County Council v Secretary of State [2021] EWHC 1093 (Admin)', 1, '2021-05-07');
