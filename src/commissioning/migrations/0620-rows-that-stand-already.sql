-- A second extract of a month often holds rows that an earlier one brought: a person says whether they are left out or are entries of their own (requirement C5).
alter table commissioning.ledger_file add column left_out int not null default 0 check (left_out >= 0);
comment on column commissioning.ledger_file.left_out is 'How many rows were not loaded, because an earlier file had brought the same.';
