// Who fills which place of the sample's boards, from when to when. Where the last holder has an end, the place is vacant from then on.

/** An appointment: seat of the terms, place, person, organisation (undefined: none), first day, first day no longer, reason of ending. */
export type SampleAppointment = readonly [
  seat: string,
  place: number,
  person: string,
  organisation: string | undefined,
  from: string,
  until?: string,
  reason?: string,
]

const left = (seat: string, place: number, person: string, organisation: string, until: string, reason = 'resigned'): SampleAppointment => [
  seat,
  place,
  person,
  organisation,
  '2013-04-01',
  until,
  reason,
]
const ended = 'organisation_ended'
const term = 'term_ended'

const partnership: readonly SampleAppointment[] = [
  left('director_chair', 1, 'ellwood', 'council', '2017-09-01'),
  ['director_chair', 1, 'marsh', 'council', '2017-09-01'],
  left('lead_member', 1, 'hallam', 'council', '2021-05-07', term),
  ['lead_member', 1, 'akhtar', 'council', '2021-05-21'],
  left('adult_public_health', 1, 'rao', 'council', '2020-02-01'),
  ['adult_public_health', 1, 'adeyemi', 'council', '2020-02-01'],
  left('adult_public_health', 2, 'braithwaite', 'council', '2019-07-01'),
  ['adult_public_health', 2, 'prosser', 'council', '2019-07-01'],
  left('ccgs', 1, 'whitlock', 'ccg-west', '2022-07-01', ended),
  ['ccgs', 1, 'eze', 'icb', '2022-07-01'],
  left('ccgs', 2, 'nair', 'ccg-east', '2022-07-01', ended),
  ['ccgs', 2, 'oconnor', 'icb', '2022-07-01'],
  left('ccgs', 3, 'sykes', 'ccg-south', '2022-07-01', ended),
  ['ccgs', 3, 'rahman', 'icb', '2022-07-01'],
  left('ccgs', 4, 'penrose', 'ccg-south-west', '2022-07-01', ended),
  ['ccgs', 4, 'steadman', 'icb', '2022-09-01'],
  left('police', 1, 'doyle', 'police', '2018-11-01'),
  ['police', 1, 'webb', 'police', '2018-11-01'],
  left('probation', 1, 'forster', 'probation', '2014-06-01'),
  ['probation', 1, 'keane', 'probation', '2014-06-01', '2021-06-26', 'replacement_requested'],
  ['probation', 1, 'hussain', 'probation', '2021-06-26', '2025-11-01', 'resigned'],
  left('schools', 1, 'farrow', 'schools-forum', '2018-09-01', term),
  ['schools', 1, 'carver', 'schools-forum', '2018-09-01'],
  left('schools', 2, 'tait', 'larchfield', '2017-09-01'),
  ['schools', 2, 'adeyinka', 'larchfield', '2017-09-01'],
  left('schools', 3, 'okoro', 'stonebridge', '2020-09-01'),
  ['schools', 3, 'holroyd', 'stonebridge', '2020-09-01'],
  left('schools', 4, 'wexford', 'willow-bank', '2016-09-01'),
  ['schools', 4, 'bevan', 'willow-bank', '2016-09-01'],
  left('districts', 1, 'ampleforth', 'ashcombe-dc', '2019-05-03', term),
  ['districts', 1, 'fairweather', 'ashcombe-dc', '2019-05-24'],
  left('districts', 2, 'dunmore', 'fenmarsh-bc', '2019-05-03', term),
  ['districts', 2, 'balogun', 'fenmarsh-bc', '2019-05-24'],
  left('districts', 3, 'ibbotson', 'harrowdale-dc', '2018-04-01'),
  ['districts', 3, 'choudhury', 'harrowdale-dc', '2018-04-01'],
  left('districts', 4, 'castellano', 'kelbrook-dc', '2021-10-01'),
  ['districts', 4, 'nowak', 'kelbrook-dc', '2021-10-01'],
  left('districts', 5, 'loxley', 'millingford-cc', '2023-05-05', term),
  ['districts', 5, 'winterton', 'millingford-cc', '2023-05-19'],
  left('districts', 6, 'pickard', 'southmoor-dc', '2017-03-01'),
  ['districts', 6, 'farnham', 'southmoor-dc', '2017-03-01'],
  left('districts', 7, 'sheridan', 'thornwick-dc', '2019-05-03', term),
  ['districts', 7, 'kendrick', 'thornwick-dc', '2019-05-24'],
  left('health_providers', 1, 'abara', 'community-health', '2022-04-01'),
  ['health_providers', 1, 'castle', 'community-health', '2022-04-01'],
  left('health_providers', 2, 'lindholm', 'hospitals', '2019-12-01', 'removed'),
  ['health_providers', 2, 'venkat', 'hospitals', '2019-12-01'],
  left('voluntary_forum', 1, 'mistry', 'families-first', '2021-04-01'),
  ['voluntary_forum', 1, 'lyle', 'families-first', '2021-04-01'],
  left('voluntary_forum', 2, 'garland', 'voluntary-forum', '2019-04-01'),
  ['voluntary_forum', 2, 'obrien', 'voluntary-forum', '2019-04-01'],
  left('colleges', 1, 'trevelyan', 'college', '2020-09-01'),
  ['colleges', 1, 'grantham', 'college', '2020-09-01'],
  left('work_based', 1, 'boothroyd', 'training', '2019-02-01'),
  ['work_based', 1, 'dacosta', 'training', '2019-02-01'],
  left('safeguarding_chair', 1, 'merriman', 'safeguarding', '2019-09-29', ended),
  ['safeguarding_chair', 1, 'abrahams', 'safeguarding-partnership', '2019-09-29'],
  left('economic_development', 1, 'vance', 'economy', '2021-07-01'),
  ['economic_development', 1, 'whitaker', 'economy', '2021-07-01'],
  left('young_people', 1, 'akinola', 'young-people', '2016-09-01', term),
  ['young_people', 1, 'sutton', 'young-people', '2024-09-01'],
]

