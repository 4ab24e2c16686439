-- Figures by area, quarters and years made of months, the forecast of a year, and what took the place of a measure (requirements I1, I3, I4).

-- Said with the definition, because each of them changes what a figure means.
alter table performance.measure_definition
  add column areas uuid[] not null default '{}',        -- areas for which figures are given besides the whole; empty: none
  add column forecast text not null default 'straight-line' check (forecast in ('straight-line', 'profile', 'last', 'none')),  -- how the end of a year is foreseen
  drop constraint measure_definition_over_time_check,
  add constraint measure_definition_over_time_check check (over_time in ('sum', 'mean', 'last', 'remade', 'none')),
  -- Percentages are made anew of what they are made of, never averaged.
  add constraint measure_definition_mean check (over_time <> 'mean' or kind in ('flow', 'stock', 'score'));
comment on column performance.measure_definition.areas is 'Areas for which figures are given besides the whole; empty: none';
comment on column performance.measure_definition.forecast is 'How the end of a financial year is foreseen from the periods before it';

-- An array has no foreign key: areas are known, and each stands once.
create function performance.refuse_unknown_areas() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(new.areas) <> (select count(*) from governance.area a where a.id = any (new.areas)) then
    raise exception 'an area is not known, or named twice' using errcode = 'foreign_key_violation', constraint = 'measure_definition_areas';
  end if;
  return new;
end $$;
revoke all on function performance.refuse_unknown_areas() from public;
create trigger areas_known before insert on performance.measure_definition for each row when (new.areas <> '{}') execute function performance.refuse_unknown_areas();

alter table performance.measure
  add column replaced_by uuid references performance.measure,  -- what is kept in its place; null: nothing, or that is not said
  add constraint measure_replaced check (replaced_by is null or (withdrawn_on is not null and replaced_by <> id));
comment on column performance.measure.replaced_by is 'The measure kept in its place; null: nothing, or that is not said';
drop trigger stays on performance.measure;
create trigger stays before update or delete on performance.measure for each row execute function
  performance.only_changes('sight', 'reference', 'withdrawn_on', 'withdrawn_reason', 'replaced_by', 'version');
