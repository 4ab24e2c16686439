-- When consultations came out, were called off and what came of them was said, so that feeds and mails can tell of it (requirements G11, O2).
alter table meetings.consultation
  add column published_at timestamptz,     -- when everybody could read of it; null where they cannot, or where that is not known
  add column withdrawn_at timestamptz,
  add column outcome_at timestamptz;       -- when it was first said what came of it
-- What earlier releases hold, as far as the audit knows it: of one that was changed it is not known since when everybody could read it.
update meetings.consultation c set published_at = (select min(a.at) from platform.audit_entry a where a.subject = c.id and a.act = 'consultation.added')
  where c.sight = 'public' and not exists (select from platform.audit_entry a where a.subject = c.id and a.act = 'consultation.changed');
update meetings.consultation c set withdrawn_at = (select min(a.at) from platform.audit_entry a where a.subject = c.id and a.act = 'consultation.withdrawn')
  where c.withdrawn_reason <> '';
update meetings.consultation c set outcome_at = (select min(a.at) from platform.audit_entry a where a.subject = c.id and a.act = 'consultation.outcome-recorded')
  where c.outcome <> '';
