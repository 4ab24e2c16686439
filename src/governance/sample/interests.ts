import type { Writer } from '#platform/database/session.ts'
import { on, sampleId, until } from './ids.ts'

/** An entry of the register: person, kind, nature, since, declared, reviewed, sensitive. */
export type SampleInterest = readonly [
  person: string,
  kind: string,
  nature: string,
  since: string,
  declared: string,
  reviewed?: string,
  sensitive?: boolean,
]

const PREMIUM = 'Head teacher of a school that receives money from the pupil premium pool'

/** The register of interests of the sample; some entries have not been reviewed for more than a year. */
const sampleInterests: readonly SampleInterest[] = [
  [
    'marsh',
    'other_membership',
    'Member of the joint commissioning board and chair of the women and children’s delivery board',
    '2017-09-01',
    '2017-09-20',
    '2025-10-06',
  ],
  ['marsh', 'personal', 'Governor of Millingford Sixth Form College', '2019-01-15', '2019-02-04', '2025-10-06'],
  ['akhtar', 'pecuniary', 'Tenancy of a shop owned by Millingford City Council', '2016-03-01', '2021-06-02', '2025-09-29'],
  ['akhtar', 'personal', 'A close relative receives support that the council arranges', '2023-02-01', '2023-02-14', '2025-09-29', true],
  [
    'lyle',
    'pecuniary',
    'Employed by Families First Northbrook, which holds contracts for family support with the council',
    '2021-04-01',
    '2021-04-19',
    '2025-10-13',
  ],
  [
    'lyle',
    'conflict_by_post',
    'Families First Northbrook may bid for services that the partnership advises on',
    '2021-04-01',
    '2021-04-19',
    '2025-10-13',
  ],
  [
    'clarke',
    'other_membership',
    'Independent chair of a safeguarding adults board in another county',
    '2020-06-01',
    '2020-06-22',
    '2025-10-01',
  ],
  ['eze', 'pecuniary', 'Partner in a general practice in Harrowdale', '2015-07-01', '2022-09-12', '2024-03-11'],
  ['rahman', 'personal', 'Trustee of a hospice for children', '2018-05-01', '2022-09-12', '2025-11-03'],
  ['venkat', 'other_membership', 'Member of the early help steering group', '2019-12-01', '2020-01-20', '2024-02-05'],
  ['adeyinka', 'conflict_by_post', PREMIUM, '2017-09-01', '2017-10-02', '2025-09-15'],
  ['obrien', 'personal', 'Volunteer with a credit union that advises families', '2020-11-01', '2021-01-11'],
  ['whitaker', 'pecuniary', 'Director of a training company that bids for apprenticeships', '2019-08-01', '2021-08-09', '2025-10-20'],
  ['amadi', 'other_membership', 'Chair of the proactive care delivery board', '2022-09-15', '2022-10-03', '2025-10-06'],
  ['oconnor', 'prejudicial', 'Partner works for a provider of short breaks', '2022-07-01', '2022-07-18', '2025-10-27'],
  ['balogun', 'other_membership', 'Trustee of a housing association in Fenmarsh', '2018-04-01', '2019-06-17', '2025-10-13'],
]

/** Puts the register and a dispensation of the sample in. Days of review follow today. */
export async function addInterests(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  const rows = sampleInterests.map(([who, kind, nature, since, declared, reviewed, sensitive = false]) => ({
    id: sampleId('interest', `${who} ${nature}`),
    person: sampleId('person', who),
    kind,
    nature,
    sensitive,
    declared_on: on(declared),
    reviewed_on: reviewedBefore(today, reviewed),
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

/** Reviews of the last round keep their day of the year and fall within the year before today, as the register of a partnership that keeps it does. */
function reviewedBefore(today: Temporal.PlainDate, reviewed: string | undefined): Temporal.PlainDate | null {
  const day = until(reviewed)
  if (day === null || day.year < 2025) return day
  const thisYear = day.with({ year: today.year })
  return Temporal.PlainDate.compare(thisYear, today) <= 0 ? thisYear : thisYear.subtract({ years: 1 })
}
