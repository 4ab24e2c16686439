-- Which way is better where the record says neither is, and from how small a baseline on a target rates nothing (requirements E10, I5; handbook of early help 3.4). Both
-- are part of a definition: dated, with the reason why it was changed, and by whom.
alter table performance.measure_definition
  add column polarity_reason text not null default '' check (length(polarity_reason) <= 500),
  add column rated_from int check (rated_from between 2 and 1000),
  -- A step-up can be exactly right for a child: whoever aims at fewer or at more of them says why.
  add constraint polarity_says_why check (polarity = 'none' or polarity_reason ~ '\S'
    or counted_by not in ('early-help.step-up', 'early-help.step-down', 'early-help.closed-needs-met', 'early-help.closed-not-engaging', 'early-help.reviewed'));
comment on column performance.measure_definition.polarity_reason is 'why that way is better; empty where it speaks for itself';
comment on column performance.measure_definition.rated_from is 'a target whose baseline is smaller gives no colour; empty: every target does, whatever its baseline';