const steering: readonly SampleAppointment[] = [
  ['targeted_services', 1, 'pryce', 'council', '2019-03-01'],
  ['public_health', 1, 'khan', 'council', '2013-10-01'],
  ['community_health', 1, 'abara', 'community-health', '2013-10-01', '2022-04-01', 'resigned'],
  ['community_health', 1, 'castle', 'community-health', '2022-04-01'],
  ['hospitals', 1, 'venkat', 'hospitals', '2019-12-01'],
  ['mental_health', 1, 'marlow', 'mental-health', '2015-02-01'],
  ['special_needs', 1, 'pemberton', 'brightwater', '2014-09-01'],
  ['early_support', 1, 'hargreaves', 'little-oaks', '2013-10-01'],
  ['birth_to_five', 1, 'ogden', 'early-years', '2015-09-01'],
  ['voluntary_forum', 1, 'obrien', 'voluntary-forum', '2019-04-01'],
  ['police', 1, 'blackwood', 'police', '2019-01-07'],
  ['commissioning', 1, 'rigby', 'council', '2013-10-01'],
  ['schools', 1, 'adeyinka', 'larchfield', '2017-09-01'],
  ['early_years_settings', 1, 'fenwick', 'early-years', '2016-09-01'],
  ['teaching_centre', 1, 'sandhu', 'teaching-centre', '2017-09-01'],
  ['team_manager', 1, 'reid', 'council', '2013-10-01'],
]

const commissioning: readonly SampleAppointment[] = [
  ['ccg_chiefs', 1, 'whitlock', 'ccg-west', '2014-04-01', '2022-07-01', ended],
  ['ccg_chiefs', 1, 'oconnor', 'icb', '2022-07-01'],
  ['ccg_chiefs', 2, 'nair', 'ccg-east', '2014-04-01', '2022-07-01', ended],
  ['ccg_chiefs', 2, 'gill', 'icb', '2022-07-01'],
  ['ccg_chiefs', 3, 'sykes', 'ccg-south', '2014-04-01', '2022-07-01', ended],
  ['ccg_chiefs', 3, 'eze', 'icb', '2022-07-01'],
  ['ccg_chiefs', 4, 'penrose', 'ccg-south-west', '2014-04-01', '2022-07-01', ended],
  ['executive_directors', 1, 'ferris', 'council', '2014-04-01'],
  ['executive_directors', 2, 'amadi', 'council', '2014-04-01'],
  ['executive_directors', 3, 'ellwood', 'council', '2014-04-01', '2017-09-01', 'resigned'],
  ['executive_directors', 3, 'marsh', 'council', '2017-09-01'],
  ['chief_executive', 1, 'holt', 'council', '2014-04-01'],
  ['nhs_england', 1, 'moreton', 'nhs-region', '2015-04-01'],
  ['council_finance', 1, 'tanner', 'council', '2014-04-01'],
  ['ccg_finance', 1, 'steadman', 'icb', '2022-09-01'],
  ['ccg_finance', 2, 'vickers', 'icb', '2022-07-01'],
]

