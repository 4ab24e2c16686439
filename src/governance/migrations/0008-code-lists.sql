-- The code lists that every installation starts with (handbook 1.7). They are dated data: later migrations and administrators add and end codes.
insert into governance.code (list, code, label, position) values
  ('sector', 'council', 'Council', 1), ('sector', 'district', 'District council', 2), ('sector', 'health', 'Health', 3), ('sector', 'police', 'Police', 4),
  ('sector', 'probation', 'Probation', 5), ('sector', 'education', 'Schools and colleges', 6), ('sector', 'early-years', 'Early years', 7),
  ('sector', 'voluntary', 'Voluntary and community', 8), ('sector', 'safeguarding', 'Safeguarding', 9), ('sector', 'young-people', 'Children and young people', 10),
  ('sector', 'economy', 'Economy and employers', 11), ('sector', 'provider', 'Provider of services', 12), ('sector', 'other', 'Other', 13),
  ('seat-category', 'council', 'County council', 1), ('seat-category', 'district', 'District councils', 2), ('seat-category', 'health', 'Health', 3),
  ('seat-category', 'police', 'Police', 4), ('seat-category', 'probation', 'Probation', 5), ('seat-category', 'education', 'Schools and colleges', 6),
  ('seat-category', 'early-years', 'Early years', 7), ('seat-category', 'voluntary', 'Voluntary and community sector', 8),
  ('seat-category', 'safeguarding', 'Safeguarding', 9), ('seat-category', 'young-people', 'Children and young people', 10),
  ('seat-category', 'economy', 'Economy and employers', 11), ('seat-category', 'other', 'Others', 12),
  ('body-kind', 'statutory-board', 'Statutory board', 1), ('body-kind', 'strategic-partnership', 'Strategic partnership', 2), ('body-kind', 'executive', 'Executive', 3),
  ('body-kind', 'joint-commissioning-board', 'Joint commissioning board', 4), ('body-kind', 'delivery-board', 'Delivery board', 5),
  ('body-kind', 'steering-group', 'Steering group', 6), ('body-kind', 'sub-group', 'Sub-group', 7), ('body-kind', 'task-and-finish', 'Task and finish group', 8),
  ('body-kind', 'local-area-group', 'Local area group', 9), ('body-kind', 'scrutiny-committee', 'Scrutiny committee', 10), ('body-kind', 'review-panel', 'Review panel', 11),
  ('body-kind', 'cabinet', 'Cabinet', 12), ('body-kind', 'governing-body', 'Governing body', 13),
  ('body-relation', 'accountable-to', 'is accountable to', 1), ('body-relation', 'reports-to', 'reports to', 2), ('body-relation', 'sub-group-of', 'is a sub-group of', 3),
  ('body-relation', 'formal-consultee-of', 'is a formal consultee of', 4), ('body-relation', 'challenges', 'challenges', 5),
  ('body-relation', 'equal-partner-of', 'is an equal partner of', 6), ('body-relation', 'influences', 'influences', 7), ('body-relation', 'procures-from', 'procures from', 8),
  ('legal-regime', 'partnership', 'Partnership: only its own terms', 1), ('legal-regime', 'lga1972', 'Council committee in England', 2),
  ('legal-regime', 'lga1972-wales', 'Council committee in Wales', 3), ('legal-regime', 'nhs-body', 'NHS body', 4),
  ('area-kind', 'county', 'County', 1), ('area-kind', 'district', 'District', 2), ('area-kind', 'borough', 'Borough', 3), ('area-kind', 'locality', 'Locality', 4),
  ('area-kind', 'ward', 'Ward', 5), ('area-kind', 'nhs-footprint', 'NHS footprint', 6);

-- What those who adopted terms said to the contradictions that the checker found in them.
alter table governance.terms_version add column adoption_answer text not null default '';
