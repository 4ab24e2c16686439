-- What a procedure may be linked with by people: what it answers to and what it helps (requirements P12, T2).
insert into thread.link_rule (id, from_kind, relation, to_kind, starts_on) values
  ('00000000-0202-7000-8000-000000000001', 'procedure', 'delivers', 'priority', '1900-01-01'),
  ('00000000-0202-7000-8000-000000000002', 'procedure', 'delivers', 'outcome', '1900-01-01'),
  ('00000000-0202-7000-8000-000000000003', 'procedure', 'responds-to', 'recommendation', '1900-01-01'),
  ('00000000-0202-7000-8000-000000000004', 'procedure', 'responds-to', 'challenge', '1900-01-01'),
  ('00000000-0202-7000-8000-000000000005', 'procedure', 'carries-out', 'decision', '1900-01-01'),
  ('00000000-0202-7000-8000-000000000006', 'procedure', 'carries-out', 'officer-decision', '1900-01-01');