/** The places that the three delivery boards have in common, and who fills them. */
function delivery(
  lead: string,
  director: string,
  clinical: string,
  head: string,
  more: readonly SampleAppointment[] = [],
): readonly SampleAppointment[] {
  return [
    ['lead_chief_officer', 1, lead, 'icb', '2022-09-01'],
    ['corporate_director', 1, director, 'council', '2017-09-01'],
    ['assistant_director', 1, 'rigby', 'council', '2014-04-01'],
    ['public_health', 1, 'khan', 'council', '2014-04-01'],
    ['clinical_representative', 1, clinical, 'icb', '2022-09-01'],
    ['officer_representative', 1, 'gill', 'icb', '2022-09-01'],
    ['nhs_england', 1, 'moreton', 'nhs-region', '2015-04-01'],
    ['operations', 1, head, 'council', '2014-04-01'],
    ['council_finance', 1, 'tanner', 'council', '2014-04-01'],
    ['ccg_finance', 1, 'vickers', 'icb', '2022-09-01'],
    ...more,
  ]
}

const trust: readonly SampleAppointment[] = [
  ['director', 1, 'ellwood', 'council', '2010-09-01', '2013-04-01', ended],
  ['lead_member', 1, 'hallam', 'council', '2010-04-01', '2013-04-01', ended],
  ['adult_services', 1, 'braithwaite', 'council', '2011-01-10', '2013-04-01', ended],
  ['community_health', 1, 'abara', 'community-health', '2011-04-01', '2013-04-01', ended],
  ['secondary', 1, 'okoro', 'stonebridge', '2011-09-01', '2013-04-01', ended],
  ['primary', 1, 'tait', 'larchfield', '2010-04-01', '2013-04-01', ended],
  ['special', 1, 'wexford', 'willow-bank', '2010-04-01', '2013-04-01', ended],
  ['voluntary', 1, 'mistry', 'families-first', '2010-04-01', '2013-04-01', ended],
  ['police', 1, 'doyle', 'police', '2012-02-01', '2013-04-01', ended],
]

const east: readonly SampleAppointment[] = [
  ['assistant_director', 1, 'pryce', 'council', '2019-03-01'],
  ['county_member', 1, 'barton', 'council', '2017-05-19'],
  ['district', 1, 'balogun', 'fenmarsh-bc', '2019-05-24'],
  ['schools_first', 1, 'adeyinka', 'larchfield', '2017-09-01'],
  ['schools_second', 1, 'holroyd', 'stonebridge', '2020-09-01'],
  ['youth_offending', 1, 'leclerc', 'council', '2012-04-01'],
  ['family_services', 1, 'quigley', 'council', '2014-05-01'],
  ['social_care', 1, 'delaney', 'council', '2014-05-01'],
  ['youth_services', 1, 'reid', 'council', '2015-09-01'],
  ['health', 1, 'castle', 'community-health', '2022-04-01'],
  ['police', 1, 'blackwood', 'police', '2019-01-07'],
  ['voluntary', 1, 'lyle', 'families-first', '2021-04-01'],
  ['local_partnership', 1, 'yeo', 'east-communities', '2011-04-01'],
  ['others', 1, 'hargreaves', 'little-oaks', '2014-01-14'],
  ['others', 2, 'ogden', 'early-years', '2016-01-12'],
]

/** The appointments of every board of the sample, by its slug. */
export const sampleAppointments: Readonly<Record<string, readonly SampleAppointment[]>> = {
  'northbrook-childrens-partnership': partnership,
  'early-help-steering-group': steering,
  'joint-commissioning-board': commissioning,
  'specialist-services-delivery-board': delivery('oconnor', 'amadi', 'stokes', 'osei'),
  'women-and-childrens-delivery-board': delivery('eze', 'marsh', 'rahman', 'delaney', [
    ['commissioning_officer', 1, 'mbeki', 'council', '2016-02-01'],
  ]),
  'proactive-care-delivery-board': delivery('oconnor', 'amadi', 'stokes', 'barclay'),
  'childrens-trust-board': trust,
  'east-local-area-group': east,
}

