-- Why a joint forward plan needs the opinion of the health and wellbeing board (requirement P3), in full: what the board is asked, when it is asked again, and what
-- of that was checked. Where an installation has put its own words there, they stay.
update plans.consultee_rule set source =
    'National Health Service Act 2006, section 14Z54, as inserted by the Health and Care Act 2022: each relevant health and wellbeing board is given a draft and asked whether '
    || 'it takes proper account of its joint local health and wellbeing strategy, again on a significant revision, and its opinion stands in the plan. By NHS England’s guidance '
    || 'on developing the joint forward plan (December 2022); the wording of the section itself was not verified'
  where id = '0b1f2f6e-5f0e-8a51-a3cd-6f64bd7f9e01' and source = 'National Health Service Act 2006, section 14Z54, as inserted by the Health and Care Act 2022';
