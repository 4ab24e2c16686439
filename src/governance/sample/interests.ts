import type { Writer } from '#platform/database/session.ts'
import { on, sampleId } from './ids.ts'

/** An entry of the register: person, kind, nature, since, declared, reviewed, sensitive. */
export type SampleInterest = readonly [
  person: string,
  kind: string,
  nature: string,
  since: string,
  declared: string,
  sensitive?: boolean,
  outside?: string,
]

const PREMIUM = 'Head teacher of a school that receives money from the pupil premium pool'

/** The register of interests of the sample; seats on boards of the partnership are not typed, they follow from appointments. */
const sampleInterests: readonly SampleInterest[] = [
  ['marsh', 'personal', 'Governor of Millingford Sixth Form College', '2019-01-15', '2019-02-04'],
  ['marsh', 'other_membership', 'Trustee of the Northbrook Young Musicians’ Trust', '2022-05-01', '2022-05-16', false, 'charity'],
  ['akhtar', 'pecuniary', 'Tenancy of a shop owned by Millingford City Council', '2016-03-01', '2021-06-02'],
  ['akhtar', 'personal', 'A close relative receives support that the council arranges', '2023-02-01', '2023-02-14', true],
  ['akhtar', 'other_membership', 'Governor of Larchfield Primary School', '2018-09-01', '2021-06-02', false, 'school'],
  [
    'lyle',
    'pecuniary',
    'Employed by Families First Northbrook, which holds contracts for family support with the council',
    '2021-04-01',
    '2021-04-19',
  ],
  [
    'lyle',
    'conflict_by_post',
    'Families First Northbrook may bid for services that the partnership advises on',
    '2021-04-01',
    '2021-04-19',
  ],
  [
    'clarke',
    'other_membership',
    'Independent chair of a safeguarding adults board in another county',
    '2020-06-01',
    '2020-06-22',
    false,
    'public_body',
  ],
  ['eze', 'pecuniary', 'Partner in a general practice in Harrowdale', '2015-07-01', '2022-09-12'],
  ['rahman', 'other_membership', 'Trustee of a hospice for children', '2018-05-01', '2022-09-12', false, 'charity'],
  ['adeyinka', 'conflict_by_post', PREMIUM, '2017-09-01', '2017-10-02'],
  ['obrien', 'personal', 'Volunteer with a credit union that advises families', '2020-11-01', '2021-01-11'],
  ['whitaker', 'pecuniary', 'Director of a training company that bids for apprenticeships', '2019-08-01', '2021-08-09'],
  ['oconnor', 'prejudicial', 'Partner works for a provider of short breaks', '2022-07-01', '2022-07-18'],
  ['balogun', 'other_membership', 'Trustee of a housing association in Fenmarsh', '2018-04-01', '2019-06-17', false, 'charity'],
]

/** Puts the register and a dispensation of the sample in. */
export async function addInterests(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  const rows = sampleInterests.map(([who, kind, nature, since, declared, sensitive = false, outside = '']) => ({
    id: sampleId('interest', `${who} ${nature}`),
    person: sampleId('person', who),
    kind,
    nature,
    outside_kind: outside,
    sensitive,
    declared_on: on(declared),
    starts_on: on(since),
  }))
  await tx.insertInto('governance.interest').values(rows).execute()
  // Under a clock of earlier years nobody has granted it yet.
  if (Temporal.PlainDate.compare(today, granted) >= 0) await addDispensation(tx, today)
}

const granted = on('2025-09-15')

async function addDispensation(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  await tx
    .insertInto('governance.dispensation')
    .values({
      ...{ id: sampleId('dispensation', 'adeyinka'), person: sampleId('person', 'adeyinka') },
      ...{
        body: sampleId('body', 'northbrook-childrens-partnership'),
        matter: 'interest',
        interest: sampleId('interest', `adeyinka ${PREMIUM}`),
      },
      ...{
        scope: 'To speak and vote on the pupil premium pool, in which every school of the county has a part',
        granted_by: 'the monitoring officer',
      },
      ...{ starts_on: granted, ends_on: new Temporal.PlainDate(today.year + 1, 9, 1) },
    })
    .execute()
}