/** An office: role, person, basis, first day, first day no longer, note. */
export type SampleOffice = readonly [
  role: 'chair' | 'deputy_chair' | 'clerk',
  person: string,
  basis: string,
  from: string,
  until?: string | undefined,
  note?: string,
]

const deliveryOffices = (chair: string, deputy: string): readonly SampleOffice[] => [
  ['chair', chair, 'nominated', '2022-09-15', undefined, 'Nominated by the core members in September 2022'],
  ['deputy_chair', deputy, 'nominated', '2022-09-15'],
  ['clerk', 'mbeki', 'appointed', '2016-02-01'],
]

/** Who chairs and clerks each board of the sample. The partnership's terms put its director in the chair; practice took an independent one. */
export const sampleOffices: Readonly<Record<string, readonly SampleOffice[]>> = {
  'northbrook-childrens-partnership': [
    ['chair', 'ellwood', 'by_post', '2013-04-01', '2013-12-01', 'Director of Children’s Services, as the terms say'],
    [
      'chair',
      'thackray',
      'independent',
      '2013-12-01',
      '2019-04-01',
      'First meeting in the chair: December 2013. The terms were not changed',
    ],
    ['chair', 'clarke', 'independent', '2019-04-01', undefined, 'The terms still name the Director of Children’s Services'],
    ['clerk', 'lindqvist', 'appointed', '2013-04-01', '2018-09-01'],
    ['clerk', 'siddiqui', 'appointed', '2018-09-01'],
  ],
  'early-help-steering-group': [
    ['chair', 'pryce', 'agreed', '2019-03-20', undefined, 'Agreed by the group; to be reviewed every year'],
    ['clerk', 'zielinski', 'appointed', '2013-10-01'],
  ],
  'joint-commissioning-board': [
    ['chair', 'holt', 'nominated', '2014-04-16'],
    ['deputy_chair', 'oconnor', 'nominated', '2022-09-15'],
    ['clerk', 'mbeki', 'appointed', '2016-02-01'],
  ],
  'specialist-services-delivery-board': deliveryOffices('oconnor', 'osei'),
  'women-and-childrens-delivery-board': deliveryOffices('marsh', 'rahman'),
  'proactive-care-delivery-board': deliveryOffices('amadi', 'stokes'),
  'childrens-trust-board': [
    ['chair', 'hallam', 'appointed', '2010-04-20', '2013-04-01'],
    ['clerk', 'lindqvist', 'appointed', '2011-06-01', '2013-04-01'],
  ],
  'east-local-area-group': [
    ['chair', 'barton', 'elected', '2025-09-16', undefined, 'Elected at the first meeting from September 2025'],
    ['deputy_chair', 'lyle', 'elected', '2025-09-16'],
    ['clerk', 'zielinski', 'appointed', '2014-01-01', '2024-04-01'],
    ['clerk', 'siddiqui', 'appointed', '2024-04-01'],
  ],
}

/** A deputy: board, seat, place, person, basis, may decide, first day; for a basis that the chair agrees to, who agreed and when members were told. */
export type SampleDeputy = readonly [
  board: string,
  seat: string,
  place: number,
  person: string,
  basis: string,
  mayDecide: boolean,
  from: string,
  agreedBy?: string,
  told?: string,
]

const agreed = 'agreed_by_chair'

/** Who may sit in for whom. */
export const sampleDeputies: readonly SampleDeputy[] = [
  ['northbrook-childrens-partnership', 'director_chair', 1, 'pryce', 'named', true, '2019-04-01'],
  ['northbrook-childrens-partnership', 'adult_public_health', 1, 'khan', 'named', true, '2020-03-02'],
  ['northbrook-childrens-partnership', 'police', 1, 'blackwood', 'named', false, '2019-02-01'],
  ['northbrook-childrens-partnership', 'ccgs', 1, 'gill', 'named', true, '2022-09-01'],
  ['northbrook-childrens-partnership', 'health_providers', 2, 'marlow', 'named', false, '2021-01-11'],
  ['women-and-childrens-delivery-board', 'council_finance', 1, 'ferris', agreed, true, '2023-01-09', 'marsh', '2023-01-16'],
  ['women-and-childrens-delivery-board', 'public_health', 1, 'adeyemi', agreed, true, '2022-10-03', 'marsh', '2022-10-10'],
  ['early-help-steering-group', 'voluntary_forum', 1, 'lyle', 'nominated', false, '2021-02-01'],
  ['east-local-area-group', 'voluntary', 1, 'obrien', 'delegated_authority', true, '2021-05-04'],
]
